import { describe, expect, test } from 'vitest';
import { readScreenFlags } from '../../src/io/early-flags.ts';

const neverAsked = (): string => {
  throw new Error('nobody should ask the system');
};

function findLanguage(args: readonly string[], environment: Record<string, string>, getLocale = neverAsked): string {
  return readScreenFlags(args, environment, getLocale).language;
}

describe('the language of the screen', () => {
  test('is that of --lang, wherever it is in the call, and the last one counts', () => {
    const german = { LC_ALL: 'de_DE.UTF-8' };
    expect(findLanguage(['match', '--lang', 'en'], german)).toBe('en');
    expect(findLanguage(['--lang=de', 'match', '--json'], { LANG: 'en_US.UTF-8' })).toBe('de');
    expect(findLanguage(['--lang=de', 'match', '--lang', 'en'], german)).toBe('en');
  });

  test('is that of the system where --lang is an argument, without a language, or names one that there is not', () => {
    const german = { LC_ALL: 'de_DE.UTF-8' };
    expect(findLanguage(['explain', '--', '--lang', 'en'], german)).toBe('de');
    expect(findLanguage(['match', '--lang'], german)).toBe('de');
    expect(findLanguage(['match', '--lang', 'fr'], german)).toBe('de');
  });

  test.each([
    ['LC_ALL before all others', { LC_ALL: 'de_AT.UTF-8', LC_MESSAGES: 'en_US.UTF-8', LANG: 'C' }, 'de'],
    ['LC_MESSAGES before LANG', { LC_MESSAGES: 'de', LANG: 'en_GB' }, 'de'],
    ['LANG where it is alone', { LANG: 'de_CH@euro' }, 'de'],
    ['the next one where one is empty', { LC_ALL: '', LC_MESSAGES: '', LANG: 'de_DE' }, 'de'],
    ['English for C', { LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, 'en'],
    ['English for C.UTF-8', { LANG: 'C.UTF-8' }, 'en'],
    ['English for POSIX', { LANG: 'POSIX' }, 'en'],
    ['English for a language that rmentor does not speak', { LANG: 'fr_FR.UTF-8' }, 'en'],
    ['English for one that only begins like German', { LANG: 'den_CA' }, 'en'],
  ])('is %s', (_, environment, language) => {
    expect(findLanguage([], environment)).toBe(language);
  });

  test("is the system's own where no variable names one, as on Windows", () => {
    expect(findLanguage([], {}, () => 'de-DE')).toBe('de');
    expect(findLanguage([], {}, () => 'en-US')).toBe('en');
    expect(findLanguage([], {}, () => 'pl-PL')).toBe('en');
  });
});
