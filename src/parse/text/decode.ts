import type { FileFormat } from '../../domain/problem-facts.ts';
import {
  codePageTaken,
  notCsv,
  type Parsed,
  type Problem,
  unknownEncoding,
  utf8AfterAll,
} from '../../domain/problems.ts';
import { decodeLatin1, decodeUtf8, encodeUtf8, isUtf8 } from './bytes-to-text.ts';
import { decodePage } from './known-pages.ts';
import { guessPage } from './page-guess.ts';

/** The text of a file, and what it was written in. */
export interface Decoded {
  /**
   * The text as UTF-8, without a mark: the file itself in most cases. As one string, a text takes two bytes for each
   * letter as soon as one is beyond U+00FF, and so does all that is cut from it; most of what is done with it then
   * takes several times as long. So it is made of strings line by line.
   */
  readonly utf8: Uint8Array;
  /** UTF-8, UTF-8 with BOM, UTF-16LE, or the name of a code page. */
  readonly encoding: string;
  /** Whether U+FFFD stands in it for bytes that mean nothing in this encoding. */
  readonly isDamaged: boolean;
}

const SIGNATURES: readonly (readonly [signature: string, looks: FileFormat])[] = [
  ['PK\u0003\u0004', 'zip'],
  ['\u00d0\u00cf\u0011\u00e0', 'old Excel'],
  ['\u00ff\u00fe\u0000\u0000', 'UTF-32'],
  ['%PDF', 'PDF'],
  ['\u001f\u008b', 'gzip'],
  ['<!doctype', 'web page'],
  ['<html', 'web page'],
  ['{', 'JSON'],
];

/** XML by its first words: spreadsheets of 2003 are XML too. */
const XML = /^<\?xml|^<(?:\w+:)?(?:workbook|html|table)\b/u;
const XML_SPREADSHEET = /urn:schemas-microsoft-com:office:spreadsheet|progid="excel\.sheet"/u;
/** A list of JSON, whose first value says that it is no cell of a table. */
const JSON_LIST = /^\[\s*(?:[{[]|"[^"\n]*"\s*[,\]])/u;

/**
 * The text of a file by its bytes: a byte order mark says what it is written in, then where zeros are, then
 * whether it is UTF-8; else the code page is guessed, and told with a word to look at. What is plainly no text
 * is named; the value is then null.
 * @param wanted the encoding that the user says sheets have that are not in Unicode; null where nothing is said.
 */
export function decode(file: string, bytes: Uint8Array, wanted: string | null): Parsed<Decoded | null> {
  const looks = detectFormat(bytes);
  if (looks !== null) return { value: null, problems: [notCsv(file, looks)] };
  const unicode = detectUnicode(bytes);
  const found = unicode === null ? decodeOther(file, bytes, wanted) : decodeWithWarning(file, bytes, unicode, wanted);
  return isBinary(found.value) ? { value: null, problems: [notCsv(file, 'binary')] } : found;
}

/** A text may hold a zero that somebody's program put there; what is full of them, or is not Unicode, is none. */
function isBinary(decoded: Decoded | null): boolean {
  if (decoded === null || !decoded.utf8.includes(0)) return false;
  let zeros = 0;
  for (const byte of decoded.utf8) if (byte === 0) zeros++;
  return !decoded.encoding.startsWith('UTF') || 10 * zeros > decoded.utf8.length;
}

function detectFormat(bytes: Uint8Array): FileFormat | null {
  const head = decodeLatin1(bytes.subarray(0, 512));
  const start = head
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart()
    .toLowerCase();
  if (XML.test(start)) return XML_SPREADSHEET.test(start) ? 'XML spreadsheet' : 'XML';
  if (JSON_LIST.test(start)) return 'JSON';
  return SIGNATURES.find(([signature]) => start.startsWith(signature.toLowerCase()))?.[1] ?? null;
}

type Unicode = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16LE' | 'UTF-16BE';

/**
 * The Unicode encoding that bytes are in for certain, by their mark or by what they can only be; null for any other.
 */
function detectUnicode(bytes: Uint8Array): Unicode | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8 with BOM';
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  return detectUtf16(bytes) ?? (isUtf8(bytes) ? 'UTF-8' : null);
}

/**
 * How much of a text says whether it is UTF-16: there, every second byte of most letters and all delimiters is zero.
 */
const SAMPLE = 4096;
const LEAST_ZEROS = 0.2;
const MOST_OTHER_ZEROS = 0.02;

function detectUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  const size = Math.min(bytes.length, SAMPLE);
  const zeros = [0, 0];
  for (let at = 0; at < size; at++) if (bytes[at] === 0) zeros[at % 2]!++;
  const [even = 0, odd = 0] = zeros.map(count => (2 * count) / size);
  if (odd > LEAST_ZEROS && even < MOST_OTHER_ZEROS) return 'UTF-16LE';
  return even > LEAST_ZEROS && odd < MOST_OTHER_ZEROS ? 'UTF-16BE' : null;
}

function decodeWithWarning(file: string, bytes: Uint8Array, encoding: Unicode, wanted: string | null): Parsed<Decoded> {
  const decoded = decodeUnicode(bytes, encoding);
  const problems: Problem[] = [];
  const isWanted = wanted !== null && encoding.toLowerCase().startsWith(wanted.toLowerCase());
  // A byte order mark settles it: nobody has to be told.
  const isMarked = encoding === 'UTF-8 with BOM';
  if (wanted !== null && !isWanted && !isMarked && decoded.utf8.some(byte => byte > 0x7f)) {
    problems.push(utf8AfterAll(file, encoding, wanted));
  } else if (encoding.startsWith('UTF-16') && !isWanted) {
    problems.push(codePageTaken(file, encoding, findSampleWord(decoded.utf8), null));
  }
  return { value: decoded, problems };
}

function decodeUnicode(bytes: Uint8Array, encoding: Unicode): Decoded {
  // Without a mark, it is UTF-8 because that was seen.
  if (encoding === 'UTF-8' || (encoding === 'UTF-8 with BOM' && isUtf8(bytes))) {
    const mark = encoding === 'UTF-8' ? 0 : 3;
    const utf8 = bytes.subarray(mark);
    return { utf8, encoding, isDamaged: false };
  }
  const label = encoding.startsWith('UTF-8') ? 'utf-8' : encoding;
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return { utf8: encodeUtf8(text), encoding, isDamaged: false };
  } catch {
    const text = new TextDecoder(label).decode(bytes);
    return { utf8: encodeUtf8(text), encoding, isDamaged: true };
  }
}

/** The first word with letters beyond ASCII, or else the first. */
function findSampleWord(utf8: Uint8Array): string {
  const words = /[\p{L}\p{M}’'-]*[^\p{ASCII}\P{L}][\p{L}\p{M}’'-]*/u;
  const head = decodeUtf8(utf8.subarray(0, 3 * SAMPLE)).slice(0, SAMPLE);
  return words.exec(head)?.[0] ?? /\p{L}+/u.exec(head)?.[0] ?? '';
}

/** Bytes that are not Unicode, or Unicode that was damaged. */
function decodeOther(file: string, bytes: Uint8Array, wanted: string | null): Parsed<Decoded | null> {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  if (/^utf-?8$/iu.test(wanted ?? '') || (wanted === null && isMostlyUtf8(lossy))) {
    return { value: { utf8: encodeUtf8(lossy), encoding: 'UTF-8', isDamaged: true }, problems: [] };
  }
  if (wanted !== null) return { value: decodeInPage(bytes, wanted), problems: [] };
  const guess = guessPage(bytes);
  if (guess === null) return { value: null, problems: [unknownEncoding(file)] };
  return {
    value: decodeInPage(bytes, guess.page),
    problems: [codePageTaken(file, guess.page, guess.word, guess.rival)],
  };
}

/** In any code page, what happens to be UTF-8 too is far rarer than what is not. */
function isMostlyUtf8(lossy: string): boolean {
  const lost = lossy.match(/\ufffd/gu)?.length ?? 0;
  const kept = lossy.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return kept >= lost && kept > 0;
}

function decodeInPage(bytes: Uint8Array, encoding: string): Decoded {
  const text = decodePage(bytes, encoding);
  return { utf8: encodeUtf8(text), encoding, isDamaged: text.includes('\ufffd') };
}
