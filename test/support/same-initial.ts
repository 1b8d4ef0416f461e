/** A change of one file of src: a text that is there once, and what takes its place. */
export interface Replacement {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

function addBehind(file: string, from: string, more: string): Replacement {
  return { file, from, to: `${from}${more}` };
}

function addBefore(file: string, from: string, more: string): Replacement {
  return { file, from, to: `${more}${from}` };
}

/** A level that counts what no rule tells: tandems of two whose names begin with the same letter. Its entry in the table. */
export const ENTRY: Replacement = addBehind(
  'domain/objective-level-table.ts',
  "  { kind: 'balance', pairTerm: NONE, figure: 'evenness' },\n",
  `  {
    kind: 'same-initial',
    pairTerm: {
      ...{ kind: 'other', most: 1, columns: ['name'] },
      count: (mentor, mentee) => (mentor.name[0] === mentee.name[0] ? 1 : 0),
    },
    figure: 'ones',
  },
`,
);

const CASE = "    case 'same-initial':\n";

/** What the compiler asks for then, and nothing more: what somebody writes who knows no more of a level than each place asks. */
export const FOLLOWING: readonly Replacement[] = [
  addBefore('certificate/level-worths.ts', '      return {};\n', CASE),
  addBefore('domain/report-facts.ts', '      return tandems.length;\n', CASE),
  addBefore('features/unmatched/outranked.ts', "    case 'balance':\n", `${CASE}      return 0;\n`),
  addBefore('model/largest-gains.ts', "    case 'ties':\n      return 0;\n", CASE),
  addBefore('parse/config/objective.ts', '      return [];\n', CASE),
  addBefore('parse/config/objective.ts', "      return 'perhaps';\n", CASE),
  ...['en', 'de'].map(language =>
    addBefore(
      `render/words/${language}/levels.ts`,
      '  preference: name => ({\n',
      `  'same-initial': name => ({
    goal: 'as many tandems as possible whose names begin with the same letter',
    label: \`\${name} tandems\`,
    change: (size, isLess) => \`\${formatNumber(size)} \${sayLess(isLess)} \${name} tandems\`,
    better: value => \`has more \${name} tandems (\${value})\`,
  }),
`,
    ),
  ),
];
