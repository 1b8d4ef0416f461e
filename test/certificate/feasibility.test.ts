import { describe, expect, test } from 'vitest';
import { audit, countTandemsByLimit } from '../../src/certificate/feasibility.ts';
import type { Tandem } from '../../src/domain/pairing.ts';
import type { Limit, PairNote } from '../../src/domain/policy.ts';
import type { Mentee, Mentor } from '../../src/domain/roster.ts';
import { makePairing } from '../../src/pair/pairing.ts';
import { en } from '../../src/render/words/en/index.ts';
import { tellRefutation } from '../../src/render/words/refutation.ts';
import { limit, mentee, mentor, note, policy, roster, rule, terms } from '../support/rosters.ts';

/** What may be broken: two mentors of Germany and France, and three mentees of whom the last one speaks another language. */
interface Given {
  readonly mentors?: readonly Partial<Mentor>[];
  readonly mentees?: readonly Partial<Mentee>[];
  readonly limits?: readonly Limit[];
  readonly pairs?: readonly PairNote[];
}

function broken(tandems: readonly Tandem[], { mentors = [], mentees = [], limits = [], pairs = [] }: Given = {}) {
  const people = roster(
    ['DE', 'FR'].map((country, m) => mentor(`m${m}`, { country, languages: ['en'], capacity: 2, ...mentors[m] })),
    ['DE', 'FR', 'DE'].map((country, e) =>
      mentee(`e${e}`, { country, languages: [e === 2 ? 'pl' : 'en'], ...mentees[e] }),
    ),
  );
  const said = terms({ policy: policy({ must: [rule({ rule: 'overlap', field: 'languages' })] }), limits, pairs });
  return audit(people, said, makePairing(people, said).eligibility, tandems).map(fault => tellRefutation(fault, en));
}

const both = [
  { mentor: 0, mentee: 0 },
  { mentor: 1, mentee: 1 },
];

describe('tandems that break one thing and nothing else', () => {
  test('none of them does where all is kept to the last place, wish and limit', () => {
    const limits = [limit({ place: 'DE', side: 'mentor', min: 1, max: 1 })];
    const given = {
      mentors: [{ capacity: 1, minLoad: 1 }, { capacity: 1 }],
      limits,
      pairs: [note({ ...both[1]!, locked: true })],
    };
    expect(broken(both, given)).toEqual([]);
  });

  test('a place too many', () => {
    expect(broken([both[0]!, { mentor: 0, mentee: 1 }], { mentors: [{ capacity: 1 }] })).toEqual([
      'M0 (m0) has 2 mentees but only 1 slot',
    ]);
  });

  test('a least load', () => {
    expect(broken([both[1]!], { mentors: [{ minLoad: 1 }] })).toEqual([
      'M0 (m0) has 0 mentees but must have at least 1',
    ]);
  });

  test('a wish too many', () => {
    expect(broken([both[0]!, { mentor: 1, mentee: 0 }])).toEqual(['E0 (e0) has 2 mentors but wants only 1']);
    expect(broken([both[0]!, { mentor: 1, mentee: 0 }], { mentees: [{ wants: 2 }] })).toEqual([]);
  });

  test('a limit, and a minimum, of either side and of a region', () => {
    const region = { place: 'EU', countries: ['DE', 'FR'] };
    expect(broken(both, { limits: [limit({ ...region, side: 'mentee', max: 1 })] })).toEqual([
      'the limit for mentees in EU is 1 tandem, but there are 2',
    ]);
    expect(broken(both, { limits: [limit({ ...region, side: 'mentor', min: 3 })] })).toEqual([
      'the minimum for mentors in EU is 3 tandems, but there are 2',
    ]);
    expect(broken(both, { limits: [limit({ ...region, side: 'mentor', min: 2, max: 2 })] })).toEqual([]);
    expect(broken(both, { limits: [limit({ place: 'PL', side: 'mentor', min: 1 })] })).toEqual([
      'the minimum for mentors in Poland is 1 tandem, but there are 0',
    ]);
  });

  test('a lock, of one of its people with somebody else', () => {
    const pairs = [note({ mentor: 0, mentee: 1, locked: true })];
    expect(broken(both, { pairs })).toEqual(['M0 (m0) and E1 (e1) are a forced pair, but not a tandem']);
    expect(broken(both, { pairs: [note({ mentor: 0, mentee: 1 })] })).toEqual([]);
    expect(broken([{ mentor: 0, mentee: 1 }], { pairs })).toEqual([]);
    expect(broken([{ mentor: 0, mentee: 0 }], { pairs })).toHaveLength(1);
    expect(broken([{ mentor: 1, mentee: 1 }], { pairs })).toHaveLength(1);
  });

  test('an approved tandem, and one that is locked', () => {
    const approved = [note({ mentor: 0, mentee: 1, approved: true })];
    expect(broken(both, { pairs: approved })).toEqual(['M0 (m0) and E1 (e1) are approved, but not a tandem']);
    expect(broken([{ mentor: 0, mentee: 1 }], { pairs: approved })).toEqual([]);
  });

  test('a bar, each by its name', () => {
    const pairs = [note({ mentor: 0, mentee: 0, banned: true })];
    expect(broken(both, { pairs })).toEqual(['M0 (m0) and E0 (e0) may not be paired: banned-pair']);
    expect(broken([{ mentor: 0, mentee: 2 }])).toEqual(['M0 (m0) and E2 (e2) may not be paired: overlap']);
    const two = [note({ mentor: 1, mentee: 2, banned: true })];
    expect(broken([{ mentor: 1, mentee: 2 }], { pairs: two })[0]).toMatch(
      /may not be paired: (overlap, banned-pair|banned-pair, overlap)$/u,
    );
  });

  test('a pair twice, whoever wants how many', () => {
    const given = { mentees: [{ wants: 3 }] };
    expect(broken([both[0]!, { mentor: 1, mentee: 0 }, both[0]!], given)).toEqual([
      'M0 (m0) and E0 (e0) are a tandem twice',
    ]);
  });
});

test('a pair is no other whose numbers add up alike', () => {
  const ids = [0, 1, 2];
  const people = roster(
    ids.map(m => mentor(`m${m}`)),
    ids.map(e => mentee(`e${e}`, { wants: 3 })),
  );
  const all = ids.flatMap(mentor => ids.map(mentee => ({ mentor, mentee })));
  const said = terms({ policy: policy({ must: [] }) });
  const many = { ...people, mentors: people.mentors.map(one => ({ ...one, capacity: 3 })) };
  expect(audit(many, said, makePairing(many, said).eligibility, all)).toEqual([]);
  const two = { ...many, mentees: many.mentees.slice(0, 2) };
  const narrow = all.filter(({ mentee }) => mentee < 2);
  expect(audit(two, said, makePairing(two, said).eligibility, narrow)).toEqual([]);
});

test('a limit counts all tandems of a country', () => {
  const people = roster([mentor('m0'), mentor('m1')], [mentee('e0'), mentee('e1'), mentee('e2')]);
  const tandems = [0, 1, 2].map(mentee => ({ mentor: mentee % 2, mentee }));
  const limits = [limit({ place: 'DE', side: 'mentor' }), limit({ place: 'DE', side: 'mentee' })];
  expect(countTandemsByLimit(limits, people, tandems)).toEqual([3, 3]);
});

test('a limit counts the tandems of each of its countries once', () => {
  const people = roster([mentor('m0', { country: 'FR' })], [mentee('e0', { country: 'DE' })]);
  const limits = [
    limit({ place: 'twice', countries: ['DE', 'DE', 'FR'], side: 'mentee' }),
    limit({ place: 'FR', side: 'mentor' }),
    limit({ place: 'FR', side: 'mentee' }),
  ];
  expect(countTandemsByLimit(limits, people, [{ mentor: 0, mentee: 0 }])).toEqual([1, 1, 0]);
});
