import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listSentences } from '../../scripts/words/sentences.js';

interface Allowed {
  /** Words that are English and are in German texts all the same, by the reason. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** What people or programs wrote, so that it is in no language. */
  readonly written: readonly { readonly reason: string; readonly pattern: string }[];
}

const ALLOWED: Allowed = JSON.parse(readFileSync('fixtures/wording/english-in-german.json', 'utf8'));
const allowed = new Set(Object.values(ALLOWED.words).flat());
const written = new RegExp(ALLOWED.written.map(({ pattern }) => pattern).join('|'), 'gmu');

/** All texts of the catalogue of a language. */
export function readTexts(language: string): string[] {
  const folder = join('src/render/words', language);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('assembled.ts'))
    .flatMap(name => listSentences(readFileSync(join(folder, name), 'utf8')).map(({ text }) => text));
}

/** The words of a text in small letters: names and German nouns have a capital. */
function listWords(text: string): string[] {
  return text.replaceAll(written, ' ').match(/(?<![\p{L}\d])\p{Ll}{2,}(?![\p{L}\d])/gu) ?? [];
}

/** Each word of the English catalogue. */
export const english: ReadonlySet<string> = new Set(readTexts('en').flatMap(listWords));

/**
 * The lines of a German text with the English words in them that are not allowed.
 * @param cells what the sheets say, which is repeated as it is there.
 */
export function findEnglish(text: string, cells: readonly string[] = []): { line: string; words: string[] }[] {
  const said = cells.map(cell => cell.replaceAll(/[$()*+.?[\\\]^{|}/]/gu, String.raw`\$&`));
  const repeated = new RegExp(String.raw`(?<![\p{L}\d_-])(?:${said.join('|') || '(?!)'})(?![\p{L}\d_-])`, 'gu');
  return text.split('\n').flatMap(line => {
    const words = listWords(line.replaceAll(repeated, ' ')).filter(word => english.has(word) && !allowed.has(word));
    return words.length === 0 ? [] : [{ line, words }];
  });
}

/** The cells of CSV files, and the items of their lists, that hold English words: the longest first. */
export function listEnglishCells(files: readonly string[]): string[] {
  const cells = files.flatMap(file => readFileSync(file, 'utf8').split(/[\n\r"]+|[,;|\t]/u));
  const wholeCells = files.flatMap(file => readFileSync(file, 'utf8').match(/"[^"\n]+"/gu) ?? []);
  const texts = [...cells, ...wholeCells.map(cell => cell.slice(1, -1))].map(cell => cell.trim());
  const found = new Set(texts.filter(cell => listWords(cell).some(word => english.has(word))));
  return [...found].sort((a, b) => b.length - a.length);
}
