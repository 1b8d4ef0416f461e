import type { Alternate } from '../../domain/alternate.ts';
import { type DeclinedPair, listDeclinedPairs, type NamedPerson } from '../../domain/decisions.ts';
import { neutraliseFormula } from '../../domain/formula.ts';
import type { Matching, ScoredTandem, Unmatched, WaitingMentee } from '../../domain/matching.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { ALTERNATES, CHANGED, DECLINED, RESERVE, type TableFile } from '../../domain/run-files.ts';
import { describeCheapestFix } from '../words/cheapest-fix.ts';
import type { Words } from '../words/en/index.ts';
import { describeEvidence } from '../words/evidence.ts';
import { buildChangesTable } from './changes-table.ts';
import type { CsvTable } from './csv.ts';
import { formatPointsCell } from './points-cell.ts';
import type { FileContents, Run } from './run-facts.ts';

const PERSON = ['id', 'name', 'email', 'department', 'country'] as const;

function listPersonCells(person: Participant): string[] {
  return PERSON.map(column => neutraliseFormula(person[column]));
}

type TableContents = Extract<FileContents, { readonly kind: 'table' }>;

/** What each table of a run holds; null where a run does not have it. */
export const TABLES: Readonly<Record<TableFile, (run: Run) => TableContents | null>> = {
  'tandems.csv': ({ matching, roster, terms, parts, delimiter }) =>
    makeTable(
      buildTandemsTable(matching, roster, terms, parts, delimiter),
      ['mentor_id', 'mentee_id'],
      ['status', 'note'],
    ),
  'unmatched.csv': ({ matching, roster, terms, words }) =>
    makeTable(buildUnmatchedTable(matching, roster, terms, words), ['role', 'id']),
  [RESERVE]: ({ matching, roster }) => makeTable(buildReserveTable(matching, roster), ['id']),
  [DECLINED]: ({ roster, terms, gone }) =>
    makeTable(buildDeclinedTable(listDeclinedPairs(roster, terms.pairs, gone)), PAIR_KEYS),
  [ALTERNATES]: ({ alternates, roster, delimiter }) =>
    makeTable(alternates && buildAlternatesTable(alternates, roster, delimiter), ['mentee_id', 'mentor_id']),
  [CHANGED]: ({ changes, roster, terms, words, delimiter }) =>
    makeTable(changes && buildChangesTable(changes, { roster, terms, words }, delimiter), PAIR_KEYS),
};

/** People who are in no sheet may have no id, or share one. */
const PAIR_KEYS = ['mentor', 'mentee'].flatMap(side => [`${side}_id`, `${side}_name`, `${side}_email`]);

/** @param keys the columns that say what a row is about; @param free those whose cells people may change. */
function makeTable(
  table: CsvTable | null,
  keys: readonly string[],
  free: readonly string[] = [],
): TableContents | null {
  return table && { kind: 'table', table, keys, free };
}

/**
 * tandems.csv: one row a tandem, by the ids of mentor and mentee, with what people decided on it and
 * noted, or else why it is locked; a last column says why a lock may break rules, where one does.
 * @param parts the names of the parts of a score.
 */
export function buildTandemsTable(
  matching: Matching,
  roster: Roster,
  { pairs }: Terms,
  parts: readonly string[],
  delimiter: string,
): CsvTable {
  const noted = new Map(pairs.map(note => [`${note.mentor} ${note.mentee}`, note]));
  const isAnyOverridden = pairs.some(({ override }) => override !== '');
  const header = [
    ...PERSON.map(column => `mentor_${column}`),
    ...PERSON.map(column => `mentee_${column}`),
    'score',
    ...parts.map(part => neutraliseFormula(`points_${part}`)),
    ...['status', 'note'],
    ...(isAnyOverridden ? ['override'] : []),
  ];
  const buildRow = ({ mentor, mentee, score, points }: ScoredTandem) => {
    const note = noted.get(`${mentor} ${mentee}`);
    return [
      ...listPersonCells(roster.mentors[mentor]!),
      ...listPersonCells(roster.mentees[mentee]!),
      formatPointsCell(score, delimiter),
      ...points.map(part => formatPointsCell(part, delimiter)),
      ...[note?.approved ? 'approved' : 'draft', neutraliseFormula(note?.remark || note?.reason || '')],
      ...(isAnyOverridden ? [neutraliseFormula(note?.override ?? '')] : []),
    ];
  };
  return { header, rows: mapLazily(matching.tandems, buildRow) };
}

/** declined.csv: the pairs that people declined; null where there are none. */
function buildDeclinedTable(pairs: readonly DeclinedPair[]): CsvTable | null {
  if (pairs.length === 0) return null;
  const listColumns = (side: Side) => [`${side}_id`, `${side}_name`, `${side}_email`];
  const listCells = ({ id, name, email }: NamedPerson) => [id, name, email];
  const buildRow = ({ mentor, mentee, remark }: DeclinedPair) =>
    [...listCells(mentor), ...listCells(mentee), remark].map(neutraliseFormula);
  return { header: [...listColumns('mentor'), ...listColumns('mentee'), 'note'], rows: mapLazily(pairs, buildRow) };
}

/**
 * alternates.csv: the mentors whom each mentee could have if somebody dropped out, by the mentee's id, the best first.
 */
function buildAlternatesTable(alternates: readonly Alternate[], roster: Roster, delimiter: string): CsvTable {
  const header = [
    ...PERSON.map(column => `mentee_${column}`),
    'rank',
    ...PERSON.map(column => `mentor_${column}`),
    'score',
    'free_places',
  ];
  const buildRow = ({ mentor, mentee, rank, score, freeSlots }: Alternate) => [
    ...listPersonCells(roster.mentees[mentee]!),
    String(rank),
    ...listPersonCells(roster.mentors[mentor]!),
    formatPointsCell(score, delimiter),
    String(freeSlots),
  ];
  return { header, rows: mapLazily(alternates, buildRow) };
}

/** unmatched.csv: everybody without a tandem, mentees first, by id. */
export function buildUnmatchedTable({ unmatched }: Matching, roster: Roster, terms: Terms, words: Words): CsvTable {
  const buildRow = (known: Unmatched) => {
    const why = neutraliseFormula(describeEvidence(known, roster, terms, words));
    const fix = neutraliseFormula(describeCheapestFix(known, roster, terms, words));
    return [known.side, ...listPersonCells(known.person), known.reason.kind, why, fix];
  };
  return { header: ['role', ...PERSON, 'reason', 'evidence', 'cheapest_fix'], rows: mapLazily(unmatched, buildRow) };
}

/** reserve.csv: who waits for a mentor, or for one more, by id; null where nobody does. */
export function buildReserveTable(
  { reserve }: Pick<Matching, 'reserve'>,
  { mentors, mentees }: Roster,
): CsvTable | null {
  if (reserve.length === 0) return null;
  const buildRow = ({ mentee, has, reason, mentors: named, mentorsInAll }: WaitingMentee) => {
    const person = mentees[mentee]!;
    const ids = named.map(mentor => mentors[mentor]!.id).join('; ');
    return [
      ...listPersonCells(person),
      ...[String(person.wants), String(has), reason],
      ...[String(mentorsInAll), neutraliseFormula(ids)],
    ];
  };
  return {
    header: [...PERSON, 'wants', 'has', 'reason', 'mentors_in_all', 'mentors'],
    rows: mapLazily(reserve, buildRow),
  };
}

/** Makes each row only when it is asked for. */
function* mapLazily<Item>(
  items: readonly Item[],
  rowOf: (item: Item) => readonly string[],
): Generator<readonly string[]> {
  for (const item of items) yield rowOf(item);
}
