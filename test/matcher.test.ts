import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEMANDS } from '../src/domain/certificate.ts';
import { TIES } from '../src/domain/ties.ts';
import { match } from '../src/match.ts';
import { bestByTrying } from './support/brute-force.ts';
import { programmes } from './support/rosters.ts';

test('the matcher reaches what trying every set of tandems reaches, on every level', () => {
  fc.assert(
    fc.property(programmes(), ({ roster, terms }) => {
      const best = bestByTrying({ roster, terms });
      const outcome = match(roster, terms);
      if (best === null) expect(outcome.kind).toBe('clash');
      else if (outcome.kind !== 'matched') expect(outcome).toBe('matched');
      else {
        const levels = outcome.proof.levels.filter(({ level }) => level !== DEMANDS && level !== TIES);
        expect(levels.map(({ value }) => value)).toEqual(best);
      }
    }),
    { numRuns: 1000 },
  );
});
