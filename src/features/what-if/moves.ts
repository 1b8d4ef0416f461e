import type { Move } from '../../domain/account.ts';
import type { Tandem } from '../../domain/pairing.ts';

/**
 * Whose mentors differ between two matchings, told from a pair outwards: its mentee, then those who made room or found
 * some, and so on along the path of people who change partners.
 */
export function listMoves(
  before: readonly Tandem[],
  after: readonly Tandem[],
  { mentor: first, mentee: second }: Tandem,
): Move[] {
  const gone = subtractTandems(before, after);
  const come = subtractTandems(after, before);
  const makeMenteeFilter = (mentee: number) => (tandem: Tandem) => tandem.mentee === mentee;
  const moves = new Map<number, Move>();
  const queue = [second, ...listMovedMentees(first, gone, come), ...[...gone, ...come].map(({ mentee }) => mentee)];
  for (let at = 0; at < queue.length; at++) {
    const mentee = queue[at]!;
    if (moves.has(mentee)) continue;
    const leaves = gone.filter(makeMenteeFilter(mentee)).map(({ mentor }) => mentor);
    const joins = come.filter(makeMenteeFilter(mentee)).map(({ mentor }) => mentor);
    if (leaves.length + joins.length === 0) continue;
    moves.set(mentee, { mentee, leaves, joins });
    queue.splice(at + 1, 0, ...[...joins, ...leaves].flatMap(mentor => listMovedMentees(mentor, gone, come)));
  }
  return [...moves.values()];
}

function subtractTandems(some: readonly Tandem[], others: readonly Tandem[]): Tandem[] {
  const known = new Set(others.map(({ mentor, mentee }) => `${mentor} ${mentee}`));
  return some.filter(({ mentor, mentee }) => !known.has(`${mentor} ${mentee}`));
}

/** Those whom a mentor lets go or takes. */
function listMovedMentees(mentor: number, gone: readonly Tandem[], come: readonly Tandem[]): number[] {
  return [...gone, ...come].filter(tandem => tandem.mentor === mentor).map(({ mentee }) => mentee);
}
