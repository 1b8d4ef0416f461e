import { keyTandem } from '../domain/decisions.ts';
import { approvalTakenBack, decisionsDiffer, type Problem } from '../domain/problems.ts';
import type { Side } from '../domain/roster.ts';
import type { DecidedRows } from './decided-tandems.ts';
import type { Earlier } from './earlier-tandems.ts';

/** What counts of each of a run's two files, in which no tandem stands twice; and where they contradict each other. */
export interface SettledFiles {
  readonly csv: DecidedRows;
  readonly workbook: DecidedRows;
  readonly problems: readonly Problem[];
}

/**
 * People decide on the tandems of a run in tandems.csv, in run.xlsx, or in both. Whatever somebody changed since the
 * run was written counts, in whichever file it stands; and a note counts rather than none.
 * @param approved the tandems that were approved when the run was written, by their keys.
 */
export function settleTwoFiles(csv: DecidedRows, workbook: DecidedRows, approved: ReadonlySet<string>): SettledFiles {
  const byTandem = new Map(workbook.rows.map(row => [keyRow(row), row]));
  const inCsv: Earlier[] = [];
  const inWorkbook = new Set(workbook.rows);
  const problems: Problem[] = [];
  for (const row of csv.rows) {
    const tandem = keyRow(row);
    const other = byTandem.get(tandem);
    if (other === undefined) inCsv.push(row);
    else {
      const counting = chooseStatus(row.status, other.status, approved.has(tandem) ? 'approved' : 'draft');
      const remark = row.remark || other.remark;
      inWorkbook.delete(other);
      if (counting === other.status && counting !== row.status) inWorkbook.add({ ...other, remark });
      else inCsv.push({ ...row, remark });
      for (const problem of compareRows({ ...csv, row }, { ...workbook, row: other }, counting)) problems.push(problem);
    }
  }
  return { csv: { ...csv, rows: inCsv }, workbook: { ...workbook, rows: [...inWorkbook] }, problems };
}

function keyRow(row: Earlier): string {
  return keyTandem({ mentor: identify(row, 'mentor'), mentee: identify(row, 'mentee') });
}

/** Somebody who is in the sheets by the id there, anybody else by what the row gives. */
function identify({ called, ...row }: Earlier, side: Side): string {
  const found = row[side];
  if (found.kind === 'person') return found.person[0].person.id;
  const { id, email, name } = called![side];
  return id || email || name;
}

/** Which of two statuses of a tandem counts; null where both were changed, to approved and to declined. */
function chooseStatus(first: string, second: string, before: 'approved' | 'draft'): string | null {
  if (first === second || second === before) return first;
  if (first === before) return second;
  return before === 'draft' ? null : 'declined';
}

interface LocatedRow extends Pick<DecidedRows, 'table'> {
  readonly row: Earlier;
}

/** What is to be told of two rows of one tandem. @param counting the status that counts, null for none. */
function compareRows(first: LocatedRow, second: LocatedRow, counting: string | null): Problem[] {
  const { mentor, mentee } = first.row.called!;
  const names = [mentor.name || mentor.id, mentee.name || mentee.id] as const;
  const [statuses, remarks] = (['status', 'remark'] as const).map(field => [first.row[field], second.row[field]]);
  const isNoteDoubtful = !remarks!.includes('') && remarks![0] !== remarks![1];
  const isTakenBack = counting === 'draft' && statuses!.includes('approved');
  const taking = statuses![0] === 'draft' ? first : second;
  return [
    ...(counting === null ? [decisionsDiffer(locate(first, 'status'), names, locate(second, 'status'))] : []),
    ...(isNoteDoubtful ? [decisionsDiffer(locate(first, 'note'), names, locate(second, 'note'))] : []),
    ...(isTakenBack ? [approvalTakenBack(locate(taking, 'status'), names)] : []),
  ];
}

function locate({ table: { file }, row: { row, status, remark } }: LocatedRow, column: 'status' | 'note') {
  return { file, row, column, value: column === 'status' ? status : remark };
}
