/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countTandemsByLimit } from '../../../src/certificate/feasibility.ts';
import { type EarlierTandem, orderEarlier } from '../../../src/domain/decisions.ts';
import { mergeNotes } from '../../../src/domain/noted-pairs.ts';
import type { Tandem } from '../../../src/domain/pairing.ts';
import type { Participant } from '../../../src/domain/roster.ts';
import { countChanges, type ExplainedChange } from '../../../src/domain/tandem-changes.ts';
import { match } from '../../../src/features/match/match.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { bestByTrying } from '../../support/brute-force.ts';
import { mentee, mentor, note, type Programme, programmes, roster, tangles, terms } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** Tandems of an earlier run by who is in the sheets, who withdrew, and strangers. */
function makeEarlier({ roster }: Programme, picks: readonly (readonly [number, number, string])[]): EarlierTandem[] {
  const named = ({ id, name, email }: Participant) => ({ id, name, email });
  const gone = (side: 'mentor' | 'mentee') => roster.withdrawn.flatMap(one => (one.side === side ? [one.person] : []));
  const stranger = { id: 'stranger', name: 'STRANGER', email: '' };
  const mentors = [...roster.mentors, ...gone('mentor')].map(named);
  const mentees = [...roster.mentees, ...gone('mentee')].map(named);
  return orderEarlier(
    picks.map(([one, other, status]) => ({
      mentor: [...mentors, stranger][one % (mentors.length + 1)]!,
      mentee: [...mentees, stranger][other % (mentees.length + 1)]!,
      ...{ status, score: 0 },
    })),
  );
}

/** What a programme says of earlier tandems that are to be kept. */
function keeping(programme: Programme, earlier: readonly EarlierTandem[]): Programme {
  const at = (people: readonly Participant[], id: string) => people.findIndex(person => person.id === id);
  const kept = earlier.flatMap(one => {
    const pair = {
      mentor: at(programme.roster.mentors, one.mentor.id),
      mentee: at(programme.roster.mentees, one.mentee.id),
    };
    if (pair.mentor < 0 || pair.mentee < 0) return [];
    return [note({ ...pair, kept: one.status !== 'declined', declined: one.status === 'declined' })];
  });
  return { ...programme, terms: { ...programme.terms, pairs: mergeNotes([programme.terms.pairs, kept]) } };
}

const picks = fc.array(
  fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom('draft', 'draft', 'draft', 'approved', 'declined')),
  { maxLength: 8 },
);

interface Told {
  readonly programme: Programme;
  readonly earlier: readonly EarlierTandem[];
  readonly tandems: readonly Tandem[];
  readonly changes: readonly ExplainedChange[];
}

const told = fc
  .tuple(fc.oneof(programmes(), tangles({ mentors: 4, mentees: 4 })), picks)
  .map(([given, some]): Told | null => {
    const earlier = makeEarlier(given, some);
    const programme = keeping(given, earlier);
    const outcome = match(programme.roster, programme.terms, undefined, undefined, null, earlier);
    if (outcome.kind !== 'matched') return null;
    return { programme, earlier, tandems: outcome.matching.tandems, changes: outcome.changes! };
  })
  .filter(one => one !== null);

const isTandem = (tandems: readonly Tandem[], pair: Tandem | null) =>
  tandems.some(one => one.mentor === pair?.mentor && one.mentee === pair.mentee);

describe('what became of the tandems of an earlier run', () => {
  test('is told of each of them and of each new one, once', () => {
    fc.assert(
      fc.property(told, ({ programme: { roster }, earlier, tandems, changes }) => {
        const ids = ({ mentor, mentee }: { readonly mentor: { id: string }; readonly mentee: { id: string } }) =>
          `${mentor.id} ${mentee.id}`;
        expect(
          changes
            .filter(one => one.earlier !== null)
            .map(ids)
            .sort(),
        ).toEqual(earlier.map(ids).sort());
        const now = changes.filter(({ kind }) => !['ended', 'declined'].includes(kind));
        const names = tandems.map(pair =>
          ids({ mentor: roster.mentors[pair.mentor]!, mentee: roster.mentees[pair.mentee]! }),
        );
        expect(now.map(ids).sort()).toEqual(names.sort());
        expect(new Set(changes.map(ids)).size).toBe(changes.length);
        const { approved, declined, kept, made, ended } = countChanges(changes);
        expect(approved + declined + kept + made + ended).toBe(changes.length);
        for (const { kind, earlier: was, pair } of changes) {
          if (kind === 'new') expect(was).toBeNull();
          if (kind === 'ended' || kind === 'declined') expect(isTandem(tandems, pair)).toBe(false);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test('has a reason that is true', () => {
    fc.assert(
      fc.property(told, one => {
        for (const change of one.changes) checkReason(change, one);
      }),
      { numRuns: runs(500) },
    );
  });

  test('is told to whoever is there, and to nobody who left', () => {
    fc.assert(
      fc.property(told, ({ programme: { roster }, changes }) => {
        for (const { kind, tell, mentor, mentee } of changes) {
          const isHere = {
            mentor: roster.mentors.some(({ id }) => id === mentor.id),
            mentee: roster.mentees.some(({ id }) => id === mentee.id),
          };
          const isTold = ['ended', 'declined', 'new'].includes(kind);
          expect(tell).toEqual({
            mentor: isTold ? (isHere.mentor ? 'yes' : 'left') : 'no',
            mentee: isTold ? (isHere.mentee ? 'yes' : 'left') : 'no',
          });
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

/** Holds the reason of a change against the sheets, the rules, and every set of tandems that there is. */
function checkReason(change: ExplainedChange, { programme, tandems, changes }: Told): void {
  const { roster, terms } = programme;
  const { why, pair, earlier } = change;
  const staying = tandems.filter(tandem => changes.some(one => one.earlier !== null && isTandem([tandem], one.pair)));
  switch (why.kind) {
    case 'left':
      expect(pair).toBeNull();
      for (const side of ['mentor', 'mentee'] as const) {
        const isHere = roster[`${side}s`].some(({ id }) => id === change[side].id);
        const hasWithdrawn = roster.withdrawn.some(one => one.side === side && one.person.id === change[side].id);
        expect(why.who[side]).toBe(isHere ? null : hasWithdrawn ? 'withdrew' : 'not-there');
      }
      return;
    case 'rule': {
      const { broken } = makePairing(roster, terms);
      expect(broken(pair!.mentor, pair!.mentee)).toEqual(why.bars);
      expect(why.bars.length).toBeGreaterThan(0);
      return;
    }
    case 'slots': {
      const most = why.side === 'mentor' ? roster.mentors[pair!.mentor]!.capacity : roster.mentees[pair!.mentee]!.wants;
      expect(why.slots).toBe(most);
      expect(staying.filter(one => one[why.side] === pair![why.side])).toHaveLength(most);
      return;
    }
    case 'limit': {
      const { side, countries, max } = terms.limits[why.limit]!;
      expect(countries).toContain(roster[`${side}s`][pair![side]]!.country);
      expect(countTandemsByLimit(terms.limits, roster, staying)[why.limit]).toBe(max);
      return;
    }
    case 'no-room':
      expect(bestByTrying(programme, { ...pair!, wish: 'together' })).toBeNull();
      return;
    case 'moved': {
      for (const one of why.mentees) expect(isTandem(tandems, { mentor: pair!.mentor, mentee: one })).toBe(true);
      for (const one of why.mentors) expect(isTandem(tandems, { mentor: one, mentee: pair!.mentee })).toBe(true);
      if (why.keeping === null) return;
      const values = why.keeping.map(({ wouldBe }) => wouldBe ?? Number.POSITIVE_INFINITY);
      expect(values).toEqual(bestByTrying(programme, { ...pair!, wish: 'together' }));
      return;
    }
    case 'released':
      expect(earlier?.status).toBe('approved');
      return;
    case 'declined':
      expect(earlier?.status === 'declined' || terms.pairs.some(one => one.declined && isTandem([one], pair))).toBe(
        true,
      );
      return;
    case 'forced':
      expect(terms.pairs.some(one => one.locked && isTandem([one], pair))).toBe(true);
      return;
    case 'first-mentor':
    case 'one-more':
    case 'other-mentor':
      checkNew(change, { tandems, changes });
      return;
    case 'points':
      expect(change.score).not.toBe(earlier?.score);
      return;
    case 'stays':
      expect(earlier === null || change.score === earlier.score).toBe(true);
  }
}

function checkNew({ why, mentor, mentee }: ExplainedChange, { changes }: Pick<Told, 'tandems' | 'changes'>): void {
  if (why.kind !== 'first-mentor' && why.kind !== 'one-more' && why.kind !== 'other-mentor') return;
  const had = changes.filter(one => one.earlier !== null && one.mentee.id === mentee.id);
  const ended = had.filter(({ kind }) => kind === 'ended' || kind === 'declined');
  expect(why.kind).toBe(had.length === 0 ? 'first-mentor' : ended.length === 0 ? 'one-more' : 'other-mentor');
  const gone = changes.filter(one => one.mentor.id === mentor.id && (one.kind === 'ended' || one.kind === 'declined'));
  expect(why.slotOf.map(({ id }) => id).sort()).toEqual(gone.map(one => one.mentee.id).sort());
}

test('an approved tandem that was let go of says so', () => {
  const people = roster([mentor('m0')], [mentee('e0', { languages: ['en'] }), mentee('e1', { languages: ['en'] })]);
  const speaking = { ...people, mentors: [mentor('m0', { languages: ['en'] })] };
  const asked = terms({ pairs: [note({ mentor: 0, mentee: 1, locked: true, reason: 'the board asked' })] });
  const earlier = [{ ...named('m0', 'e0'), status: 'approved', score: 3000 }];
  const outcome = match(speaking, asked, undefined, undefined, null, earlier);
  expect(outcome.kind === 'matched' && outcome.changes!.map(({ why }) => why)).toEqual([
    { kind: 'released' },
    { kind: 'forced', remark: 'the board asked' },
  ]);
});

function named(mentor: string, mentee: string) {
  const name = (id: string) => ({ id, name: id.toUpperCase(), email: `${id}@example.org` });
  return { mentor: name(mentor), mentee: name(mentee) };
}
