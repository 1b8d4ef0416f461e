import { keyPerson, type NamedPerson } from '../domain/decisions.ts';
import { restoreFormula } from '../domain/formula.ts';
import type { Participant, Roster, Side } from '../domain/roster.ts';
import { takesPart } from '../domain/unmatched-reasons.ts';
import type { WrittenCertificate } from './certificate.ts';
import { readRunTable } from './run-tables.ts';
import type { Table } from './table/table.ts';

/** Somebody as the tables of a run have them. */
export interface KnownRow extends NamedPerson {
  readonly side: Side;
  readonly department: string;
  readonly country: string;
  /** Whether they had withdrawn. */
  readonly isWithdrawn: boolean;
}

/** What a run says of somebody whose row in the sheets says otherwise now; null for somebody whose row is not there. */
export interface ChangedRow {
  readonly known: KnownRow;
  readonly now: { readonly row: number; readonly column: string; readonly was: string; readonly is: string } | null;
}

const FIELDS = ['name', 'email', 'department', 'country'] as const;

/** Reads who was in the sheets when a run was made, from its tables; a table that cannot be read tells nobody. */
export function readKnownRows(tandems: Uint8Array, unmatched: Uint8Array): KnownRow[] {
  const [paired, others] = [readRunTable('tandems.csv', tandems), readRunTable('unmatched.csv', unmatched)];
  return [
    ...('kind' in paired ? [] : SIDES.flatMap(side => readSide(paired, side))),
    ...('kind' in others ? [] : readUnmatched(others)),
  ];
}

const SIDES = ['mentor', 'mentee'] as const;

function readSide(table: Table, side: Side): KnownRow[] {
  const getCell = makeCellReader(table, `${side}_`);
  return table.rows.map(({ cells }) => ({ ...readPerson(cells, getCell), side, isWithdrawn: false }));
}

function readUnmatched(table: Table): KnownRow[] {
  const getCell = makeCellReader(table, '');
  return table.rows.flatMap(({ cells }): KnownRow[] => {
    const side = SIDES.find(one => one === getCell(cells, 'role'));
    if (side === undefined) return [];
    return [{ ...readPerson(cells, getCell), side, isWithdrawn: !takesPart(getCell(cells, 'reason')) }];
  });
}

type PersonCellReader = (cells: readonly string[], column: string) => string;

function makeCellReader({ header }: Table, prefix: string): PersonCellReader {
  return (cells, column) => restoreFormula(cells[header.indexOf(`${prefix}${column}`)] ?? '');
}

function readPerson(cells: readonly string[], getCell: PersonCellReader) {
  const [id, name, email, department, country] = ['id', ...FIELDS].map(column => getCell(cells, column)) as [
    string,
    string,
    string,
    string,
    string,
  ];
  return { id, name, email, department, country };
}

/** Keys of everybody whom a run knew: the certificate has a price, or none, for whoever took part. */
export function listKnownKeys({ prices }: WrittenCertificate, rows: readonly KnownRow[]): ReadonlySet<string> {
  return new Set([
    ...[...prices.mentors.keys()].map(id => keyPerson({ side: 'mentor', id })),
    ...[...prices.mentees.keys()].map(id => keyPerson({ side: 'mentee', id })),
    ...rows.map(keyPerson),
  ]);
}

/** The people whose rows say something else than the run's tables, as far as these tell. */
export function findChangedRows(rows: readonly KnownRow[], { mentors, mentees, withdrawn }: Roster): ChangedRow[] {
  const here = new Map<string, { readonly person: Participant; readonly isWithdrawn: boolean }>([
    ...mentors.map(person => [keyPerson({ side: 'mentor', id: person.id }), { person, isWithdrawn: false }] as const),
    ...mentees.map(person => [keyPerson({ side: 'mentee', id: person.id }), { person, isWithdrawn: false }] as const),
    ...withdrawn.map(
      ({ side, person }) => [keyPerson({ side, id: person.id }), { person, isWithdrawn: true }] as const,
    ),
  ]);
  const once = new Map(rows.map(known => [keyPerson(known), known]));
  return [...once].flatMap(([key, known]): ChangedRow[] => {
    const found = here.get(key);
    if (found === undefined) return [{ known, now: null }];
    const { person, isWithdrawn } = found;
    const field = FIELDS.find(one => known[one] !== person[one]);
    if (field !== undefined) return [makeChanged(known, person, field, known[field], person[field])];
    if (known.isWithdrawn === isWithdrawn) return [];
    const say = (away: boolean) => (away ? 'withdrawn' : 'active');
    return [makeChanged(known, person, 'status', say(known.isWithdrawn), say(isWithdrawn))];
  });
}

function makeChanged(known: KnownRow, { row }: Participant, column: string, was: string, is: string): ChangedRow {
  return { known, now: { row, column, was, is } };
}
