import { type EarlierTandem, keyTandem, pickIds } from '../../domain/decisions.ts';
import { computeDigest } from '../../domain/digest.ts';
import type { Terms } from '../../domain/policy.ts';
import type { FileRefutation, InputRefutation } from '../../domain/refutation.ts';
import type { Roster } from '../../domain/roster.ts';
import { CHANGED, type RunFile } from '../../domain/run-files.ts';
import { readRunChanges } from '../../parse/run-table-ids.ts';

/** Which tandems were to be kept. */
interface Kept {
  readonly roster: Roster;
  readonly terms: Terms;
}

/**
 * The earlier tandems that a run was to keep; null where there were none. Where the run was written over them,
 * they are nowhere but in changes.csv: it is read as an input too, held by its digest in the certificate and by
 * the pairs that the run was to keep.
 * @param digest what the certificate says.
 */
export function readTakenEarlier(
  files: ReadonlyMap<RunFile, Uint8Array>,
  digest: string | undefined,
  kept: Kept,
): readonly EarlierTandem[] | FileRefutation | InputRefutation | null {
  if (digest === undefined) return null;
  const bytes = files.get(CHANGED);
  if (bytes === undefined) return { kind: 'file-missing', file: CHANGED };
  const earlier = readRunChanges(bytes)?.earlier ?? null;
  const isTaken = earlier !== null && computeDigest(earlier) === digest && isOfKept(earlier, kept);
  return isTaken ? earlier : { kind: 'decisions-changed', list: 'earlier' };
}

/**
 * Whether these are the tandems that were to be kept, besides some of people who take no part
 * now, and some that were declined.
 */
function isOfKept(earlier: readonly EarlierTandem[], { roster, terms }: Kept): boolean {
  const here = { mentor: new Set(roster.mentors.map(getId)), mentee: new Set(roster.mentees.map(getId)) };
  const possible = earlier.filter(({ mentor, mentee }) => here.mentor.has(mentor.id) && here.mentee.has(mentee.id));
  const makeKey = (tandem: EarlierTandem) => keyTandem(pickIds(tandem));
  const listed = new Set(possible.map(makeKey));
  const kept = terms.pairs
    .filter(note => note.kept)
    .map(({ mentor, mentee }) => keyTandem({ mentor: roster.mentors[mentor]!.id, mentee: roster.mentees[mentee]!.id }));
  const keys = new Set(kept);
  const isDemanded = (one: EarlierTandem) => one.status === 'declined' || keys.has(makeKey(one));
  return kept.every(key => listed.has(key)) && possible.every(isDemanded);
}

function getId({ id }: { readonly id: string }): string {
  return id;
}
