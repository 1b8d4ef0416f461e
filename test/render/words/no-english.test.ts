import { expect, test } from 'vitest';
import { english, findEnglish, readTexts } from '../../support/german.ts';

test('there is English to be found', () => expect(english.size).toBeGreaterThan(800));

test('no sentence of the German catalogue has English words but those that are allowed', () => {
  expect(readTexts('de').flatMap(text => findEnglish(text))).toEqual([]);
});
