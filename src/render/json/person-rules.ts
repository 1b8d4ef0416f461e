import { listMustGaps } from '../../domain/data-gaps.ts';
import type { RulesOnPerson } from '../../domain/forecast.ts';
import type { Roster } from '../../domain/roster.ts';

/** What each rule leaves of the partners of one person, for programs. */
export function buildPersonRulesJson({ side, index, partners, bars, remaining, gaps }: RulesOnPerson, roster: Roster) {
  const [own, others] = side === 'mentor' ? [roster.mentors, roster.mentees] : [roster.mentees, roster.mentors];
  return {
    ...{ role: side, id: own[index]!.id, name: own[index]!.name, partners },
    rules: bars.map(({ bar, out, only, left }) => ({ rule: bar, rulesOut: out, onlyThisRule: only, left })),
    remaining: remaining.map(partner => others[partner]!.id),
    gaps: listMustGaps(gaps),
  };
}
