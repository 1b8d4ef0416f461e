import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { computeDigest } from '../../src/domain/digest.ts';
import { MOST } from '../../src/domain/input-bounds.ts';
import { FORM, MOST_ALTERNATES } from '../../src/domain/run-files.ts';
import { readCertificate, readPlainJson } from '../../src/parse/certificate.ts';

/** One that was released: what a certificate of its form looks like does not change any more. */
const RELEASED = JSON.parse(readFileSync('fixtures/released/0.1.0/run/certificate.json', 'utf8'));

// biome-ignore lint/suspicious/noExplicitAny: a certificate is changed in ways that its type forbids
type Content = any;

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What becomes of the certificate with something changed, and sealed anew. */
function readWith(change: (content: Content) => void) {
  const { seal: _, ...content } = structuredClone(RELEASED);
  change(content);
  return readCertificate(bytesOf(JSON.stringify({ ...content, seal: computeDigest(content) })));
}

const notAs = (path: string) => ({ kind: 'broken', fault: { kind: 'malformed', path } });
const listOf = <Item>(length: number, item: Item) => Array.from({ length }, () => item);

describe('a certificate', () => {
  test('is read with prices by names', () => {
    const read = readWith(() => {});
    if (read.kind !== 'read') throw new Error(read.kind);
    const { certificate } = read;
    expect(certificate).toMatchObject({
      ...{ form: 1, version: '0.1.0', config: RELEASED.config, inputs: RELEASED.inputs, allowOverride: false },
      ...{ policy: RELEASED.policy, levels: RELEASED.levels, worst: null },
    });
    const { mentors, mentees, limits } = RELEASED.prices;
    const pairs = (list: Content[], name: (one: Content) => string) => list.map(one => [name(one), one.price]);
    expect([...certificate.prices.mentors]).toEqual(pairs(mentors, ({ id }) => id));
    expect([...certificate.prices.mentees]).toEqual(pairs(mentees, ({ id }) => id));
    expect([...certificate.prices.limits]).toEqual(pairs(limits, ({ side, place }) => `${side} ${place}`));
    expect(certificate.prices.limits.size).toBeGreaterThan(0);
  });

  test('may speak of the worst tandem, with or without better ones', () => {
    const { prices } = RELEASED;
    const worst = { all: prices, better: { floor: 7, tandems: [{ mentor: 'a', mentee: 'b' }], prices } };
    const read = readWith(content => Object.assign(content, { worst }));
    expect(read).toMatchObject({ certificate: { worst: { better: { floor: 7, tandems: worst.better.tandems } } } });
    if (read.kind !== 'read') throw new Error(read.kind);
    expect(read.certificate.worst!.all).toEqual(read.certificate.prices);
    expect(read.certificate.worst!.better!.prices).toEqual(read.certificate.prices);
    const alone = readWith(content => Object.assign(content, { worst: { all: prices, better: null } }));
    expect(alone).toMatchObject({ certificate: { worst: { better: null } } });
  });

  test('of the first form knows no decisions', () => {
    const decisions = { approved: [], declined: null, previous: null };
    expect(readWith(content => Object.assign(content, { decisions })).kind).toBe('broken');
  });

  test('tells whether its seal fits', () => {
    const changed = { ...RELEASED, config: 'other.json' };
    const isSealed = (content: Content) => {
      const read = readCertificate(bytesOf(JSON.stringify(content)));
      return read.kind === 'read' && read.certificate.isSealed();
    };
    expect([isSealed(changed), isSealed(RELEASED)]).toEqual([false, true]);
  });

  test.each<[what: string, change: (content: Content) => void]>([
    ['a thousand levels', c => Object.assign(c, { levels: listOf(1000, { level: 'x', value: null }) })],
    ['a thousand numbers in a price', c => Object.assign(c.prices.mentees[0], { price: listOf(1000, 1) })],
    ['no price of somebody', c => Object.assign(c.prices.limits[0], { price: null })],
    ['a thousand files of history', c => Object.assign(c.inputs, { history: listOf(1000, c.inputs.mentors) })],
    ['as many alternates as may be', c => Object.assign(c, { alternates: MOST_ALTERNATES })],
    ['one alternate', c => Object.assign(c, { alternates: 1 })],
    ['a config of one sign', c => Object.assign(c, { config: 'c' })],
    ['no config', c => Object.assign(c, { config: null })],
    ['a path of one sign', c => Object.assign(c.inputs.mentees, { path: 'm' })],
    ['a version before another', c => Object.assign(c, { program: 'rmentor 123456789.0.10-rc.1' })],
    ['a code page', c => Object.assign(c, { encoding: 'windows-1252' })],
  ])('may have %s', (_, change) => {
    expect(readWith(change)).toMatchObject({ kind: 'read' });
  });

  const DIGEST = RELEASED.inputs.mentors.digest;

  test.each<[what: string, change: (content: Content) => void, where: string]>([
    ['a level too many', c => Object.assign(c, { levels: listOf(1001, { level: 'x', value: null }) }), 'levels'],
    [
      'too many numbers in a price',
      c => Object.assign(c.prices.mentees[0], { price: listOf(1001, 1) }),
      'prices.mentees.0.price',
    ],
    [
      'a file of history too many',
      c => Object.assign(c.inputs, { history: listOf(1001, c.inputs.mentors) }),
      'inputs.history',
    ],
    ['an alternate too many', c => Object.assign(c, { alternates: MOST_ALTERNATES + 1 }), 'alternates'],
    ['a config without a name', c => Object.assign(c, { config: '' }), 'config'],
    ['a key more with a mentee', c => Object.assign(c.prices.mentees[0], { more: 1 }), 'prices.mentees.0'],
    [
      'something in front of a digest',
      c => Object.assign(c.inputs.limits, { digest: `x${DIGEST}` }),
      'inputs.limits.digest',
    ],
    [
      'something behind a digest',
      c => Object.assign(c.inputs.limits, { digest: `${DIGEST}0` }),
      'inputs.limits.digest',
    ],
    ['another program', c => Object.assign(c, { program: 'my rmentor 0.1.0' }), 'program'],
    ['something behind its version', c => Object.assign(c, { program: 'rmentor 0.1.0 or so' }), 'program'],
    ['a key more', c => Object.assign(c, { more: 1 }), ''],
    ['no form', c => Object.assign(c, { schemaVersion: 0 }), 'schemaVersion'],
    ['half a form', c => Object.assign(c, { schemaVersion: FORM + 0.5 }), 'schemaVersion'],
  ])('may not have %s', (_, change, where) => {
    expect(readWith(change)).toEqual(notAs(where));
  });

  test('is one of JSON, and says a thing once', () => {
    for (const text of ['', '{', '{"a": 1, "a": 2}'])
      expect(readCertificate(bytesOf(text))).toEqual({ kind: 'broken', fault: { kind: 'not-plain' } });
    for (const text of ['[]', '7', 'null']) expect(readCertificate(bytesOf(text))).toEqual(notAs(''));
    expect(readCertificate(bytesOf('{}'))).toEqual(notAs('schemaVersion'));
    expect(readPlainJson(bytesOf('{"a": [1]}'))).toEqual({ a: [1] });
  });

  test.each<[where: string, change: (content: Content) => void]>([
    ['a mentor', c => c.prices.mentors.push(c.prices.mentors[0])],
    ['a mentee', c => c.prices.mentees.push(c.prices.mentees[0])],
    ['a limit', c => c.prices.limits.push(c.prices.limits[0])],
  ])('has one price of %s', (_, change) => {
    const twice = { kind: 'broken', fault: { kind: 'two-prices' } };
    const { prices } = RELEASED;
    const doubled = structuredClone({ prices });
    change(doubled);
    const better = (own: Content) => ({ floor: 1, tandems: [], prices: own });
    expect(readWith(change)).toEqual(twice);
    expect(readWith(c => Object.assign(c, { worst: { all: doubled.prices, better: null } }))).toEqual(twice);
    const inBetter = { all: prices, better: better(doubled.prices) };
    expect(readWith(c => Object.assign(c, { worst: inBetter }))).toEqual(twice);
    const once = { all: prices, better: better(prices) };
    expect(readWith(c => Object.assign(c, { worst: once }))).toMatchObject({ kind: 'read' });
  });

  test('may have limits of one place on both sides', () => {
    const both = ['mentor', 'mentee'].map(side => ({ side, place: 'XX', price: null }));
    expect(readWith(c => Object.assign(c.prices, { limits: both }))).toMatchObject({ kind: 'read' });
  });

  const MOST_HELD = 2 * MOST.settingsMiB * 2 ** 20 - JSON.stringify([null, { x: '' }]).length;
  const TOO_LARGE = { kind: 'broken', fault: { kind: 'too-large' } };

  test.each([
    ['policy', 0, notAs('policy')],
    ['policy', 1, TOO_LARGE],
    ['settings', 1, TOO_LARGE],
  ])('has %s as large as those of two configs, and not larger: %i letters more', (what, more, says) => {
    const content = { ...RELEASED, policy: null, [what]: { x: 'x'.repeat(MOST_HELD + more) } };
    expect(readCertificate(bytesOf(JSON.stringify(content)))).toEqual(says);
  });

  test('of a later form is left to the version that made it', () => {
    const later = { schemaVersion: FORM + 1, program: 'rmentor 9.8.7-rc.1', whatever: true };
    expect(readCertificate(bytesOf(JSON.stringify(later)))).toEqual({ kind: 'unknown-form', version: '9.8.7-rc.1' });
    const nobodys = { ...later, program: 'somebody' };
    expect(readCertificate(bytesOf(JSON.stringify(nobodys)))).toEqual(notAs('schemaVersion'));
  });
});
