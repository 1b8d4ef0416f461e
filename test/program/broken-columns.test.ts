/** @module-tag slow */

import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rulesCommand } from '../../src/commands/rules.ts';
import { readInputs } from '../../src/commands/shared/inputs.ts';
import type { Rule } from '../../src/domain/policy.ts';
import { isAboutNamedColumn } from '../../src/domain/rule-table.ts';
import { makePairing } from '../../src/pair/pairing.ts';
import { en } from '../../src/render/words/en/index.ts';
import { listening, runMatch, runVerify, workFolder } from '../support/run.ts';
import { runs } from '../support/runs.ts';

/** Every folder of fixtures with rules or preferences. */
const PROGRAMMES = [
  ...['first-steps', 'explain', 'bottlenecks', 'without-data'].map(name => `fixtures/${name}`),
  ...readdirSync('fixtures/policy')
    .filter(name => /^(?:must|prefer|preset|cross-border-forbid|status|regions)/u.test(name))
    .map(name => `fixtures/policy/${name}`),
];

const SIDES = ['mentors', 'mentees'] as const;
type Sheet = (typeof SIDES)[number];

/** How a column is lost: its cells, its name, or what its cells mean. */
const WAYS = ['blank', 'rename', 'garble'] as const;
type Way = (typeof WAYS)[number];

interface Break {
  readonly programme: string;
  readonly list: 'must' | 'prefer';
  readonly rule: Rule;
  readonly column: string;
  readonly sheets: readonly Sheet[];
  readonly way: Way;
}

/** The columns that a rule judges by; where nothing could tell that one is broken, it is not among them. */
function columnsOf({ rule, field }: Rule, way: Way): readonly string[] {
  if (isAboutNamedColumn(rule)) return [field];
  switch (rule) {
    case 'outside-reporting-line':
      return ['manager'];
    case 'wished':
      return ['wishes'];
    case 'not-vetoed':
      // Another department is a department.
      return way === 'garble' ? ['not_with'] : ['not_with', 'department'];
    case 'not-the-same-person':
      // Another id is an id.
      return way === 'garble' ? ['email'] : ['id', 'email'];
    case 'not-alike':
      // Another name is a name.
      return way === 'garble' ? [] : ['name'];
  }
}

/** The inputs of a programme as they are. */
async function readSound(programme: string) {
  const { programme: found } = await readInputs({ config: join(programme, 'rmentor.config.json') });
  if (found === null) throw new Error(`${programme} has errors`);
  return found;
}

const sound = new Map(await Promise.all(PROGRAMMES.map(async name => [name, await readSound(name)] as const)));

/** All ways to break a column that a rule or a preference of some programme needs. */
function allBreaks(): Break[] {
  return [...sound].flatMap(([programme, { terms }]) =>
    (['must', 'prefer'] as const).flatMap(list =>
      terms.policy[list].flatMap(rule => WAYS.flatMap(way => breaksOf(programme, list, rule, way))),
    ),
  );
}

function breaksOf(programme: string, list: Break['list'], rule: Rule, way: Way): Break[] {
  return columnsOf(rule, way).flatMap(column =>
    [['mentors'] as const, ['mentees'] as const, SIDES].flatMap(sheets => {
      // Where nobody has an id, addresses serve.
      const isServed = column === 'id' && sheets.length === 2;
      // That only one side wishes is usual.
      const isUsual = list === 'prefer' && rule.rule === 'wished' && sheets.length === 1;
      return isServed || isUsual ? [] : [{ programme, list, rule, column, way, sheets }];
    }),
  );
}

/** Breaks a column of a sheet. Returns how many cells were lost; 0 where nobody had anything there. */
function breakColumn(folder: string, sheet: Sheet, { programme, column, way }: Break): number {
  const file = join(folder, `${sheet}.csv`);
  const text = readFileSync(file, 'utf8');
  const delimiter = text.split('\n', 1)[0]!.includes(';') && !text.split('\n', 1)[0]!.includes(',') ? ';' : ',';
  const [header = [], ...rows] = parse(text, { delimiter, relax_column_count: true }) as string[][];
  const columns = sound.get(programme)!.sheets.find(({ role }) => role === sheet)!.columns;
  const isMeant = (name: string) => name === column || (column === 'wishes' && /^wish_\d/u.test(name));
  const at = columns.flatMap((known, index) => (isMeant(known.column ?? known.header) ? [index] : []));
  let lost = 0;
  for (const index of at) {
    if (way === 'rename') header[index] = `Zqx ${index}`;
    for (const [row, cells] of rows.entries()) {
      if ((cells[index] ?? '') === '') continue;
      lost++;
      if (way !== 'rename') cells[index] = way === 'blank' ? '' : `zq${row}${sheet}${index}`;
    }
  }
  writeFileSync(file, stringify([header, ...rows], { delimiter }));
  return lost;
}

/** The tandems of a run that the rules of the sound programme bar, with the rules. */
function barredTandems(out: string, programme: string) {
  const { roster, terms } = sound.get(programme)!;
  const { broken } = makePairing(roster, terms);
  const text = readFileSync(join(out, 'tandems.csv'), 'utf8');
  const tandems = parse(text, {
    bom: true,
    columns: true,
    delimiter: text.split('\n', 1)[0]!.includes(';') ? ';' : ',',
  });
  return (tandems as Record<string, string>[]).flatMap(tandem => {
    const mentor = roster.mentors.findIndex(({ name }) => name === tandem['mentor_name']);
    const mentee = roster.mentees.findIndex(({ name }) => name === tandem['mentee_name']);
    expect(Math.min(mentor, mentee)).toBeGreaterThanOrEqual(0);
    const people = [roster.mentors[mentor]!, roster.mentees[mentee]!];
    return broken(mentor, mentee).map(rule => ({ rule, people }));
  });
}

/** Whether it is said that the sheets leave something open for a rule. */
function isOpenSaid(name: string, programme: string, said: string): boolean {
  const { rule, field } = sound.get(programme)!.terms.policy.must.find(known => known.name === name)!;
  const about = en.gaps.nameRule(rule, field).toLowerCase();
  const text = said.replace(/\s+/gu, ' ').toLowerCase();
  return (
    text.includes(`${about}: `) || new RegExp(`(?:lack the data:|data is missing for) [^.]*${about}`, 'u').test(text)
  );
}

async function holds(one: Break): Promise<void> {
  const { programme, list, rule, sheets } = one;
  const folder = workFolder();
  cpSync(programme, folder, { recursive: true });
  const lost = sheets.map(sheet => breakColumn(folder, sheet, one));
  if (Math.max(...lost) === 0) return;
  const config = join(folder, 'rmentor.config.json');
  const out = join(folder, 'run');
  const matched = await runMatch({ config, out });
  // What is not understood or cannot be met is told, and nothing is written.
  if (matched.exit === 2 || matched.exit === 3) return;
  expect(matched.exit).toBe(0);
  const verified = await runVerify(out);
  expect(verified).toMatchObject({ exit: 0, out: expect.stringMatching(/^PROVEN/u) });
  const kept = /^ {2}Rules: (.*)\.$/mu.exec(verified.out)?.[1]?.split('; ') ?? [];
  if (list === 'must') expect(kept).not.toContain(en.rules.describe(rule));
  const rules = await listening(shell => rulesCommand(undefined, { config }, shell));
  expect(rules.out).not.toMatch(new RegExp(`\\(${rule.name}\\)$`, 'mu'));
  for (const { rule: broken, people } of barredTandems(out, programme)) {
    const places = people.map(({ row }, side) => `${SIDES[side]}.csv:${row}:`);
    const told = [...people.map(({ name }) => name), ...places];
    const said = `${matched.out}${matched.err}`;
    expect(told.some(name => said.includes(name)) || isOpenSaid(broken, programme, said)).toBe(true);
  }
}

test('a rule whose column is broken is not told as kept, and whom it does not keep apart now is told', async () => {
  const breaks = allBreaks();
  expect(breaks.length).toBeGreaterThan(500);
  await fc.assert(fc.asyncProperty(fc.constantFrom(...breaks), holds), { numRuns: runs(150) });
});
