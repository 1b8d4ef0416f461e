/** @module-tag slow */

import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { match } from '../../../src/features/match/match.ts';
import { settleTerms } from '../../../src/pair/cross-input-checks.ts';
import { type Programme, readProgramme } from '../../../src/parse/programme.ts';
import { runs } from '../../support/runs.ts';
import { told } from '../../support/told.ts';

interface Person {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly email: string;
}

/** Ids with zeros in front, names with accents, a comma-less name of three words. */
const PEOPLE: readonly Person[] = [
  ['007', 'Ada', 'Brandt'],
  ['012', 'Ben', 'Okoro'],
  ['m3', 'Zoë', 'van der Meer'],
  ['m4', 'Jürgen', 'Müller'],
  ['031', 'Eva', 'Lind'],
  ['e2', 'Finn', 'Roth'],
  ['e3', 'Gina', "O'Neill"],
  ['e4', 'Hao', 'Li'],
].map(([id = '', first = '', last = '']) => ({ id, first, last, email: `${id}.${first.toLowerCase()}@example.org` }));

/** Ways in which a cell can name somebody. */
const WAYS: Readonly<Record<string, (person: Person) => string>> = {
  id: ({ id }) => id,
  'id in other case': ({ id }) => id.toUpperCase(),
  address: ({ email }) => email,
  'address in capitals': ({ email }) => email.toUpperCase(),
  name: ({ first, last }) => `${first} ${last}`,
  'name in capitals': ({ first, last }) => `${first} ${last}`.toUpperCase(),
  'last, first': ({ first, last }) => `${last}, ${first}`,
  'name (id)': ({ id, first, last }) => `${first} ${last} (${id})`,
  'last, first (id)': ({ id, first, last }) => `${last}, ${first} (${id})`,
  'name <address>': ({ first, last, email }) => `${first} ${last} <${email}>`,
  '"last, first" <address>': ({ first, last, email }) => `"${last}, ${first}" <${email}>`,
  mailto: ({ email }) => `mailto:${email}`,
  'address (name)': ({ first, last, email }) => `${email} (${first} ${last})`,
};

/** Ways in which a cell nearly names somebody; null where this person cannot be named so. */
const NEARLY: Readonly<Record<string, (person: Person) => string | null>> = {
  'zeros lost': ({ id }) => (/^0/u.test(id) ? id.replace(/^0+/u, '') : null),
  'zeros and decimals': ({ id }) => (/^0/u.test(id) ? `${id.replace(/^0+/u, '')}.0` : null),
  'turned round': ({ first, last }) => `${last} ${first}`,
  'without accents': ({ first, last }) => {
    const bare = `${first} ${last}`.normalize('NFKD').replace(/[\u0300-\u036f]/gu, '');
    return bare === `${first} ${last}` ? null : bare;
  },
  'address with two letters swapped': ({ email }) => email.replace('example', 'exmaple'),
  'name with a letter too many': ({ first, last }) => (last.length < 4 ? null : `${first} ${last}n`),
  'login alone': ({ email }) => email.replace(/@.*/u, ''),
};

/** Who refers to whom; indexes into PEOPLE. */
interface References {
  readonly managers: readonly (number | null)[];
  readonly wishes: readonly (number | null)[];
  readonly vetoes: readonly (number | null)[];
  readonly pairs: readonly (readonly [number, number, string])[];
  readonly previous: readonly (readonly [number, number])[];
  readonly history: readonly (readonly [number, number])[];
}

const anybody = fc.option(fc.nat(PEOPLE.length - 1), { freq: 2 });
const forAll = fc.array(anybody, { minLength: PEOPLE.length, maxLength: PEOPLE.length });
const pair = fc.tuple(fc.nat(3), fc.integer({ min: 4, max: 7 }));
const references = fc.record<References>({
  managers: forAll,
  wishes: forAll,
  vetoes: forAll,
  pairs: fc.uniqueArray(
    pair.map(([mentor, mentee]) => [mentor, mentee, 'ban'] as const),
    { selector: ([mentor, mentee]) => `${mentor} ${mentee}`, maxLength: 3 },
  ),
  previous: fc.uniqueArray(pair, { selector: String, maxLength: 3 }),
  history: fc.uniqueArray(pair, { selector: String, maxLength: 2 }),
});

/** Reads a programme whose cells name people as `write` does, call after call. */
function programmeOf(refer: References, write: (person: Person) => string) {
  const named = (index: number | null | undefined) => (index == null ? '' : write(PEOPLE[index]!));
  const row = ({ id, first, last, email }: Person, index: number) => [
    ...[id, `${first} ${last}`, email, index % 3 === 0 ? 'Sales' : 'Legal', 'DE'],
    ...[named(refer.managers[index]), named(refer.wishes[index]), named(refer.vetoes[index])],
  ];
  const header = ['id', 'name', 'email', 'department', 'country', 'manager', 'wish_1', 'not_with'];
  const rows = PEOPLE.map(row);
  const two = (pairs: readonly (readonly [number, number, ...unknown[]])[]) =>
    pairs.map(([mentor, mentee]) => [named(mentor), named(mentee)]);
  const source = (file: string, table: string[][]) => ({
    file,
    bytes: Buffer.from(stringify(table, { delimiter: ';' })),
  });
  return readProgramme(
    {},
    {
      config: 'rmentor.config.json',
      mentors: source('mentors.csv', [header, ...rows.slice(0, 4)]),
      mentees: source('mentees.csv', [header, ...rows.slice(4)]),
      areOne: false,
      limits: null,
      pairs: source('pairs.csv', [
        ['mentor', 'mentee', 'action'],
        ...refer.pairs.map(([mentor, mentee, action]) => [named(mentor), named(mentee), action]),
      ]),
      previous: source('previous.csv', [['mentor', 'mentee'], ...two(refer.previous)]),
      history: [source('history.csv', [['mentor', 'mentee'], ...two(refer.history)])],
      encoding: null,
    },
  );
}

/** What comes out of a programme, apart from how its cells are written. */
function resultOf({ roster, terms }: Programme) {
  const files = { mentors: 'mentors.csv', mentees: 'mentees.csv', pairs: 'pairs.csv' };
  const { value, problems } = settleTerms(roster, terms, files, false);
  const outcome = match(roster, value);
  if (outcome.kind !== 'matched') return { problems, kind: outcome.kind };
  const { tandems, unmatched, summary } = outcome.matching;
  return {
    problems: problems.map(({ code, row }) => ({ code, row })),
    tandems,
    unmatched: unmatched.map(({ person, reason }) => [person.id, reason.kind]),
    summary,
  };
}

describe('people', () => {
  test('named in any way, in any column, are the same people', () => {
    const ways = fc.infiniteStream(fc.constantFrom(...Object.keys(WAYS)));
    fc.assert(
      fc.property(references, ways, (refer, way) => {
        const byId = programmeOf(refer, ({ id }) => id);
        const otherwise = programmeOf(refer, person => WAYS[way.next().value!]!(person));
        expect(otherwise.problems).toEqual(byId.problems);
        expect(resultOf(otherwise.value)).toEqual(resultOf(byId.value));
      }),
      { numRuns: runs(200) },
    );
  });

  test('who are nearly named are told by name, and never taken', () => {
    const columns = ['managers', 'wishes', 'vetoes'] as const;
    const nobody = PEOPLE.map(() => null);
    const none: References = { managers: nobody, wishes: nobody, vetoes: nobody, pairs: [], previous: [], history: [] };
    for (const [way, write] of Object.entries(NEARLY)) {
      for (const [index, person] of PEOPLE.entries()) {
        const text = write(person);
        if (text === null) continue;
        const by = (index + 4) % PEOPLE.length;
        for (const column of columns) {
          const refer = { ...none, [column]: nobody.map((_, at) => (at === by ? index : null)) };
          const { value, problems } = programmeOf(refer, () => text);
          const [problem] = problems.map(told).filter(({ hint }) => hint?.includes(person.id));
          expect(problem?.hint, `${way}: ${text} as ${column}`).toBe(
            `did you mean ${person.id} (${person.first} ${person.last})?`,
          );
          expect(value.roster.meanings.get(text)).not.toBe(person.id);
        }
        const banned = programmeOf({ ...none, pairs: [[index < 4 ? index : 0, index < 4 ? 4 : index, 'ban']] }, one =>
          one === person ? text : one.id,
        );
        // Previous and history have no rows here, which is told.
        const codes = banned.problems.map(({ code }) => code).filter(code => code !== 'W153');
        expect(codes, `${way}: ${text} in a pair`).toEqual(['E040']);
      }
    }
  });
});

describe('a manager outside of the sheets', () => {
  test('is one person however the cells write the name', () => {
    const read = (one: string, other: string) => {
      const managers = [one, null, null, null, other];
      let at = 0;
      const texts = managers.filter(text => text !== null);
      const refer = {
        managers: managers.map(text => (text === null ? null : 0)),
        wishes: [],
        vetoes: [],
        pairs: [],
        previous: [],
        history: [],
      };
      return programmeOf(refer, () => texts[at++]!).value.roster.meanings;
    };
    for (const [one, other] of [
      ['Xu, Yan', 'Yan Xu'],
      ['Yan Xu (9001)', '9001'],
      ['Yan Xu <yan@example.org>', 'YAN@example.org'],
    ] as const) {
      const meanings = read(one, other);
      expect(meanings.get(one) ?? one).toBe(meanings.get(other) ?? other);
    }
  });
});
