/**
 * What is for HR alone and goes into a hand-over only where a letter names it: notes on
 * tandems, and why people have none.
 */
import { keyTandem } from '../domain/decisions.ts';
import type { ConfidentialFacts } from '../domain/hand-over.ts';
import type { PairNote } from '../domain/policy.ts';
import type { Roster } from '../domain/roster.ts';
import { tellWhyWithoutTandem } from '../features/letter/tell-why-without-tandem.ts';
import type { ProvenRun } from '../features/verify/verify-run.ts';
import type { ConfidentialName } from '../render/export/letters.ts';
import type { Words } from '../render/words/en/index.ts';
import { describeLetterReason } from '../render/words/letter.ts';

/** @param named what some letter names: nothing else is looked up. @param notes what people decided and noted since. */
export function gatherConfidential(
  named: ReadonlySet<ConfidentialName>,
  proven: ProvenRun,
  notes: readonly PairNote[],
  words: Words,
): ConfidentialFacts {
  return {
    notes: named.has('note') ? indexNotes(notes, proven.roster) : new Map(),
    reasons: named.has('reason') ? tellReasons(proven, words) : new Map(),
  };
}

/** The notes as the column `note` of tandems.csv has them. */
function indexNotes(notes: readonly PairNote[], { mentors, mentees }: Roster): ReadonlyMap<string, string> {
  return new Map(
    notes.map(({ mentor, mentee, remark, reason }) => [
      keyTandem({ mentor: mentors[mentor]!.id, mentee: mentees[mentee]!.id }),
      remark || reason,
    ]),
  );
}

function tellReasons(proven: ProvenRun, words: Words): ReadonlyMap<string, string> {
  const told = [...tellWhyWithoutTandem(proven)];
  return new Map(told.map(([key, { side, reason }]) => [key, describeLetterReason(reason, side, words).join(' ')]));
}
