import type { Advice, Change, Measure } from '../../domain/advice.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { buildLevelJson } from './account.ts';

interface AdviceFacts {
  readonly advice: Advice;
  readonly roster: Roster;
  readonly terms: Terms;
}

/** Advice for programs: people by id, nothing shortened. */
export function buildAdviceJson({ advice, roster, terms }: AdviceFacts) {
  const { mentees, served, alone, together, besides, untried } = advice;
  const measure = ({ gain, changes }: Measure) => ({
    gain,
    changes: changes.map(change => buildChangeJson(change, roster, terms)),
  });
  return {
    mentees,
    served,
    alone: alone.map(measure),
    together: together === null ? null : together.map(both => ({ ...measure(both), apart: both.apart })),
    besides: besides.map(({ change, level, is, wouldBe }) => ({
      ...buildChangeJson(change, roster, terms),
      ...buildLevelJson({ level, is, wouldBe }),
    })),
    untried,
  };
}

function buildChangeJson(change: Change, { mentors }: Roster, { limits }: Terms) {
  switch (change.kind) {
    case 'slot':
      return { change: 'place', withAnyOf: change.mentors.map(mentor => mentors[mentor]!.id) };
    case 'limit': {
      const { place, side, max } = limits[change.limit]!;
      return { change: 'limit', place, side, from: max, to: max + change.by };
    }
    case 'bar':
      return { change: 'rule', rule: change.bar };
    case 'mentees-first':
      return { change: 'mentees-first' };
  }
}
