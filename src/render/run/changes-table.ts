import type { NamedPerson } from '../../domain/decisions.ts';
import { neutraliseFormula } from '../../domain/formula.ts';
import type { ExplainedChange } from '../../domain/tandem-changes.ts';
import { type ChangeTelling, describeChange } from '../words/changes.ts';
import type { CsvTable } from './csv.ts';
import { formatPointsCell } from './points-cell.ts';

/**
 * changes.csv: what became of each tandem of an earlier run and which are new, with the reason, and whom to tell of it.
 * `verify` reads the earlier tandems from it.
 */
export function buildChangesTable(
  changes: readonly ExplainedChange[],
  telling: ChangeTelling,
  delimiter: string,
): CsvTable {
  const header = [
    'change',
    ...['mentor_id', 'mentor_name', 'mentor_email', 'mentee_id', 'mentee_name', 'mentee_email'],
    ...['score', 'score_before', 'status_before', 'reason', 'why', 'tell_mentor', 'tell_mentee'],
  ];
  const formatScore = (score: number | null) => (score === null ? '' : formatPointsCell(score, delimiter));
  const describe = describeChange(telling);
  const buildRow = (change: ExplainedChange) => {
    const { kind, mentor, mentee, score, earlier, why, tell } = change;
    return [
      kind,
      ...[...listCells(mentor), ...listCells(mentee)].map(neutraliseFormula),
      ...[formatScore(score), formatScore(earlier?.score ?? null), earlier?.status ?? ''],
      ...[why.kind, neutraliseFormula(describe(change)), tell.mentor, tell.mentee],
    ];
  };
  return { header, rows: changes.map(buildRow) };
}

function listCells({ id, name, email }: NamedPerson): string[] {
  return [id, name, email];
}
