import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SHEETS = ['parts/look', 'report/report', 'program/program'].map(name => `src/web/${name}.css`);

/** Every declaration of a sheet, with its selector and the medium that it is for: "print · .card · border: 0". */
function listDeclarations(css: string): string[] {
  const text = css.replace(/\/\*[\s\S]*?\*\//gu, '');
  const read = (part: string, medium: string): string[] =>
    [...part.matchAll(/([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}/gu)].flatMap(([, head = '', body = '']) => {
      const name = head.replace(/\s+/gu, ' ').trim();
      if (body.includes('{')) return read(body, name);
      return name.split(/,(?![^(]*\))/u).flatMap(selector =>
        body
          .split(';')
          .filter(line => line.trim() !== '')
          .map(line => [medium, selector.trim(), line.replace(/\s+/gu, ' ').trim()].join(' · ')),
      );
    });
  return read(text, 'always');
}

/** What stands more than once. */
function listTwice(lines: readonly string[]): string[] {
  return lines.filter((line, at) => lines.indexOf(line) !== at);
}

test('no rule stands twice, in one sheet or in two', () => {
  const all = SHEETS.flatMap(sheet => listDeclarations(readFileSync(sheet, 'utf8')));
  expect(all.length).toBeGreaterThan(800);
  expect(listTwice(all)).toEqual([]);
});

test('only tokens name colours', () => {
  const named = SHEETS.flatMap(sheet => listDeclarations(readFileSync(sheet, 'utf8'))).filter(
    line => /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)\(/u.test(line) && !line.includes(' · :root · --'),
  );
  expect(named).toEqual([]);
});

test('the reader of sheets sees what stands twice', () => {
  const css =
    '.a, .b { color: red; } @media print { .a { color: red; margin: 0 } .a { margin: 0; } } .b { color: red }';
  expect(listTwice(listDeclarations(css))).toEqual(['@media print · .a · margin: 0', 'always · .b · color: red']);
});
