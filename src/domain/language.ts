/** The languages that people are spoken to in. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of files where nobody says which. */
export const USUAL_LANGUAGE: Language = 'en';
