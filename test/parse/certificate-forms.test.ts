import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { computeDigest } from '../../src/domain/digest.ts';
import { computeRunId } from '../../src/domain/run-id.ts';
import { readCertificate, readRecordedDecisions } from '../../src/parse/certificate.ts';

// biome-ignore lint/suspicious/noExplicitAny: certificates are changed in ways that their type forbids
type Content = any;

const readReleased = (version: string): Content =>
  JSON.parse(readFileSync(`fixtures/released/${version}/run/certificate.json`, 'utf8'));

const FIRST = readReleased('0.1.0');
const SECOND = readReleased('0.2.0');
const DIGEST = SECOND.inputs.mentors.digest;
const OTHER = `sha256:${'0'.repeat(64)}`;

const encode = (content: Content) => new TextEncoder().encode(JSON.stringify(content));

/** A certificate of the second form with something changed, and sealed anew. */
function makeSecond(change: (content: Content) => void): Content {
  const { seal: _, ...content } = structuredClone(SECOND);
  change(content);
  return { ...content, seal: computeDigest(content) };
}

/** The same in the third form, with the id of what it is made from. @param after is done when it has its id. */
function makeThird(change: (content: Content) => void, after: (content: Content) => void = () => {}): Content {
  const { seal: _, ...content } = structuredClone(SECOND);
  const own = { schemaVersion: 3, language: 'de', delimiter: ';', tandems: DIGEST };
  Object.assign(content, own, { decisions: { approved: [], declined: DIGEST, previous: null } });
  change(content);
  content.run ??= computeRunId(content.program, content);
  after(content);
  return { ...content, seal: computeDigest(content) };
}

const read = (content: Content) => readCertificate(encode(content));

function certificateOf(content: Content) {
  const found = read(content);
  if (found.kind !== 'read') throw new Error(JSON.stringify(found));
  return found.certificate;
}

const notAs = (path: string) => ({ kind: 'broken', fault: { kind: 'malformed', path } });
const nothing = () => {};

const PAIR = { mentor: 'a', mentee: 'b' };
const LIMIT = { side: 'mentee', place: 'DE', price: null };
const decide = (given: object) => ({ approved: [], declined: null, previous: null, ...given });

describe('a certificate of the first two forms', () => {
  test('has no id, and no digest of tandems; its texts are English', () => {
    const unknown = { language: 'en', run: null, delimiter: null, tandems: null };
    expect(certificateOf(FIRST)).toMatchObject({ ...unknown, form: 1, version: '0.1.0', settings: null });
    expect(certificateOf(SECOND)).toMatchObject({ ...unknown, form: 2, version: '0.2.0' });
    expect(certificateOf(SECOND).settings).toEqual(SECOND.settings);
    expect([FIRST, SECOND].map(content => certificateOf(content).isSealed())).toEqual([true, true]);
  });

  test('may have taken no decisions', () => {
    const none = makeSecond(content => Reflect.deleteProperty(content, 'decisions'));
    expect(certificateOf(none).decisions).toBeUndefined();
  });

  test.each([
    ['language', 'en'],
    ['run', '0123456789ab'],
    ['delimiter', ';'],
    ['tandems', DIGEST],
    ['earlier', DIGEST],
  ])('does not have %s', (key, value) => {
    expect(read(makeSecond(content => Object.assign(content, { [key]: value })))).toEqual(notAs(key));
  });

  test('knows of nobody who left, and of no tandem that was held', () => {
    for (const more of [{ left: [] }, { held: [] }]) {
      expect(read(makeSecond(content => Object.assign(content.decisions, more)))).toEqual(notAs('decisions'));
    }
    const settings = { ...structuredClone(FIRST), settings: {} };
    expect(read(settings)).toEqual(notAs('settings'));
  });
});

describe('a certificate of the third form', () => {
  test('says which run it is of, in which language, and what is between the cells of its files', () => {
    const content = makeThird(nothing);
    expect(certificateOf(content)).toMatchObject({
      ...{ form: 3, language: 'de', run: content.run, delimiter: ';', tandems: DIGEST },
    });
    expect(certificateOf(content).isSealed()).toBe(true);
  });

  test.each<[what: string, after: (content: Content) => void]>([
    ['another id', c => Object.assign(c, { run: '0123456789ab' })],
    ['another language', c => Object.assign(c, { language: 'en' })],
    ['another delimiter', c => Object.assign(c, { delimiter: ',' })],
    ['other settings', c => Object.assign(c.settings, { values: { none: ['x'] } })],
    ['another sheet', c => Object.assign(c.inputs.mentors, { digest: OTHER })],
    ['another version', c => Object.assign(c, { program: 'rmentor 0.2.1' })],
    ['earlier tandems', c => Object.assign(c, { earlier: DIGEST })],
  ])('is not sealed where it has %s than its id is of', (_, after) => {
    expect(certificateOf(makeThird(nothing, after)).isSealed()).toBe(false);
  });

  test.each<[what: string, change: (content: Content) => void]>([
    ['no decisions', c => Reflect.deleteProperty(c, 'decisions')],
    [
      'nothing declined, and tandems that were there before',
      c => Object.assign(c, { decisions: decide({ previous: [PAIR] }) }),
    ],
    [
      'people who left',
      c =>
        Object.assign(c, {
          decisions: decide({
            left: [
              { side: 'mentor', id: 'a' },
              { side: 'mentee', id: 'a' },
            ],
          }),
        }),
    ],
    ['tandems that are held', c => Object.assign(c, { decisions: decide({ held: [PAIR], approved: [PAIR] }) })],
    ['whom an earlier run left waiting', c => Object.assign(c.inputs, { carryOver: { path: 'x', digest: DIGEST } })],
    ['earlier tandems', c => Object.assign(c, { earlier: DIGEST })],
    ['changes that must bring something', c => Object.assign(c, { worthAChange: 0.5 })],
    ['changes that must not be weighed', c => Object.assign(c, { worthAChange: null })],
    ['only two sheets', c => Object.assign(c.inputs, { limits: null, pairs: null, previous: null, history: [] })],
    ['a level without a value', c => Object.assign(c.levels[0], { value: null })],
  ])('may have %s', (_, change) => {
    const content = makeThird(change);
    expect(certificateOf(content).isSealed()).toBe(true);
    expect(certificateOf(content).decisions).toEqual(content.decisions);
  });

  const worst = (given: object) => (c: Content) =>
    Object.assign(c, { worst: { all: c.prices, better: null, ...given } });
  const better = (given: object) => (c: Content) =>
    worst({ better: { floor: 1, tandems: [PAIR], prices: c.prices, ...given } })(c);

  test.each<[what: string, change: (content: Content) => void, where: string]>([
    ['something more of an input', c => Object.assign(c.inputs.mentors, { more: 1 }), 'inputs.mentors'],
    ['something more among inputs', c => Object.assign(c.inputs, { more: null }), 'inputs'],
    ['a path without a sign', c => Object.assign(c.inputs.mentees, { path: '' }), 'inputs.mentees.path'],
    ['something more with prices', c => Object.assign(c.prices, { more: 1 }), 'prices'],
    ['something more of a mentor', c => Object.assign(c.prices.mentors[0], { more: 1 }), 'prices.mentors.0'],
    ['something more of a limit', c => Object.assign(c.prices, { limits: [{ ...LIMIT, more: 1 }] }), 'prices.limits.0'],
    ['a limit of no side', c => Object.assign(c.prices, { limits: [{ ...LIMIT, side: 'x' }] }), 'prices.limits.0.side'],
    ['something more of a level', c => Object.assign(c.levels[0], { more: 1 }), 'levels.0'],
    ['something more of the worst tandem', worst({ more: 1 }), 'worst'],
    ['something more of better tandems', better({ more: 1 }), 'worst.better'],
    ['something more of a better tandem', better({ tandems: [{ ...PAIR, more: 1 }] }), 'worst.better.tandems.0'],
    ['something more in decisions', c => Object.assign(c, { decisions: decide({ more: 1 }) }), 'decisions'],
    [
      'something more of one',
      c => Object.assign(c, { decisions: decide({ approved: [{ ...PAIR, more: 1 }] }) }),
      'decisions.approved.0',
    ],
    [
      'somebody who left from no side',
      c => Object.assign(c, { decisions: decide({ left: [{ side: 'x', id: 'a' }] }) }),
      'decisions.left.0.side',
    ],
    [
      'something more of somebody who left',
      c => Object.assign(c, { decisions: decide({ left: [{ side: 'mentor', id: 'a', more: 1 }] }) }),
      'decisions.left.0',
    ],
    ['no alternates at all', c => Object.assign(c, { alternates: 0 }), 'alternates'],
    ['a delimiter of two signs', c => Object.assign(c, { delimiter: ';;' }), 'delimiter'],
    ['no delimiter', c => Object.assign(c, { delimiter: '' }), 'delimiter'],
    ['no language', c => Reflect.deleteProperty(c, 'language'), 'language'],
    ['another language', c => Object.assign(c, { language: 'fr' }), 'language'],
    ['no digest of its tandems', c => Reflect.deleteProperty(c, 'tandems'), 'tandems'],
    ['no id', c => Object.assign(c, { run: '' }), 'run'],
    ['a setting that is none', c => Object.assign(c.settings, { more: 1 }), 'settings'],
  ])('may not have %s', (_, change, where) => {
    expect(read(makeThird(nothing, change))).toEqual(notAs(where));
  });
});

describe('the decisions of a certificate', () => {
  const decided = (content: Content) => readRecordedDecisions(encode(content));
  const decisions = decide({ approved: [{ mentor: 'a', mentee: 'b' }] });

  test('are read whether its seal fits or not', () => {
    const content = makeThird(c => Object.assign(c, { decisions }));
    expect(decided(content)).toEqual({ kind: 'decided', decisions });
    expect(decided({ ...content, seal: 'x' })).toEqual({ kind: 'decided', decisions });
  });

  test('are none where it took none', () => {
    expect(decided(FIRST)).toEqual({ kind: 'decided', decisions: null });
    expect(decided(makeThird(c => Reflect.deleteProperty(c, 'decisions')))).toEqual({
      kind: 'decided',
      decisions: null,
    });
  });

  test('cannot be read from what is none', () => {
    expect(decided({ ...makeThird(nothing), more: 1 })).toEqual(notAs(''));
    expect(decided({ schemaVersion: 4, program: 'rmentor 9.9.9' })).toEqual({ kind: 'unknown-form', version: '9.9.9' });
  });
});
