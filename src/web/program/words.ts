/** The words of the page, in both languages: its own, and those of the program. */
import type { Language } from '../../domain/language.ts';
import { program as deutsch } from '../../render/words/de/program.ts';
import type { Words } from '../../render/words/en/index.ts';
import { program as english, type ProgramWords } from '../../render/words/en/program.ts';
import { LOAD_WORDS } from '../../render/words/languages.ts';

export interface PageWords {
  readonly language: Language;
  readonly page: ProgramWords;
  readonly program: Words;
}

const OWN: Readonly<Record<Language, ProgramWords>> = { en: english, de: deutsch };

export async function loadPageWords(language: Language): Promise<PageWords> {
  return { language, page: OWN[language], program: await LOAD_WORDS[language]() };
}

/** The language of the browser, where we speak it. */
export function findLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}
