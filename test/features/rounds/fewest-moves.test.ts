/** @module-tag slow */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tandem } from '../../../src/domain/pairing.ts';
import type { Limit } from '../../../src/domain/policy.ts';
import { findFewestMoves } from '../../../src/features/rounds/fewest-moves.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { repairByTrying } from '../../support/brute-force.ts';
import { limit, mentee, mentor, note, policy, roster, rule, terms } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

const SIZE = 5;

/** Who may meet, how many slots mentors have, where people are, how many each country may have, and in which order pairs stay. */
const gaps = fc.record({
  may: fc.array(fc.constantFrom(true, false, false), { minLength: SIZE * SIZE, maxLength: SIZE * SIZE }),
  capacities: fc.array(fc.constantFrom(1, 1, 1, 2), { minLength: SIZE, maxLength: SIZE }),
  countries: fc.array(fc.constantFrom('DE', 'FR'), { minLength: 2 * SIZE, maxLength: 2 * SIZE }),
  most: fc.array(fc.constantFrom(1, 2, 3, Number.POSITIVE_INFINITY), { minLength: 4, maxLength: 4 }),
  order: fc.shuffledSubarray([...Array(SIZE * SIZE).keys()], { minLength: 15 }),
  moves: fc.constantFrom(0, 1, 2, 3, 9, 9),
  told: fc.array(fc.boolean(), { minLength: SIZE * SIZE, maxLength: SIZE * SIZE }),
});

type MoveTask = typeof gaps extends fc.Arbitrary<infer Value> ? Value : never;

function makeProgramme({ may, capacities, countries, most }: MoveTask) {
  const people = roster(
    capacities.map((capacity, m) => mentor(`m${m}`, { capacity, country: countries[m]!, languages: ['en'] })),
    [...Array(SIZE).keys()].map(e => mentee(`e${e}`, { country: countries[SIZE + e]!, languages: ['en'] })),
  );
  const places = [
    ['mentor', 'DE'] as const,
    ['mentor', 'FR'] as const,
    ['mentee', 'DE'] as const,
    ['mentee', 'FR'] as const,
  ];
  const limits = places.flatMap(([side, place], at): Limit[] =>
    most[at] === Number.POSITIVE_INFINITY ? [] : [limit({ side, place, countries: [place], max: most[at]! })],
  );
  const bans = may.flatMap((isOpen, at) =>
    isOpen ? [] : [note({ mentor: Math.floor(at / SIZE), mentee: at % SIZE, banned: true })],
  );
  const must = [rule({ rule: 'overlap', field: 'languages', name: 'overlap-languages' })];
  return { roster: people, terms: terms({ policy: policy({ must }), limits, pairs: bans }) };
}

/** Pairs in some order, each while it is possible beside those before. */
function pickStaying({ may, capacities, countries, most, order }: MoveTask): Tandem[] {
  const stay: Tandem[] = [];
  const count = (isCounted: (one: Tandem) => boolean) => stay.filter(isCounted).length;
  for (const at of order) {
    const [m, e] = [Math.floor(at / SIZE), at % SIZE];
    const [home, other] = [countries[m], countries[SIZE + e]];
    const isFull =
      count(({ mentor }) => mentor === m) >= capacities[m]! ||
      count(({ mentee }) => mentee === e) >= 1 ||
      count(({ mentor }) => countries[mentor] === home) >= most[home === 'DE' ? 0 : 1]! ||
      count(({ mentee }) => countries[SIZE + mentee] === other) >= most[other === 'DE' ? 2 : 3]!;
    if (may[at] && !isFull) stay.push({ mentor: m, mentee: e });
  }
  return stay;
}

test('most are served with the fewest moves, and the fewest of tandems that people know, by trying all', () => {
  let moving = 0;
  let sparing = 0;
  fc.assert(
    fc.property(gaps, given => {
      const programme = makeProgramme(given);
      const stay = pickStaying(given);
      const unserved = [...programme.roster.mentees.keys()].filter(e => !stay.some(({ mentee }) => mentee === e));
      const wanted = new Map(unserved.map(e => [e, 1] as const));
      const { candidates } = makePairing(programme.roster, programme.terms);
      const isTold = ({ mentor: m, mentee: e }: Tandem) => given.told[m * SIZE + e]!;
      const found = findFewestMoves({ ...programme, candidates, stay, wanted, isTold }, given.moves);
      const served = found.tandems.length - stay.length;
      expect(served).toBe(found.gained);
      const told = found.moved.filter(isTold).length;
      expect({ served, moved: found.moved.length, told }).toEqual(
        repairByTrying(programme, { stay, wanted: new Set(wanted.keys()), most: given.moves, isTold }),
      );
      if (found.moved.length > 1) moving++;
      const careless = findFewestMoves({ ...programme, candidates, stay, wanted }, given.moves);
      if (careless.moved.filter(isTold).length > told) sparing++;
    }),
    { numRuns: runs(2000) },
  );
  if (runs(2000) >= 2000) expect([moving > 20, sparing > 3]).toEqual([true, true]);
});

test('who got one gives it back where two others then get one', () => {
  const at = (country: string) => ({ country, languages: ['en'] });
  const people = roster(
    [mentor('m0', at('DE')), mentor('m1', at('DE'))],
    [mentee('e0', at('DE')), mentee('e1', at('DE')), mentee('e2', at('FR'))],
  );
  const limits = [
    limit({ side: 'mentee', place: 'DE', countries: ['DE'], max: 1 }),
    limit({ side: 'mentee', place: 'FR', countries: ['FR'], max: 2 }),
  ];
  const bans = [note({ mentor: 1, mentee: 0, banned: true }), note({ mentor: 0, mentee: 1, banned: true })];
  const all = terms({ limits, pairs: [...bans, note({ mentor: 1, mentee: 2, banned: true })] });
  const { candidates } = makePairing(people, all);
  const wanted = new Map([0, 1, 2].map(e => [e, 1] as const));
  const found = findFewestMoves({ roster: people, terms: all, candidates, stay: [], wanted }, 0);
  expect(found.tandems).toEqual([
    { mentor: 0, mentee: 2 },
    { mentor: 1, mentee: 1 },
  ]);
});
