/** Makes WebAssembly of the simplex's inner loops, and a module of it that holds the bytes as text: src/solve/assembled.ts. */
import { writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const SOURCE = 'src/solve/assembly/simplex.ts';
const TARGET = 'src/solve/assembled.ts';

// Indexes are never checked: each was a node or an arc before it came to stand in the memory.
const options = ['-O3', '--noAssert', '--runtime', 'stub', '--uncheckedBehavior', 'always', '--use', 'abort='];

let bytes = null;
const { error, stderr } = await asc.main([SOURCE, '--outFile', 'simplex.wasm', ...options], {
  writeFile: (_name, contents) => {
    bytes = contents;
  },
});
if (error !== null || bytes === null) throw new Error(`${SOURCE} cannot be compiled:\n${stderr.toString()}`);
const text = Buffer.from(bytes).toString('base64');
writeFileSync(TARGET, `/** Made from assembly/ by scripts/assemble.js. */\nexport const ASSEMBLED =\n  '${text}';\n`);
