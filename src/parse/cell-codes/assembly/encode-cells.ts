/**
 * The cells of lines without quotes as numbers, in AssemblyScript: cells of a column that are written alike have one
 * number, so that text is made of each different cell once. Besides, what has to be looked for in every byte of a text:
 * whether it is UTF-8, and where two bytes are that something may begin with. All of it is called by ../wasm.ts.
 */

/**
 * How many bytes can be handed over at once. Numbers that are exported are written a second time
 * elsewhere; a test compares them.
 */
export const ROOM = 65_536;
/** As in MOST of domain/input-bounds.ts; of what goes beyond, the caller says what is wrong. */
export const COLUMNS = 1000;
export const LETTERS = 32_767;
const LINE_FEED: u8 = 10;
const CARRIAGE_RETURN: u8 = 13;

/**
 * A column is given up when this many cells are known, or when it has so many different ones
 * that none repeats (see memo.ts).
 */
export const MOST = 65_536;
export const TRIAL = 512;
export const LIKELY = 8192;
/** A cell is not remembered that is not found in so many steps: who knows the hash could write cells that all meet. */
const MOST_STEPS = 64;
/** When this many bytes are taken, no more cells are remembered. */
const MOST_BYTES: usize = 1 << 25;

const input = new StaticArray<u8>(ROOM + 1);
/** Of each line that has a filled cell: its number, how many cells it has, and their codes. */
const codes = new StaticArray<i32>(3 * (ROOM + 2));
/** Cells that have not been met before, each with a line feed behind, and their columns. */
const fresh = new StaticArray<u8>(2 * ROOM + 2);
const freshColumns = new StaticArray<u16>(ROOM + 2);
let freshCells = 0;
let freshBytes = 0;
let codesLength = 0;

const isEnd = new StaticArray<bool>(256);
/** Of each byte the bytes behind it with which it is looked for, and whether there are any. */
const pairs = new StaticArray<bool>(65_536);
const mayBegin = new StaticArray<bool>(256);
/**
 * By column: how many codes there are, and how many different cells are remembered, which have been met so often again.
 */
const counts = new StaticArray<i32>(COLUMNS);
const different = new StaticArray<i32>(COLUMNS);
const repeats = new StaticArray<f64>(COLUMNS);
const trials = new StaticArray<i32>(COLUMNS);

/** The first table of what is remembered, so that there is one even where the memory cannot grow. */
const FIRST_SLOTS = 4096;
const firstSlots = new StaticArray<u32>(FIRST_SLOTS);

/** Behind all of the above: larger tables, and the cells, each with hash, column, length and code before it. */
const start: usize = (<usize>memory.size()) << 16;
const HEAD: usize = 16;
let end: usize = start;
let slots: usize = changetype<usize>(firstSlots);
let mask: u32 = 0;
let used: u32 = 0;
/** Whether there is no more room: what is remembered is still found, but nothing is added. */
let isFull = false;

export function inputAt(): usize {
  return changetype<usize>(input);
}

export function codesAt(): usize {
  return changetype<usize>(codes);
}

export function freshAt(): usize {
  return changetype<usize>(fresh);
}

export function freshColumnsAt(): usize {
  return changetype<usize>(freshColumns);
}

export function pairsAt(): usize {
  return changetype<usize>(pairs);
}

export function countFreshCells(): i32 {
  return freshCells;
}

export function countFreshBytes(): i32 {
  return freshBytes;
}

export function countCodes(): i32 {
  return codesLength;
}

/**
 * How many of the first `length` bytes of the input are UTF-8: those before the first letter that is not
 * whole (Unicode 15.0, table 3-7).
 */
export function measureUtf8(length: i32): i32 {
  const behind = inputAt() + <usize>length;
  let at = inputAt();
  while (at < behind) {
    while (at + 8 <= behind && ((load<u32>(at) | load<u32>(at, 4)) & 0x80808080) === 0) at += 8;
    if (at === behind) break;
    const size = measureLetter(at, behind);
    if (size === 0) break;
    at += size;
  }
  return <i32>(at - inputAt());
}

/** 0 for what is no letter. */
function measureLetter(at: usize, behind: usize): usize {
  const first = load<u8>(at);
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const size: usize = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (at + size > behind) return 0;
  const second = load<u8>(at, 1);
  const least: u8 = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most: u8 = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let next: usize = 2; next < size; next++) if ((load<u8>(at + next) & 0xc0) !== 0x80) return 0;
  return size;
}

/** To be called when the pairs were changed. */
export function beginPairs(): void {
  for (let byte = 0; byte < 256; byte++) {
    mayBegin[byte] = false;
    for (let behind = 0; behind < 256; behind++) if (pairs[(byte << 8) | behind]) mayBegin[byte] = true;
  }
}

/**
 * The first place of the input from one on, and before another, where two bytes stand that are looked for; −1 where
 * there is none. Behind the last place, the second may be any byte.
 */
export function findPair(from: i32, to: i32): i32 {
  const behind = inputAt() + <usize>to;
  for (let at = inputAt() + <usize>from; at < behind; at++) {
    const byte = load<u8>(at);
    if (mayBegin[byte] && pairs[((<u32>byte) << 8) | load<u8>(at, 1)]) return <i32>(at - inputAt());
  }
  return -1;
}

/** Forgets all cells. */
export function begin(delimiter: i32): void {
  memory.fill(changetype<usize>(isEnd), 0, 256);
  isEnd[delimiter] = true;
  isEnd[LINE_FEED] = true;
  isEnd[CARRIAGE_RETURN] = true;
  for (let column = 0; column < COLUMNS; column++) {
    // An empty cell has the code 0.
    counts[column] = 1;
    different[column] = 0;
    repeats[column] = 0;
    trials[column] = TRIAL;
  }
  end = start;
  isFull = false;
  used = 0;
  openSlots(changetype<usize>(firstSlots), FIRST_SLOTS);
}

/**
 * Reads so many bytes of the input, which are whole lines. How many lines they are; −1 where one has a cell that is too
 * long, or too many of them: then only what is fresh counts.
 */
export function readLines(length: i32): i32 {
  codesLength = 0;
  freshCells = 0;
  freshBytes = 0;
  let at = inputAt();
  const behind = at + <usize>length;
  // So that each cell has an end.
  store<u8>(behind, LINE_FEED);
  let lines = 0;
  while (at < behind) {
    const head = codesLength;
    codesLength += 2;
    let filled = 0;
    let column = 0;
    let byte: u8 = 0;
    do {
      const first = at;
      let hash = <u32>column;
      for (byte = load<u8>(at); !isEnd[byte]; byte = load<u8>(++at)) hash = (hash ^ byte) * 0x01000193;
      const size = <i32>(at - first);
      if (column === COLUMNS || size > LETTERS) return -1;
      const code = size === 0 ? 0 : findCode(column, first, size, hash);
      codes[codesLength++] = code;
      filled |= code;
      column++;
      at++;
    } while (byte !== LINE_FEED && byte !== CARRIAGE_RETURN);
    if (byte === CARRIAGE_RETURN && at < behind && load<u8>(at) === LINE_FEED) at++;
    lines++;
    if (filled === 0) codesLength = head;
    else {
      codes[head] = lines;
      codes[head + 1] = column;
    }
  }
  return lines;
}

/** A new code of a column, for a cell that is not in a line. */
export function addCode(column: i32): i32 {
  return counts[column]++;
}

function findCode(column: i32, first: usize, size: i32, seed: u32): i32 {
  if (trials[column] === 0) return addFresh(column, first, size);
  const hash = (seed ^ (seed >> 15)) * 0x85ebca6b;
  let slot = (hash ^ (hash >> 13)) & mask;
  for (let steps = 0; ; steps++) {
    const cell = load<u32>(slots + ((<usize>slot) << 2));
    if (cell === 0) break;
    if (steps === MOST_STEPS) return addFresh(column, first, size);
    if (load<u32>(cell) === hash && isCell(cell, column, first, size)) {
      repeats[column]++;
      return load<i32>(cell, 12);
    }
    slot = (slot + 1) & mask;
  }
  const code = addFresh(column, first, size);
  const cell = <u32>reserve(HEAD + <usize>size);
  if (cell === 0) return code;
  store<u32>(cell, hash);
  store<i32>(cell, column, 4);
  store<i32>(cell, size, 8);
  store<i32>(cell, code, 12);
  memory.copy(<usize>cell + HEAD, first, <usize>size);
  store<u32>(slots + ((<usize>slot) << 2), cell);
  if (<u32>2 * ++used > mask) growSlots();
  if (++different[column] === trials[column]) tryColumn(column);
  return code;
}

function isCell(cell: usize, column: i32, first: usize, size: i32): bool {
  if (load<i32>(cell, 4) !== column || load<i32>(cell, 8) !== size) return false;
  const behind = first + <usize>size;
  let at = first;
  let known = cell + HEAD;
  for (; at + 8 <= behind; at += 8, known += 8) if (load<u64>(at) !== load<u64>(known)) return false;
  for (; at < behind; at++, known++) if (load<u8>(at) !== load<u8>(known)) return false;
  return true;
}

/** A column of names or addresses is given up: each would cost more than it saves. */
function tryColumn(column: i32): void {
  const size = <f64>different[column];
  const isWorthIt = different[column] < MOST && repeats[column] >= (size * size) / (2 * LIKELY);
  trials[column] = isWorthIt ? 2 * trials[column] : 0;
}

function addFresh(column: i32, first: usize, size: i32): i32 {
  memory.copy(freshAt() + <usize>freshBytes, first, <usize>size);
  freshBytes += size;
  fresh[freshBytes++] = LINE_FEED;
  freshColumns[freshCells++] = <u16>column;
  return counts[column]++;
}

function openSlots(at: usize, count: u32): void {
  slots = at;
  memory.fill(slots, 0, (<usize>count) << 2);
  mask = count - 1;
}

function growSlots(): void {
  const from = slots;
  const size = mask + 1;
  const to = reserve((<usize>(2 * size)) << 2);
  if (to === 0) return;
  openSlots(to, 2 * size);
  for (let old: u32 = 0; old < size; old++) {
    const cell = load<u32>(from + ((<usize>old) << 2));
    if (cell === 0) continue;
    const hash = load<u32>(cell);
    let slot = (hash ^ (hash >> 13)) & mask;
    while (load<u32>(slots + ((<usize>slot) << 2)) !== 0) slot = (slot + 1) & mask;
    store<u32>(slots + ((<usize>slot) << 2), cell);
  }
}

/** Where some bytes of the memory are, behind all others; 0 where there is no more room. */
function reserve(bytes: usize): usize {
  const at = (end + 7) & ~7;
  isFull = isFull || at - start >= MOST_BYTES || !reach(at + bytes);
  if (isFull) return 0;
  end = at + bytes;
  return at;
}

/** Makes the memory as long as it has to be; whether it could. */
function reach(length: usize): bool {
  const size = (<usize>memory.size()) << 16;
  return length <= size || memory.grow(<i32>((length - size + 0xffff) >> 16)) >= 0;
}
