import type { NamedPerson } from '../../domain/decisions.ts';
import type { RepairReport, ScoredPartner } from '../../domain/repair-report.ts';

/** What a repair did, for programs: people by id, points as numbers. */
export function buildRepairJson(report: RepairReport) {
  const { left, added, affected, moves, wanted, served, mayMove, isFewest, nextAt } = report;
  return {
    left: left.map(({ side, person, row }) => ({ side, ...pickName(person), change: row })),
    added: added.map(({ side, person }) => ({ side, ...pickName(person) })),
    affected: affected.map(({ side, person, lost, stepIns, found }) => ({
      ...{ side, ...pickName(person) },
      lost: lost.map(buildPartner),
      stepIns: stepIns.map(buildPartner),
      now: (found ?? []).map(buildPartner),
    })),
    wanted: { who: wanted.who, mentees: wanted.people },
    served,
    mayMove,
    moved: moves.map(({ mentee, from, to, isTold }) => ({
      ...{ mentee: mentee.id, from: from.id, to: to.map(buildPartner) },
      handedOver: isTold,
    })),
    fewestProven: isFewest,
    nextAt,
  };
}

function buildPartner({ person, score }: ScoredPartner) {
  return { ...pickName(person), score: score / 1000 };
}

function pickName({ id, name, email }: NamedPerson): NamedPerson {
  return { id, name, email };
}
