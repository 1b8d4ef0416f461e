import type { Unmatched } from '../domain/matching.ts';
import type { Terms } from '../domain/policy.ts';
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
      return 'No single change is certain to help: people with a higher priority have no tandem either and come first.';
    case 'objective':
      return `More room does not help: the objective asks for something else before a tandem for this ${side}.`;
    case 'not-needed':
      return 'Nothing is missing.';
    case 'withdrawn':
      return 'None: this person took their name back.';
  }
}

/** "One more place with Ada Lind" */
export function change(lever: Lever, { mentors, mentees }: Roster, terms: Terms): string {
  const limit = 'limit' in lever ? terms.limits[lever.limit]! : null;
  const mentor = 'mentor' in lever ? mentors[lever.mentor]! : null;
  const names =
    lever.kind === 'pair' || lever.kind === 'lock' ? `${mentor!.name} and ${mentees[lever.mentee]!.name}` : '';
  switch (lever.kind) {
    case 'place':
      return mentor!.capacity === 0 ? `A place with ${mentor!.name}` : `One more place with ${mentor!.name}`;
    case 'limit':
      return `Allow ${limit!.place} ${counted(limit!.max + 1, 'tandem')} of its ${limit!.side}s instead of ${limit!.max}`;
    case 'pair':
      return `Let ${names} meet although ${lever.bar} keeps them apart`;
    case 'minimum':
      return `Ask for at least ${counted(limit!.min - 1, 'tandem')} of the ${limit!.side}s of ${limit!.place} instead of ${limit!.min}`;
    case 'load':
      return `Ask for at least ${counted(mentor!.minLoad - 1, 'mentee')} for ${mentor!.name} instead of ${mentor!.minLoad}`;
    case 'lock':
      return `Take back the lock of ${names}`;
  }
}

/** Who goes on to another partner: ": then Ben moves to Ada". */
function moves({ ended, begun }: Remedy, { mentors, mentees }: Roster): string {
  const moving = ended.flatMap(({ mentee }) => {
    const next = begun.find(pair => pair.mentee === mentee);
    return next === undefined ? [] : [`${mentees[mentee]!.name} moves to ${mentors[next.mentor]!.name}`];
  });
  if (moving.length === 0) return '';
  return moving.length <= 2 ? ` (${moving.join(' and ')})` : ` (${moving.length} others move to another mentor)`;
}
