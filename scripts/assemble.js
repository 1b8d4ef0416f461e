/** Makes WebAssembly of inner loops, and modules that hold its bytes: assembled.ts beside each folder assembly/. */
import { writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const PARTS = [
  { source: 'src/domain/assembly/sha256.ts', target: 'src/domain/assembled.ts' },
  { source: 'src/parse/cell-codes/assembly/encode-cells.ts', target: 'src/parse/cell-codes/assembled.ts' },
  { source: 'src/solve/assembly/simplex.ts', target: 'src/solve/assembled.ts' },
  { source: 'src/residual/assembly/paths.ts', target: 'src/residual/assembled.ts' },
  { source: 'src/pair/search/assembly/search.ts', target: 'src/pair/search/assembled.ts' },
];

// Indexes are never checked: each was a node, an arc, a word or a place before it came to stand in the memory.
const options = ['-O3', '--noAssert', '--runtime', 'stub', '--uncheckedBehavior', 'always', '--use', 'abort='];

for (const { source, target } of PARTS) {
  let bytes = null;
  const { error, stderr } = await asc.main([source, '--outFile', 'assembled.wasm', ...options], {
    writeFile: (_name, contents) => {
      bytes = contents;
    },
  });
  if (error !== null || bytes === null) throw new Error(`${source} cannot be compiled:\n${stderr.toString()}`);
  writeFileSync(target, writeModule(Buffer.from(bytes).toString('base64')));
}

/** A module that makes the bytes of text: as a list of numbers, V8 would take a millisecond for them wherever they are imported. */
function writeModule(base64) {
  return `/** Made from assembly/ by scripts/assemble.js. */
export function loadModule(): Uint8Array {
  const text = atob(
    '${base64}',
  );
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
`;
}
