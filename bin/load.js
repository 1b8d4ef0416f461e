/**
 * Loads the parts of dist/, with what V8 made of them when they were built (scripts/precompile.js): making that anew takes a fifth of a
 * small run. V8 of another version, or with other flags, does not take it and makes its own, as it does of a text that was changed.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

// V8 of Node 20 begins to optimise a function after it has run through 66 KB of bytecode. Of some hundred people that makes
// more work than it saves: the run is over when the optimised code is ready. Thirty times later, such a run takes a quarter less,
// and one of thousands no longer. Later versions of V8 count in another way, and may not know the setting.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=2000000');

const BEFORE = Buffer.from('(function (exports, require, module, __filename, __dirname) { ');
const BEHIND = Buffer.from('\n})');

/** Loaded when something of it is used: it takes a fiftieth of a small run, most of which start no other program. */
const LATE = 'node:child_process';

/** What has been loaded, by file. */
export const loaded = new Map();

/** What a file of ours exports. One that is not there is left to Node, which says so. */
export function load(file) {
  const known = loaded.get(file);
  if (known !== undefined) return known.module.exports;
  const require = createRequire(file);
  const text = readIfThere(file);
  if (text === null) return require(file);
  const sum = crc32(text);
  // One text that is whole from the start: of one put together out of three, V8 would make another before it reads it.
  const script = new Script(Buffer.concat([BEFORE, text, BEHIND]).toString('latin1'), {
    filename: file,
    columnOffset: -BEFORE.length,
    cachedData: readCompiled(file, sum),
  });
  const module = { exports: {} };
  loaded.set(file, { module, script, sum });
  const loadPart = name => {
    if (name === LATE) return new Proxy({}, { get: (_, key) => require(LATE)[key] });
    return name.startsWith('.') ? load(resolve(dirname(file), name)) : require(name);
  };
  script.runInThisContext()(module.exports, loadPart, module, file, dirname(file));
  return module.exports;
}

/** Where the code of a file is kept. Only V8 itself can say whether it can take it, but that of another version is none. */
export function nameCompiled(file) {
  return `${file}.v8-${process.versions.v8.split('-')[0]}`;
}

/** V8 would only see whether it was made of a text of another length. */
function readCompiled(file, sum) {
  const kept = readIfThere(nameCompiled(file));
  return kept?.readUInt32LE() === sum ? kept.subarray(SUM) : undefined;
}

/** What V8 made of a text, behind the sum of that text. */
export function packCompiled({ script, sum }) {
  const head = Buffer.alloc(SUM);
  head.writeUInt32LE(sum);
  return Buffer.concat([head, script.createCachedData()]);
}

const SUM = 4;

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
