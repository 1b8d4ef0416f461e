import { restoreFormula } from '../domain/formula.ts';
import type { Tandem } from '../domain/pairing.ts';
import type { FileRefutation, TableFault } from '../domain/refutation.ts';
import type { Participant, Roster } from '../domain/roster.ts';
import { TANDEM_STATUSES } from '../domain/run-files.ts';
import { clean, fold, hasInvisible } from '../domain/text.ts';
import { type RestoredTable, restoreIds } from './restored-ids.ts';
import { readTable, type Table } from './table/table.ts';

/**
 * The tandems of a finished run, ordered by mentor and mentee, and the table that they
 * stand in, with the ids of the sheets.
 */
export interface FoundTandems extends RestoredTable {
  readonly tandems: readonly Tandem[];
}

/** Reads tandems.csv; or says what is wrong with the file. */
export function readRunTandems(bytes: Uint8Array, roster: Roster): FoundTandems | TableFault {
  const found = readRunTable('tandems.csv', bytes);
  if ('kind' in found) return found;
  const { table, zeros } = restoreIds(found, [...roster.mentors, ...roster.mentees]);
  const mentors = indexById(roster.mentors);
  const mentees = indexById(roster.mentees);
  const indexes = [...NAMING, 'status'].map(column => table.header.indexOf(column));
  if (indexes.slice(0, 2).includes(-1)) return { kind: 'column-missing', columns: NAMING };
  const hasStatus = indexes[2] !== -1;
  const tandems: Tandem[] = [];
  for (const { row, cells } of table.rows) {
    const [mentorId, menteeId, status] = indexes.map(at => restoreFormula(cells[at] ?? '')) as [string, string, string];
    const mentor = mentors.get(mentorId);
    const mentee = mentees.get(menteeId);
    if (mentor === undefined) return { kind: 'unknown-person', row, side: 'mentor', id: mentorId };
    if (mentee === undefined) return { kind: 'unknown-person', row, side: 'mentee', id: menteeId };
    if (hasStatus && !isStatus(status)) return { kind: 'unknown-status', row, status };
    tandems.push({ mentor, mentee });
  }
  return { tandems: tandems.sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee), table, zeros };
}

const NAMING = ['mentor_id', 'mentee_id'];

/** A status is written in every row; one that is cut off is none. */
function isStatus(cell: string): boolean {
  return TANDEM_STATUSES.some(status => status === fold(cell));
}

/**
 * Holds the names and addresses beside the ids in tandems.csv against the sheets; the first difference, or null.
 * @param table in which each id is somebody's.
 */
export function findDifferingName({
  roster,
  table,
}: {
  readonly roster: Roster;
  readonly table: Table;
}): FileRefutation | null {
  for (const side of ['mentor', 'mentee'] as const) {
    const byId = new Map(roster[`${side}s`].map(person => [person.id, person]));
    const idAt = table.header.indexOf(`${side}_id`);
    for (const field of ['name', 'email'] as const) {
      const at = table.header.indexOf(`${side}_${field}`);
      const getExpected = (cells: readonly string[]) => clean(byId.get(restoreFormula(cells[idAt]!))![field]);
      const wrong = table.rows.find(({ cells }) => at >= 0 && restoreFormula(cells[at]!) !== getExpected(cells));
      if (wrong === undefined) continue;
      const { row, cells } = wrong;
      return { kind: 'name-differs', row, side, field, found: cells[at]!, expected: getExpected(cells) };
    }
  }
  return null;
}

/** Where each person stands in the roster, by id. */
export function indexById(people: readonly Participant[]): ReadonlyMap<string, number> {
  return new Map(people.map(({ id }, index) => [id, index]));
}

/**
 * Reads a table of a run as it was written, or as a spreadsheet program saved it: in any encoding, with any delimiter,
 * and with rows that end before their last empty cells. Or says what is wrong with it.
 */
export function readRunTable(file: string, bytes: Uint8Array): Table | TableFault {
  if (hasInvisible(new TextDecoder('utf-8').decode(bytes))) return { kind: 'invisible' };
  const { value, problems } = readTable({ file, bytes }, LOOKING);
  const problem = problems.find(({ code }) => !HARMLESS.includes(code));
  // Only a problem takes a table away.
  return problem === undefined ? value! : { kind: 'unreadable', problem };
}

/**
 * What is told of texts and takes nothing away: which code page a file is in, a name that other programs have changed
 * (it is the same here and in the sheets), a note that may say whatever somebody types, and cells beside the table. All
 * other cells are held against what they should say.
 */
const HARMLESS: readonly string[] = ['W106', 'W108', 'W123', 'W147'];

/** Columns of ours in which no cell is empty; others that stand behind these may be left out of a row. */
const ALWAYS_FILLED =
  /^(?:(?:mentor|mentee)_.*|role|id|reason|evidence|wants|has|mentors_in_all|score|status|free_places)$/u;

const LOOKING = {
  role: 'previous' as const,
  columnOf: (header: string) => (/^(mentor_|mentee_|role$|id$|reason$)/u.test(header) ? header : null),
  columns: [],
  encoding: null,
  restores: false,
  mayEndBefore: (header: string) => !ALWAYS_FILLED.test(header),
};
