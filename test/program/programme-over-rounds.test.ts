/** @module-tag slow */

import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterEach, expect, test } from 'vitest';
import { dropCommand } from '../../src/commands/drop.ts';
import { feedbackCommand } from '../../src/commands/feedback.ts';
import type { MatchFlags } from '../../src/commands/match.ts';
import { readWorkbook } from '../../src/io/workbook.ts';
import { writeWorkbook } from '../../src/io/write-workbook.ts';
import { saveByOffice } from '../support/office.ts';
import { listening, runMatch, runVerify, type Said, workFolder } from '../support/run.ts';
import { type Row, readRows } from '../support/run-rows.ts';

/** What each step of the story says and writes, files by their digests. UPDATE_EXPECTED=1 writes it anew. */
const GOLDEN = resolve('fixtures/rounds/steps.json');

const home = process.cwd();
afterEach(() => process.chdir(home));

interface Step {
  readonly exit: number;
  readonly says: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

/** The model programme in a folder of its own, and what is done in it. */
function startProgramme() {
  const folder = workFolder();
  cpSync('fixtures/model-programme', folder, { recursive: true });
  process.chdir(folder);
  const run = 'run';
  const steps: Record<string, Step> = {};

  /** Writes down what a step said and left behind; a run that was written is proven. */
  const record = async (name: string, { exit, out, err }: Said, made = run) => {
    steps[name] = { exit, says: readLines({ out, err }), files: digestFiles(made) };
    if (exit === 0) expect((await runVerify(made)).out, name).toMatch(/^PROVEN/u);
  };
  const match = async (name: string, more: Partial<MatchFlags> = {}) => record(name, await runMatch(more), more.out);
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  return { run, steps, record, match, edit };
}

/** The number of a run is in its files; what a workbook's zip holds is compared by the CSVs beside it. */
function digestFiles(folder: string): Record<string, string> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return Object.fromEntries(names.map(name => [name, digest(join(folder, name))]));
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}

function readLines({ out, err }: Pick<Said, 'out' | 'err'>): string[] {
  return `${out}${err}`.split('\n').filter(Boolean);
}

type Decide = (row: Row, index: number) => Partial<Row>;

/** Decides in tandems.csv, which a spreadsheet program then saves with semicolons. */
function decideInCsv(run: string, decide: Decide): void {
  const path = join(run, 'tandems.csv');
  const rows = readRows(path).map((row, index) => ({ ...row, ...decide(row, index) }));
  writeFileSync(path, stringify(rows, { header: true, bom: true, delimiter: ';', record_delimiter: '\r\n' }));
  saveByOffice(path);
}

/** Decides in run.xlsx, which a spreadsheet program then saves. */
async function decideInWorkbook(run: string, decide: Decide): Promise<void> {
  const path = join(run, 'run.xlsx');
  const [tandems, ...others] = readWorkbook(path, readFileSync(path)).value!.sheets;
  const [header = [], ...rows] = tandems!.rows;
  const decided = rows.map((cells, index) => {
    const row = Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']));
    const changed = { ...row, ...decide(row, index) };
    return header.map(name => changed[name] ?? '');
  });
  writeFileSync(path, await writeWorkbook([{ ...tandems!, rows: [header, ...decided] }, ...others]));
  saveByOffice(path);
}

const approve = (note: string) => ({ status: 'approved', note });
const decline = (note: string) => ({ status: 'declined', note });

const pairOf = ({ mentor_id, mentee_id }: Row): string => `${mentor_id} ${mentee_id}`;

/** The mentor with most mentees and no approved tandem. */
function findBusyMentor(run: string): string {
  const rows = readRows(join(run, 'tandems.csv'));
  const decided = new Set(rows.filter(({ status }) => status !== 'draft').map(row => row['mentor_id']!));
  const counts = new Map<string, number>();
  for (const { mentor_id = '' } of rows) counts.set(mentor_id, (counts.get(mentor_id) ?? 0) + 1);
  const [[mentor] = ['']] = [...counts].filter(([id]) => !decided.has(id)).sort((one, other) => other[1] - one[1]);
  return mentor;
}

/** Answers as Microsoft Forms exports them: of every tandem one or both, and some who wish to go on, or never to meet again. */
function makeSurvey(tandems: readonly Row[]): string {
  const answers = tandems.flatMap((row, index) => {
    const continues = index % 4 === 0 ? 'Yes' : index % 4 === 1 ? 'No' : '';
    const never = index % 40 === 2 ? 'Yes' : 'No';
    const recommends = index % 10 === 9 ? 'No' : 'Yes';
    const answer = (own: string, other: string) => [
      row[`${own}_email`],
      row[`${own}_name`],
      row[`${other}_name`],
      recommends,
      String(3 + (index % 3)),
      continues,
      never,
    ];
    return index % 3 === 0 ? [answer('mentor', 'mentee'), answer('mentee', 'mentor')] : [answer('mentee', 'mentor')];
  });
  const header = [
    'ID',
    'Email',
    'Name',
    'Who was your tandem partner?',
    'Would you recommend the programme to a colleague?',
    'How do you rate the programme? (1 to 5)',
    'Do you wish to continue with your tandem?',
    'I do not want to be paired with this person again',
  ];
  return stringify([header, ...answers.map((cells, index) => [String(index + 1), ...cells])], {
    bom: true,
    record_delimiter: '\r\n',
  });
}

/** What the tandems of a run say of two people, by what is looked for. */
function countStatuses(run: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status = '' } of readRows(join(run, 'tandems.csv'))) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

test('a programme over its rounds: every run is proven, and no decision is lost', async () => {
  const { run, steps, record, match, edit } = startProgramme();

  await match('first round', { workbook: true });
  decideInCsv(run, (_, index) =>
    index < 5 ? approve('both said yes') : index < 7 ? decline('no time') : index === 7 ? { note: 'ask in May' } : {},
  );
  await match('after decisions in tandems.csv');
  expect(countStatuses(run)).toMatchObject({ approved: 5 });
  expect(readRows(join(run, 'declined.csv')).map(({ note }) => note)).toEqual(['no time', 'no time']);

  await decideInWorkbook(run, ({ status }, index) => (status === 'draft' && index < 20 ? approve('') : {}));
  await match('after decisions in run.xlsx');
  await match('again, with nothing new');
  expect(steps['again, with nothing new']!.files).toEqual(steps['after decisions in run.xlsx']!.files);

  // Two leave, one by a status and one by a missing row, and three join.
  const drafts = readRows(join(run, 'tandems.csv')).filter(({ status }) => status === 'draft');
  const [left, gone] = [drafts[0]!['mentor_id']!, drafts.at(-1)!['mentee_id']!];
  edit('mentors.csv', text => {
    const [header, ...rows] = text.trimEnd().split('\n');
    const marked = rows.map(row => `${row},${row.startsWith(`${left},`) ? 'withdrawn' : ''}`);
    return [
      `${header},status`,
      ...marked,
      'M900,Ada,Neu,ada.neu@example.org,IT,Germany,Hamburg,German;English,podcasts,junior,,2,',
      '',
    ].join('\n');
  });
  edit('mentees.csv', text => {
    const rows = text
      .trimEnd()
      .split('\n')
      .filter(row => !row.startsWith(`${gone},`));
    return [
      ...rows,
      'E900,Ida,Frisch,ida.frisch@example.org,HR,Germany,Hamburg,German;English,podcasts,director,,1',
      'E901,Udo,Anders,udo.anders@example.org,Finance,France,Paris,French;English,podcasts,manager,,1',
      '',
    ].join('\n');
  });
  const approved = readRows(join(run, 'tandems.csv')).filter(({ status }) => status === 'approved');
  await match('two left and three joined', { previous: run, curve: true });
  const ended = approved.filter(row => row['mentor_id'] === left);
  expect(ended.length).toBeGreaterThan(0);
  expect(countStatuses(run)).toMatchObject({ approved: approved.length - ended.length });
  // What people decided and cannot stay is named.
  const said = steps['two left and three joined']!.says.join('\n');
  for (const row of ended) expect(said).toContain(row['mentee_name']);

  // A rule changes that some approved tandems do not keep: nothing is written until somebody lets go of them.
  const config = JSON.parse(readFileSync('rmentor.config.json', 'utf8')) as { readonly must: object[] };
  writeFileSync(
    'rmentor.config.json',
    JSON.stringify({ ...config, must: [...config.must, { rule: 'same', field: 'city' }] }),
  );
  const before = digestFiles(run);
  await match('a rule bars approved tandems');
  expect(steps['a rule bars approved tandems']!.exit).toBe(2);
  expect(digestFiles(run)).toEqual(before);
  await match('they are let go of', { releaseApproved: true, previous: run });
  writeFileSync('rmentor.config.json', JSON.stringify(config));
  await match('the rule is gone again', { previous: run, maxChanges: 20 });

  // A mentor of several mentees leaves in the middle of the round.
  const kept = readRows(join(run, 'tandems.csv')).filter(({ status }) => status === 'approved');
  const leaver = findBusyMentor(run);
  await record('a mentor is dropped', await listening(shell => dropCommand([leaver], { mayMove: 2 }, shell)));
  const stayed = readRows(join(run, 'tandems.csv'));
  for (const row of kept) expect(stayed.map(pairOf)).toContain(pairOf(row));
  await match('the next run remembers who was dropped', { previous: run });
  expect(steps['the next run remembers who was dropped']!.says.join('\n')).toContain('left the run with rmentor drop');

  // The year is over: a survey, and the next round with new sheets, the history, and those first who had nobody.
  writeFileSync('survey.csv', makeSurvey(readRows(join(run, 'tandems.csv'))));
  const survey = await listening(shell => feedbackCommand('survey.csv', { ended: '2026-11-30' }, shell));
  steps['survey'] = { exit: survey.exit, says: readLines(survey), files: { 'history.csv': digest('history.csv') } };
  const history = readRows('history.csv');
  expect(history).toHaveLength(readRows(join(run, 'tandems.csv')).length);
  await match('next year', { history: ['history.csv'], carryOver: run, out: 'next' });
  const next = readRows(join('next', 'tandems.csv')).map(pairOf);
  const [both, never] = ['continue', 'never'].map(what =>
    history.filter(row => row['next_round'] === what).map(pairOf),
  );
  expect(both!.length * never!.length).toBeGreaterThan(0);
  expect(next).toEqual(expect.arrayContaining(both!));
  expect(next.filter(pair => never!.includes(pair))).toEqual([]);

  if (process.env['UPDATE_EXPECTED']) writeFileSync(GOLDEN, `${JSON.stringify(steps, null, 2)}\n`);
  expect(steps).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
});
