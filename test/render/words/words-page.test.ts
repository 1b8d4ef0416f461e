import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';
import { escapeCell, renderWordsPage } from '../../../scripts/words/page.js';

const page = readFileSync('docs/words.md', 'utf8');

test('every sentence of both languages is on docs/words.md (npm run words)', () => {
  expect(page === renderWordsPage()).toBe(true);
});

/** A part of a program, as the parser has it. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly operator?: string;
}

/** Parts that are compared, looked up or called by a text, which nobody reads. */
const UNSAID: Readonly<Record<string, readonly string[]>> = {
  SwitchCase: ['test'],
  IfStatement: ['test'],
  ConditionalExpression: ['test'],
  Property: ['key'],
  MemberExpression: ['property'],
};

/** Every text of a program but those that nobody reads, each piece of a template by itself. */
function listTexts(node: Node): string[] {
  if (node.type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)Expression$/u.test(node.type)) return [];
  // What a pattern of a search is made of is not said either.
  if (node.type === 'ImportDeclaration' || node.type === 'NewExpression') return [];
  if (node.type === 'BinaryExpression' && node.operator !== '+') return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateElement') return [(node.value as { cooked: string }).cooked];
  return Object.entries(node)
    .filter(([name]) => !UNSAID[node.type]?.includes(name))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((part: Node | null) => typeof part?.type === 'string')
    .flatMap(listTexts);
}

test.each(['en', 'de'])('no text of the catalogue is missing there: %s', language => {
  const folder = join('src/render/words', language);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => !name.includes('assembled'));
  const texts = files
    .filter(name => name.endsWith('.ts'))
    .flatMap(name => listTexts(parseAst(readFileSync(join(folder, name), 'utf8'), { lang: 'ts' }) as unknown as Node));
  expect(texts.length).toBeGreaterThan(1000);
  const missing = texts.map(escapeCell).filter(text => /\p{L}/u.test(text) && !page.includes(text));
  expect([...new Set(missing)]).toEqual([]);
});
