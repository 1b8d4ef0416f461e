import { keyPerson } from '../../domain/decisions.ts';
import type { LetterReason } from '../../domain/letter.ts';
import { explainUnmatched } from '../unmatched/reasons.ts';
import type { ProvenRun } from '../verify/verify-run.ts';
import { veilReason } from './veil-reason.ts';

/** Why everybody without a tandem has none, as it may be told to the person themself; by side and id. */
export function tellWhyWithoutTandem({
  roster,
  terms,
  pairing,
  tandems,
}: ProvenRun): ReadonlyMap<string, { readonly side: 'mentor' | 'mentee'; readonly reason: LetterReason }> {
  const unmatched = explainUnmatched({ roster, terms, tandems, ...pairing });
  return new Map(
    unmatched.map(({ side, person, reason }) => [
      keyPerson({ side, id: person.id }),
      { side, reason: veilReason(reason, terms) },
    ]),
  );
}
