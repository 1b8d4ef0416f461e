import { describe, expect, test } from 'vitest';
import { makeDecisionRecord, type NamedPerson } from '../../../src/domain/decisions.ts';
import { computeDigest, digestContents } from '../../../src/domain/digest.ts';
import type { PairFiles, PairNote, Terms } from '../../../src/domain/policy.ts';
import type { Mentee, Mentor, Roster } from '../../../src/domain/roster.ts';
import type { InputRecords } from '../../../src/domain/run-files.ts';
import {
  findChangedDecision,
  findChangedInput,
  type InputsNow,
  type InputsThen,
} from '../../../src/features/verify/changed-input.ts';
import { computeForm1Digests, convertPolicyToForm1 } from '../../../src/features/verify/form-1.ts';
import { limit, mentee, mentor, note, policy, preference, roster, rule, terms } from '../../support/rosters.ts';
import { refuted } from '../../support/told.ts';

const people: Roster = {
  ...roster([mentor('m0'), mentor('m1')], [mentee('e0')]),
  withdrawn: [
    { side: 'mentor', person: mentor('gone0') },
    { side: 'mentee', person: mentee('gone1') },
  ],
};

const PAIRS = [note({ mentor: 0, mentee: 0, locked: true })];
const KEPT = [note({ mentor: 1, mentee: 0, kept: true })];
const MET = { notes: [note({ mentor: 1, mentee: 0, met: true })], tandems: [] };
const EMPTY = { notes: [], tandems: [] };

const said: PairFiles = { pairs: PAIRS, previous: KEPT, history: [MET, EMPTY] };
const now: InputsNow = {
  roster: people,
  terms: terms({ limits: [limit({ place: 'DE', side: 'mentor', max: 3 })], pairs: [...PAIRS, ...KEPT] }),
  said,
  earlier: null,
  asked: policy(),
};

/** What a certificate says of inputs. */
function recordOf({ roster, terms, said }: InputsNow): InputRecords {
  const { history, ...digests } = digestContents(roster, terms, said);
  const record = (role: keyof typeof digests) => ({ path: `${role}.csv`, digest: digests[role] });
  return {
    ...{ mentors: record('mentors'), mentees: record('mentees'), limits: record('limits') },
    ...{ pairs: record('pairs'), previous: record('previous') },
    history: history.map((digest, at) => ({ path: `history-${at}.csv`, digest })),
  };
}

const then: InputsThen = { form: 3, inputs: recordOf(now), policy: policy() };

const isOther = (what: string, path: string) =>
  `the ${what} (${path}) was changed since this run, or this is another file`;

describe('inputs', () => {
  test('are those of the run where all say the same', () => {
    expect(findChangedInput(now, then)).toBeNull();
    const turned = { ...said, history: said.history.toReversed() };
    expect(findChangedInput({ ...now, said: turned }, then)).toBeNull();
  });

  const other = mentor('m9');
  const changes: [what: string, now: Partial<InputsNow>, says: string][] = [
    ['mentors', { roster: { ...people, mentors: [other, other] } }, isOther('sheet of mentors', 'mentors.csv')],
    ['mentees', { roster: { ...people, mentees: [mentee('e9')] } }, isOther('sheet of mentees', 'mentees.csv')],
    ['limits', { terms: { ...now.terms, limits: [] } }, isOther('sheet of limits', 'limits.csv')],
    ['pairs', { said: { ...said, pairs: [] } }, isOther('list of pairs', 'pairs.csv')],
    ['previous', { said: { ...said, previous: [] } }, isOther('list of previous tandems', 'previous.csv')],
    ['history', { said: { ...said, history: [EMPTY, EMPTY] } }, isOther('list of earlier tandems', 'history-0.csv')],
    ['history', { said: { ...said, history: [MET, MET] } }, isOther('list of earlier tandems', 'history-1.csv')],
    ['history', { said: { ...said, history: [MET] } }, 'this run read 2 files of earlier tandems, and now there is 1'],
    [
      'policy',
      { earlier: null, asked: policy({ pairsOnly: true }) },
      'pairs was changed since this run: it was not set, and is "only" now',
    ],
  ];

  test.each(changes)('that changed are named: %s', (_, change, says) => {
    expect(refuted(findChangedInput({ ...now, ...change }, then))).toBe(says);
  });

  test('are not held against a policy that nobody asks for now', () => {
    expect(findChangedInput({ ...now, asked: null }, { ...then, policy: policy({ pairsOnly: true }) })).toBeNull();
  });

  test('that were twice the same are both looked for', () => {
    const twice = recordOf({ ...now, said: { ...said, history: [MET, MET] } });
    expect(refuted(findChangedInput(now, { ...then, inputs: twice }))).toBe(
      isOther('list of earlier tandems', 'history-1.csv'),
    );
  });

  test('are named in the order in which one decides about the next', () => {
    const nothing = { pairs: [], previous: [], history: [] };
    const noLimits = { ...now, terms: { ...now.terms, limits: [] }, said: nothing };
    const both = { ...people, mentors: [other, other], mentees: [mentee('e9')] };
    expect(refuted(findChangedInput({ ...noLimits, roster: both }, then))).toContain('mentors.csv');
    expect(refuted(findChangedInput({ ...noLimits, roster: { ...people, mentees: [mentee('e9')] } }, then))).toContain(
      'mentees.csv',
    );
    expect(refuted(findChangedInput(noLimits, then))).toContain('limits.csv');
    const bare = { ...now, said: { pairs: [], previous: [], history: [EMPTY, EMPTY] } };
    expect(refuted(findChangedInput(bare, then))).toContain('pairs.csv');
    expect(refuted(findChangedInput({ ...bare, earlier: null, asked: policy({ pairsOnly: true }) }, then))).toContain(
      'pairs was changed',
    );
  });

  test.each<[what: keyof InputRecords, says: string]>([
    ['limits', 'this run was made without limits, and now there are some'],
    ['pairs', 'this run was made without a list of pairs, and now there is one'],
    ['previous', 'this run was made without previous tandems, and now there are some'],
  ])('that the run was made without are named: %s', (what, says) => {
    const inputs = { ...then.inputs, [what]: null };
    expect(refuted(findChangedInput(now, { ...then, inputs }))).toBe(says);
    const without = {
      ...now,
      terms: what === 'limits' ? { ...now.terms, limits: [] } : now.terms,
      said: { ...said, [what]: null },
    };
    expect(findChangedInput(without, { ...then, inputs })).toBeNull();
  });

  test('say whom an earlier run left waiting, which counts before all sheets', () => {
    const waiting = (ids: readonly string[] | null): InputsNow => ({
      ...now,
      terms: { ...now.terms, carriedOver: ids },
    });
    const digest = digestContents(people, waiting(['e0']).terms, said).carryOver;
    const carrying: InputsThen = { ...then, inputs: { ...then.inputs, carryOver: { path: 'waiting.csv', digest } } };
    expect(findChangedInput(waiting(['e0']), carrying)).toBeNull();
    const other = { kind: 'input-changed', role: 'carryOver', path: 'waiting.csv' };
    expect(
      findChangedInput({ ...waiting(['e1']), roster: { ...people, mentors: [mentor('m0'), mentor('m9')] } }, carrying),
    ).toEqual(other);
    expect(findChangedInput(waiting(null), carrying)).toEqual(other);
    const added = { kind: 'input-added', role: 'carryOver' };
    expect(
      findChangedInput({ ...waiting([]), roster: { ...people, mentors: [mentor('m0'), mentor('m9')] } }, then),
    ).toEqual(added);
  });

  test('name the earlier tandems that changes.csv was made from', () => {
    const earlier = (score: number) => {
      const [mentor, mentee] = ['m1', 'e0'].map(id => ({ id, name: id, email: '' })) as [NamedPerson, NamedPerson];
      return [{ mentor, mentee, status: 'draft', score }];
    };
    const telling: InputsThen = { ...then, earlier: computeDigest(earlier(1000)) };
    expect(findChangedInput({ ...now, earlier: earlier(1000) }, telling)).toBeNull();
    const other = { kind: 'input-changed', role: 'previous', path: 'previous.csv' };
    expect(findChangedInput({ ...now, earlier: earlier(2000) }, telling)).toEqual(other);
    // Where the run was written over them, or has no changes.csv, they are not held against anything here.
    expect(findChangedInput({ ...now, earlier: null }, telling)).toBeNull();
    expect(findChangedInput({ ...now, earlier: earlier(2000) }, then)).toBeNull();
    const over: InputsThen = { ...telling, inputs: { ...then.inputs, previous: null } };
    const without = { ...now, said: { ...said, previous: null } };
    expect(findChangedInput({ ...without, earlier: earlier(2000) }, over)).toBeNull();
  });

  test('that the run was made without are named before the policy', () => {
    const inputs = { ...then.inputs, pairs: null };
    const other = policy({ pairsOnly: true });
    expect(refuted(findChangedInput(now, { ...then, inputs, policy: other }))).toContain('a list of pairs');
  });
});

describe('decisions', () => {
  const gone = { ...{ mentor: mentor('gone0'), mentee: mentee('gone1') }, remark: 'moved away' };
  const noted = [
    note({ mentor: 0, mentee: 0, approved: true }),
    note({ mentor: 1, mentee: 0, declined: true, kept: true }),
  ];
  const deciding = (pairs: readonly PairNote[], more: object = {}) => ({
    ...{ roster: people, terms: terms({ pairs }), gone: [gone], keepsOwn: true, left: [] },
    ...more,
  });
  const taken = deciding(noted);
  const decisions = makeDecisionRecord(taken)!;
  const nothing = deciding([], { gone: [], keepsOwn: false });

  test('are those of the run where all say the same', () => {
    expect(decisions.previous).toHaveLength(1);
    expect(findChangedDecision(taken, { form: 2, decisions })).toBeNull();
    expect(findChangedDecision(nothing, { form: 2, decisions: null })).toBeNull();
    expect(findChangedDecision(nothing, { form: 2 })).toBeNull();
  });

  test('are none in form 1', () => {
    expect(findChangedDecision(taken, { form: 1 })).toBeNull();
  });

  const DECLINED = 'declined.csv was changed after this run; run rmentor match again';
  const APPROVED = 'certificate.json lists approved tandems that the sheets do not have';
  const KEPT = 'certificate.json keeps tandems of people who are not in the sheets';
  const LEFT = 'certificate.json lists people who left and who are not in the sheets';
  const HELD = 'certificate.json holds tandems of people who are not in the sheets';

  test.each<[what: string, now: ReturnType<typeof deciding>, says: string]>([
    ['declined, and nobody', deciding(noted, { gone: [] }), DECLINED],
    ['declined by others', deciding([noted[0]!]), DECLINED],
    ['approved', deciding([noted[1]!]), APPROVED],
    ['kept', deciding(noted, { keepsOwn: false }), KEPT],
    ['kept of others', deciding([noted[0]!, { ...noted[1]!, kept: false }]), KEPT],
    ['of somebody who left', deciding(noted, { left: [{ side: 'mentor', id: 'gone0' }] }), LEFT],
    ['held', deciding([{ ...noted[0]!, held: true }, noted[1]!]), HELD],
  ])('that are other now are named: %s', (_, other, says) => {
    expect(refuted(findChangedDecision(other, { form: 2, decisions }))).toBe(says);
    const record = makeDecisionRecord(other);
    expect(refuted(findChangedDecision(taken, { form: 2, decisions: record }))).toBe(says);
  });

  test('that kept none of the tandems that were there are not those that kept nothing', () => {
    const keepingNothing = deciding(noted, { keepsOwn: false });
    const record = makeDecisionRecord(keepingNothing)!;
    expect(findChangedDecision(keepingNothing, { form: 3, decisions: record })).toBeNull();
    const none = { ...record, previous: [] };
    expect(refuted(findChangedDecision(keepingNothing, { form: 3, decisions: none }))).toBe(KEPT);
  });

  test.each([
    [deciding([noted[0]!], { gone: [], keepsOwn: false }), APPROVED],
    [deciding([noted[1]!], { gone: [], keepsOwn: false }), DECLINED],
    [deciding([{ ...noted[1]!, declined: false }], { gone: [] }), KEPT],
  ])('that are there, or were, and none at the other time are named', (some, says) => {
    const record = makeDecisionRecord(some);
    expect(findChangedDecision(some, { form: 2, decisions: record })).toBeNull();
    expect(refuted(findChangedDecision(some, { form: 2, decisions: null }))).toBe(says);
    expect(refuted(findChangedDecision(nothing, { form: 2, decisions: record }))).toBe(says);
  });
});

describe('form 1', () => {
  const { roster: who, terms: said1 } = now;
  const digests = (roster: Roster, terms: Terms, files = 2) => computeForm1Digests(roster, terms, files);
  const before = digests(who, said1);

  test('is asked where a certificate is of it', () => {
    const record = (role: 'mentors' | 'mentees' | 'limits' | 'pairs' | 'previous') => ({
      path: `${role}.csv`,
      digest: before[role],
    });
    const inputs: InputRecords = {
      ...{ mentors: record('mentors'), mentees: record('mentees'), limits: record('limits') },
      ...{ pairs: record('pairs'), previous: record('previous') },
      history: before.history.map((digest, at) => ({ path: `history-${at}.csv`, digest })),
    };
    expect(findChangedInput(now, { form: 1, inputs, policy: convertPolicyToForm1(now.terms.policy) })).toBeNull();
    const other = convertPolicyToForm1(policy({ pairsOnly: true }));
    expect(refuted(findChangedInput(now, { form: 1, inputs, policy: other }))).toContain('pairs was changed');
    const held = convertPolicyToForm1(now.terms.policy);
    expect(refuted(findChangedInput(now, { form: 1, inputs: then.inputs, policy: held }))).toContain('pairs.csv');
  });

  const person: Partial<Mentor & Mentee> = {
    ...{ id: 'x', name: 'x', email: 'x', department: 'x', country: 'FR', city: 'x', offset: 5, languages: ['x'] },
    ...{ topics: ['x'], level: 9, manager: 'x', wishes: ['x'], notWith: ['x'], extra: new Map([['x', 'y']]) },
  };
  const asMentor: Partial<Mentor> = { ...person, capacity: 7, minLoad: 1 };
  const asMentee: Partial<Mentee> = { ...person, wants: 7, priority: 7 };

  test.each(Object.entries(asMentor))('has %s of mentors in its digest', (key, value) => {
    const mentors = who.mentors.with(1, { ...who.mentors[1]!, [key]: value });
    // Who is named in notes is named there too.
    const { mentors: digest, ...others } = digests({ ...who, mentors }, said1);
    expect(digest).not.toBe(before.mentors);
    if (key !== 'id') expect({ ...others, mentors: before.mentors }).toEqual(before);
    const gone = { side: 'mentor', person: { ...mentor('gone0'), [key]: value } } as const;
    expect(digests({ ...who, withdrawn: who.withdrawn.with(0, gone) }, said1)).toEqual({
      ...before,
      mentors: expect.not.stringMatching(before.mentors),
    });
  });

  test.each(Object.entries(asMentee))('has %s of mentees in its digest', (key, value) => {
    const mentees = [{ ...who.mentees[0]!, [key]: value }];
    const { mentees: digest, ...others } = digests({ ...who, mentees }, said1);
    expect(digest).not.toBe(before.mentees);
    if (key !== 'id') expect({ ...others, mentees: before.mentees }).toEqual(before);
    const gone = { side: 'mentee', person: { ...mentee('gone1'), [key]: value } } as const;
    expect(digests({ ...who, withdrawn: who.withdrawn.with(1, gone) }, said1)).toEqual({
      ...before,
      mentees: expect.not.stringMatching(before.mentees),
    });
  });

  test('tells who withdrew from who did not, and on which side', () => {
    const [gone] = who.withdrawn;
    const back = { ...who, mentors: [...who.mentors, mentor('gone0')], withdrawn: who.withdrawn.slice(1) };
    expect(digests(back, said1).mentors).not.toBe(before.mentors);
    const other = { ...who, withdrawn: [{ ...gone!, side: 'mentee' as const, person: mentee('gone0') }] };
    expect(digests(other, said1).mentors).not.toBe(before.mentors);
  });

  test('goes by nothing else, such as rows', () => {
    const moved = <Person extends { row: number }>(one: Person) => ({ ...one, row: 99 });
    const roster = { ...who, mentors: who.mentors.map(moved), mentees: who.mentees.map(moved) };
    const terms = { ...said1, limits: said1.limits.map(moved), pairs: said1.pairs.map(moved) };
    expect(digests(roster, terms)).toEqual(before);
  });

  test.each([{ place: 'XX' }, { countries: ['FR'] }, { side: 'mentee' as const }, { min: 1 }, { max: 9 }])(
    'has %s of limits in its digest',
    change => {
      const limits = said1.limits.map(one => ({ ...one, ...change }));
      expect(digests(who, { ...said1, limits })).toEqual({
        ...before,
        limits: expect.not.stringMatching(before.limits),
      });
    },
  );

  test.each<Partial<PairNote>>([
    ...[{ locked: false }, { override: 'x' }, { banned: true }, { listed: true }, { points: 5 }, { met: true }],
    ...[{ kept: true }, { mentor: 1 }],
  ])('has %s of pairs in its one digest of what is said of them', change => {
    const pairs = said1.pairs.with(0, { ...said1.pairs[0]!, ...change });
    const after = digests(who, { ...said1, pairs });
    expect(after.pairs).not.toBe(before.pairs);
    expect(after).toEqual({
      ...before,
      pairs: after.pairs,
      previous: after.pairs,
      history: [after.pairs, after.pairs],
    });
  });

  test('takes what was declined for a ban', () => {
    const saying = (given: Partial<PairNote>) =>
      digests(who, { ...said1, pairs: [note({ mentor: 0, mentee: 0, ...given })] }).pairs;
    expect(saying({ declined: true })).toBe(saying({ banned: true }));
    expect(saying({ declined: true })).not.toBe(saying({}));
  });

  test('takes what survey and history say of the next round for locks and bans', () => {
    const saying = (given: Partial<PairNote>) =>
      digests(who, { ...said1, pairs: [note({ mentor: 0, mentee: 0, ...given })] }).pairs;
    expect(saying({ continues: true })).toBe(saying({ locked: true }));
    expect(saying({ parted: true })).toBe(saying({ banned: true }));
  });

  test('has a digest for each file of history', () => {
    expect(digests(who, said1, 0).history).toEqual([]);
    expect(digests(who, said1, 3).history).toEqual([before.pairs, before.pairs, before.pairs]);
  });

  test('has the settings of policies that it knows', () => {
    const own = policy({
      must: [rule({ rule: 'same', field: 'city', name: 'near', by: 3 })],
      prefer: [preference({ rule: 'wished', name: 'wish', field: 'x', by: 4, weight: 5, ranks: [1, 2] })],
    });
    const more = { ...own, later: 1, must: own.must.map(known => ({ ...known, later: 1 })) };
    const known = computeDigest(convertPolicyToForm1(own));
    expect(computeDigest(own)).toBe(known);
    expect(computeDigest(convertPolicyToForm1(more))).toBe(known);
    expect(
      computeDigest(convertPolicyToForm1({ ...more, prefer: own.prefer.map(one => ({ ...one, later: 1 })) })),
    ).toBe(known);
  });

  test('knows no rule that keeps apart who is alike', () => {
    const must = [rule({ rule: 'not-alike' }), rule({ rule: 'same', field: 'city' })];
    const prefer = [preference({ rule: 'not-alike' }), preference({ rule: 'same', field: 'city' })];
    expect(convertPolicyToForm1(policy({ must, prefer }))).toEqual(policy({ must: [must[1]!], prefer: [prefer[1]!] }));
  });
});
