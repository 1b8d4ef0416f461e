import type { Move } from '../../domain/account.ts';
import type { Tandem } from '../../domain/pairing.ts';

/**
 * Whose mentors differ between two matchings, told from a pair outwards: its mentee, then those who made room or found some,
 * and so on along the chain of people who change places.
 */
export function movesBetween(
  before: readonly Tandem[],
  after: readonly Tandem[],
  { mentor: first, mentee: second }: Tandem,
): Move[] {
  const gone = without(before, after);
  const come = without(after, before);
  const ofMentee = (mentee: number) => (tandem: Tandem) => tandem.mentee === mentee;
  const moves = new Map<number, Move>();
  const queue = [second, ...menteesWith(first, gone, come), ...[...gone, ...come].map(({ mentee }) => mentee)];
  for (let at = 0; at < queue.length; at++) {
    const mentee = queue[at]!;
    if (moves.has(mentee)) continue;
    const leaves = gone.filter(ofMentee(mentee)).map(({ mentor }) => mentor);
    const joins = come.filter(ofMentee(mentee)).map(({ mentor }) => mentor);
    if (leaves.length + joins.length === 0) continue;
    moves.set(mentee, { mentee, leaves, joins });
    queue.splice(at + 1, 0, ...[...joins, ...leaves].flatMap(mentor => menteesWith(mentor, gone, come)));
  }
  return [...moves.values()];
}

function without(some: readonly Tandem[], others: readonly Tandem[]): Tandem[] {
  const known = new Set(others.map(({ mentor, mentee }) => `${mentor} ${mentee}`));
  return some.filter(({ mentor, mentee }) => !known.has(`${mentor} ${mentee}`));
}

/** Those whom a mentor lets go or takes. */
function menteesWith(mentor: number, gone: readonly Tandem[], come: readonly Tandem[]): number[] {
  return [...gone, ...come].filter(tandem => tandem.mentor === mentor).map(({ mentee }) => mentee);
}
