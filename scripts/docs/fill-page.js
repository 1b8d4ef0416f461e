import { COLUMN_PARTS } from './columns.js';
import { COMMAND_PARTS } from './commands.js';
import { EXPORT_PARTS } from './exports.js';
import { noteFault } from './lacking.js';
import { POLICY_PARTS } from './policy.js';
import { RESULT_PARTS } from './results.js';

/** The parts of pages that are made from what the code knows, by their names: each a function that returns Markdown. */
const PARTS = { ...COLUMN_PARTS, ...COMMAND_PARTS, ...EXPORT_PARTS, ...POLICY_PARTS, ...RESULT_PARTS };

const PART = /(<!-- made by npm run docs: (\S+) -->\n)[\s\S]*?(<!-- end -->)/gu;

/** A page with each of its parts as it is today. */
export function fillPage(page) {
  return page.replace(PART, (_, begin, name, end) => {
    const makePart = PARTS[name];
    if (makePart === undefined) {
      noteFault(`part "${name}" of a page is not known: add what makes it to PARTS of scripts/docs/fill-page.js`);
      return '';
    }
    return `${begin}\n${makePart()}\n\n${end}`;
  });
}
