// Writes a programme in the folder format of peers/README.md: `node scripts/bench/problem.js CONFIG FOLDER`. What it takes
// to get there (reading, rules, points) is rmentor's own, so that the peers are handed the very problem that it solves.
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInputs } from '../../build/commands/shared/inputs.js';
import { makePairing } from '../../build/pair/pairing.js';
import { commonDivisor, foldFactors } from './fold.js';

/** Levels that count each tandem once, as long as every mentee wants one mentor and all have one priority. */
const COUNTS = ['mentees', 'tandems'];
/** Levels on which nothing can be gained without a previous run, or that come after everything that is folded. */
const LEFT_OUT = ['kept', 'balance'];

const [config, folder] = process.argv.slice(2);
const { programme, problems } = await readInputs({ config });
if (programme === null) throw new Error(JSON.stringify(problems));
const { roster, terms } = programme;
refuseWhatPeersCannot();
const { eligibility, affinity } = makePairing(roster, terms);
const fold = folding();
mkdirSync(folder, { recursive: true });
writePeople();
writeWeights();
writeFileSync(join(folder, 'fold.json'), JSON.stringify(fold));

function refuseWhatPeersCannot() {
  const { mentees } = roster;
  if (mentees.some(({ wants, priority }) => wants !== 1 || priority !== mentees[0].priority))
    throw new Error('the folder format knows no mentee who wants several mentors, and no priorities');
  if (terms.limits.some(({ countries }) => countries.length !== 1))
    throw new Error('the folder format knows no limit on a region');
}

/** What each level is worth. Scores are counted in the largest unit that divides them all, to stay below 2^53. */
function folding() {
  const names = terms.policy.objective.map(level => (level.kind === 'preference' ? level.preference : level.kind));
  const levels = [...new Set(names.map(name => (COUNTS.includes(name) ? 'tandems' : name)))].filter(
    name => !LEFT_OUT.includes(name),
  );
  const { unit, most } = scores();
  const places = roster.mentors.reduce((sum, { capacity }) => sum + capacity, 0);
  const largest = levels.map(level => (level === 'score' ? most / unit : 1));
  const factors = foldFactors(largest, Math.min(places, roster.mentees.length));
  return { unit, levels: levels.map((name, index) => ({ name, factor: factors[index] })) };
}

/** The largest score of a pair that may meet, in thousandths, and the largest number that divides all scores. */
function scores() {
  let [unit, most] = [0, 0];
  for (let mentor = 0; mentor < roster.mentors.length; mentor++) {
    forPartners(mentor, mentee => {
      const score = affinity.score(mentor, mentee);
      if (score < 0) throw new Error('negative scores are not folded');
      unit = commonDivisor(unit, score);
      most = Math.max(most, score);
    });
  }
  return { unit: unit || 1, most };
}

/** int64[mentors × mentees], a mentor at a time (all of them may be gigabytes), as two halves: a BigInt a pair takes a while. */
function writeWeights() {
  const worth = Object.fromEntries(fold.levels.map(({ name, factor }) => [name, factor]));
  const preferences = terms.policy.prefer.map(({ name }) => worth[name] ?? 0);
  const halves = new Uint32Array(roster.mentees.length * 2);
  const file = openSync(join(folder, 'weight.i64'), 'w');
  for (let mentor = 0; mentor < roster.mentors.length; mentor++) {
    halves.fill(0);
    forPartners(mentor, mentee => {
      const held = affinity.held(mentor, mentee);
      let weight = worth.tandems + (worth.score ?? 0) * (affinity.score(mentor, mentee) / fold.unit);
      for (let p = 0; p < preferences.length; p++) if ((held >>> p) & 1) weight += preferences[p];
      halves[mentee * 2] = weight % 2 ** 32;
      halves[mentee * 2 + 1] = Math.floor(weight / 2 ** 32);
    });
    writeFileSync(file, halves);
  }
  closeSync(file);
}

/** Calls `each` with the mentees whom a mentor may meet. */
function forPartners(mentor, each) {
  for (let mentee = 0; mentee < roster.mentees.length; mentee++) {
    if (eligibility.barred(mentor, mentee) === 0) each(mentee);
  }
}

function writePeople() {
  const countries = [...new Set([...roster.mentors, ...roster.mentees].map(({ country }) => country))].sort();
  const ints = (name, numbers) => writeFileSync(join(folder, `${name}.i32`), Int32Array.from(numbers));
  const limitOf = (country, wanted) =>
    terms.limits
      .filter(({ side, countries: [only] }) => side === wanted && only === country)
      .reduce((least, { max }) => (max === Number.POSITIVE_INFINITY || (least >= 0 && least < max) ? least : max), -1);
  ints(
    'capacity',
    roster.mentors.map(({ capacity }) => capacity),
  );
  ints(
    'mentor_country',
    roster.mentors.map(({ country }) => countries.indexOf(country)),
  );
  ints(
    'mentee_country',
    roster.mentees.map(({ country }) => countries.indexOf(country)),
  );
  ints(
    'mentor_limit',
    countries.map(country => limitOf(country, 'mentor')),
  );
  ints(
    'mentee_limit',
    countries.map(country => limitOf(country, 'mentee')),
  );
  const sizes = { mentors: roster.mentors.length, mentees: roster.mentees.length, countries: countries.length };
  writeFileSync(join(folder, 'meta.json'), JSON.stringify(sizes));
}
