import type { MisfitCells } from '../../domain/problem-facts.ts';
import { type Location, numberedNames, type Parsed, type Problem, unfitColumn } from '../../domain/problems.ts';
import type { Table } from '../table/table.ts';
import { detectStatusQuestion, isGone, readStatus } from '../values/statuses.ts';
import { areNumbers, canUnderstand, findMisfit, sampleOf } from './cell-samples.ts';
import { type ColumnClaim, isOfPeople, isSurest, listClaims, NO_DOUBT, type OwnNames } from './column-claims.ts';

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
 * Our column for each header of a table: by its name, unless its cells are plainly something else. A header never
 * decides against its cells; whatever it would have been read as is told.
 */
export function assignColumns(table: Table, wanted: readonly string[], own: OwnNames): Assigned {
  const known = made.get(table.header);
  if (known?.wanted === wanted && known.own === own) return known.assigned;
  const assigned = assign(table, wanted, own);
  made.set(table.header, { wanted, own, assigned });
  return assigned;
}

function assign(table: Table, wanted: readonly string[], own: OwnNames): Assigned {
  const claims = listClaims(table.header, wanted, own).map((claim, index) => {
    const column = table.given?.get(index);
    if (column === undefined) return claim;
    return column === null ? null : { column, doubt: NO_DOUBT };
  });
  if (!isOfPeople(wanted))
    return { value: claims.map((claim, index) => pickSurest(claims, claim, index)), problems: [] };
  const unfit: { readonly one: Claimed; readonly verdict: Misfit; readonly index: number }[] = [];
  const judged = claims.map((claim, index) => {
    if (claim === null || table.given?.has(index) === true) return claim;
    const one = { claim, header: table.header[index]!, cells: sampleOf(table, index) };
    const verdict = judgeClaim(one, () => hasAddresses(table, claims));
    if (verdict.why !== null) unfit.push({ one, verdict: { ...verdict, why: verdict.why }, index });
    return verdict.claim;
  });
  const value = judged.map((claim, index) => pickSurest(judged, claim, index));
  const headerReadAs = (column: string) => table.header[value.indexOf(column)] ?? null;
  const problems = unfit.map(({ one, verdict, index }) =>
    reportVerdict(one, verdict, locateHeader(table, index), headerReadAs(one.claim.column)),
  );
  return { value, problems: [...problems, ...reportBeatenStatus(table, judged, value)] };
}

function pickSurest(claims: readonly (ColumnClaim | null)[], claim: ColumnClaim | null, index: number): string | null {
  return isSurest(claims, index) ? claim!.column : null;
}

function locateHeader({ file, header }: Table, index: number): Location {
  return { file, row: 1, column: header[index]!, value: header[index]! };
}

/** A header's claim beside the cells below it. */
interface Claimed {
  readonly claim: ColumnClaim;
  readonly header: string;
  readonly cells: readonly string[];
}

/** What remains of a claim; and what its cells are that speaks against it, or null. */
interface ClaimVerdict {
  readonly claim: ColumnClaim | null;
  readonly why: MisfitCells | null;
}

/** A verdict that is told. */
interface Misfit extends ClaimVerdict {
  readonly why: MisfitCells;
}

/** Words for people are the least sure names of a column of names: the numbers below them are ids. */
const FOR_PEOPLE = 2;

/** @param isRivalled whether another column holds addresses. */
function judgeClaim({ claim, header, cells }: Claimed, isRivalled: () => boolean): ClaimVerdict {
  const { column, doubt } = claim;
  const kept = { claim, why: null };
  if (column === 'status') return judgeStatus({ claim, header, cells });
  if (column === 'email') return judgeAddress(claim, cells, isRivalled());
  const why = findMisfit(column, cells);
  if (why === null) return kept;
  const isName = column === 'name' || column === 'first_name' || column === 'last_name';
  if (isName && areNumbers(cells)) {
    if (doubt === FOR_PEOPLE) return { claim: { column: 'id', doubt: FOR_PEOPLE }, why: null };
    return doubt === NO_DOUBT ? kept : { claim, why };
  }
  return { claim: null, why };
}

/** A name that may stand for something else is a status where its cells are; ours and the usual ones always are. */
function judgeStatus({ claim, header, cells }: Claimed): ClaimVerdict {
  if (claim.doubt < FOR_PEOPLE || canUnderstand('status', header, cells)) return { claim, why: null };
  const asking = detectStatusQuestion(header);
  const isSaid = cells.some(cell => readStatus(cell, asking) !== null);
  const isStatus = asking === 'words' && cells.length > 0;
  return { claim: null, why: isSaid || isStatus ? { kind: 'not all statuses', cells: cells.slice(0, 1) } : null };
}

/** "anonymous" in each row is no address: where another column has addresses, it is meant. */
function judgeAddress(claim: ColumnClaim, cells: readonly string[], isRivalled: boolean): ClaimVerdict {
  const isAny = cells.length === 0 || cells.some(cell => cell.includes('@'));
  return isAny || !isRivalled
    ? { claim, why: null }
    : { claim: null, why: { kind: 'no addresses', cells: cells.slice(0, 1) } };
}

/** Whether a column that is not read as anything else holds addresses. */
function hasAddresses(table: Table, claims: readonly (ColumnClaim | null)[]): boolean {
  return table.header.some(
    (header, index) =>
      (claims[index] == null || claims[index]?.column === 'email') &&
      canUnderstand('email', header, sampleOf(table, index)),
  );
}

/** @param read the header that is read as the column instead, or null. */
function reportVerdict({ claim }: Claimed, verdict: Misfit, location: Location, read: string | null): Problem {
  if (verdict.claim !== null) return numberedNames(location, verdict.why.cells);
  return unfitColumn(location, claim.column, verdict.why, read);
}

/** Columns that say of somebody that they have left, while another is read as the status. */
function reportBeatenStatus(
  table: Table,
  judged: readonly (ColumnClaim | null)[],
  value: readonly (string | null)[],
): Problem[] {
  const read = table.header[value.indexOf('status')];
  return judged.flatMap((claim, index) => {
    if (claim?.column !== 'status' || value[index] !== null || read === undefined) return [];
    const asking = detectStatusQuestion(table.header[index]!);
    const gone = sampleOf(table, index).find(cell => isGone(cell, asking));
    if (gone === undefined) return [];
    return [unfitColumn(locateHeader(table, index), 'status', { kind: 'another status', cells: [gone] }, read)];
  });
}
