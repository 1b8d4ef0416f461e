import { LEVELS } from '../../build/domain/objective-level-table.js';
import { RULES } from '../../build/domain/rule-table.js';
import { buildConfigSchema } from '../../build/parse/config/json-schema.js';
import { PRESETS } from '../../build/parse/config/presets.js';
import { de } from '../../build/render/words/de/index.js';
import { en } from '../../build/render/words/en/index.js';
import { lookUpTexts, requireText } from './lacking.js';
import { formatTable, quoteCode } from './markdown.js';

/** What a rule goes by where it needs a column, as an example, and what else can be set. */
const NEEDS = {
  same: { field: 'city' },
  different: { field: 'department' },
  overlap: { field: 'languages', fit: 'the share of the mentee’s list that the mentor has' },
  'at-least-apart': { field: 'level', by: 2 },
  'at-most-apart': { field: 'timezone', by: 3 },
  below: { field: 'level', optional: true },
  above: { field: 'level', optional: true },
  'outside-reporting-line': {},
  wished: {
    more: '`ranks`',
    fit: 'a first wish fits wholly, the second of three two thirds, the last of three one third; or as `ranks` says',
  },
  'not-vetoed': {},
  'not-the-same-person': {},
  'not-alike': {},
};

function describeRule(rule, { field = '', by = null }) {
  return en.rules.describe({ name: rule, rule, field, by });
}

function listSettings({ field, by, optional, more }) {
  if (optional) return `\`field\`, if it is not \`${field}\``;
  return [...(field ? ['`field`'] : []), ...(by ? ['`by`'] : []), ...(more ? [more] : [])].join(', ');
}

/** What a rule of the table is an example of. */
function writeExample(rule, { field, by, optional }) {
  const settings = { rule, ...(field && !optional ? { field } : {}), ...(by ? { by } : {}) };
  const pairs = Object.entries(settings).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return quoteCode(`{ ${pairs.join(', ')} }`);
}

function makeRulesTable() {
  const rows = lookUpTexts('rule', RULES, NEEDS, 'NEEDS of scripts/docs/policy.js').map(([rule, needs]) => [
    quoteCode(rule),
    listSettings(needs),
    `${writeExample(rule, needs)}: ${describeRule(rule, needs)}`,
    needs.fit ?? '1 where it holds, else 0',
  ]);
  return formatTable(['rule', 'settings', 'for example, and what it says', 'fit, in `prefer`'], rows);
}

function makeGoalsTable() {
  const rows = LEVELS.map(level => [
    quoteCode(level),
    requireText(`goal "${level}"`, en.levels[level]?.(level).goal, 'src/render/words/en/levels.ts'),
  ]);
  const preference = [
    'a preference by its name, like `cross-department`',
    'as many tandems as possible for which it holds',
  ];
  return formatTable(['goal', 'what it asks for'], [...rows, preference]);
}

function makePresetsTable() {
  const listNames = rules => rules.map(({ name }) => quoteCode(name)).join(', ') || '–';
  const listPoints = rules => rules.map(({ name, weight }) => `\`${name}\` ${weight}`).join(', ') || '–';
  const listGoals = levels => levels.map(({ kind, preference }) => quoteCode(preference ?? kind)).join(', ');
  const rows = Object.entries(PRESETS).map(([name, { must, prefer, objective }]) => [
    quoteCode(name),
    listNames(must),
    listPoints(prefer),
    listGoals(objective),
  ]);
  return formatTable(['preset', 'must', 'prefers, with its points', 'goals in order'], rows);
}

/** The rules that a preset has under a name of its own. */
function makeNamedRulesTable() {
  const known = Object.values(PRESETS).flatMap(({ must, prefer }) => [...must, ...prefer]);
  const named = new Map(known.map(rule => [rule.name, rule]));
  const rows = [...named.values()].map(rule => [
    quoteCode(rule.name),
    ...[en, de].map(({ gaps }) => gaps.nameRule(rule.rule, rule.field)),
    en.rules.describe(rule),
  ]);
  return formatTable(['name', 'on the screen', 'auf Deutsch', 'holds where'], rows);
}

function makeSettingsTable() {
  const { properties } = buildConfigSchema();
  const rows = Object.entries(properties).map(([name, { description, enum: choice }]) => {
    const told = requireText(`setting "${name}"`, description, 'DESCRIPTIONS of src/parse/config/json-schema.ts');
    return [quoteCode(name), choice === undefined ? told : `${told} One of ${choice.map(showChoice).join(', ')}.`];
  });
  return formatTable(['setting', 'what it says'], rows);
}

function showChoice(value) {
  if (value === '\t') return 'tab';
  return quoteCode(value === '|' ? '\\|' : value);
}

export const POLICY_PARTS = {
  rules: makeRulesTable,
  goals: makeGoalsTable,
  presets: makePresetsTable,
  'named-rules': makeNamedRulesTable,
  settings: makeSettingsTable,
};
