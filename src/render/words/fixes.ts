import { isApproval } from '../../domain/demands.ts';
import type { Unmatched } from '../../domain/matching.ts';
import { type Limit, listLevelsBefore, type PairNote, type Terms } from '../../domain/policy.ts';
import type { Lever, Remedy } from '../../domain/remedies.ts';
import type { Roster } from '../../domain/roster.ts';
import { formatCount, joinNames } from '../../domain/text.ts';
import { phraseLiftedBar } from './bars.ts';

/** What would help somebody without a tandem, in a sentence that needs no knowledge of the program. */
export function describeCheapestFix({ side, fix }: Unmatched, roster: Roster, terms: Terms): string {
  switch (fix.kind) {
    case 'change':
      return `${describeLever(fix.remedy.lever, roster, terms)}${phraseMoves(fix.remedy, roster)}${phraseTotal(fix.remedy)}.`;
    case 'none':
      return `No single change gives this ${side} a tandem without taking somebody else's.`;
    case 'others-first':
      return 'No single change is certain to help: somebody with a higher priority has no tandem either and would come first.';
    case 'unsettled':
      return 'No single change is certain to help: under limits that are reached, people of other priorities could then trade slots.';
    case 'objective':
      return side === 'mentee'
        ? `What a change makes room for need not be this mentee: the objective puts ${joinNames(listLevelsBefore('mentees', terms.policy))} before mentees.`
        : 'Nothing is missing: the objective does not ask for a tandem of this mentor.';
    case 'load':
      return 'Nothing is missing: another mentor could give a tandem up for one, but the objective does not ask for it.';
    case 'not-needed':
      return 'None is needed: nobody whom this mentor may meet is waiting for a mentor.';
    case 'withdrawn':
      return 'None: this person took their name back.';
  }
}

/** "One more place with Ada Lind" */
export function describeLever(lever: Lever, { mentors, mentees }: Roster, { limits, pairs }: Terms): string {
  switch (lever.kind) {
    case 'slot': {
      const { capacity, name } = mentors[lever.mentor]!;
      return capacity === 0 ? `A slot with ${name}` : `One more slot with ${name}`;
    }
    case 'limit':
      return `Allow ${limits[lever.limit]!.place} ${phraseBoundChange(limits[lever.limit]!, 'max', 1)}`;
    case 'minimum':
      return `Ask ${limits[lever.limit]!.place} for at least ${phraseBoundChange(limits[lever.limit]!, 'min', -1)}`;
    case 'load': {
      const { minLoad, name } = mentors[lever.mentor]!;
      return `Ask ${name} for at least ${formatCount(minLoad - 1, 'mentee')} instead of ${minLoad}`;
    }
    case 'lock':
      return `${phraseUnlock(lever, pairs)} ${mentors[lever.mentor]!.name} and ${mentees[lever.mentee]!.name}`;
    case 'pair':
      return phraseLiftedBar(lever.bar, `${mentors[lever.mentor]!.name} and ${mentees[lever.mentee]!.name}`);
  }
}

function phraseUnlock({ mentor, mentee }: Extract<Lever, { kind: 'lock' }>, pairs: readonly PairNote[]): string {
  const isApproved = pairs.some(note => isApproval(note) && note.mentor === mentor && note.mentee === mentee);
  return isApproved ? 'Set the status to draft of the approved tandem of' : 'Take back the lock on';
}

/** "63 tandems of its mentees instead of 62" */
function phraseBoundChange(limit: Limit, bound: 'min' | 'max', by: number): string {
  return `${formatCount(limit[bound] + by, 'tandem')} of its ${limit.side}s instead of ${limit[bound]}`;
}

/** What others would do: ": Ben Roth could then move to Ada Lind"; nothing where nobody has to. */
function phraseMoves({ ended, begun }: Remedy, { mentors, mentees }: Roster): string {
  const steps = ended.map(pair => {
    const next = begun.find(({ mentee }) => mentee === pair.mentee);
    const name = mentees[pair.mentee]!.name;
    return next === undefined
      ? `${name} could then go without ${mentors[pair.mentor]!.name}, one of several mentors`
      : `${name} could then move to ${mentors[next.mentor]!.name}`;
  });
  if (steps.length === 0) return '';
  return steps.length <= MOST_TOLD
    ? `: ${steps.join(', and ')}`
    : `: ${steps.length} others could then move and make room`;
}

const MOST_TOLD = 2;

/** What is said of a change that brings no tandem more, but moves the load. */
function phraseTotal({ begun, ended }: Remedy): string {
  const more = begun.length - ended.length;
  if (more > 0) return '';
  return more === 0 ? ', with as many tandems as now' : ', with one tandem fewer than now';
}
