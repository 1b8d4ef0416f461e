// The page on which every sentence of both languages stands side by side.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTable } from '../docs/markdown.js';
import { listSentences } from './sentences.js';

const FOLDER = 'src/render/words';

/** Files that hold no sentences. */
const OTHERS = /^(?:assembled|index|said)\.ts$|^stories\/story\.ts$/u;

/**
 * Renders a table for each area of the catalogue.
 *
 * @returns {string}
 */
export function renderWordsPage() {
  const areas = readdirSync(join(FOLDER, 'en'), { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.ts') && !OTHERS.test(name));
  return `${[HEAD, ...['index.ts', ...areas.sort()].map(renderArea)].join('\n\n')}\n`;
}

const HEAD = `# Every sentence, side by side

This page is for whoever edits what rmentor says: \`npm run words\` makes it from \`src/render/words/en/\` and \`de/\`, with a table for each
file. What facts put into a text stands in braces, and what depends on facts in brackets: \`{mentees mentee} [has|have] no slot\`.`;

function renderArea(file) {
  const [en, de] = ['en', 'de'].map(language => readArea(join(FOLDER, language, file)));
  const keys = [...new Set([...en.keys(), ...de.keys()])];
  const rows = keys.map(key => [shortenKey(key), ...[en, de].map(texts => (texts.get(key) ?? []).join('<br>'))]);
  return `## ${file.replace(/\.ts$/u, '')}\n\n${formatTable(['', 'English', 'Deutsch'], rows)}`;
}

/** The texts of a file by their names. */
function readArea(path) {
  const texts = new Map();
  if (!existsSync(path)) return texts;
  for (const { key, text } of listSentences(readFileSync(path, 'utf8'))) {
    texts.set(key, [...(texts.get(key) ?? []), escapeCell(text)]);
  }
  return texts;
}

/** "E012" of "problems.E012": the heading has the rest. */
function shortenKey(key) {
  return key.replace(/^[a-z]\w*\.(?=.)/u, '');
}

/**
 * Escapes what would end a cell or begin a tag.
 *
 * @param {string} text
 */
export function escapeCell(text) {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}
