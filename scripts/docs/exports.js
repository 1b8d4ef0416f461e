import { EXPORT_TOOLS } from '../../build/domain/hand-over.js';
import { FORMATS } from '../../build/render/export/formats.js';
import { handOver } from '../../build/render/words/en/hand-over.js';
import { lookUpTexts, noteFault } from './lacking.js';
import { formatTable, quoteCode } from './markdown.js';

/** What each program gets. */
const FILES = {
  'mail-merge': 'a workbook for each group, with one sheet and one Excel table; exact',
  mailchimp: 'a CSV for each group, with merge tags as headers; exact',
  brevo: 'a CSV for each group, with attributes as headers; exact',
  sendgrid: 'JSON requests of at most 1,000 people for each group; exact',
  listmonk: 'a CSV for each group: `email`, `name`, `attributes`; exact',
  notify: 'a CSV for each group, partners in repeated columns; exact',
  chronus: '`connections.csv`: its three columns, a row for each tandem; exact',
  eml: 'a draft for each person, from letters that are yours to edit; with `--at` an invitation for each tandem; exact, but for line breaks',
  ics: '`kick-offs.ics` and a file for each tandem, to import; with `--at`; exact, but for line breaks',
  vcard: 'an address book for each group; exact, but for line breaks',
  chat: '`pairs.csv` and `pairs.xlsx`: two addresses a row; exact',
  json: '`hand-over.json`: everything, for scripts; exact',
  csv: 'a CSV for each group, and `tandems.csv` with a row for each tandem; for people',
};

const WHERE = 'FILES of scripts/docs/exports.js';

/** Notes a sentence that does not say of a program what its export does: whether what it gets is for people. */
export function checkFiles(tool, files) {
  const { isForPeople } = FORMATS[tool].limits;
  if (isForPeople === files.endsWith('for people')) return;
  noteFault(
    `export "${tool}" is ${isForPeople ? '' : 'not '}for people: say so at the end of its sentence in ${WHERE}`,
  );
}

function makeProgramsTable() {
  const rows = lookUpTexts('export', EXPORT_TOOLS, FILES, WHERE);
  for (const [tool, files] of rows) checkFiles(tool, files);
  return formatTable(
    ['`--to`', 'for', 'files'],
    rows.map(([tool, files]) => [quoteCode(tool), handOver.tools[tool].name, files]),
  );
}

export const EXPORT_PARTS = { exports: makeProgramsTable };
