// Fills in the parts of docs/ that list what the code knows: `npm run docs`. A test says when one is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fillPage } from './docs/fill-page.js';
import { takeLacking } from './docs/lacking.js';

const pages = readdirSync('docs')
  .filter(name => name.endsWith('.md'))
  .map(name => ({ path: `docs/${name}`, text: readFileSync(`docs/${name}`, 'utf8') }))
  .map(({ path, text }) => ({ path, text, filled: fillPage(text) }));
const lacking = takeLacking();
if (lacking.length > 0) {
  process.stderr.write(`${lacking.join('\n')}\nNo page was changed.\n`);
  process.exitCode = 1;
} else {
  for (const { path, text, filled } of pages) if (filled !== text) writeFileSync(path, filled);
}
