// The programmes that are measured, by name; `node scripts/bench/instances.js NAME MENTORS FOLDER` writes one. Each is what
// `rmentor sample` invents, and all but the standard one are then made hard in a way of their own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { createChance } from '../../build/sample/chance.js';
import { sample } from '../../build/sample/sample.js';
import { MENTEES } from './sizes.js';

/** A programme in memory: rows by column, and the config. */
/** @typedef {{ mentors: Row[], mentees: Row[], limits: Row[], pairs: Row[], config: Record<string, unknown> }} Programme */
/** @typedef {Record<string, string>} Row */

const ONE_COUNTRY = 'Germany';
const CITIES = ['Düsseldorf', 'Hamburg', 'München', 'Köln'];
const ROWS_PER_MENTEE = 50;

/** @type {Record<string, (programme: Programme) => Programme>} */
const MAKERS = {
  standard: programme =>
    programme.mentors.length < 100_000
      ? programme
      : { ...programme, config: { ...programme.config, crossBorder: 'forbid' } },
  limits: programme => ({ ...programme, limits: hardLimits(programme) }),
  alike: programme => ({
    ...programme,
    mentors: programme.mentors.map(person => alike(person, 'trainee', 'Sales')),
    mentees: programme.mentees.map(person => alike(person, 'board', 'Finance')),
    config: { ...programme.config, must: [] },
  }),
  'one-country': oneCountry,
  random: programme => randomScores(programme, ROWS_PER_MENTEE),
  'random-dense': programme => randomScores(programme, programme.mentors.length),
};

/**
 * Every country may use 60 % of its mentors' places, and every other country 60 % of its mentees: both sides bind, since
 * the mentors' side then has fewer places than the mentees' side would fill.
 */
function hardLimits({ mentors, mentees }) {
  const places = countBy(mentors, person => Number(person.capacity));
  const people = countBy(mentees, () => 1);
  const limit = (country, side, count) => ({
    country,
    side,
    min: '',
    max: String(Math.max(1, Math.floor(count * 0.6))),
  });
  return [
    ...[...places].map(([country, count]) => limit(country, 'mentor', count)),
    ...[...people].filter((_, index) => index % 2 === 0).map(([country, count]) => limit(country, 'mentee', count)),
  ];
}

function countBy(people, worth) {
  const counts = new Map();
  for (const person of people) counts.set(person.country, (counts.get(person.country) ?? 0) + worth(person));
  return new Map([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}

/** Nobody differs from anybody of the same side but in country: every pair may meet, and every pair scores the same. */
function alike(person, level, department) {
  return { ...person, level, department, languages: 'English', topics: 'podcasts', city: 'Everywhere', manager: '' };
}

/** Nine of ten people are in one country, whose limits are as tight as the sample's for its largest. */
function oneCountry({ mentors, mentees, config, pairs }) {
  const luck = createChance(2);
  const move = person =>
    luck.holds(90)
      ? { ...person, country: ONE_COUNTRY, city: luck.pickEarly(CITIES), languages: withGerman(person.languages) }
      : person;
  const moved = { mentors: mentors.map(move), mentees: mentees.map(move) };
  const share = (count, percent) => String(Math.floor((count * percent) / 100));
  const places = countBy(moved.mentors, person => Number(person.capacity)).get(ONE_COUNTRY);
  const people = countBy(moved.mentees, () => 1).get(ONE_COUNTRY);
  const limits = [
    { country: ONE_COUNTRY, side: 'mentee', min: '', max: share(people, 85) },
    { country: ONE_COUNTRY, side: 'mentor', min: '', max: share(places, 70) },
  ];
  return { ...moved, limits, config, pairs };
}

function withGerman(languages) {
  return [...new Set(['German', ...languages.split(';')])].join(';');
}

/** No rule and no preference: each mentee may meet so many mentors, and what a pair is worth is pure chance. */
function randomScores({ mentors, mentees, limits, config }, perMentee) {
  const luck = createChance(3);
  const points = () => `${1 + luck.below(100)}.${String(luck.below(1000)).padStart(3, '0')}`;
  const pairs = mentees.flatMap(mentee => {
    const chosen = perMentee >= mentors.length ? mentors : someOf(mentors, perMentee, luck);
    return chosen.map(mentor => ({ mentor: mentor.id, mentee: mentee.id, action: 'score', points: points() }));
  });
  const { mentors: mentorsFile, mentees: menteesFile, limits: limitsFile, out, levels } = config;
  const files = { mentors: mentorsFile, mentees: menteesFile, limits: limitsFile, out };
  return {
    mentors,
    mentees,
    // Chance promises no minimum.
    limits: limits.filter(({ max }) => max !== ''),
    pairs,
    config: { preset: 'none', levels, ...files, pairs: { file: 'pairs.csv', only: true } },
  };
}

function someOf(people, count, luck) {
  const chosen = new Set();
  while (chosen.size < count) chosen.add(luck.pick(people));
  return [...chosen];
}

/** @returns {Programme} */
function sampled(mentors) {
  const size = { mentors, mentees: MENTEES[mentors], countries: 17, departments: 12, seed: 1 };
  const files = sample(size);
  const rows = name => parse(files.get(name), { columns: true });
  return {
    mentors: rows('mentors.csv'),
    mentees: rows('mentees.csv'),
    limits: rows('limits.csv'),
    pairs: [],
    config: JSON.parse(files.get('rmentor.config.json')),
  };
}

function write(folder, { mentors, mentees, limits, pairs, config }) {
  mkdirSync(folder, { recursive: true });
  for (const [name, rows] of Object.entries({ mentors, mentees, limits, pairs })) {
    if (rows.length > 0) writeFileSync(join(folder, `${name}.csv`), stringify(rows, { header: true }));
  }
  writeFileSync(join(folder, 'rmentor.config.json'), `${JSON.stringify(config, null, 2)}\n`);
}

const [name, mentors, folder] = process.argv.slice(2);
write(folder, MAKERS[name](sampled(Number(mentors))));
