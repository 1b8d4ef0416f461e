// Writes the pages that are made of the catalogue of sentences. A test says when one is stale.
import { writeFileSync } from 'node:fs';
import { renderMessagesPage } from '../build/render/text/messages-page.js';
import { LOAD_STORIES, LOAD_WORDS } from '../build/render/words/languages.js';
import { renderWordsPage } from './words/page.js';

const PAGES = { en: 'docs/messages.md', de: 'docs/meldungen.md' };

for (const [language, page] of Object.entries(PAGES)) {
  writeFileSync(page, renderMessagesPage(await LOAD_STORIES[language](), await LOAD_WORDS[language]()));
}
writeFileSync('docs/words.md', renderWordsPage());
