// Reads the folder format of README.md, for the peers that are written in JavaScript.
import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';

/**
 * Weights come as doubles: problem.js has seen to it that many of them together stay below 2^53.
 *
 * @param {string} folder
 */
export function readProblem(folder) {
  if (endianness() !== 'LE') throw new Error('the folder format is little-endian, as this machine is not');
  const bytes = name => {
    const { buffer, byteOffset, byteLength } = readFileSync(join(folder, name));
    return buffer.slice(byteOffset, byteOffset + byteLength);
  };
  const ints = name => new Int32Array(bytes(`${name}.i32`));
  return {
    ...JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')),
    capacity: ints('capacity'),
    mentorCountry: ints('mentor_country'),
    menteeCountry: ints('mentee_country'),
    mentorLimit: ints('mentor_limit'),
    menteeLimit: ints('mentee_limit'),
    weight: Float64Array.from(new BigInt64Array(bytes('weight.i64')), Number),
  };
}

/** What every peer prints at its end. Times are milliseconds, as performance.now() gives them. */
export function report({ matched, total, begun, built, solved }) {
  const seconds = ms => (ms / 1000).toFixed(3);
  console.log(`matched=${matched} total=${total} build=${seconds(built - begun)} solve=${seconds(solved - built)}`);
}
