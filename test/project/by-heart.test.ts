import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));

const sources = read('src', '.ts');

/** A call takes some hundred thousand arguments at most: lists that may be as long as a sheet must not be spread into one. */
const SHORT: Readonly<Record<string, string>> = {
  'certificate/pair-scan.ts': 'rules',
  'features/privacy/small-groups.ts': 'groups of two breakdowns',
  'features/match/change-curve.ts': 'two gaps',
  'model/encode.ts': 'levels of the objective',
  'pair/rules/reporting-lines.ts': 'managers of one person',
  'pair/search/search.ts': 'rules',
  'parse/columns/suggestions.ts': 'columns of ours that one header speaks of',
  'parse/config/objective.ts': 'problems of one level',
  'parse/config/rules.ts': 'problems of one rule',
  'parse/survey/survey.ts': 'problems of one row',
  'parse/text/page-guess.ts': 'languages of a code page',
  'parse/values/countries.ts': 'the names of one country',
  'render/page/earlier-parts.ts': 'corners of a curve',
  'render/text/forecast.ts': 'the figures above a forecast',
  'render/text/summary.ts': 'countries and regions',
  'render/text/understood.ts': 'columns of a sheet',
  'render/words/if-pair-forced-or-ended.ts': 'levels of the objective',
  'sample/chance.ts': 'what is drawn at once: one',
  'web/engine/answer-pieces.ts': 'rows of a piece',
  'web/engine/worker.ts': 'pieces of an answer',
  'web/report/assembled.ts': 'packages of the page',
  'scripts/bench/figures.js': 'rows of a table of figures',
};

test('no list that may be as long as a sheet is spread into the arguments of a call', () => {
  const spread = /Math\.(?:max|min)\([^;\n]*\.\.\.|\.(?:push|unshift)\((?:[^;\n{]*, )?\.\.\./u;
  const scripts = read('scripts', '.js').map(({ name, text }) => ({ name: `scripts/${name}`, text }));
  const found = [...sources, ...scripts].filter(({ text }) => spread.test(text)).map(({ name }) => name);
  expect(found.toSorted()).toEqual(Object.keys(SHORT).toSorted());
});
