import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEVELS } from '../src/domain/policy.ts';

const read = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));

const sources = read('src', '.ts');

/**
 * The places that know levels of the objective by heart, and what each does with one it does not know. A level that is added to
 * LEVELS must be thought of in each of them: then its name is put into `KNOWN`. "exhaustive" means that it does not compile before.
 */
const KNOWN = ['mentees', 'tandems', 'mentors', 'kept', 'worst', 'score', 'balance'];
const PLACES: Readonly<Record<string, string>> = {
  'advise.ts': 'which first levels one more tandem adds to: any other is solved again',
  'assign/encode.ts': 'arcs of priorities and preferences; other levels gain by worth.ts',
  'assign/objective.ts': 'finds `worst`, which is no sum and is solved by floors',
  'assign/worth.ts': 'what a pair is worth on a level: look whether the new one is worth the same on each pair',
  'chain/could-cost.ts': 'bounds what a pair is worth on a level: a level it does not know is taken as constant',
  'chain/one-less.ts': 'which levels count in ones, and which in points',
  'chain/one-more.ts': 'what a limit raised by one brings: `worst` apart, and mentees and tandems by their last levels',
  'coverage.ts': 'finds the last level of `mentees`',
  'domain/levels.ts': 'one level for each priority, and preferences by number; others as they are',
  'domain/policy.ts': 'names of levels',
  'explain/alternates.ts': 'what the objective says of a single pair: a level it does not know says nothing',
  'explain/fixes.ts': 'fixes are told only where mentees come first',
  'explain/reasons.ts': 'reasons from chains hold only where mentees come first',
  'explain/rivals.ts': 'exhaustive: which level a tandem would make worse',
  'parse/objective.ts': 'which levels make tandems, and which order makes sense',
  'parse/policy.ts': '`kept` is asked for only where there is a previous run',
  'render/account-json.ts': 'levels in points are written in points',
  'render/advice.ts': 'whether mentees come first',
  'render/objective.ts': 'the words of what giving up one on a level brings',
  'render/proven.ts': 'exhaustive: the sentences of what is proven',
  'render/rules.ts': 'exhaustive: the sentences of the policy',
  'render/summary-page.ts': '`balance` is told as a sum of squares',
  'render/what-if.ts': 'the words and units of the table of what would change',
  'verify/folded.ts': 'folds levels into one number: a level it does not know is left out, so look first',
  'verify/least-cost.ts': 'finds `worst`, behind which prices say nothing',
  'verify/prove.ts': 'finds `worst`, which has a proof of its own',
  'verify/worth.ts': 'exhaustive: what tandems come to on a level, as a stranger would count',
};

test('whoever adds a level of the objective has looked at every place that knows levels by heart', () => {
  expect([...LEVELS].toSorted()).toEqual(KNOWN.toSorted());
  const level = `'(?:${[...LEVELS, 'preference'].join('|')})'`;
  const knows = new RegExp(`\\b(?:kind|level)\\b\\)? ?[!=]== ${level}|case ${level}`, 'u');
  const found = sources.filter(({ text }) => knows.test(text)).map(({ name }) => name);
  expect(found.toSorted()).toEqual(Object.keys(PLACES).toSorted());
});

/** A call takes some hundred thousand arguments at most: lists that may be as long as a sheet must not be spread into one. */
const SHORT: Readonly<Record<string, string>> = {
  'assign/encode.ts': 'levels of the objective',
  'explain/alternates.ts': 'limits that a mentor stands under',
  'pair/persons.ts': 'managers of one person',
  'pair/search.ts': 'rules',
  'parse/codepage.ts': 'languages of a code page',
  'parse/objective.ts': 'problems of one level',
  'parse/rules.ts': 'problems of one rule',
  'parse/suggestions.ts': 'columns of ours that one header speaks of',
  'parse/zones.ts': 'two days',
  'render/summary.ts': 'countries and regions',
  'render/understood.ts': 'columns of a sheet',
  'render/what-if.ts': 'levels of the objective',
  'sample/chance.ts': 'what is drawn at once: one',
  'scripts/bench/figures.js': 'rows of a table of figures',
  'verify/sweep.ts': 'rules',
};

test('no list that may be as long as a sheet is spread into the arguments of a call', () => {
  const spread = /Math\.(?:max|min)\([^;\n]*\.\.\.|\.(?:push|unshift)\((?:[^;\n{]*, )?\.\.\./u;
  const scripts = read('scripts', '.js').map(({ name, text }) => ({ name: `scripts/${name}`, text }));
  const found = [...sources, ...scripts].filter(({ text }) => spread.test(text)).map(({ name }) => name);
  expect(found.toSorted()).toEqual(Object.keys(SHORT).toSorted());
});
