/** Text as bytes, by what there is in browsers too: read in pieces, it is as fast as Node's own Buffer. */

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const ENCODER = new TextEncoder();

/** Text in UTF-8; U+FFFD stands for what is none. */
export function decodeUtf8(bytes: Uint8Array): string {
  return UTF8.decode(bytes);
}

export function encodeUtf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** Whether bytes are UTF-8. They are looked at in pieces, so that no text as large as they are is made of them. */
export function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

const PIECE = 65_536;

/** A letter a byte, with the byte as its number: what browsers call latin1 is another code page. */
export function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += MOST_ARGUMENTS) {
    text += String.fromCharCode(...bytes.subarray(at, at + MOST_ARGUMENTS));
  }
  return text;
}

/** More of them would not go on the stack. */
const MOST_ARGUMENTS = 8192;

export function encodeLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
}

/** Behind the line break that comes next. */
export function findLineEnd(bytes: Uint8Array, start: number): number {
  return bytes.indexOf(LINE_FEED, start) + 1 || bytes.length;
}

export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
