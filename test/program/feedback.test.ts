import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FeedbackFlags, feedbackCommand } from '../../src/commands/feedback.ts';
import { de } from '../../src/render/words/de/index.ts';
import { en } from '../../src/render/words/en/index.ts';
import { filesIn, listening, runMatch, runVerify, type Said, workFolder } from '../support/run.ts';
import { runs } from '../support/runs.ts';

const RECOMMEND = 'Would you recommend the programme to a colleague?';
const RATING = 'How do you rate the programme? (1 to 5)';
const CONTINUE = 'Do you wish to continue with your tandem?';

type Row = Readonly<Record<string, string>>;

interface Place {
  readonly folder: string;
  readonly path: (name: string) => string;
}

/** A finished run of the fixture, with its survey. */
async function makeRun(): Promise<Place> {
  const folder = workFolder();
  cpSync('fixtures/feedback', folder, { recursive: true });
  const path = (name: string) => join(folder, name);
  expect(await runMatch({ config: path('rmentor.config.json'), out: path('run') })).toMatchObject({ exit: 0 });
  return { folder, path };
}

function runFeedback({ path }: Place, flags: FeedbackFlags = {}, survey = 'survey.csv'): Promise<Said> {
  return listening(shell => feedbackCommand(path(survey), { from: path('run'), ...flags }, shell));
}

function readTable(file: string): Row[] {
  return parse(readFileSync(file), { columns: true, bom: true });
}

function writeTable(file: string, rows: readonly Row[]): void {
  const cells = [Object.keys(rows[0]!), ...rows.map(row => Object.values(row))];
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  writeFileSync(file, cells.map(row => row.map(quote).join(',')).join('\n'));
}

/** The rows that count, of people with a tandem: the lowest of each person and partner. */
function listCounted(survey: readonly Row[], tandems: readonly Row[]): Row[] {
  const emails = new Set(tandems.flatMap(row => [row['mentor_email'], row['mentee_email']]));
  const byKey = new Map(
    survey
      .filter(row => emails.has(row['Email']!))
      .map(row => [`${row['Email']} ${row['Who was your tandem partner?']}`, row]),
  );
  return [...byKey.values()];
}

test('the figures are those that counting gives', async () => {
  const place = await makeRun();
  const { exit, out } = await runFeedback(place, { json: true });
  expect(exit).toBe(0);
  const { total, next: _, ...told } = JSON.parse(out);
  const tandems = readTable(place.path('run/tandems.csv'));
  const rows = listCounted(readTable(place.path('survey.csv')), tandems);
  const people = new Set(tandems.flatMap(row => [row['mentor_email'], row['mentee_email']]));
  const byPerson = new Map(rows.map(({ Email }) => [Email, rows.filter(row => row['Email'] === Email)]));
  const recommending = [...byPerson.values()].filter(own => own.every(row => row[RECOMMEND] === 'Yes')).length;
  const continuing = tandems.map(tandem =>
    ['mentor', 'mentee'].map(
      side =>
        rows.find(
          row =>
            row['Email'] === tandem[`${side}_email`] &&
            row['Who was your tandem partner?'] === tandem[side === 'mentor' ? 'mentee_name' : 'mentor_name'],
        )?.[CONTINUE],
    ),
  );
  const both = continuing.filter(([one, other]) => one !== undefined && other !== undefined);
  expect(total.answered).toMatchObject({ part: byPerson.size, whole: people.size });
  // One row names nobody, and recommends.
  expect(total.recommend).toMatchObject({ part: recommending + 1, whole: byPerson.size + 1 });
  expect(total.continue).toMatchObject({
    part: both.filter(wishes => wishes.every(wish => wish === 'Yes')).length,
    whole: both.length,
  });
  expect(told.history.tandems).toBe(tandems.length);
});

test('figures of groups are never of fewer than five, and no name and no single answer is told', async () => {
  const place = await makeRun();
  const { out } = await runFeedback(place, { json: true });
  const told = JSON.parse(out);
  const wholes = Object.values(
    told.groups as Record<string, { recommend: { whole: number } | null; answered: { part: number } | null }[]>,
  )
    .flat()
    .flatMap(({ recommend, answered }) => [recommend?.whole ?? [], answered?.part ?? []].flat());
  expect(wholes.length).toBeGreaterThan(5);
  expect(Math.min(...wholes)).toBeGreaterThanOrEqual(5);
  for (const row of readTable(place.path('run/tandems.csv'))) {
    expect(out).not.toContain(row['mentor_name']);
    expect(out).not.toContain(row['mentee_email']);
  }
});

test('a tandem continues where both wish it, and must not come again where one says so', async () => {
  const place = await makeRun();
  await runFeedback(place);
  const history = readTable(place.path('history.csv'));
  const tandems = readTable(place.path('run/tandems.csv'));
  const rows = listCounted(readTable(place.path('survey.csv')), tandems);
  const expected = tandems.map(tandem => {
    const own = rows.filter(
      row =>
        (row['Email'] === tandem['mentor_email'] && row['Who was your tandem partner?'] === tandem['mentee_name']) ||
        (row['Email'] === tandem['mentee_email'] && row['Who was your tandem partner?'] === tandem['mentor_name']),
    );
    if (own.some(row => row['I do not want to be paired with this person again'] === 'Yes')) return 'never';
    return own.length === 2 && own.every(row => row[CONTINUE] === 'Yes') ? 'continue' : '';
  });
  expect(history.map(row => row['next_round'])).toEqual(expected);
  expect(new Set(expected)).toEqual(new Set(['', 'continue', 'never']));
  expect(history.map(({ mentor_id, mentee_id }) => [mentor_id, mentee_id])).toEqual(
    tandems.map(({ mentor_id, mentee_id }) => [mentor_id, mentee_id]),
  );
});

/** The files of the next round after a survey, which has the history for its only other input. */
async function matchNext(place: Place, rows: readonly Row[], name: string) {
  writeTable(place.path(`${name}.csv`), rows);
  const out = place.path('history-next.csv');
  await runFeedback(place, { out, force: true, ended: '2026-05-31' }, `${name}.csv`);
  const history = readFileSync(out, 'utf8');
  const run = place.path('next');
  const flags = { config: place.path('rmentor.config.json'), history: [out], out: run, fresh: true };
  expect((await runMatch(flags)).err).not.toContain('error');
  expect(await runVerify(run)).toMatchObject({ exit: 0 });
  return { history, files: filesIn(run) };
}

test('nothing of a survey reaches a score: opposite ratings and recommendations give the same next run, byte for byte', async () => {
  const place = await makeRun();
  const rows = readTable(place.path('survey.csv'));
  const usual = await matchNext(place, rows, 'usual');
  const turned = rows.map(row => ({
    ...row,
    [RECOMMEND]: row[RECOMMEND] === 'Yes' ? 'No' : 'Yes',
    [RATING]: String(6 - Number(row[RATING])),
  }));
  expect(await matchNext(place, turned, 'turned')).toEqual(usual);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('Yes', 'No', 'Maybe', ''), fc.constantFrom('1', '3', '5', '')), {
        minLength: rows.length,
        maxLength: rows.length,
      }),
      async answers => {
        const other = rows.map((row, at) => ({ ...row, [RECOMMEND]: answers[at]![0], [RATING]: answers[at]![1] }));
        writeTable(place.path('other.csv'), other);
        const out = place.path('other-history.csv');
        // Where no answer is left, there is no question; the history is that of the other two all the same.
        await runFeedback(place, { out, force: true, ended: '2026-05-31' }, 'other.csv');
        expect(readFileSync(out, 'utf8')).toBe(usual.history);
      },
    ),
    { numRuns: runs(20) },
  );
});

test('whom the answers keep together stays together in the next run, and nobody gets other points by them', async () => {
  const place = await makeRun();
  const rows = readTable(place.path('survey.csv'));
  const { history, files } = await matchNext(place, rows, 'usual');
  const table = (text: string) => parse(text, { columns: true, bom: true }) as Row[];
  const key = (row: Row) => `${row['mentor_id']} ${row['mentee_id']}`;
  const next = new Map(table(history).map(row => [key(row), row['next_round']]));
  const pairs = table(files['tandems.csv']!);
  for (const [pair, what] of next) expect(pairs.some(row => key(row) === pair)).toBe(what === 'continue');
  const scores = new Map(readTable(place.path('run/tandems.csv')).map(row => [key(row), row['score']]));
  const staying = pairs.filter(row => scores.has(key(row)));
  expect(staying.length).toBeGreaterThan(0);
  expect(staying.map(row => row['score'])).toEqual(staying.map(row => scores.get(key(row))));
});

test('the history holds who met whom, until when and what next, and nothing else that anybody said', async () => {
  const place = await makeRun();
  await runFeedback(place);
  const [first] = readTable(place.path('history.csv'));
  expect(Object.keys(first!)).toEqual([
    ...['mentor_id', 'mentor_name', 'mentor_email', 'mentee_id', 'mentee_name', 'mentee_email'],
    ...['date', 'next_round'],
  ]);
  const cells = new Set(readTable(place.path('history.csv')).map(row => row['next_round']));
  expect([...cells].sort()).toEqual(['', 'continue', 'never']);
});

test('a history that is there is not replaced but where that is asked for, and an input never', async () => {
  const place = await makeRun();
  expect(await runFeedback(place)).toMatchObject({ exit: 0 });
  const before = readFileSync(place.path('history.csv'), 'utf8');
  // The same once more is no harm.
  expect(await runFeedback(place)).toMatchObject({ exit: 0 });
  await expect(runFeedback(place, { ended: '2026-05-31' })).rejects.toThrow();
  expect(readFileSync(place.path('history.csv'), 'utf8')).toBe(before);
  expect(await runFeedback(place, { ended: '2026-05-31', force: true })).toMatchObject({ exit: 0 });
  expect(readFileSync(place.path('history.csv'), 'utf8')).toContain('2026-05-31');
  for (const input of ['survey.csv', 'mentors.csv', 'rmentor.config.json']) {
    const bytes = readFileSync(place.path(input));
    await expect(runFeedback(place, { out: place.path(input), force: true })).rejects.toThrow();
    expect(readFileSync(place.path(input))).toEqual(bytes);
  }
  expect(await runFeedback(place, { dryRun: true, out: place.path('dry.csv') })).toMatchObject({ exit: 0 });
  expect(existsSync(place.path('dry.csv'))).toBe(false);
});

test('a run that does not hold has no feedback', async () => {
  const place = await makeRun();
  const tandems = readFileSync(place.path('run/tandems.csv'), 'utf8');
  writeFileSync(place.path('run/tandems.csv'), tandems.split('\n').slice(0, -2).join('\n'));
  await expect(runFeedback(place)).rejects.toThrow();
  expect(existsSync(place.path('history.csv'))).toBe(false);
});

test('a survey that nobody had to log in to gives one figure, and no table', async () => {
  const place = await makeRun();
  writeFileSync(place.path('open.csv'), `Email,Would you recommend it?\n${'anonymous,Yes\n'.repeat(6)}anonymous,No\n`);
  const { exit, out } = await runFeedback(place, { dryRun: true }, 'open.csv');
  expect(exit).toBe(0);
  expect(out.split('\n').slice(0, 5)).toEqual([
    'Fewer than five of those who answered are named, so the share of answers is not shown.',
    '7 answers name nobody, and count for the recommendation alone.',
    '6 of 7 would recommend the programme (85.7 %; 95 % confidence: 48.7–97.4 %).',
    '',
    'How rmentor read the questions',
  ]);
});

test('four answers give no figure at all', async () => {
  const place = await makeRun();
  const some = readTable(place.path('run/tandems.csv')).slice(0, 4);
  const rows = some.map(row => `${row['mentee_email']},Yes,5,Yes`);
  const header = 'Email,Would you recommend it?,How do you rate it?,Will you continue?';
  writeFileSync(place.path('few.csv'), [header, ...rows].join('\n'));
  const { out } = await runFeedback(place, { json: true }, 'few.csv');
  const { total, groups } = JSON.parse(out);
  const nothing = { answered: null, recommend: null, rating: null, continue: null };
  expect(total).toMatchObject(nothing);
  for (const group of Object.values(groups).flat()) expect(group).toMatchObject(nothing);
});

test.each([en, de])('tables fit a narrow screen, without intervals where these do not', async words => {
  const { path } = await makeRun();
  const flags = { from: path('run'), dryRun: true };
  const call = (outWidth: number | null) =>
    listening(shell => feedbackCommand(path('survey.csv'), flags, shell), { outWidth, words });
  const tableOf = ({ out }: Said) => out.split('\n').filter(line => /\S {2,}\S/u.test(line));
  const [narrow, wide] = [tableOf(await call(68)), tableOf(await call(null))];
  expect(narrow.length).toBeGreaterThan(8);
  expect(narrow.filter(line => line.length > 68)).toEqual([]);
  expect(wide.some(line => line.length > 68)).toBe(true);
  expect(wide.length).toBe(narrow.length);
});
