import { expect, test } from 'vitest';
import { makeShare } from '../../../src/domain/share.ts';
import { COUNTRY_CODES } from '../../../src/parse/values/assembled.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en } from '../../../src/render/words/en/index.ts';

const CODES = COUNTRY_CODES.split('\n').map(line => line.slice(0, 2));

test.each([
  ['en', en.grammar, ['Germany', 'USA', 'United Kingdom', 'Czechia', 'China', 'EAST']],
  ['de', de.grammar, ['Deutschland', 'USA', 'Großbritannien', 'Tschechien', 'China', 'EAST']],
])('countries have the names that people use, and regions their own: %s', (_, { nameCountry }, names) => {
  expect(['DE', 'US', 'GB', 'CZ', 'CN', 'EAST'].map(nameCountry)).toEqual(names);
  expect(CODES.map(nameCountry).filter(name => /Republic of|People|Föderation|Vereinigte Rep/u.test(name))).toEqual([]);
  expect(CODES.filter(code => nameCountry(code) === code)).toEqual([]);
});

test('numbers, shares and lists are written as a language has them', () => {
  const say = ({ formatPercent, formatNumber, joinNames, quote }: typeof en.grammar) =>
    [formatPercent(makeShare(14, 17)), formatPercent(makeShare(0, 0)), formatNumber(1.5), quote('x')].concat(
      joinNames(['Ada', 'Ben', 'Cem'], 2),
      joinNames(['Ada', 'Ben'], 5, 'or'),
    );
  expect(say(en.grammar)).toEqual(['82.4 %', '–', '1.5', '"x"', 'Ada, Ben and 1 more', 'Ada or Ben']);
  expect(say(de.grammar)).toEqual(['82,4 %', '–', '1,5', '„x“', 'Ada, Ben und 1 weitere', 'Ada oder Ben']);
});
