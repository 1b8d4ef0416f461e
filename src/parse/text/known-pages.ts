import { SINGLE_BYTE_PAGES } from './assembled.ts';

/**
 * Encodings whose characters take several bytes, as TextDecoder calls them, and the names by which people may ask for
 * them. The others are tables of ours: TextDecoder knows few of them, and is wrong on Node 20 about Windows-1252.
 */
const SEVERAL_BYTES: Readonly<Record<string, string>> = {
  'utf-8': 'utf8 unicode11utf8',
  'utf-16le': 'utf16 utf16le',
  'utf-16be': 'utf16be',
  shift_jis: '932 cp932 ms932 windows932 windows31j ms31j shiftjis csshiftjis sjis xsjis mskanji',
  'euc-jp': 'eucjp',
  gbk: '936 cp936 ms936 windows936 gbk xgbk gb2312 gb231280 gb23121980 csgb2312 csiso58gb231280 isoir58 euccn chinese',
  gb18030: 'gb18030',
  'euc-kr': '949 cp949 ms949 windows949 euckr cseuckr isoir149 korean ksc5601 csksc56011987 ksc56011987 ksc56011989',
  big5: '950 cp950 ms950 windows950 big5 big5hkscs cnbig5 csbig5 xxbig5',
};

type TextOf = (bytes: Uint8Array) => string;

let pages: ReadonlyMap<string, TextOf> | null = null;

/** How the bytes of each encoding become text, by all its names. */
function getPages(): ReadonlyMap<string, TextOf> {
  pages ??= new Map([
    ...SINGLE_BYTE_PAGES.flatMap(({ names, characters }) => nameAll(names, bytes => decodeBytes(bytes, characters))),
    ...Object.entries(SEVERAL_BYTES).flatMap(([label, names]) =>
      nameAll(names, bytes => new TextDecoder(label).decode(bytes)),
    ),
  ]);
  return pages;
}

function nameAll(names: string, textOf: TextOf): (readonly [string, TextOf])[] {
  return names.split(' ').map(name => [name, textOf]);
}

/** People write "Windows-1252", "windows1252" and "ISO_8859-1:1987". */
function findPage(name: string): TextOf | undefined {
  return getPages().get(name.toLowerCase().replace(/:\d{4}$|[^0-9a-z]/gu, ''));
}

/** Whether we can read an encoding of this name. */
export function isCodePage(name: string): boolean {
  return findPage(name) !== undefined;
}

/** Bytes in a code page as text; U+FFFD for what it has no character for. @param page one that isCodePage knows. */
export function decodePage(bytes: Uint8Array, page: string): string {
  return findPage(page)!(bytes);
}

/** Every character that a code page of single bytes has. */
export function listPageLetters(page: string): string {
  return decodePage(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    page,
  );
}

/** @param characters those of all bytes, or of those from 128. */
function decodeBytes(bytes: Uint8Array, characters: string): string {
  const first = 256 - characters.length;
  const codes = Uint16Array.from({ length: 256 }, (_, byte) =>
    byte < first ? byte : characters.charCodeAt(byte - first),
  );
  const text = new Uint16Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) text[at] = codes[bytes[at]!]!;
  // Whatever runs JavaScript has the lower byte of a number first.
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(text);
}
