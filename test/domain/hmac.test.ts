import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeHmac } from '../../src/domain/hmac.ts';
import { runs } from '../support/runs.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const fill = (byte: number, length: number) => new Uint8Array(length).fill(byte);

test.each([
  ['4.2', fill(0x0b, 20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    '4.3',
    new TextEncoder().encode('Jefe'),
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    '4.7, a key longer than a block',
    fill(0xaa, 131),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
])('the code is that of RFC 4231, section %s', (_, key, text, code) => expect(hex(computeHmac(key, text))).toBe(code));

test('the code is that of Node for any key and text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 300 }), (key, text) => {
      expect(hex(computeHmac(key, text))).toBe(createHmac('sha256', key).update(text, 'utf8').digest('hex'));
    }),
    { numRuns: runs(200) },
  );
});
