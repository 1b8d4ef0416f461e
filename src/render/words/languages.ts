import type { Language } from '../../domain/language.ts';
import type { HandOverWords } from './en/hand-over.ts';
import type { Words } from './en/index.ts';
import type { ReportWords } from './en/report-page.ts';
import type { ToldStories } from './en/stories/index.ts';

/** All sentences of a language: only those of the one that is spoken are loaded. */
export const LOAD_WORDS: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en/index.ts')).en,
  de: async () => (await import('./de/index.ts')).de,
};

/** What only the page of a run says. */
export const LOAD_REPORT_WORDS: Readonly<Record<Language, () => Promise<ReportWords>>> = {
  en: async () => (await import('./en/report-page.ts')).reportPage,
  de: async () => (await import('./de/report-page.ts')).reportPage,
};

/** The longer stories of messages, which only `explain` tells. */
export const LOAD_STORIES: Readonly<Record<Language, () => Promise<ToldStories>>> = {
  en: async () => (await import('./en/stories/index.ts')).told,
  de: async () => (await import('./de/stories/index.ts')).told,
};

/** What is said where a run is handed over to another program, which only `export` tells. */
export const LOAD_HAND_OVER: Readonly<Record<Language, () => Promise<HandOverWords>>> = {
  en: async () => (await import('./en/hand-over.ts')).handOver,
  de: async () => (await import('./de/hand-over.ts')).handOver,
};
