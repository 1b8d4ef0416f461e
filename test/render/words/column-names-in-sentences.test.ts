import { expect, test } from 'vitest';
import { COMPARABLE_COLUMNS } from '../../../src/domain/roster.ts';
import { RULES } from '../../../src/domain/rule-table.ts';
import { de as german } from '../../../src/render/words/de/index.ts';
import { en as english } from '../../../src/render/words/en/index.ts';

test.each([
  ['level', 'neither sheet has a level', 'neither has a level'],
  ['email', 'neither sheet has an e-mail address', 'neither has an e-mail address'],
  ['languages', 'neither sheet has any languages', 'neither has any languages'],
  ['topics', 'neither sheet has any topics', 'neither has any topics'],
  ['office', 'neither sheet has anything under office', 'neither has anything under office'],
  ['hobby', 'neither sheet has anything under hobby', 'neither has anything under hobby'],
])('what nobody has in the column %s', (column, ofSheets, ofPeople) => {
  expect([english.gaps.neitherHas(column), english.facts.neitherHas(column)]).toEqual([ofSheets, ofPeople]);
});

test('no name of ours gets a wrong article', () => {
  const said = COMPARABLE_COLUMNS.map(column => english.facts.neitherHas(column));
  expect(said.filter(text => /\ba [aeiou]|\ban [^aeiou]|\ban? \w+s$/u.test(text))).toEqual([]);
});

test.each([
  [['level'], 'no level, and a rule needs it. Please give it', 'fehlt: Ebene. Eine Regel braucht diese Angabe. Bitte'],
  [['topics'], 'no topics, and a rule needs them. Please give them', 'fehlt: Themen. Eine Regel braucht diese Angabe.'],
  [
    ['level', 'city'],
    'no level or city, and a rule needs them. Please give them',
    'fehlen: Ebene und Ort. Eine Regel braucht diese Angaben. Bitte',
  ],
])('a letter asks for %j', (columns, inEnglish, inGerman) => {
  expect(english.letter.lacking(columns)).toContain(inEnglish);
  expect(german.letter.lacking(columns)).toContain(inGerman);
});

test.each(Object.getOwnPropertyNames(Object.prototype))('a column of the user’s own may be called %s', column => {
  const say = (own: string) =>
    [english, german].flatMap(({ gaps, facts, letter, rules, reasons, grammar }) => [
      ...RULES.flatMap(rule => {
        const one = { rule, name: 'x', field: own, by: 2, weight: 0 };
        return [rules.describe(one), rules.cause(one), gaps.nameRule(rule, own)];
      }),
      ...[gaps.neitherHas(own), facts.neitherHas(own), letter.nameOwn(own), reasons.emptyCell('x', own)],
      ...[letter.lacking([own]), rules.otherDefault(own, '1'), grammar.nameInside(own)],
    ]);
  expect(say(column)).toEqual(say('zzz').map(text => text.replaceAll('zzz', column)));
});
