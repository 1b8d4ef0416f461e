import { notCsv, type Parsed } from '../domain/problems.ts';

/** The text of a file, and what it was written in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-8 with BOM';
  /** False where bytes that are not UTF-8 became U+FFFD. */
  readonly faithful: boolean;
}

const SIGNATURES: readonly (readonly [signature: string, looks: string])[] = [
  ['PK\u0003\u0004', 'an Excel workbook or another zip archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Excel workbook'],
  ['%PDF', 'a PDF'],
  ['\u001f\u008b', 'a gzip archive'],
  ['\u00ff\u00fe', 'UTF-16 text ("Unicode text" in Excel)'],
  ['\u00fe\u00ff', 'UTF-16 text ("Unicode text" in Excel)'],
  ['<!doctype', 'a web page'],
  ['<html', 'a web page'],
  ['<?xml', 'XML'],
  ['{', 'JSON'],
];

/** Reads bytes as UTF-8. What is plainly something else is named; the value is then null. */
export function decode(file: string, bytes: Uint8Array): Parsed<Decoded | null> {
  const looks = looksLike(bytes);
  if (looks !== null) return { value: null, problems: [notCsv(file, looks)] };
  const encoding = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'UTF-8 with BOM' : 'UTF-8';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { value: { text, encoding, faithful: true }, problems: [] };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return { value: { text, encoding, faithful: false }, problems: [] };
  }
}

function looksLike(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  const start = head
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart()
    .toLowerCase();
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature.toLowerCase()));
  if (known !== undefined) return known[1];
  return bytes.includes(0) ? 'UTF-16 text or a binary file' : null;
}
