/** Makes WebAssembly of inner loops, and modules that hold the bytes as text: assembled.ts beside each folder assembly/. */
import { writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const PARTS = [
  { source: 'src/solve/assembly/simplex.ts', target: 'src/solve/assembled.ts' },
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
  const text = Buffer.from(bytes).toString('base64');
  writeFileSync(target, `/** Made from assembly/ by scripts/assemble.js. */\nexport const ASSEMBLED =\n  '${text}';\n`);
}
