/**
 * Makes modules of what runs in a page: its script, put together of src/web/ and packages, and its style, as text with the hashes
 * by which the page's policy lets them run: assembled.ts beside the page. They are made before the program is compiled, since it holds them.
 */
import { writeFileSync } from 'node:fs';
import { bundleForBrowser, hashForPolicy, readStyle } from './pages/browser-bundle.js';

const PAGES = [
  { script: 'src/web/report/client.tsx', style: 'src/web/report/report.css', target: 'src/web/report/assembled.ts' },
];

for (const { script, style, target } of PAGES) {
  const code = await bundleForBrowser(script);
  const look = readStyle(style);
  for (const text of [code, look])
    if (/<\/(?:script|style)|<!--/iu.test(text)) throw new Error(`${target}: would end early`);
  writeFileSync(
    target,
    `/** Made of ${script} and ${style} by scripts/pages.js. */
export const SCRIPT = ${JSON.stringify(code)};
export const SCRIPT_HASH = '${hashForPolicy(code)}';
export const STYLE = ${JSON.stringify(look)};
export const STYLE_HASH = '${hashForPolicy(look)}';
`,
  );
}
