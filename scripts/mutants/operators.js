/**
 * The mutants of a source file: small changes that some test should notice. Text literals are left alone, as are types, and whatever
 * cannot be run otherwise than it stands.
 */
import { createHash } from 'node:crypto';
import { parseAst } from 'rolldown/parseAst';

/**
 * @typedef {object} Mutant
 * @property {string} id of the change and of the lines around it: stays the same wherever these lines move in their file
 * @property {string} file
 * @property {number} line counted from 1
 * @property {number} start of what is replaced, in UTF-16 units
 * @property {number} end behind what is replaced
 * @property {string} operator
 * @property {string} original
 * @property {string} replacement
 * @property {boolean} isStatement whether a statement is replaced, and not an expression
 */

/** All mutants of a file, in the order of their places. @returns {Mutant[]} */
export function mutantsOf(file, code) {
  const drafts = [];
  const visit = (node, trail) => {
    for (const draft of draftsOf(node, trail, code)) drafts.push({ ...placeOf(node, draft), ...draft, trail });
    for (const [key, child] of childrenOf(node)) visit(child, [{ node, key }, ...trail]);
  };
  visit(parseAst(code, { lang: 'ts' }, file), []);
  const isNew = unlike(({ start, end, replacement }) => `${start} ${end} ${replacement}`);
  const ordinal = counting();
  return drafts
    .filter(isNew)
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ trail, ...draft }) => {
      const original = code.slice(draft.start, draft.end);
      const name = [file, functionName(trail), draft.operator, linesAround(code, draft), original, draft.replacement];
      const key = name.join('\n');
      const id = createHash('sha256')
        .update(`${key}\n${ordinal(key)}`)
        .digest('hex')
        .slice(0, 10);
      return { id, file, line: code.slice(0, draft.start).split('\n').length, original, ...draft };
    });
}

function placeOf({ start, end }, { isStatement = false }) {
  return { start, end, isStatement };
}

function unlike(keyOf) {
  const seen = new Set();
  return item => !seen.has(keyOf(item)) && seen.add(keyOf(item)) !== undefined;
}

function counting() {
  const counts = new Map();
  return key => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts.get(key);
  };
}

function linesAround(code, { start, end }) {
  const from = code.lastIndexOf('\n', start - 1) + 1;
  const to = code.indexOf('\n', end);
  return code
    .slice(from, to < 0 ? code.length : to)
    .replace(/\s+/gu, ' ')
    .trim();
}

function functionName(trail) {
  const named = trail.find(({ node }) => node.type === 'FunctionDeclaration' || node.type === 'MethodDefinition');
  return named === undefined ? '' : ((named.node.id ?? named.node.key)?.name ?? '');
}

/** What stands in a node and is run: no types, no names of properties, nothing that is assigned to but its indexes. */
function childrenOf(node) {
  if (node.type.startsWith('TS')) return node.expression?.type === undefined ? [] : [['expression', node.expression]];
  if (node.type === 'ImportDeclaration' || node.type.startsWith('ExportAll')) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'typeAnnotation' || key === 'returnType' || key === 'typeArguments' || key === 'typeParameters')
      return [];
    if (key === 'key' && node.computed !== true) return [];
    const children = (Array.isArray(value) ? value : [value]).filter(child => typeof child?.type === 'string');
    return children.map(child => [key, child]);
  });
}

/** @returns {{ operator: string, replacement: string, isStatement?: true }[]} */
function draftsOf(node, trail, code) {
  if (isFixed(node, trail)) return [];
  return OPERATORS.flatMap(operator => operator(node, trail, code) ?? []);
}

/** What may not be put in brackets: targets of assignments, and the links of a chain with `?.` in it. */
function isFixed({ type }, trail) {
  const [parent] = trail;
  if (parent === undefined) return true;
  const { node, key } = parent;
  if (node.type === 'AssignmentExpression' && key === 'left') return true;
  if (node.type === 'UpdateExpression') return true;
  const isLink = type === 'MemberExpression' || type === 'CallExpression';
  return isLink && (node.type === 'ChainExpression' || key === 'object' || key === 'callee') && isInChain(trail);
}

function isInChain(trail) {
  for (const { node, key } of trail) {
    if (node.type === 'ChainExpression') return true;
    if (key !== 'object' && key !== 'callee') return false;
  }
  return false;
}

const text = (node, code) => code.slice(node.start, node.end);

/** The text of a node with its operator replaced. */
function withOperator({ start, left, right, operator, end }, other, code) {
  return (
    code.slice(start, left.end) +
    code.slice(left.end, right.start).replace(operator, other) +
    code.slice(right.start, end)
  );
}

const isLoop = ({ type }) => ['WhileStatement', 'DoWhileStatement', 'ForStatement'].includes(type);
const isCondition = ([{ node, key }]) =>
  key === 'test' && (isLoop(node) || node.type === 'IfStatement' || node.type === 'ConditionalExpression');

function conditions(_, trail) {
  if (!isCondition(trail)) return null;
  const values = isLoop(trail[0].node) ? ['false'] : ['true', 'false'];
  return values.map(replacement => ({ operator: 'condition', replacement }));
}

const YES_OR_NO = ['<', '<=', '>', '>=', '===', '!==', 'instanceof', 'in'];

/** What is answered, or kept, and not only a part of a condition: there, the parts are left out one by one. */
function answers(node, trail) {
  const [{ node: parent }] = trail;
  const isAnswer = (node.type === 'BinaryExpression' && YES_OR_NO.includes(node.operator)) || isAsked(node, trail);
  const isPart = parent.type === 'LogicalExpression' || parent.type === 'UnaryExpression';
  if (!isAnswer || isPart || isCondition(trail)) return null;
  return ['true', 'false'].map(replacement => ({ operator: 'answer', replacement }));
}

const ASKING = ['some', 'every', 'filter', 'find', 'findIndex', 'findLast'];

/** What a function answers that is handed to `some`, `filter` and the like. */
function isAsked({ type }, [parent, call]) {
  if (parent.node.type !== 'ArrowFunctionExpression' || parent.key !== 'body' || type === 'BlockStatement')
    return false;
  return call.node.type === 'CallExpression' && ASKING.includes(call.node.callee.property?.name);
}

const COMPARISONS = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===' };

function comparisons(node, _, code) {
  const other = node.type === 'BinaryExpression' ? COMPARISONS[node.operator] : undefined;
  return other === undefined ? null : [{ operator: 'comparison', replacement: withOperator(node, other, code) }];
}

const SUMS = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '**': '*', '>>>': '<<', '&': '|', '|': '&' };

function arithmetic(node, _, code) {
  const isText = ({ type, value }) => type === 'TemplateLiteral' || typeof value === 'string';
  if (node.type === 'AssignmentExpression' && ['+=', '-='].includes(node.operator) && !isText(node.right)) {
    const other = node.operator === '+=' ? '-=' : '+=';
    return [{ operator: 'arithmetic', replacement: withOperator(node, other, code) }];
  }
  if (node.type === 'UpdateExpression') {
    const other = text(node, code).replace(node.operator, node.operator === '++' ? '--' : '++');
    return [{ operator: 'arithmetic', replacement: other }];
  }
  const other = node.type === 'BinaryExpression' ? SUMS[node.operator] : undefined;
  if (other === undefined || isText(node.left) || isText(node.right)) return null;
  return [{ operator: 'arithmetic', replacement: withOperator(node, other, code) }];
}

function logic(node, _, code) {
  if (node.type !== 'LogicalExpression') return null;
  const parts = [node.left, node.right].map(part => ({ operator: 'logic', replacement: text(part, code) }));
  if (node.operator === '??') return parts;
  const other = node.operator === '&&' ? '||' : '&&';
  return [...parts, { operator: 'logic', replacement: withOperator(node, other, code) }];
}

function signs(node, _, code) {
  if (node.type !== 'UnaryExpression' || !['!', '-'].includes(node.operator)) return null;
  return [{ operator: 'sign', replacement: text(node.argument, code) }];
}

function literals({ type, value, regex }, [parent]) {
  if (type !== 'Literal') return null;
  if (typeof value === 'boolean') return [{ operator: 'literal', replacement: String(!value) }];
  if (typeof value === 'number') {
    const others = COMPARISONS[parent?.node.operator] === undefined ? [value + 1] : [value + 1, value - 1];
    return others.map(other => ({ operator: 'literal', replacement: String(other) }));
  }
  if (regex === undefined) return null;
  const patterns = [regex.pattern.replace(/^\^/u, ''), regex.pattern.replace(/\$$/u, '')];
  return patterns
    .filter(pattern => pattern !== regex.pattern)
    .map(pattern => ({ operator: 'literal', replacement: `/${pattern}/${regex.flags}` }));
}

/** A list without one of its items. */
function lists(node, _, code) {
  if (node.type !== 'ArrayExpression' || node.elements.length === 0 || node.elements.length > 8) return null;
  return node.elements.map((_, left) => {
    const rest = node.elements.filter((_, index) => index !== left).map(item => text(item, code));
    return { operator: 'list', replacement: `[${rest.join(', ')}]` };
  });
}

const TWINS = {
  ...{ some: 'every', every: 'some', find: 'findLast', min: 'max', max: 'min', floor: 'ceil', ceil: 'floor' },
  ...{ unshift: 'push', strictObject: 'object', startsWith: 'endsWith', endsWith: 'startsWith' },
};
const LEFT_OUT = [
  ...['filter', 'sort', 'toSorted', 'toReversed', 'slice', 'trim', 'fill', 'abs', 'toSpliced', 'with'],
  ...['optional', 'nullable', 'positive', 'int', 'min', 'max', 'replace', 'subarray'],
];

/** Another method than the one that is called, or none. */
function calls(node, trail, code) {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || isInChain(trail)) return null;
  const { object, property } = node.callee;
  const rest = code.slice(property.end, node.end);
  const twin = Object.hasOwn(TWINS, property.name) ? TWINS[property.name] : undefined;
  const isOfMath = object.name === 'Math';
  return [
    ...(twin === undefined
      ? []
      : [{ operator: 'call', replacement: code.slice(node.start, property.start) + twin + rest }]),
    ...(LEFT_OUT.includes(property.name) && !isOfMath ? [{ operator: 'call', replacement: text(object, code) }] : []),
    ...(isOfMath && node.arguments.length === 1 && node.arguments[0].type !== 'SpreadElement'
      ? [{ operator: 'call', replacement: text(node.arguments[0], code) }]
      : []),
  ];
}

function chains(node, _, code) {
  if (node.type !== 'ChainExpression') return null;
  return [
    {
      operator: 'chain',
      replacement: text(node, code)
        .replace(/\?\.(?=[[(])/u, '')
        .replace('?.', '.'),
    },
  ];
}

const REMOVABLE = ['ThrowStatement', 'BreakStatement', 'ContinueStatement'];

function statements(node) {
  const isStep = node.type === 'ExpressionStatement' && node.directive == null;
  if (!isStep && !REMOVABLE.includes(node.type)) return null;
  return [{ operator: 'statement', replacement: '', isStatement: true }];
}

/** What is returned, by the type that its function is said to return. */
function returns(node, trail, code) {
  const [{ node: parent, key }] = trail;
  const isReturned =
    (parent.type === 'ReturnStatement' && key === 'argument') ||
    (parent.type === 'ArrowFunctionExpression' && key === 'body' && node.type !== 'BlockStatement');
  const type = isReturned ? returnTypeOf(trail, code) : null;
  if (type === null) return null;
  const replacement = otherValue(node, type, code);
  return replacement === null ? null : [{ operator: 'return', replacement }];
}

function returnTypeOf(trail, code) {
  const owner = trail.find(({ node }) => /^(Arrow)?Function/u.test(node.type))?.node;
  return owner?.returnType == null
    ? null
    : code.slice(owner.returnType.start, owner.returnType.end).replace(/^:\s*/u, '');
}

function otherValue(node, type, code) {
  const value = text(node, code);
  if (value === 'null') return type.includes('string') ? `'mutant'` : null;
  if (type.endsWith('| null')) return 'null';
  if (type === 'boolean') return `!(${value})`;
  if (type === 'number') return `(${value}) + 1`;
  if (type.endsWith('[]')) return value === '[]' ? null : '[]';
  return ['void', 'never', 'Promise<void>'].includes(type) || value === 'undefined' ? null : 'undefined';
}

const OPERATORS = [
  ...[conditions, answers, comparisons, arithmetic, logic, signs, literals, lists],
  ...[calls, chains, statements, returns],
];
