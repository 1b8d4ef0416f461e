// What runs in a page, as one text each: its script and its style.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

/**
 * One classic script, small; letters beyond ASCII are escaped, so that it is the same text in any page.
 *
 * @param {string} entry
 */
export async function bundleForBrowser(entry) {
  const code = await bundleScript(entry);
  return code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * What writes CSV brings a Buffer of its own for browsers, a third of its size; it only asks whether something is one, which in a page is a
 * view of bytes.
 */
const WITHOUT_BUFFER = {
  resolve: { alias: { 'csv-stringify/browser/esm/sync': 'csv-stringify/sync' } },
  transform: { define: { 'Buffer.isBuffer': 'ArrayBuffer.isView', 'Buffer.from': 'Uint8Array.from' } },
};

/**
 * One classic script, small, for a page in UTF-8.
 *
 * @param {string} entry
 * @param {import('rolldown').Plugin[]} plugins
 */
export async function bundleScript(entry, plugins = []) {
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    ...WITHOUT_BUFFER,
    plugins,
    onLog: (_level, { message }) => {
      throw new Error(message);
    },
  });
  const comments = { legal: true, annotation: false, jsdoc: false };
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false, comments });
  await bundle.close();
  if (output.length !== 1) throw new Error(`${entry}: more than one file`);
  return output[0].code.trim();
}

/** The style of a page: what all pages share, and after it what this one has besides. @param {string} own */
export function readStyle(own) {
  return minifyStyle(['src/web/parts/look.css', own].map(path => readFileSync(path, 'utf8')).join(''));
}

/** Comments and spaces go; no value of ours holds either. @param {string} css */
export function minifyStyle(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim();
}

/** How a page's policy calls a script or a style. @param {string} text */
export function hashForPolicy(text) {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
