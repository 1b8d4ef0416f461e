import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashToWords, Sha256 } from '../../src/domain/sha256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const byNode = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Texts around the ends of blocks, and around the end of what the module takes at once. */
const texts = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 65_400, max: 65_700 })),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  .map(([length, end]) => 'a'.repeat(length) + end);

test('hashes are those of Node, however many are at work in turn and whatever pieces the texts come in', () => {
  fc.assert(
    fc.property(fc.array(fc.array(texts, { maxLength: 4 }), { minLength: 1, maxLength: 3 }), all => {
      const hashes = all.map(() => new Sha256());
      for (let turn = 0; turn < 4; turn++) {
        for (const [index, pieces] of all.entries()) hashes[index]!.add(pieces[turn] ?? '');
      }
      expect(hashes.map(hash => hex(hash.digest()))).toEqual(all.map(pieces => byNode(pieces.join(''))));
    }),
    { examples: [[[[]]]] },
  );
});

test('two words of a hash are the first of it, while others are at work', () => {
  const ids = fc.oneof(texts, fc.string({ unit: 'binary', minLength: 40, maxLength: 70 }));
  fc.assert(
    fc.property(ids, ids, (id, other) => {
      const open = new Sha256().add(other);
      const words = Int32Array.from(hashToWords(id));
      expect(hex(new Uint8Array(words.buffer))).toBe(byNode(id).slice(0, 16));
      expect(hex(open.digest())).toBe(byNode(other));
    }),
  );
});
