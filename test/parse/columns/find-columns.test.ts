import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateCommand } from '../../../src/commands/validate.ts';
import { splitList } from '../../../src/domain/text.ts';
import { readWishRank } from '../../../src/parse/columns/wish-columns.ts';
import { readConfig } from '../../../src/parse/config/config.ts';
import { type Programme, readProgramme } from '../../../src/parse/programme.ts';
import { listening, workFolder } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';

const MENTORS =
  'id,name,email,department,country\nm1,Ada Brandt,ada@example.org,IT,DE\nm2,Ben Okoro,ben@example.org,HR,GB\n';
const MENTEES = 'id,name,email,department,country\ne1,Eva Lind,eva@example.org,Sales,DE\n';

interface Read {
  readonly value: Programme;
  readonly codes: readonly string[];
  /** Our column by header, of the mentors. */
  readonly columns: Readonly<Record<string, string | null>>;
}

function read(mentors: string, config: object = {}, mentees = MENTEES, limits: string | null = null): Read {
  const source = (file: string, text: string) => ({ file, bytes: Buffer.from(text) });
  const { value: settings, problems: wrong } = readConfig('c.json', Buffer.from(JSON.stringify(config)));
  const { value, problems } = readProgramme(settings, {
    ...{ config: 'c.json', mentors: source('mentors.csv', mentors), mentees: source('mentees.csv', mentees) },
    ...{ areOne: false, limits: limits === null ? null : source('limits.csv', limits), pairs: null, previous: null },
    ...{ history: [], encoding: null },
  });
  const sheet = value.sheets.find(({ role }) => role === 'mentors');
  return {
    value,
    codes: [...wrong, ...problems].map(({ code }) => code),
    columns: Object.fromEntries((sheet?.columns ?? []).map(({ header, column }) => [header, column])),
  };
}

/** A sheet of one mentor, or of several where columns have several cells. */
function sheetOf(columns: Readonly<Record<string, string | readonly string[]>>): string {
  const cells = Object.values(columns).map(column => [column].flat());
  const rows = cells[0]!.map((_, row) => cells.map(column => `"${column[row] ?? column[0]}"`).join(','));
  return `${Object.keys(columns)
    .map(header => `"${header}"`)
    .join(',')}\n${rows.join('\n')}\n`;
}

const PERSON = { Email: 'ada@example.org', Department: 'IT', Country: 'DE' };

describe('a header never decides against its cells', () => {
  test.each<[what: string, columns: Record<string, string>, ours: Record<string, string | null>, codes: string[]]>([
    ['numbers of people are ids', { 'Employee #': '101', Name: 'Ada', ...PERSON }, { 'Employee #': 'id' }, []],
    ['… by their cells too', { Employee: '101', Name: 'Ada', ...PERSON }, { Employee: 'id', Name: 'name' }, []],
    ['a name with a sign for numbers is none', { 'Name #': '1', ...PERSON }, { 'Name #': null }, ['E009']],
    [
      '… and a number in brackets neither',
      { 'Employee (number)': '1', Name: 'A', ...PERSON },
      { 'Employee (number)': 'id' },
      [],
    ],
    ['names that are numbers are told', { Name: '4711', ...PERSON }, { Name: 'name' }, ['W143']],
    ['kinds of employment are no names', { Employee: 'Full-Time', ...PERSON }, { Employee: null }, ['E009', 'W140']],
    ['yes is no manager', { Name: 'A', Führungskraft: 'Ja', ...PERSON }, { Führungskraft: null }, ['W140']],
    ['a letter is not an answer', { Name: 'A', ...PERSON, Department: 'X' }, { Department: 'department' }, []],
    ['yes is no topic', { Name: 'A', Topics: 'Yes', ...PERSON }, { Topics: null }, ['W140']],
    ['a rank is no priority', { Name: 'A', Rang: '1', ...PERSON }, { Rang: null }, []],
    [
      'what fills each row is no address',
      { Name: 'A', Mail: 'anonymous', ...PERSON },
      { Mail: null, Email: 'email' },
      ['W140'],
    ],
    [
      'a part of a name is no whole',
      { 'Your first name?': 'A', 'Last Name': 'B', ...PERSON },
      { 'Last Name': 'last_name' },
      ['E009'],
    ],
  ])('%s', (_, columns, ours, codes) => {
    const found = read(sheetOf(columns));
    expect(found.columns).toMatchObject(ours);
    expect(found.codes).toEqual(codes);
  });

  test.each([
    ['Topics [AI]', 'Topics [Apps]', 'Yes', 'No', ['AI'], []],
    ['Topics [AI]', 'Topics [Apps]', '0', '1', ['Apps'], []],
    ['Topics: AI', 'Topics: Apps', 'x', '', ['AI'], []],
    ['Topics [AI, agents]', 'Topics [Other]', 'Ja', 'Chess', ['AI, agents', 'Chess'], []],
    ['Which topics? [AI]', 'Which topics? [Apps]', 'AI', '', ['AI'], ['W145']],
    ['Which topics do you not want? [AI]', 'Which topics do you not want? [Apps]', 'Yes', 'No', [], []],
  ])('boxes of "%s" and "%s" are one list', (one, other, first, second, topics, codes) => {
    const { value, codes: told } = read(sheetOf({ Name: 'Ada', ...PERSON, [one]: first, [other]: second }));
    expect(value.roster.mentors[0]?.topics).toEqual(topics);
    expect(told).toEqual(codes);
  });

  test('the setting that is offered solves what it is offered for, and never drops a surname', async () => {
    const folder = workFolder();
    const files = { mentors: join(folder, 'mentors.csv'), mentees: join(folder, 'mentees.csv') };
    writeFileSync(files.mentors, MENTORS);
    const odd = {
      "What's your *first name*?": 'Eva',
      'And your last name?': 'Lind',
      'Your work email': 'eva@example.org',
    };
    const more = {
      'Location Address - Country': 'Germany',
      'Organization Name': 'Acme',
      'Organization Department': 'HR',
    };
    writeFileSync(files.mentees, sheetOf({ ...odd, ...more, Email: 'anonymous' }));
    const asked = await listening(shell => validateCommand({ ...files, config: null, explainColumns: true }, shell));
    const config = join(folder, 'rmentor.config.json');
    writeFileSync(config, asked.out);
    const { exit, out } = await listening(shell => validateCommand({ ...files, config }, shell));
    expect(exit).toBe(0);
    expect(out).toContain('And your last name?        → last_name');
    expect(out).toContain('Location Address - Country → country');
  });
});

describe('statuses as people keep them', () => {
  test.each([
    ['active', 'FALSE', false],
    ['Aktiv', 'Nein', false],
    ['Active?', 'yes', true],
    ['accountEnabled', 'False', false],
    ['Withdrawn', 'yes', false],
    ['Withdrawn', '', true],
    ['suspended', '0', true],
    ['Available', 'No', false],
    ['Worker Status', 'Terminated', false],
    ['Approval Status', 'cancelled', false],
    ['Employment Status', 'Vollzeit', true],
    ['Status [READ ONLY]', 'Suspended', false],
    ['nieaktywny', 'tak', false],
    ['Available', 'Mon-Fri', true],
  ])('%s: "%s" takes part: %s', (header, cell, isIn) => {
    const { value, codes } = read(sheetOf({ Name: 'Ada', ...PERSON, [header]: cell }));
    expect(value.roster.mentors).toHaveLength(isIn ? 1 : 0);
    expect(codes).toEqual(isIn ? [] : ['W132']);
  });

  test('what is not known is one message a word, and a column can be set aside', () => {
    const mentors = MENTORS.replace('country\n', 'country,status\n').replaceAll(/(DE|GB)\n/gu, '$1,Elternzeit\n');
    expect(read(mentors).codes).toEqual(['E052']);
    const aside = read(mentors, { columns: { status: null } });
    expect(aside.codes).toEqual([]);
    expect(aside.value.roster.mentors).toHaveLength(2);
  });

  test('a second column that says that somebody has left is told', () => {
    expect(read(sheetOf({ Name: 'Ada', ...PERSON, Status: 'Active', Withdrawn: 'yes' })).codes).toEqual(['W140']);
  });
});

describe('headers as exports write them', () => {
  test('columns that are called alike are told, and can be told apart', () => {
    const mentors = sheetOf({ Name: 'Ada', ...PERSON })
      .replace('"Country"', '"Country","Topics","Topics"')
      .replace(/\n$/u, '')
      .replace(/"DE"$/u, '"DE","AI","Apps"\n');
    expect(read(mentors).codes).toEqual(['E008']);
    const second = read(mentors, { columns: { topics: 'Topics#2' } });
    expect(second.value.roster.mentors[0]?.topics).toEqual(['Apps']);
    expect(second.codes).toEqual([]);
    const notes = mentors.replaceAll('Topics', 'Notes');
    expect(read(notes).codes).toEqual(['W141']);
    const rule = (field: string) => ({ prefer: [{ rule: 'same', field, weight: 1 }] });
    expect(read(notes, rule('notes')).codes).toEqual(['E152', 'W141']);
    expect(read(notes, rule('Notes#2')).codes).toEqual(['W141']);
  });

  test.each([
    [
      'merged cells',
      'Name,Email,Location,,Topics,\n,,Department,Country,AI,Apps\nAda,ada@example.org,IT,DE,x,\n',
      ['W146'],
    ],
    [
      'a question and its answers',
      'Name,Email,Department,Country,Topics,\nResponse,,,,AI,Apps\nAda,ada@example.org,IT,DE,AI,\n',
      ['W146'],
    ],
    ['a title', 'Mentors 2026,,,,\nName,Email,Department,Country,Topics\nAda,ada@example.org,IT,DE,AI\n', ['W120']],
    [
      'a header again',
      'Name,Email,Department,Country,Topics\nAda,ada@example.org,IT,DE,AI\nName,Email,Department,Country,Topics\n',
      ['W121'],
    ],
  ])('%s', (_, mentors, codes) => {
    const found = read(mentors);
    expect(found.codes).toEqual(codes);
    expect(found.value.roster.mentors.map(({ name, country, topics }) => [name, country, topics])).toEqual([
      ['Ada', 'DE', ['AI']],
    ]);
  });

  test('a title above a header of which nothing is known does not hide it', () => {
    const { value } = read(
      MENTORS,
      { columns: { country: ['country', 'Nation'], max: 'Platz' } },
      MENTEES,
      'Quoten 2026;\nNation;Platz\nDE;3\n',
    );
    expect(value.terms.limits).toMatchObject([{ place: 'DE', max: 3 }]);
  });

  test.each([
    ['wish_1', 1],
    ['First choice', 1],
    ['2. Wunsch', 2],
    ['Preferences [1st choice]', 1],
    ['Zweitwunsch', 2],
    ['Wunschmentor 1', 1],
    ['Deuxième choix', 2],
    ['First choice of a topic', null],
    ['Wish', null],
    ['First name', null],
  ])('the wish %s has the rank %s', (header, rank) => {
    expect(readWishRank(header)).toBe(rank);
  });

  test('wishes and limits can be named in the config, and our own name counts in a rule', () => {
    const mentees = MENTEES.replace('country', 'country,Would like').replace('DE', 'DE,m2');
    expect(read(MENTORS, { columns: { wish_1: 'Would like' } }, mentees).value.roster.mentees[0]?.wishes).toHaveLength(
      1,
    );
    const own = { columns: { languages: 'Sprachen' }, must: [{ rule: 'overlap', field: 'languages' }] };
    expect(read(sheetOf({ Name: 'A', ...PERSON, Sprachen: 'de' }), own).codes).toEqual([]);
    const limits = 'Land;Max. Tandems\nDE;2\n';
    expect(read(MENTORS, {}, MENTEES, limits).value.terms.limits).toMatchObject([{ place: 'DE', max: 2 }]);
  });
});

describe('what spreadsheets and exports do to cells', () => {
  test.each([
    ['KI (z. B. ChatGPT, Copilot);Podcasts', ['KI (z. B. ChatGPT, Copilot)', 'Podcasts']],
    ['Apps, devices;AI', ['Apps, devices', 'AI']],
    ['AI (agents, tools), Apps', ['AI (agents, tools)', 'Apps']],
    ['AI (agents, Apps', ['AI (agents', 'Apps']],
    ["['AI', 'Apps, games']", ['AI', 'Apps, games']],
    ['["AI","Apps"]', ['AI', 'Apps']],
    ['AI;', ['AI']],
  ])('the list %s', (cell, parts) => {
    expect(splitList(cell)).toEqual(parts);
  });

  test('a list that is written with semicolons is read as it was, whatever its answers', () => {
    const part = fc
      .string({ unit: fc.constantFrom('a', 'b', ',', '(', ')', ' '), minLength: 1 })
      .map(text => `x${text.trim()}`);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), parts => {
        expect(splitList(parts.map(text => `${text};`).join(''))).toEqual(parts);
      }),
      { numRuns: runs(200) },
    );
  });

  test('="00123" is 00123, and ids that differ in case are two', () => {
    const mentors = MENTORS.replace('m1', '="00123"').replace('m2', '"=""00124"""');
    expect(read(mentors).value.roster.mentors.map(({ id }) => id)).toEqual(['00123', '00124']);
    expect(read(MENTORS.replace('m1', 'aB').replace('m2', 'Ab')).codes).toEqual([]);
    expect(read(MENTORS.replace('m2', 'm1')).codes).toEqual(['E013']);
  });

  test.each([['JÃ¼rgen'], ['J√ºrgen'], ['Mьnchen'], ['J?rgen'], ['M&uuml;ller'], ["'007"], ['Oâ€™Brien']])(
    '%s is told',
    text => {
      expect(read(MENTORS.replace('Ada Brandt', text)).codes).toContain('W147');
    },
  );

  test.each([
    'Jürgen Müller',
    'Zoë D’Ângelo',
    'Łukasz Żółć',
    'Иван Петров',
    'Ada & Ben',
    "Hendrik 't Hooft",
    'Who? Me',
  ])('%s is not', text => {
    expect(read(MENTORS.replace('Ada Brandt', text)).codes).toEqual([]);
  });

  test('names keep the numbers that tell two apart; other marks are told', () => {
    const [one, two] = read(MENTORS.replace('Ada Brandt', 'Jan (1)').replace('Ben Okoro', 'Jan (2)')).value.roster
      .mentors;
    expect([one?.name, two?.name]).toEqual(['Jan (1)', 'Jan (2)']);
    expect(read(MENTORS.replace('Ada Brandt', 'Ada (extern)')).codes).toEqual(['W148']);
    expect(read(MENTORS.replace('Ada Brandt', 'Ada (On Leave)')).codes).toEqual(['W149']);
  });
});
