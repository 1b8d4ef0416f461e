import fc from 'fast-check';
import { expect, test } from 'vitest';
import { putBack, splitAnswer } from '../../../src/web/engine/answer-pieces.ts';
import type { EngineAnswer } from '../../../src/web/engine/questions.ts';
import { runs } from '../../support/runs.ts';

const list = fc.array(fc.array(fc.integer(), { maxLength: 3 }), { maxLength: 1300, size: 'max' });

test('an answer that was taken apart is put together again, and no message of it is long', () => {
  fc.assert(
    fc.property(list, fc.array(list, { maxLength: 3 }), (whole, lists) => {
      const bytes = Uint8Array.of(1, 2, 3);
      const answer = { kind: 'matched', bytes, report: { rows: whole, sheets: lists.map(rows => ({ rows })) } };
      const { rest, pieces } = splitAnswer(answer as unknown as EngineAnswer);
      for (const { rows } of pieces) expect(rows.length).toBeLessThanOrEqual(400);
      expect(JSON.stringify(rest).split('[').length).toBeLessThan(4 * 405);
      for (const piece of pieces) putBack(rest, piece);
      expect(rest).toEqual(answer);
    }),
    { numRuns: runs(50) },
  );
});
