import { z } from 'zod';
import { CONFIG } from './config.ts';

/** What an editor shows beside a setting. */
const DESCRIPTIONS: Readonly<Record<keyof typeof CONFIG.shape, string>> = {
  $schema: 'Where this schema is, for editors.',
  preset: 'What the policy starts from: reverse (juniors mentor seniors), classic, peer, or none.',
  start: "The programme's first day, like 2026-03-01: for time zones and for repeating earlier tandems.",
  levels: 'Names of the seniority levels, lowest first.',
  options:
    'Answers of a column that holds a list, each in full: one with commas is not split, one that is no known language stays.',
  locations: 'The country of each city or site, for sheets without a column for the country.',
  values:
    'Words of your sheets: those for nothing under none (false for one that is a value), those of a column by what they mean.',
  defaults: 'What empty cells and absent columns say, by column.',
  columns:
    'Columns of rmentor by the names that your sheets have for them; null for one that they do not have, whatever a header says.',
  must: 'Rules that keep people apart who break them, however well they would fit.',
  prefer: 'Rules that are worth weight × fit points to a pair.',
  without: 'Names of rules of the preset that do not apply.',
  objective: 'Levels in order; a later one never costs an earlier one anything.',
  crossBorder: 'Whether a tandem may span two countries.',
  regions: 'Names for groups of countries (or of regions), for limits.',
  repeat: 'Whether earlier tandems may be repeated: never, or after some months.',
  mentors: "The mentors' sheet.",
  mentees: "The mentees' sheet; the same as the mentors' where a column role says who is what.",
  roles: 'More words for mentor and mentee in that column.',
  same: 'Pairs of rows that are of one person under two ids and addresses, like [["m7", "e3"]].',
  different: 'Pairs of rows that look like one person and are two, like [["m7", "e3"]].',
  encoding: 'What CSV files are written in that are not UTF-8, like windows-1252.',
  limits: 'How many tandems countries and regions must and may have.',
  pairs: 'Pairs to lock, to ban, or with points of their own; "only" where nobody else may meet.',
  history: 'Earlier tandems.',
  previous: "The previous run's tandems.csv.",
  out: 'The folder for the results.',
  delimiter: 'What stands between cells of results where the sheets are workbooks; a semicolon where nothing is said.',
  language: 'The language of what a run writes for people; en where it is not said.',
};

/** The JSON Schema (draft-07, which every editor reads) of rmentor.config.json as a person may write it. */
export function buildConfigSchema(): object {
  const schema = z.toJSONSchema(CONFIG, { target: 'draft-7', io: 'input' });
  for (const [key, description] of Object.entries(DESCRIPTIONS)) {
    const property = schema.properties?.[key];
    if (typeof property === 'object') property.description = description;
  }
  return { ...schema, title: 'rmentor.config.json' };
}
