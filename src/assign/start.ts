import { limitChains } from '../domain/limits.ts';
import type { Encoding } from './encode.ts';
import type { Task } from './task.ts';

/**
 * A circulation to begin with: every mentee in turn takes the first of their candidates who has a place, as far as limits
 * allow. The candidates of a mentee come best first. Where ties are no level, nobody takes anybody: a tandem that counts
 * for nothing would stay.
 */
export function greedyFlow({ roster, terms, ties }: Task, encoding: Encoding): Int32Array {
  const { arcs, pairs, placeArcs, limitArcs, wantArc } = encoding;
  const flow = new Int32Array(arcs.count);
  if (!ties) return flow;
  const chains = limitChains(terms.limits);
  const arcWithRoom = (own: readonly number[]) => own.find(arc => flow[arc]! < arcs.ends(arc).capacity);
  const limitsOver = (side: 'mentor' | 'mentee', country: string) =>
    chains(side, country).map(limit => limitArcs[limit]!);
  for (let p = 0; p < pairs.arc.length; p++) {
    const mentor = pairs.mentor[p]!;
    const mentee = pairs.mentee[p]!;
    if (flow[wantArc[mentee]!] === 1) continue;
    const way = [
      placeArcs[mentor]!,
      ...limitsOver('mentor', roster.mentors[mentor]!.country),
      ...limitsOver('mentee', roster.mentees[mentee]!.country),
    ].map(arcWithRoom);
    if (way.includes(undefined)) continue;
    for (const arc of [...way, wantArc[mentee]!, pairs.arc[p]!]) flow[arc!]!++;
  }
  return flow;
}
