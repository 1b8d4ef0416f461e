import type { DeclinedPair } from '../../domain/decisions.ts';
import type { FileRefutation, TableFault } from '../../domain/refutation.ts';
import { RESULT_FILES, type ResultFile, type RunFile } from '../../domain/run-files.ts';
import type { SavedTable } from '../../domain/table-saved-again.ts';
import { readPlainJson } from '../../parse/certificate.ts';
import { type RestoredTable, restoreIds } from '../../parse/restored-ids.ts';
import { readRunTable } from '../../parse/run-tables.ts';
import type { Table } from '../../parse/table/table.ts';
import { makeContents } from '../../render/run/run.ts';
import type { FileContents, Run } from '../../render/run/run-facts.ts';
import { findValueDifference } from './compare-json.ts';
import { compareTables } from './compare-tables.ts';

/** The tables of a run that were saved again and say the same; or the first file that says anything else. */
export type FileComparison = { readonly saved: readonly SavedTable[] } | FileRefutation;

/**
 * Makes the result files again and holds those that are there against them. @param tandems
 * tandems.csv, which has been read already.
 */
export function compareRunFiles(
  run: Run,
  files: ReadonlyMap<RunFile, Uint8Array>,
  tandems: RestoredTable,
): FileComparison {
  const read: ReadAsTable = (file, bytes) => (file === 'tandems.csv' ? tandems : readTable(file, bytes, run));
  const saved: SavedTable[] = [];
  for (const file of RESULT_FILES) {
    const compared = compareFile(file, files.get(file) ?? null, makeContents(file, run), read, run.delimiter);
    if (compared === null) continue;
    if ('kind' in compared) return compared;
    saved.push(compared);
  }
  return { saved };
}

type ReadAsTable = (file: ResultFile, bytes: Uint8Array) => RestoredTable | TableFault;

function readTable(file: string, bytes: Uint8Array, { roster, gone }: Run): RestoredTable | TableFault {
  const table = readRunTable(file, bytes);
  if ('kind' in table) return table;
  const withdrawn = roster.withdrawn.map(({ person }) => person);
  return restoreIds(table, [...roster.mentors, ...roster.mentees, ...withdrawn, ...gone.flatMap(listNames)]);
}

function listNames({ mentor, mentee }: DeclinedPair) {
  return [mentor, mentee];
}

/**
 * The file is there where it follows from certificate and tandems, and only there, and says what
 * follows; null where it is as written.
 */
function compareFile(
  file: ResultFile,
  found: Uint8Array | null,
  expected: FileContents | null,
  read: ReadAsTable,
  delimiter: string,
): SavedTable | FileRefutation | null {
  if (found === null) return expected === null ? null : { kind: 'file-missing', file };
  if (expected === null) return { kind: 'file-foreign', file };
  switch (expected.kind) {
    case 'table': {
      const table = read(file, found);
      return 'kind' in table ? refuteFile(file, table) : compareRows(file, table, expected, delimiter);
    }
    case 'json':
    case 'long-json':
      return findSummaryDifference(file, found, JSON.parse(JSON.stringify(expected.value)));
    case 'page':
      return findPageDifference(file, found, expected.text);
    case 'html':
      return findPageDifference(file, found, expected.text, MOST_SHOWN);
  }
}

/** Lines of a page for browsers are long: so much of one is shown, around where it differs. */
const MOST_SHOWN = 60;

/** The page is compared line by line. @param most how many characters of a line are shown. */
function findPageDifference(
  file: string,
  bytes: Uint8Array,
  expected: string,
  most = Number.POSITIVE_INFINITY,
): FileRefutation | null {
  const found = new TextDecoder('utf-8').decode(bytes).split('\n');
  const lines = expected.split('\n');
  const at = lines.findIndex((line, index) => line !== found[index]);
  if (at >= 0) {
    const [one, other] = cutAroundDifference(found[at] ?? '', lines[at]!, most);
    return { kind: 'page-differs', file, line: at + 1, found: one, expected: other };
  }
  return found.length > lines.length ? { kind: 'page-longer', file, lines: lines.length } : null;
}

/** Where two lines, which are not the same, differ, and what is behind that; whole lines where they are short. */
function cutAroundDifference(one: string, other: string, most: number): readonly [string, string] {
  if (Math.max(one.length, other.length) <= most) return [one, other];
  let at = 0;
  while (one[at] === other[at]) at++;
  const from = Math.max(0, at - most / 2);
  return [one.slice(from, from + most), other.slice(from, from + most)];
}

/** What is told of a file that cannot be taken for what it is. */
export function refuteFile(file: string, fault: TableFault): FileRefutation {
  return fault.kind === 'unreadable'
    ? { kind: 'file-unreadable', file, problem: fault.problem }
    : { kind: 'file-faulty', file, fault };
}

function compareRows(
  file: ResultFile,
  { table, zeros }: RestoredTable,
  expected: Extract<FileContents, { readonly kind: 'table' }>,
  delimiter: string,
): SavedTable | FileRefutation | null {
  const compared = compareTables(makeCellTable(table), expected.table, expected);
  if (compared.kind === 'differs') return { kind: 'table-differs', file, difference: compared.difference };
  const { kind: _, ...style } = compared;
  const saved: SavedTable = {
    ...{ file, zeros, ...style },
    encoding: table.encoding === AS_WRITTEN ? null : table.encoding,
    delimiter: table.delimiter === delimiter ? null : table.delimiter,
  };
  return isSavedAgain(saved) ? saved : null;
}

/** What rmentor writes tables in. */
const AS_WRITTEN = 'UTF-8 with BOM';

function isSavedAgain({ encoding, delimiter, zeros, more, gone, ...moved }: SavedTable): boolean {
  const { hasOtherDecimals, areRowsMoved, areColumnsMoved } = moved;
  const isWrittenOtherwise = encoding !== null || delimiter !== null || hasOtherDecimals || zeros > 0;
  return isWrittenOtherwise || areRowsMoved || areColumnsMoved || more.length + gone.length > 0;
}

function makeCellTable({ header, encoding, rows }: Table) {
  return { header, encoding, rows: rows.map(({ cells }) => cells) };
}

function findSummaryDifference(file: string, bytes: Uint8Array, expected: unknown): FileRefutation | null {
  const found = readPlainJson(bytes);
  if (found === undefined) return { kind: 'summary-not-plain', file };
  const difference = findValueDifference(found, expected);
  return difference === null ? null : { kind: 'summary-differs', file, ...difference };
}
