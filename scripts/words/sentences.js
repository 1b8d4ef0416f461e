// What a file of the catalogue can say, read from its code: so that no sentence is missing, whatever facts would lead to it.
import { parseAst } from 'rolldown/parseAst';

/**
 * @typedef {{ key: string, text: string }} Sentence a text that is said under a name of the catalogue. What facts put into it stands in
 * braces, and what depends on facts in brackets: "{mentees} mentee[s] [has|have] no tandem".
 */

/**
 * Lists the sentences of a file, in its order.
 *
 * @param {string} code
 * @returns {Sentence[]}
 */
export function listSentences(code) {
  const found = [];
  for (const node of parseAst(code, { lang: 'ts' }).body) collect(node.declaration ?? node, '', found);
  return found.filter(({ text }) => /\p{L}/u.test(text.replace(/\{[^}]*\}/gu, '')));
}

/** Collects the texts of a declaration, a statement or a value under their name. */
function collect(node, key, found) {
  const goOn = (...nodes) => {
    for (const one of nodes) if (one) collect(one, key, found);
  };
  switch (node.type) {
    case 'VariableDeclaration':
      for (const { id, init } of node.declarations) if (init) collect(init, join(key, id.name), found);
      return;
    case 'FunctionDeclaration':
      return collect(node.body, join(key, node.id.name), found);
    case 'ObjectExpression':
      for (const one of node.properties) {
        if (one.type === 'Property') collect(one.value, join(key, one.key.name ?? one.key.value), found);
      }
      return;
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return goOn(node.body);
    case 'BlockStatement':
      return goOn(...node.body);
    case 'ReturnStatement':
    case 'SpreadElement':
      return goOn(node.argument);
    case 'ExpressionStatement':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return goOn(node.expression);
    case 'IfStatement':
    case 'ConditionalExpression':
      return goOn(node.consequent, node.alternate);
    case 'SwitchStatement':
      return goOn(...node.cases.flatMap(({ consequent }) => consequent));
    case 'ForOfStatement':
      return goOn(node.body);
    case 'ArrayExpression':
      return goOn(...node.elements);
    case 'MemberExpression':
    case 'ParenthesizedExpression':
      return goOn(node.object ?? node.expression);
    case 'NewExpression':
    case 'CallExpression':
      return isOfMany(node) ? goOn(node.callee.object, ...node.arguments) : goOn(...node.arguments);
    case 'LogicalExpression':
      return goOn(node.left, node.right);
    case 'BinaryExpression':
      return node.operator === '+' ? add(node, key, found) : undefined;
    case 'Literal':
    case 'TemplateLiteral':
      return add(node, key, found);
  }
}

/** Whether a call is one like `parts.map(…)`. */
function isOfMany({ callee }) {
  return callee.type === 'MemberExpression';
}

function add(node, key, found) {
  if (node.type === 'Literal' && typeof node.value !== 'string') return;
  found.push({ key, text: show(node) });
}

/** Shows a text as a reader of the catalogue sees it. */
function show(node) {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? node.value : '';
    case 'TemplateLiteral':
      return node.quasis.map(({ value }, index) => value.cooked + showPart(node.expressions[index])).join('');
    case 'BinaryExpression':
      return node.operator === '+' ? [node.left, node.right].map(showPart).join('') : '';
    default:
      return showPart(node);
  }
}

/** Shows what stands in the middle of a text. */
function showPart(node) {
  switch (node?.type) {
    case undefined:
      return '';
    case 'Literal':
    case 'TemplateLiteral':
      return show(node);
    case 'ConditionalExpression':
      return showChoice([node.consequent, node.alternate]);
    case 'LogicalExpression':
      return showChoice([node.left, node.right]);
    case 'BinaryExpression':
      return node.operator === '+' ? show(node) : '{…}';
    case 'MemberExpression':
    case 'ParenthesizedExpression':
    case 'ObjectExpression':
      return listWays(node) === null ? `{${listParts(node).join(' ')}}` : showChoice(listWays(node));
    default:
      return `{${listParts(node).join(' ')}}`;
  }
}

/** The values that are chosen from by a name, as in `({ one: 'x', other: 'y' })[kind]`; null where there are none. */
function listWays(node) {
  if (node.type === 'ObjectExpression') return node.properties.map(({ value }) => value);
  const inner = node.object ?? node.expression;
  return inner === undefined ? null : listWays(inner);
}

function showChoice(nodes) {
  const ways = nodes.map(showPart);
  return ways.includes('') ? `[${ways.join('')}]` : `[${ways.join('|')}]`;
}

/** The names and texts of an expression: "formatCount(rows, 'row')" is a number of rows. */
function listParts(node) {
  switch (node?.type) {
    case 'Identifier':
      return [node.name];
    case 'ParenthesizedExpression':
      return listParts(node.expression);
    case 'MemberExpression':
      if (listWays(node) !== null) return [showChoice(listWays(node))];
      return node.computed ? listParts(node.object) : [...listParts(node.object), node.property.name].slice(-1);
    case 'CallExpression':
      return [...(isOfMany(node) ? listParts(node.callee.object) : []), ...node.arguments.flatMap(listParts)];
    case 'ArrowFunctionExpression':
      return listParts(node.body);
    case 'BlockStatement':
      return node.body.flatMap(listParts);
    case 'ReturnStatement':
      return listParts(node.argument);
    case 'IfStatement':
      return [node.consequent, node.alternate].flatMap(listParts);
    case 'ArrayExpression':
      return node.elements.flatMap(listParts);
    case 'SpreadElement':
      return listParts(node.argument);
    case 'Literal':
    case 'TemplateLiteral':
    case 'ConditionalExpression':
      return [showPart(node)].filter(text => text.trim() !== '');
    default:
      return [];
  }
}

const join = (key, name) => (key === '' ? name : `${key}.${name}`);
