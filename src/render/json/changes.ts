import type { LevelChange } from '../../domain/account.ts';
import { pickNamedPerson } from '../../domain/decisions.ts';
import type { Side } from '../../domain/roster.ts';
import {
  type ChangeCounts,
  type ChangeReason,
  countChanges,
  type ExplainedChange,
  isChanged,
} from '../../domain/tandem-changes.ts';
import { type ChangeTelling, describeChange } from '../words/changes.ts';
import { buildLevelJson } from './account.ts';

/**
 * What became of the tandems of an earlier run, for programs: people by id, points as
 * numbers, reasons as facts and in words.
 */
export function buildChangesJson({
  changes,
  telling,
}: {
  readonly changes: readonly ExplainedChange[];
  readonly telling: ChangeTelling;
}) {
  const describe = describeChange(telling);
  return {
    changed: changes.some(isChanged),
    counts: buildCountsJson(countChanges(changes)),
    changes: changes.map(change => ({
      change: change.kind,
      ...{ mentor: pickNamedPerson(change.mentor), mentee: pickNamedPerson(change.mentee) },
      score: toPoints(change.score),
      scoreBefore: toPoints(change.earlier?.score ?? null),
      statusBefore: change.earlier?.status ?? null,
      reason: buildReasonJson(change.why, telling),
      why: describe(change),
      tell: listTold(change, 'yes'),
      left: listTold(change, 'left'),
    })),
  };
}

/** How many tandems became what. */
export function buildCountsJson({ made, ...counts }: ChangeCounts) {
  return { ...counts, new: made };
}

function toPoints(thousandths: number | null): number | null {
  return thousandths === null ? null : thousandths / 1000;
}

function listTold({ mentor, mentee, tell }: ExplainedChange, wanted: 'yes' | 'left'): string[] {
  return [...(tell.mentor === wanted ? [mentor.id] : []), ...(tell.mentee === wanted ? [mentee.id] : [])];
}

/** Facts of a reason that are numbers of people and limits, by what these are called. */
function buildReasonJson(why: ChangeReason, { roster, terms }: ChangeTelling) {
  const getId = (side: Side) => (index: number) => roster[`${side}s`][index]!.id;
  switch (why.kind) {
    case 'limit': {
      const { place, side, max } = terms.limits[why.limit]!;
      return { kind: why.kind, place, side, max };
    }
    case 'moved': {
      const { kind, mentees, mentors, keeping } = why;
      const levels = (keeping ?? []).filter(({ is, wouldBe }: LevelChange) => is !== wouldBe);
      return {
        ...{ kind, mentees: mentees.map(getId('mentee')), mentors: mentors.map(getId('mentor')) },
        keeping: keeping === null ? null : levels.map(buildLevelJson),
      };
    }
    case 'first-mentor':
    case 'one-more':
      return { kind: why.kind, slotOf: why.slotOf.map(({ id }) => id) };
    case 'other-mentor':
      return { kind: why.kind, slotOf: why.slotOf.map(({ id }) => id), insteadOf: why.insteadOf.map(({ id }) => id) };
    case 'left':
    case 'declined':
    case 'rule':
    case 'slots':
    case 'released':
    case 'no-room':
    case 'forced':
    case 'continued':
    case 'points':
    case 'stays':
      return why;
  }
}
