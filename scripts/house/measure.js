// What can be counted about the layout of a folder of TypeScript: folders and the imports between them, and names.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { drawArrows, listCircles, listImports } from './imports.js';

/**
 * @typedef {{ name: string, file: string, lines: number }} FoundFunction a function with a name: declared, a method, or a constant
 * @typedef {{ name: string, files: string[] }} FoundType an interface, a type or a class, and where it is declared
 * @typedef {{ folders: string[], arrows: string[], circles: string[], types: FoundType[], functions: FoundFunction[] }} House
 */

/**
 * Measures all files below a folder, but for what scripts put there.
 *
 * @param {string} root like src
 * @returns {House}
 */
export function measureHouse(root) {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => /\.tsx?$/.test(name) && !name.endsWith('assembled.ts'))
    .sort();
  const functions = [];
  const places = new Map();
  const imports = new Map();
  for (const file of files) {
    const code = readFileSync(join(root, file), 'utf8');
    visitNodes(parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file), node => {
      const name = nameOfFunction(node);
      if (name !== null) functions.push({ name, file, lines: countLines(code, node) });
      if (TYPES.includes(node.type) && node.id != null) {
        places.set(node.id.name, (places.get(node.id.name) ?? new Set()).add(file));
      }
    });
    imports.set(file, listImports(file, code));
  }
  const arrows = drawArrows(imports);
  return {
    folders: [...new Set(files.map(file => file.split('/')[0]))].sort(),
    arrows: [...arrows].flatMap(([from, found]) => [...found].map(to => `${from} → ${to}`)),
    circles: listCircles(arrows),
    types: [...places].map(([name, found]) => ({ name, files: [...found] })),
    functions,
  };
}

/**
 * Says whether a name begins with one of some verbs.
 *
 * @param {string} name
 * @param {ReadonlySet<string>} verbs
 */
export function beginsWithVerb(name, verbs) {
  return verbs.has((/^[A-Z]+(?![a-z])|^[a-zA-Z][a-z]*/.exec(name)?.[0] ?? '').toLowerCase());
}

/**
 * Says whether a function is a component: called by what it shows, since it stands where an element would.
 *
 * @param {FoundFunction} found
 */
export function isComponent({ name, file }) {
  return file.endsWith('.tsx') && /^[A-Z]/.test(name);
}

const TYPES = ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'ClassDeclaration'];

function visitNodes(node, see) {
  see(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') visitNodes(child, see);
    }
  }
}

function nameOfFunction(node) {
  if (node.type === 'FunctionDeclaration') return node.id.name;
  if (node.type === 'MethodDefinition') return node.kind === 'method' ? (node.key.name ?? null) : null;
  const isFunction = ['ArrowFunctionExpression', 'FunctionExpression'].includes(node.init?.type);
  return node.type === 'VariableDeclarator' && isFunction ? (node.id.name ?? null) : null;
}

function countLines(code, { start, end }) {
  return code.slice(start, end).split('\n').length;
}
