/** @module-tag slow */

import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findColumns } from '../../../src/parse/columns/find-columns.ts';
import { reportDuplicates, selectWholeRows } from '../../../src/parse/people/duplicates.ts';
import { runs } from '../../support/runs.ts';
import { tableOf } from '../../support/tables.ts';
import { told } from '../../support/told.ts';

/** First and last names, each without umlauts and accents, and with every umlaut as two letters. */
const FIRST: Readonly<Record<string, readonly [plain: string, expanded: string]>> = {
  José: ['jose', 'jose'],
  Jose: ['jose', 'jose'],
  'Ana María': ['ana maria', 'ana maria'],
  'Ana Maria': ['ana maria', 'ana maria'],
  Ana: ['ana', 'ana'],
  Kim: ['kim', 'kim'],
};
const LAST: typeof FIRST = {
  Müller: ['muller', 'mueller'],
  Mueller: ['mueller', 'mueller'],
  MULLER: ['muller', 'muller'],
  'Maria Müller': ['maria muller', 'maria mueller'],
  'O´Neil': ['o neil', 'o neil'],
  'O Neil': ['o neil', 'o neil'],
  Lee: ['lee', 'lee'],
};

interface Person {
  readonly id: string;
  readonly first: string;
  readonly last: string;
}

function keysOf({ first, last }: Person): string[] {
  return [`${FIRST[first]![0]} ${LAST[last]![0]}`, `${FIRST[first]![1]} ${LAST[last]![1]}`];
}

/** The rows that may be about the person of an earlier row: each is held against all before it. */
function likeEarlier(people: readonly Person[]): (readonly [row: number, other: number])[] {
  return people.flatMap((person, index) => {
    const before = people.slice(0, index);
    const [found] = keysOf(person).flatMap(key => {
      const other = before.findIndex(earlier => keysOf(earlier).includes(key));
      return other < 0 ? [] : [other];
    });
    if (found === undefined) return [];
    const other = people[found]!;
    const isOneSpelling = `${other.first} ${other.last}` === `${person.first} ${person.last}`;
    const isTold = !isOneSpelling || other.id === '' || person.id === '';
    return isTold ? [[index + 2, found + 2] as const] : [];
  });
}

test('a name is like every earlier one that differs in case, accents and umlauts alone, and few need be compared', () => {
  const first = fc.constantFrom(...Object.keys(FIRST));
  const last = fc.constantFrom(...Object.keys(LAST));
  const people = fc.array(fc.record({ first, last, hasId: fc.boolean() }), { maxLength: 12 });
  fc.assert(
    fc.property(people, fc.boolean(), (found, allHaveIds) => {
      const rows = found.map(({ first, last, hasId }, index) => ({
        id: hasId || allHaveIds ? `P${index}` : '',
        first,
        last,
      }));
      const header = ['id', 'first_name', 'last_name', 'email', 'department', 'country'];
      const cells = rows.map(({ id, first, last }, index) => [id, first, last, `p${index}@x.org`, 'HR', 'DE']);
      const table = tableOf(Buffer.from(stringify([header, ...cells]))).value!;
      const problems = reportDuplicates(selectWholeRows(table), table, findColumns(table, header, {}).value);
      const pairs = problems
        .map(told)
        .map(({ row, code, message }) => [row, code, Number(/in row (\d+)$/u.exec(message)?.[1])]);
      expect(pairs).toEqual(likeEarlier(rows).map(([row, other]) => [row, 'W134', other]));
    }),
    { numRuns: runs(2000) },
  );
});
