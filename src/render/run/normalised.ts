import { neutraliseFormula } from '../../domain/formula.ts';
import type { Limit, PairFiles, PairNote, Terms } from '../../domain/policy.ts';
import {
  type Mentee,
  type Mentor,
  type Participant,
  type Roster,
  type Side,
  UNDERSTOOD_COLUMNS,
} from '../../domain/roster.ts';
import { listNamedColumns } from '../../domain/used-columns.ts';
import { type CsvTable, writeCsv } from './csv.ts';
import { type HistoryRow, listHistoryRows } from './normalised-history.ts';

/** Every name that a sheet as understood may have. */
export const NORMALISED = [
  'mentors.csv',
  'mentees.csv',
  'limits.csv',
  'pairs.csv',
  'previous.csv',
  'history.csv',
] as const;

/** A programme, with what each of its files says of pairs. */
export interface Normalisable {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly said: Pick<PairFiles, 'history'>;
}

/**
 * The sheets of a programme as they were understood: plain UTF-8 with commas and our names for columns,
 * everybody by id, countries as codes, levels as numbers, time zones as hours. Read by the same policy they say
 * the same. What a spreadsheet would take for a formula has a quote before it, which is taken off again where
 * these files are read. Columns that no rule uses are left out, unless all are asked for: whoever passes these
 * files on hands over no more than it takes.
 * @param isOurs whether a header would be read as a column of ours. A column of the user's own that is called so (the
 * config names another for ours) gets `own_` in front.
 */
export function renderNormalisedFiles(
  { roster, terms: { policy, limits, pairs }, said: { history } }: Normalisable,
  isOurs: Readonly<Record<Side, (header: string) => boolean>>,
  { allColumns }: { readonly allColumns: boolean },
): Map<string, Iterable<string>> {
  const named = listNamedColumns(policy);
  const carries: Carries = key => allColumns || named.has(key);
  const listIds = ({ mentor, mentee }: PairNote) => [roster.mentors[mentor]!.id, roster.mentees[mentee]!.id];
  const tables: Readonly<Record<(typeof NORMALISED)[number], CsvTable | null>> = {
    'mentors.csv': buildMentorsTable(roster, isOurs.mentor, carries),
    'mentees.csv': buildMenteesTable(roster, isOurs.mentee, carries),
    'limits.csv': makeTable(['country', 'side', 'min', 'max'], limits.map(listLimitCells)),
    'pairs.csv': makeTable(
      ['mentor', 'mentee', 'action', 'points', 'reason'],
      pairs.flatMap(note => listActionRows(note, listIds(note))),
    ),
    'previous.csv': buildPreviousTable(
      pairs.filter(({ kept, declined, approved }) => kept || declined || approved),
      listIds,
    ),
    'history.csv': buildHistoryTable(listHistoryRows(history, pairs, roster)),
  };
  const files = Object.entries(tables).flatMap(([name, table]) =>
    table === null ? [] : [[name, writeCsv(neutraliseTable(table), PLAIN)] as const],
  );
  return new Map(files);
}

const PLAIN = { bom: false, delimiter: ',', lineEnd: '\n' } as const;

function neutraliseTable({ header, rows }: CsvTable): CsvTable {
  return { header: header.map(neutraliseCell), rows: [...rows].map(row => row.map(neutraliseCell)) };
}

/** A number is not a formula. */
function neutraliseCell(cell: string): string {
  return /^-\d+(?:\.\d+)?$/u.test(cell) ? cell : neutraliseFormula(cell);
}

/** null where there is nothing to say. */
function makeTable(header: readonly string[], rows: readonly (readonly string[])[]): CsvTable | null {
  return rows.length === 0 ? null : { header, rows };
}

/** A pair that was kept and declined, by two rows, has two rows here too. Columns that say nothing are left out. */
function buildPreviousTable(pairs: readonly PairNote[], ids: (note: PairNote) => string[]): CsvTable | null {
  const hasStatus = pairs.some(({ approved, declined }) => approved || declined);
  const hasRemarks = pairs.some(({ remark }) => remark !== '');
  const buildRow = (note: PairNote, status: string) => [
    ...ids(note),
    ...(hasStatus ? [status] : []),
    ...(hasRemarks ? [note.remark] : []),
  ];
  const rows = pairs.flatMap(note => [
    ...(note.kept || note.approved ? [buildRow(note, note.approved ? 'approved' : '')] : []),
    ...(note.declined ? [buildRow(note, 'declined')] : []),
  ]);
  return makeTable(['mentor_id', 'mentee_id', ...(hasStatus ? ['status'] : []), ...(hasRemarks ? ['note'] : [])], rows);
}

/** Columns that say nothing are left out. */
function buildHistoryTable(rows: readonly HistoryRow[]): CsvTable | null {
  const columns = (['mentor_id', 'mentee_id', 'date', 'status', 'next_round'] as const).filter(
    (name, at) => at < 2 || rows.some(row => row[name] !== ''),
  );
  return makeTable(
    columns,
    rows.map(row => columns.map(name => row[name])),
  );
}

type IsOurs = (header: string) => boolean;
/** Whether a column of the user's own, by its key, goes with the others. */
type Carries = (key: string) => boolean;

/** The keys of columns that no rule uses and so no file carries. */
export function listUnusedColumns({ mentors, mentees, withdrawn }: Roster, { policy }: Terms): string[] {
  const named = listNamedColumns(policy);
  const everybody = [...mentors, ...mentees, ...withdrawn.map(({ person }) => person)];
  return listExtraColumns(everybody).filter(key => !named.has(key));
}

function listExtraColumns(people: readonly Participant[]): string[] {
  return [...new Set(people.flatMap(person => [...person.extra.keys()]))];
}

function buildMentorsTable({ mentors, withdrawn }: Roster, isOurs: IsOurs, carries: Carries): CsvTable {
  const gone = withdrawn.flatMap(known => (known.side === 'mentor' ? [known.person] : []));
  const own = { columns: ['capacity', 'min_load'], cells: ({ capacity, minLoad }: Mentor) => [capacity, minLoad] };
  return buildPeopleTable(mentors, gone, own, { isOurs, carries });
}

function buildMenteesTable({ mentees, withdrawn }: Roster, isOurs: IsOurs, carries: Carries): CsvTable {
  const gone = withdrawn.flatMap(known => (known.side === 'mentee' ? [known.person] : []));
  const own = { columns: ['wants', 'priority'], cells: ({ wants, priority }: Mentee) => [wants, priority] };
  return buildPeopleTable(mentees, gone, own, { isOurs, carries });
}

/** Columns that only one side has, and the numbers in them. */
interface SideColumns<Person> {
  readonly columns: readonly string[];
  readonly cells: (person: Person) => readonly number[];
}

function buildPeopleTable<Person extends Participant>(
  active: readonly Person[],
  withdrawn: readonly Person[],
  own: SideColumns<Person>,
  { isOurs, carries }: { readonly isOurs: IsOurs; readonly carries: Carries },
): CsvTable {
  const everybody = [...active, ...withdrawn];
  const mostWishes = everybody.reduce((most, { wishes }) => Math.max(most, wishes.length), 0);
  const ranks = Array.from({ length: mostWishes }, (_, index) => index);
  const extra = listExtraColumns(everybody).filter(carries);
  const wishes = ranks.map(rank => `wish_${rank + 1}`);
  const makeRowBuilder = (status: string) => (person: Person) => [
    ...UNDERSTOOD_COLUMNS.map(column => formatCell(person, column)),
    ...[status, ...own.cells(person).map(String)],
    ...ranks.map(rank => person.wishes[rank] ?? ''),
    ...extra.map(key => person.extra.get(key) ?? ''),
  ];
  return {
    header: [
      ...UNDERSTOOD_COLUMNS,
      'status',
      ...own.columns,
      ...wishes,
      ...extra.map(key => (isOurs(key) ? `own_${key}` : key)),
    ],
    rows: [...active.map(makeRowBuilder('active')), ...withdrawn.map(makeRowBuilder('withdrawn'))],
  };
}

function formatCell(person: Participant, column: (typeof UNDERSTOOD_COLUMNS)[number]): string {
  switch (column) {
    case 'languages':
    case 'topics':
      return person[column].join(';');
    case 'not_with':
      return person.notWith.join(';');
    case 'level':
      return person.level === null ? '' : String(person.level);
    case 'timezone':
      return person.offset === null ? '' : formatZone(person.offset);
    default:
      return person[column];
  }
}

/** UTC+05:30 */
function formatZone(offset: number): string {
  const minutes = Math.abs(offset);
  const padNumber = (number: number) => String(number).padStart(2, '0');
  return `UTC${offset < 0 ? '-' : '+'}${padNumber(Math.floor(minutes / 60))}:${padNumber(minutes % 60)}`;
}

function listLimitCells({ place, side, min, max }: Limit): string[] {
  return [place, side, String(min), Number.isFinite(max) ? String(max) : ''];
}

function listActionRows({ locked, banned, listed, points, reason }: PairNote, ids: readonly string[]): string[][] {
  return [
    ...(locked ? [[...ids, 'lock', '', reason]] : []),
    ...(banned ? [[...ids, 'ban', '', '']] : []),
    ...(listed ? [[...ids, 'score', String(points / 1000), '']] : []),
  ];
}
