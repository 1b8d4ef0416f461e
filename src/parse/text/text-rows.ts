import { BeyondBound } from '../../domain/input-bounds.ts';
import { beyondBound, csvByOtherName, emptyFile, noSheetInCsv, type Parsed } from '../../domain/problems.ts';
import { CARRIAGE_RETURN, LINE_FEED } from './bytes-to-text.ts';
import { CONTROL_CHARACTER } from './controls.ts';
import { readLines } from './csv.ts';
import { readCsvRows } from './csv-rows.ts';
import { SPOILT_CELL } from './damaged-cells.ts';
import { decode } from './decode.ts';
import { detectDialect, findNamedDelimiter } from './dialect.ts';
import { ODD_TEXT } from './odd-text.ts';
import type { Looking, Raw } from './raw-rows.ts';
import type { Source } from './sheet-source.ts';
import { findSigns } from './sign-search.ts';

/** Reads the rows of a CSV file; the value is null where it is none, or empty. */
export function readTextRows({ file, bytes, sheet = null }: Source, looking: Looking): Parsed<Raw | null> {
  if (sheet !== null) return { value: null, problems: [noSheetInCsv(file, sheet)] };
  try {
    return readBoundedRows(file, bytes, looking);
  } catch (error) {
    if (error instanceof BeyondBound) return { value: null, problems: [beyondBound({ file }, error.excess)] };
    throw error;
  }
}

/** The same; throws BeyondBound where the text is larger than any sheet of participants. */
function readBoundedRows(file: string, bytes: Uint8Array, looking: Looking): Parsed<Raw | null> {
  const decoded = decode(file, bytes, looking.encoding);
  if (decoded.value === null) return { value: null, problems: decoded.problems };
  const { encoding, isDamaged } = decoded.value;
  const utf8 = trimEmptyLines(decoded.value.utf8);
  const renamed = /\.(?:xls[xmb]?|ods)$/iu.test(file) ? [csvByOtherName(file)] : [];
  const told = [...renamed, ...decoded.problems];
  if (isBlank(utf8)) return { value: null, problems: [...told, emptyFile(file)] };
  const named = findNamedDelimiter(utf8);
  const rest = named?.rest ?? utf8;
  const delimiter = named?.delimiter ?? detectDialect(rest, looking.columnOf).delimiter;
  const [mayHoldControls = true, mayBeOdd = true, mayBeSpoilt = true] = findSigns(utf8, SIGNS);
  const { rows, lineOf, cellsOf, problems } = readCsvRows(file, rest, delimiter, looking, mayHoldControls);
  if (rows.length === 0 && problems.length === 0) return { value: null, problems: [...told, emptyFile(file)] };
  const shift = named === null ? 0 : 1;
  const found = { mayBeSpoilt, mayBeOdd, isDamaged, unknown: [], shown: [], merged: [] };
  const raw = { file, encoding, delimiter, rows, cellsOf, ...found };
  return { value: { ...raw, lineOf: row => lineOf(row) + shift }, problems: [...told, ...problems] };
}

const SIGNS = [CONTROL_CHARACTER, ODD_TEXT, SPOILT_CELL];

/** A text without the empty lines at its end: there may be a hundred thousand, and each would be a row. */
function trimEmptyLines(utf8: Uint8Array): Uint8Array {
  let end = utf8.length;
  while (end > 0 && (utf8[end - 1] === LINE_FEED || utf8[end - 1] === CARRIAGE_RETURN)) end--;
  return utf8.subarray(0, end);
}

function isBlank(utf8: Uint8Array): boolean {
  for (const line of readLines(utf8)) if (line.trim() !== '') return false;
  return true;
}
