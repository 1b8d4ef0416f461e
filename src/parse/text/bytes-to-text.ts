/** Text as bytes, by what there is in browsers too: read in pieces, it is as fast as Node's own Buffer. */

import { ROOM, startMachine } from '../cell-codes/wasm.ts';

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const ENCODER = new TextEncoder();

/** Text in UTF-8; U+FFFD stands for what is none. */
export function decodeUtf8(bytes: Uint8Array): string {
  return UTF8.decode(bytes);
}

export function encodeUtf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** Whether bytes are UTF-8. No text is made of them. */
export function isUtf8(bytes: Uint8Array): boolean {
  const { memory, inputAt, measureUtf8 } = startMachine();
  for (let at = 0; at < bytes.length; ) {
    const piece = bytes.subarray(at, at + ROOM);
    new Uint8Array(memory.buffer, inputAt(), ROOM).set(piece);
    const whole = measureUtf8(piece.length);
    if (whole === 0) return false;
    // A letter that a piece ends in is looked at with the next one.
    at += whole;
  }
  return true;
}

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
