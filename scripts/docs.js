// Fills in the parts of docs/ that list what the code knows: `npm run docs`. A test says when one is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fillPage } from './docs/fill-page.js';

for (const name of readdirSync('docs').filter(file => file.endsWith('.md'))) {
  const page = readFileSync(`docs/${name}`, 'utf8');
  const filled = fillPage(page);
  if (filled !== page) writeFileSync(`docs/${name}`, filled);
}
