import type { Unmatched } from '../domain/matching.ts';
import type { Limit, Terms } from '../domain/policy.ts';
import type { Lever, Remedy } from '../domain/remedies.ts';
import type { Roster } from '../domain/roster.ts';
import { counted } from '../domain/text.ts';

/** What would help somebody without a tandem, in a sentence that needs no knowledge of the program. */
export function cheapestFix({ side, fix }: Unmatched, roster: Roster, terms: Terms): string {
  switch (fix.kind) {
    case 'change':
      return `${change(fix.remedy.lever, roster, terms)}${moves(fix.remedy, roster)}.`;
    case 'none':
      return `No single change gives this ${side} a tandem without taking somebody else's.`;
    case 'others-first':
      return 'No single change is certain to help: somebody with a higher priority has no tandem either and would come first.';
    case 'objective':
      return `More room does not help: the objective asks for something else before a tandem for this ${side}.`;
    case 'not-needed':
      return 'None is needed: nobody whom this mentor may meet is waiting for a mentor.';
    case 'withdrawn':
      return 'None: this person took their name back.';
  }
}

/** "One more place with Ada Lind" */
export function change(lever: Lever, { mentors, mentees }: Roster, { limits }: Terms): string {
  switch (lever.kind) {
    case 'place': {
      const { capacity, name } = mentors[lever.mentor]!;
      return capacity === 0 ? `A place with ${name}` : `One more place with ${name}`;
    }
    case 'limit':
      return `Allow ${limits[lever.limit]!.place} ${insteadOf(limits[lever.limit]!, 'max', 1)}`;
    case 'minimum':
      return `Ask ${limits[lever.limit]!.place} for at least ${insteadOf(limits[lever.limit]!, 'min', -1)}`;
    case 'load': {
      const { minLoad, name } = mentors[lever.mentor]!;
      return `Ask ${name} for at least ${counted(minLoad - 1, 'mentee')} instead of ${minLoad}`;
    }
    case 'lock':
      return `Take back the lock on ${mentors[lever.mentor]!.name} and ${mentees[lever.mentee]!.name}`;
    case 'pair':
      return lifted(lever.bar, `${mentors[lever.mentor]!.name} and ${mentees[lever.mentee]!.name}`);
  }
}

/** "63 tandems of its mentees instead of 62" */
function insteadOf(limit: Limit, bound: 'min' | 'max', by: number): string {
  return `${counted(limit[bound] + by, 'tandem')} of its ${limit.side}s instead of ${limit[bound]}`;
}

function lifted(bar: string, names: string): string {
  switch (bar) {
    case 'banned-pair':
      return `Lift the ban on ${names}`;
    case 'met-before':
      return `Let ${names} be a tandem once more`;
    case 'not-listed':
      return `Add ${names} to the list of pairs`;
    default:
      return `Let ${names} meet although the rule ${bar} keeps them apart`;
  }
}

/** What others would do: ": Ben Roth could then move to Ada Lind"; nothing where nobody has to. */
function moves({ ended, begun }: Remedy, { mentors, mentees }: Roster): string {
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
