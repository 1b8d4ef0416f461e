/** @module-tag slow */

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { expect, test } from 'vitest';
import { de } from '../../../src/render/words/de/index.ts';
import { reportPage as dePage } from '../../../src/render/words/de/report-page.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { reportPage as enPage } from '../../../src/render/words/en/report-page.ts';
import { runMatch, workFolder } from '../../support/run.ts';

const LANGUAGES = { en: { words: en, say: enPage }, de: { words: de, say: dePage } };

/** The texts of the elements that a pattern finds, without what is marked up in them. */
function listTexts(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, text = '']) =>
    text
      .replace(/<[^>]*>/gu, '')
      .replace(/&amp;/gu, '&')
      .trim(),
  );
}

/** The numbers in a text, in its order: "92.9", "208". */
const listNumbers = (text: string) => text.match(/\d+(?:[.,]\d+)*/gu) ?? [];

/** What the page says: tiles, levels and limits, as texts. */
function readPage(folder: string) {
  const html = readFileSync(join(folder, 'report.html'), 'utf8');
  const pick = (text: string, from: string, to: string) => text.slice(text.indexOf(from), text.indexOf(to));
  const [figures, notes] = [
    listTexts(html, /<dd class="n">(.*?)<\/dd>/gsu),
    listTexts(html, /<dd class="s m">(.*?)<\/dd>/gsu),
  ];
  const tiles = listTexts(html, /<dt>(.*?)<\/dt>/gsu).map((label, at) => [label, figures[at]!, notes[at]!] as const);
  const levels = [...pick(html, '<ol class="lv">', '</ol>').matchAll(/<li>(.*?)<\/li>/gsu)].map(([, row = '']) => {
    const [name] = listTexts(row, /<\/b> (.*?)<\/span>/gsu);
    const [, value] = listTexts(row, /<b>(.*?)<\/b>/gsu);
    return [name!, value!] as const;
  });
  const rows = [...html.matchAll(/<table class="lim">(.*?)<\/table>/gsu)].flatMap(([, table = '']) => [
    ...table.slice(table.indexOf('<tbody>')).matchAll(/<tr>(.*?)<\/tr>/gsu),
  ]);
  const limits = rows.map(([, row = '']) => [
    ...listTexts(row, /<th scope="row">(.*?)<\/th>/gsu),
    ...listTexts(row, /<td class="num">(.*?)<\/td>/gsu),
  ]);
  return { tiles, levels, limits };
}

/** The rows of the tables in a section of summary.md, by their first cell, and the lines below. */
function readSection(folder: string, title: string) {
  const text = readFileSync(join(folder, 'summary.md'), 'utf8');
  const section = text.split(/^#+ /mu).find(part => part.startsWith(`${title}\n`)) ?? '';
  const rows = [...section.matchAll(/^\| (.*) \|$/gmu)].map(([, row = '']) => row.split(' | '));
  return { cells: new Map(rows.map(([first = '', ...rest]) => [first, rest])), lines: section.split('\n') };
}

/** A run, by the folder that it is in and what the screen said of it. */
interface SaidRun {
  readonly folder: string;
  readonly screen: string;
  readonly language: 'en' | 'de';
}

/** The tiles of a page, each with its figure, its note, and the numbers in both. */
function readTiles({ folder, language }: SaidRun) {
  const { tiles } = readPage(folder);
  const { words, say } = LANGUAGES[language];
  const { tandems, coverage, crossDepartment } = words.summary.figures;
  // What summary.md has, too, is called the same.
  const labels = { ...say.tiles, tandems, coverage, crossDepartment };
  return (key: keyof typeof labels) => {
    const [, figure, note] = tiles.find(([label]) => label === labels[key])!;
    return { figure, note, numbers: listNumbers(figure), noted: listNumbers(note) };
  };
}

/**
 * The tiles against the figures of summary.md. Only the page tells of free slots and of idle mentors, and what pairing one of them would cost;
 * these follow from slots, mentors and tandems, which both have. Only summary.md has the sum, the median and the spread of the points.
 */
function holdFigures(run: SaidRun): void {
  const { words } = LANGUAGES[run.language];
  const { figures, columns, pageTitles, sides } = words.summary;
  const tile = readTiles(run);
  const { cells } = readSection(run.folder, pageTitles.summary);
  const tell = (label: string) => listNumbers(cells.get(label)!.join(' '));
  const [tandems, across, fit, idle] = [tile('tandems'), tile('crossDepartment'), tile('fit'), tile('idle')];
  const [made, wanted] = tandems.numbers;
  expect(tell(figures.tandems)).toEqual([made]);
  expect(tell(figures.coverage)).toEqual([...tile('coverage').numbers, ...tile('coverage').noted]);
  expect(tell(figures.crossDepartment)).toEqual(
    across.numbers.length === 0 ? ['0', '0'] : [...across.numbers, ...across.noted.slice(0, 2)],
  );
  if (across.noted.length > 2)
    expect(tell(figures.crossBorder).slice(0, 2)).toEqual(across.noted.slice(2).toReversed());
  expect(tell(columns.mentors)).toEqual([idle.numbers[1], tile('slots').numbers[1], tandems.noted[0]]);
  expect(Number(idle.numbers[1]) - Number(idle.numbers[0])).toBe(Number(tandems.noted[0]));
  expect(Number(tile('slots').numbers[1]) - Number(tile('slots').numbers[0])).toBe(Number(made));
  const [fewer] = tile('fewer').numbers;
  expect(tile('fewer').noted).toEqual([made, wanted]);
  const short = fewer === '0' ? [] : [fewer, made, wanted];
  expect(tell(columns.mentees)).toEqual([tile('unmatched').numbers[1], wanted, tandems.noted[1], ...short]);
  const scores = cells.has(figures.fit) ? tell(figures.fit) : null;
  expect(scores && [scores[3], scores[1], scores[4]]).toEqual(
    fit.figure === '–' ? null : [...fit.numbers, ...fit.noted.slice(0, 2)],
  );
  const reasons = [...readSection(run.folder, pageTitles.unmatched).lines].filter(line =>
    line.startsWith(`| ${sides.mentee} |`),
  );
  const parts = tile('unmatched').numbers[0] === '0' ? [] : tile('unmatched').note.split('; ');
  expect(reasons).toEqual(
    parts.map(part => `| ${sides.mentee} | ${part.replace(/^\d+: /u, '')} | ${listNumbers(part)[0]} |`),
  );
}

/** The tiles against the screen, which says the first of them. */
function holdScreen(run: SaidRun): void {
  const { words } = LANGUAGES[run.language];
  const tile = readTiles(run);
  const [tandems, across, fit, coverage] = [tile('tandems'), tile('crossDepartment'), tile('fit'), tile('coverage')];
  const [made, wanted] = tandems.numbers;
  const [part, whole] = coverage.noted;
  const served = part === whole && whole !== '0' ? [whole] : [part, whole, ...coverage.numbers];
  const lines = run.screen.split('\n').map(line => line.replace(/^[A-ZÄÖÜ ]+ {2,}|^ +/u, ''));
  const find = (isIt: RegExp) => lines.find(line => isIt.test(line));
  const first = run.screen.split('\n').find(line => line.startsWith(words.summary.paired))!;
  expect(listNumbers(first)).toEqual([...served, tandems.noted[0], tile('idle').numbers[1]]);
  const counted = find(/^\d+ tandems?\b/iu);
  expect(listNumbers(counted ?? '')).toEqual(made === '0' ? [] : [made, ...across.numbers, ...across.noted.slice(3)]);
  expect(listNumbers(find(/^(?:fit|Passung): /u) ?? '')).toEqual(
    fit.figure === '–' ? [] : [...fit.numbers, ...fit.noted.slice(0, 2)],
  );
  const [fewer] = tile('fewer').numbers;
  const short = words.summary.sayFewer(Number(fewer), Number(made), Number(wanted));
  expect(run.screen.replace(/\s+/gu, ' ').includes(short)).toBe(fewer !== '0');
}

/** Levels by the same names, and with the same values; where the page calls the spread even, summary.md shows where it is. */
function holdLevels({ folder, language }: SaidRun): void {
  const { words, say } = LANGUAGES[language];
  const goals = readSection(folder, words.summary.pageTitles.objective).cells;
  const { [words.summary.noTandem]: _, ...same } = {
    [words.summary.noTandem]: '–',
    [words.summary.seeWorkload]: say.levels.evenly,
  };
  const shown: Readonly<Record<string, string>> = { ...same, [words.summary.noTandem]: '–' };
  const rows = [...goals].slice(2).map(([name, [value = '']]) => [name, shown[value] ?? value]);
  expect(readPage(folder).levels).toEqual(rows);
}

/** Limits: how far they are used, and what one more brings. Only the page tells how many are wanted. */
function holdLimits({ folder, language }: SaidRun): number {
  const { words, say } = LANGUAGES[language];
  const { cells, lines } = readSection(folder, words.summary.pageTitles.places);
  const { limits } = readPage(folder);
  for (const [name = '', , used = '', oneMore = ''] of limits) {
    const side = name.endsWith(say.limits.name('', 'mentor')) ? 'mentor' : 'mentee';
    const place = name.slice(0, -say.limits.name('', side).length);
    const [count, most] = listNumbers(used);
    const [has, range = ''] = side === 'mentor' ? cells.get(place)!.slice(2, 4) : cells.get(place)!.slice(5, 7);
    const bounds = listNumbers(range);
    const least = bounds.length > 1 ? Number(bounds[0]) : 0;
    expect([has, range]).toEqual([count, words.summary.sayRange(least, Number(most), count === most)]);
    const kinds = {
      mentee: say.limits.gain(1, 1),
      'mentor-of-mentee': say.limits.gain(0, 1),
      nothing: say.limits.gain(0, 0),
    };
    const told = Object.entries(kinds).filter(([kind]) => {
      const patterns = [['@'], ['@', '@']].map(places =>
        makePattern(words.summary.sayOneMore(places, side, kind as keyof typeof kinds)),
      );
      return lines.some(line => patterns.some(pattern => pattern.exec(line)?.[1]?.includes(place)));
    });
    expect(told.map(([, gain]) => gain)).toEqual(count === most ? [oneMore] : []);
    if (count !== most) expect(oneMore).toBe(say.limits.hasRoom);
  }
  return limits.length;
}

/** What a line looks like in which names stand for "@". */
function makePattern(text: string): RegExp {
  const plain = text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`^- ${plain.replace(/@.*@|@/u, '(.*)')}$`, 'u');
}

function copy(...fixture: readonly string[]): string {
  const folder = workFolder();
  for (const path of fixture) cpSync(path, folder, { recursive: true });
  return folder;
}

function write(folder: string, name: string, rows: readonly (readonly string[])[]): void {
  writeFileSync(join(folder, name), stringify(rows.map(row => [...row])));
}

/** Two sheets in which nobody may meet, and one in which some withdrew. */
function writeSheets(languages: readonly string[], statuses: readonly string[]): string {
  const folder = workFolder();
  const header = ['id', 'name', 'department', 'country', 'languages', 'status'];
  const list = (letter: string, department: string, language: string) =>
    statuses.map((status, at) => [
      `${letter}${at}`,
      `${letter} ${at}`,
      department,
      at % 2 === 0 ? 'DE' : 'FR',
      language,
      status,
    ]);
  write(folder, 'mentors.csv', [[...header, 'capacity'], ...list('M', 'IT', languages[0]!).map(row => [...row, '2'])]);
  write(folder, 'mentees.csv', [[...header, 'wants'], ...list('E', 'HR', languages[1]!).map(row => [...row, '2'])]);
  writeFileSync(join(folder, 'rmentor.config.json'), '{ "mentors": "mentors.csv", "mentees": "mentees.csv" }');
  return folder;
}

const CASES: readonly (readonly [string, () => string])[] = [
  ['the model programme', () => copy('fixtures/model-programme')],
  ['rules without data', () => copy('fixtures/without-data')],
  ['some without a tandem', () => copy('fixtures/explain')],
  ['nobody paired', () => writeSheets(['de', 'fr'], ['active', 'active'])],
  ['some withdrew', () => writeSheets(['de', 'de'], ['active', 'withdrawn', 'active'])],
];

test.each(CASES.flatMap(([name, make]) => (['en', 'de'] as const).map(language => [name, language, make] as const)))(
  'page, summary.md and screen say the same: %s, %s',
  async (name, language, make) => {
    const folder = make();
    const config = join(folder, 'rmentor.config.json');
    const { words } = LANGUAGES[language];
    const flags = { config, lang: language };
    const first = { ...flags, out: join(folder, 'run') };
    const runs = [first, { ...flags, previous: join(folder, 'run', 'tandems.csv'), out: join(folder, 'next') }];
    let limits = 0;
    for (const { out, ...rest } of runs) {
      const { exit, out: screen, err } = await runMatch({ ...rest, out }, { words });
      expect(exit, err).toBe(0);
      const run = { folder: out, screen, language };
      holdFigures(run);
      holdScreen(run);
      holdLevels(run);
      limits += holdLimits(run);
    }
    expect(limits > 0).toBe(
      name.startsWith('the model') || name.startsWith('rules') || name.startsWith('some without'),
    );
  },
);
