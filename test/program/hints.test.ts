import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findNearestCountry } from '../../src/parse/values/countries.ts';
import { runMatch, runVerify, workFolder } from '../support/run.ts';

type Rows = readonly (readonly string[])[];

const HEADER = ['id', 'name', 'email', 'department', 'country'];
const MENTORS: Rows = [HEADER, ['m1', 'Ada Lang', 'ada@example.org', 'IT', 'DE']];
const MENTEES: Rows = [HEADER, ['e1', 'Ida Falk', 'ida@example.org', 'Law', 'DE']];

/** Matches two sheets with a config, and returns what is told. */
async function told(mentors: Rows, mentees: Rows, config: object = {}, more: Readonly<Record<string, Rows>> = {}) {
  const folder = workFolder();
  for (const [name, rows] of Object.entries({ mentors, mentees, ...more })) {
    writeFileSync(join(folder, `${name}.csv`), rows.map(cells => cells.join(',')).join('\n'));
  }
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  writeFileSync(join(folder, 'rmentor.config.json'), text);
  const files = { mentors: join(folder, 'mentors.csv'), mentees: join(folder, 'mentees.csv') };
  const previous = more['previous'] === undefined ? {} : { previous: join(folder, 'previous.csv') };
  const flags = { ...files, ...previous, out: join(folder, 'run'), config: join(folder, 'rmentor.config.json') };
  const { exit, err } = await runMatch(flags);
  return { exit, err: err.replaceAll(`${folder}/`, ''), flags };
}

test.each([
  ['N. Ireland', []],
  ['N Ireland', []],
  ['N. Korea', []],
  ['Dominica Rep', []],
  ['Germny', ['DE']],
  ['Deutschl', ['DE']],
  ["Cote d'Ivoir", ['CI']],
])('the country that %j may mean is %j', (cell, near) => {
  expect(findNearestCountry(cell)).toEqual(near);
});

test('a country that nothing comes near is one word in the config, and that word is taken', async () => {
  const berlin = MENTEES.map(cells => cells.map(cell => (cell === 'DE' ? 'Berlin' : cell)));
  const limits = {
    limits: [
      ['country', 'max'],
      ['DE', '1'],
    ],
  };
  const config = { crossBorder: 'avoid' };
  const first = await told(MENTORS, berlin, config, limits);
  const [, said = '{}'] = /in the config: (.*)\)\n/u.exec(first.err) ?? [];
  expect(said).toBe('"values": {"country": {"Berlin": "DE"}}');
  expect(await told(MENTORS, berlin, { ...config, ...JSON.parse(`{${said}}`) }, limits)).toMatchObject({ exit: 0 });
});

test('a column that is not read as what it is called names the one that is, and that setting changes nothing', async () => {
  const rows: Rows = [
    ['Email', 'Name', 'Email address', 'Department'],
    ['anonymous', 'Ida Falk', 'ida@example.org', 'Law'],
    ['anonymous', 'Jon Berg', 'jon@example.org', 'Law'],
  ];
  const first = await told(MENTORS, rows);
  const [, said = ''] = /W140.*write ("columns": \{.*\}) in the config/u.exec(first.err) ?? [];
  expect(said).toBe('"columns": {"email": "Email address"}');
  const second = await told([HEADER.map(name => (name === 'email' ? 'Email address' : name)), MENTORS[1]!], rows, {
    columns: { email: 'Email address' },
  });
  expect(second).toMatchObject({ exit: 0, err: expect.not.stringContaining('W140') });
});

test('columns of one name are called by it, whether a rule uses them or not', async () => {
  const rows = MENTEES.map((cells, at) => [...cells, ...(at === 0 ? ['Why', 'Why'] : ['a', 'b'])]);
  expect((await told(MENTORS, rows)).err).toContain('columns F and G are all called "Why"');
});

test('a quote that rmentor wrote before a number is not told, in no run after it', async () => {
  const mentors = [
    HEADER,
    ['+49-7', 'Ada Lang', 'ada@example.org', 'IT', 'DE'],
    ['+49-8', 'Bo Lind', 'bo@example.org', 'IT', 'DE'],
  ];
  const previous = {
    previous: [
      ['mentor_id', 'mentee_id', 'status'],
      ["'+49-7", 'e1', 'declined'],
    ],
  };
  const { exit, err, flags } = await told(mentors, MENTEES, {}, previous);
  expect({ exit, isTold: err.includes('W147') }).toEqual({ exit: 0, isTold: false });
  expect((await runMatch(flags)).err).not.toContain('W147');
  expect(await runVerify(flags.out)).toMatchObject({ exit: 0, err: expect.not.stringContaining('W147') });
});

test.each([
  ['I would like to be a mentor', '"mentor"}}'],
  ['Ich möchte Mentee werden', '"mentee"}}'],
  ['Boss', '"mentor"}} or "mentee"'],
])('the role that is offered for %j is the one it speaks of', async (role, offered) => {
  const rows = [...MENTORS, ...MENTEES.slice(1)].map((cells, at) => [...cells, at === 0 ? 'role' : role]);
  const folder = workFolder();
  const people = join(folder, 'people.csv');
  writeFileSync(people, rows.map(cells => cells.join(',')).join('\n'));
  const { exit, err } = await runMatch({ mentors: people, mentees: people, out: join(folder, 'run'), config: null });
  expect({ exit, isOffered: err.includes(`"values": {"role": {${JSON.stringify(role)}: ${offered}`) }).toEqual({
    exit: 2,
    isOffered: true,
  });
});

test.each(['columns', 'options', 'regions', 'locations', 'defaults'])(
  'a name that is lost in %s is told',
  async key => {
    const value = { columns: '"name"', options: '["a"]', regions: '["DE"]', locations: '"DE"', defaults: '"x"' }[key];
    const { exit, err } = await told(MENTORS, MENTEES, `{"${key}": {"__proto__": ${value}}}` as unknown as object);
    expect({ exit, isTold: err.includes(`${key}.__proto__  E022  "__proto__" cannot be a name`) }).toEqual({
      exit: 2,
      isTold: true,
    });
  },
);

test.each([
  ['cem@example.org', false],
  ['idar@example.org', true],
  ['ida.falk@example.org', true],
  ['ida.flak@exmaple.org', false],
])('%j as a manager nearly names somebody: %j', async (manager, isNear) => {
  const mentors = [
    [...HEADER, 'manager'],
    ['m1', 'Ada Lang', 'ada@example.org', 'IT', 'DE', manager],
  ];
  const mentees = [
    HEADER,
    ['e1', 'Ida Falk', 'ida@example.org', 'Law', 'DE'],
    ['e2', 'Ida Falk-Roth', 'ida.falk@exampel.org', 'Law', 'DE'],
  ];
  const { err } = await told(mentors, mentees);
  expect(err.includes('W170')).toBe(isNear);
});
