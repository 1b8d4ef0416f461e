import { MENTEE_COLUMNS, MENTOR_COLUMNS, SHARED_COLUMNS } from '../../build/domain/roster.js';
import { ALIASES } from '../../build/parse/columns/aliases.js';
import { EARLIER_COLUMNS, LIMIT_COLUMNS, PAIR_COLUMNS } from '../../build/parse/columns/limit-and-pair-columns.js';
import { buildConfigSchema } from '../../build/parse/config/json-schema.js';
import { WHEN_EMPTY } from '../../build/parse/meaning/cell-kinds.js';
import { WORDS_FOR_NOTHING } from '../../build/parse/values/nothing.js';
import { de } from '../../build/render/words/de/index.js';
import { en } from '../../build/render/words/en/index.js';
import { lookUpTexts } from './lacking.js';
import { formatTable, quoteCode } from './markdown.js';

const OF_PEOPLE = [...new Set([...MENTOR_COLUMNS, ...MENTEE_COLUMNS])];

/** What a column of people holds. */
const HOLDS = {
  id: 'a unique id, letter by letter. This or `email` is required; without it, the e-mail address serves as the id',
  name: 'the whole name. Required, or `first_name` and `last_name` instead',
  first_name: 'the first name',
  last_name: 'the last name',
  email: 'an e-mail address, unique without regard to case',
  department: 'the business unit. Needed where a rule, a preference or a goal uses it',
  country:
    'any usual spelling: DE, DEU, Germany, Deutschland. Required where there are limits, or `crossBorder` is `avoid` or `forbid`',
  city: 'the place of work',
  languages: 'a list. Levels like "B2" are left out, and languages are compared whatever they are called',
  topics: 'a list: what a mentor can show, what a mentee would like to see',
  level: 'seniority: a number, or a name from the config’s `levels`',
  manager:
    'the direct manager. Chains run through both sheets; managers who are in neither are normal, and are counted',
  timezone: 'like Europe/Berlin, W. Europe Standard Time or UTC+2',
  not_with: 'people or departments with whom they must not be paired',
  status:
    '`active` or `withdrawn`, or a word of personnel files and forms (`Inaktiv`, `Terminated`). Who withdrew is in no tandem',
  capacity: 'the most mentees that this mentor takes',
  min_load: 'the fewest mentees that this mentor must get',
  wants: 'how many mentors this mentee would like',
  priority: 'a whole number. The larger is served first where slots are short',
};

function nameSides(column) {
  if (SHARED_COLUMNS.includes(column)) return 'both';
  return MENTOR_COLUMNS.includes(column) ? 'mentors' : 'mentees';
}

function makeColumnsTable() {
  const rows = lookUpTexts('column', OF_PEOPLE, HOLDS, 'HOLDS of scripts/docs/columns.js').map(([column, text]) => [
    quoteCode(column),
    nameSides(column),
    text,
    WHEN_EMPTY[column] ?? '',
  ]);
  return formatTable(['column', 'on', 'holds', 'empty means'], rows);
}

function makeAliasesTable() {
  const columns = [...new Set([...OF_PEOPLE, ...LIMIT_COLUMNS, ...PAIR_COLUMNS, ...EARLIER_COLUMNS])];
  const known = columns.filter(column => ALIASES[column] !== undefined);
  const rows = known.map(column => {
    const [sure, ...unsure] = ALIASES[column];
    return [quoteCode(column), sure.join(', '), unsure.flat().join(', ')];
  });
  return formatTable(['column', 'also called', 'only where none of these is there'], rows);
}

function makeNothingLists() {
  const { sure, unsure } = WORDS_FOR_NOTHING;
  return [
    `- **Always:** signs alone (\`-\`, \`–\`, \`?\`, \`...\`), and ${sure.join(' · ')}.`,
    `- **Where it cannot be a value:** ${unsure.join(' · ')}.`,
  ].join('\n');
}

/** Whose words the setting "values" can explain. */
function listValueColumns() {
  const { properties } = buildConfigSchema().properties.values;
  const columns = Object.keys(properties).filter(column => column !== 'none');
  return `It knows ${columns.map(quoteCode).join(', ')}.`;
}

function makeColumnWords() {
  const rows = OF_PEOPLE.map(column => [quoteCode(column), en.init.columns[column], de.init.columns[column]]);
  return formatTable(['column', 'English', 'Deutsch'], rows);
}

export const COLUMN_PARTS = {
  columns: makeColumnsTable,
  aliases: makeAliasesTable,
  nothing: makeNothingLists,
  'value-columns': listValueColumns,
  'column-words': makeColumnWords,
};
