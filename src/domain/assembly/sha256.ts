/**
 * The compression of SHA-256 (FIPS 180-4, 6.2.2), in AssemblyScript: a TypeScript of machine numbers that becomes
 * WebAssembly. Padding, and what goes in and out, is left to ../sha256.ts, which alone speaks to it.
 */

/** The constants K: the first 32 bits behind the point of the cube roots of the first 64 primes. */
// biome-ignore format: eight a line, as in the standard
const CONSTANTS: StaticArray<u32> = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
];

const BLOCK = 64;
/** How many bytes can be handed over at once: whole blocks. */
const ROOM = 1024 * BLOCK;
/** In the last block, as many bytes say how long the text was. */
const LENGTH = 8;

const input: StaticArray<u8> = new StaticArray<u8>(ROOM);
const state: StaticArray<u32> = new StaticArray<u32>(8);
const schedule: StaticArray<u32> = new StaticArray<u32>(64);

export function inputAt(): usize {
  return changetype<usize>(input);
}

export function stateAt(): usize {
  return changetype<usize>(state);
}

/** Takes the first blocks of the input into the state. */
export function compress(blocks: i32): void {
  for (let block = 0; block < blocks; block++) {
    prepareSchedule(inputAt() + <usize>(block * BLOCK));
    compressBlock();
  }
}

/**
 * Takes the last bytes of a text, less than a block, into the state, which then is the hash.
 * @param length of the text in bytes.
 */
export function finish(bytes: i32, length: f64): void {
  const size = bytes < BLOCK - LENGTH ? BLOCK : 2 * BLOCK;
  const start = inputAt();
  memory.fill(start + <usize>bytes, 0, <usize>(size - bytes));
  store<u8>(start + <usize>bytes, 0x80);
  store<u64>(start + <usize>(size - LENGTH), bswap<u64>((<u64>length) << 3));
  compress(size / BLOCK);
  for (let word = 0; word < 8; word++) state[word] = bswap<u32>(state[word]);
}

function prepareSchedule(block: usize): void {
  for (let t = 0; t < 16; t++) schedule[t] = bswap<u32>(load<u32>(block + <usize>(4 * t)));
  for (let t = 16; t < 64; t++) {
    const early = schedule[t - 15];
    const late = schedule[t - 2];
    const first = rotr<u32>(early, 7) ^ rotr<u32>(early, 18) ^ (early >> 3);
    const second = rotr<u32>(late, 17) ^ rotr<u32>(late, 19) ^ (late >> 10);
    schedule[t] = schedule[t - 16] + first + schedule[t - 7] + second;
  }
}

/** Eight rounds at a time: then each word is where it began, and none has to be moved. */
function compressBlock(): void {
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let t = 0; t < 64; t += 8) {
    h += mix(e, f, g, t);
    d += h;
    h += blend(a, b, c);
    g += mix(d, e, f, t + 1);
    c += g;
    g += blend(h, a, b);
    f += mix(c, d, e, t + 2);
    b += f;
    f += blend(g, h, a);
    e += mix(b, c, d, t + 3);
    a += e;
    e += blend(f, g, h);
    d += mix(a, b, c, t + 4);
    h += d;
    d += blend(e, f, g);
    c += mix(h, a, b, t + 5);
    g += c;
    c += blend(d, e, f);
    b += mix(g, h, a, t + 6);
    f += b;
    b += blend(c, d, e);
    a += mix(f, g, h, t + 7);
    e += a;
    a += blend(b, c, d);
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

/** What a round adds of e, f and g, without h. */
function mix(e: u32, f: u32, g: u32, t: i32): u32 {
  const sum = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
  return sum + (g ^ (e & (f ^ g))) + CONSTANTS[t] + schedule[t];
}

/** What a round adds of a, b and c. */
function blend(a: u32, b: u32, c: u32): u32 {
  const sum = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22);
  return sum + ((a & b) ^ (c & (a ^ b)));
}
