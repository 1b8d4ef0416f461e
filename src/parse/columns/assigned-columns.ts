import { numberedNames, type Parsed, type Place, type Problem, unfitColumn } from '../../domain/problems.ts';
import type { Table } from '../table/table.ts';
import { askingIn, isGone, statusOf } from '../values/statuses.ts';
import { type Claim, claimsOf, isOfPeople, isSurest, NO_DOUBT, type OwnNames } from './column-names.ts';
import { areNumbers, misfit, sampleOf, understands } from './judge.ts';

/** Our column for each header of a table, or null; and what is told of headers that say one thing and cells another. */
export type Assigned = Parsed<readonly (string | null)[]>;

interface Made {
  readonly wanted: readonly string[];
  readonly own: OwnNames;
  readonly assigned: Assigned;
}

/** A header is judged once, with the cells of the whole sheet, where both sides are in one. */
const made = new WeakMap<readonly string[], Made>();

/**
 * Our column for each header of a table: by its name, unless its cells are plainly something else. A header never decides
 * against its cells; whatever it would have been read as is told.
 */
export function assignedColumns(table: Table, wanted: readonly string[], own: OwnNames): Assigned {
  const known = made.get(table.header);
  if (known?.wanted === wanted && known.own === own) return known.assigned;
  const assigned = assign(table, wanted, own);
  made.set(table.header, { wanted, own, assigned });
  return assigned;
}

function assign(table: Table, wanted: readonly string[], own: OwnNames): Assigned {
  const claims = claimsOf(table.header, wanted, own).map((claim, index) => {
    const column = table.given?.get(index);
    if (column === undefined) return claim;
    return column === null ? null : { column, doubt: NO_DOUBT };
  });
  if (!isOfPeople(wanted)) return { value: claims.map((claim, index) => surest(claims, claim, index)), problems: [] };
  const unfit: { readonly one: Claimed; readonly verdict: Verdict; readonly index: number }[] = [];
  const judged = claims.map((claim, index) => {
    if (claim === null || table.given?.has(index) === true) return claim;
    const one = { claim, header: table.header[index]!, cells: sampleOf(table, index) };
    const verdict = verdictOn(one, () => hasAddresses(table, claims));
    if (verdict.why !== null) unfit.push({ one, verdict, index });
    return verdict.claim;
  });
  const value = judged.map((claim, index) => surest(judged, claim, index));
  const headerReadAs = (column: string) => table.header[value.indexOf(column)] ?? null;
  const problems = unfit.map(({ one, verdict, index }) =>
    told(one, verdict, placeIn(table, index), headerReadAs(one.claim.column)),
  );
  return { value, problems: [...problems, ...beaten(table, judged, value)] };
}

function surest(claims: readonly (Claim | null)[], claim: Claim | null, index: number): string | null {
  return isSurest(claims, index) ? claim!.column : null;
}

function placeIn({ file, header }: Table, index: number): Place {
  return { file, row: 1, column: header[index]!, value: header[index]! };
}

/** A header's claim beside the cells below it. */
interface Claimed {
  readonly claim: Claim;
  readonly header: string;
  readonly cells: readonly string[];
}

/** What remains of a claim; and what its cells are that speaks against it, or null. */
interface Verdict {
  readonly claim: Claim | null;
  readonly why: string | null;
}

/** Words for people are the least sure names of a column of names: the numbers below them are ids. */
const FOR_PEOPLE = 2;

/** @param isRivalled whether another column holds addresses. */
function verdictOn({ claim, header, cells }: Claimed, isRivalled: () => boolean): Verdict {
  const { column, doubt } = claim;
  const kept = { claim, why: null };
  if (column === 'status') return statusVerdict({ claim, header, cells });
  if (column === 'email') return addressVerdict(claim, cells, isRivalled());
  const why = misfit(column, cells);
  if (why === null) return kept;
  const isName = column === 'name' || column === 'first_name' || column === 'last_name';
  if (isName && areNumbers(cells)) {
    if (doubt === FOR_PEOPLE) return { claim: { column: 'id', doubt: FOR_PEOPLE }, why: null };
    return doubt === NO_DOUBT ? kept : { claim, why };
  }
  return { claim: null, why };
}

/** A name that may stand for something else is a status where its cells are; ours and the usual ones always are. */
function statusVerdict({ claim, header, cells }: Claimed): Verdict {
  if (claim.doubt < FOR_PEOPLE || understands('status', header, cells)) return { claim, why: null };
  const asking = askingIn(header);
  const isSaid = cells.some(cell => statusOf(cell, asking) !== null);
  const isStatus = asking === 'words' && cells.length > 0;
  return { claim: null, why: isSaid || isStatus ? `not all statuses, like ${JSON.stringify(cells[0])}` : null };
}

/** "anonymous" in each row is no address: where another column has addresses, it is meant. */
function addressVerdict(claim: Claim, cells: readonly string[], isRivalled: boolean): Verdict {
  const isAny = cells.length === 0 || cells.some(cell => cell.includes('@'));
  return isAny || !isRivalled
    ? { claim, why: null }
    : { claim: null, why: `no addresses, like ${JSON.stringify(cells[0])}` };
}

/** Whether a column that is not read as anything else holds addresses. */
function hasAddresses(table: Table, claims: readonly (Claim | null)[]): boolean {
  return table.header.some(
    (header, index) =>
      (claims[index] == null || claims[index]?.column === 'email') &&
      understands('email', header, sampleOf(table, index)),
  );
}

/** @param read the header that is read as the column instead, or null. */
function told({ claim }: Claimed, verdict: Verdict, place: Place, read: string | null): Problem {
  if (verdict.claim !== null) return numberedNames(place, verdict.why ?? '');
  return unfitColumn(place, claim.column, `its cells are ${verdict.why}`, read);
}

/** Columns that say of somebody that they have left, while another is read as the status. */
function beaten(table: Table, judged: readonly (Claim | null)[], value: readonly (string | null)[]): Problem[] {
  const read = table.header[value.indexOf('status')];
  return judged.flatMap((claim, index) => {
    if (claim?.column !== 'status' || value[index] !== null || read === undefined) return [];
    const asking = askingIn(table.header[index]!);
    const gone = sampleOf(table, index).find(cell => isGone(cell, asking));
    if (gone === undefined) return [];
    const why = `${JSON.stringify(read)} is, and this says ${JSON.stringify(gone)}`;
    return [unfitColumn(placeIn(table, index), 'status', why, read)];
  });
}
