import { z } from 'zod';
import { CONFIG } from './config.ts';

/** What an editor shows beside a setting. */
const DESCRIPTIONS: Readonly<Record<keyof typeof CONFIG.shape, string>> = {
  $schema: 'Where this schema is, for editors.',
  preset: 'The policy to start from: reverse (juniors mentor seniors), classic, peer, or none.',
  start: "The programme's first day, like 2026-03-01: for time zones and for repeating earlier tandems.",
  levels: 'The names of the seniority levels, lowest first.',
  options:
    'Answers of a column that holds lists, each in full: one with commas is not split, one that is not a known language is kept.',
  locations: 'The country of each city or site, for sheets without a column for the country.',
  values: 'What words of your sheets mean, by column; under none, the words that mean nothing (false takes one back).',
  defaults: 'What empty cells and absent columns mean, by column.',
  columns: 'Your headers for the columns of rmentor; null for one that you do not have, whatever a header says.',
  must: 'Rules that keep two people apart who break them, however well they would fit.',
  prefer: 'Rules that are worth points to a pair: weight × fit.',
  without: 'The names of rules of the preset that do not apply.',
  objective: 'Goals in order; a later one never costs an earlier one anything.',
  worthAChange: 'How many points a changed tandem must bring at least, so that it is worth changing: with previous.',
  crossBorder: 'Whether a tandem may span two countries.',
  regions: 'Names for groups of countries (or of regions), for limits.',
  repeat: 'Whether earlier tandems may be repeated: never, or after some months.',
  mentors: "The mentors' sheet.",
  mentees: "The mentees' sheet; the same as the mentors' if a column role says who is what.",
  roles: 'More words for mentor and mentee in that column.',
  same: 'Rows that are one person with two ids and addresses, in pairs, like [["m7", "e3"]].',
  different: 'Rows that look like one person and are two, in pairs, like [["m7", "e3"]].',
  encoding: 'The encoding of CSV files that are not UTF-8, like windows-1252.',
  limits: 'The sheet of limits: how many tandems countries and regions must and may have.',
  pairs: 'The list of pairs to lock, to ban, or to give points; with only, nobody else may be paired.',
  history: 'Lists of earlier tandems.',
  previous: "The previous run's tandems.csv.",
  out: 'The folder for the results.',
  declineReasons: 'The reasons for which a tandem may be declined; its note is one of them.',
  delimiter: 'The character between the cells of results if the sheets are workbooks; a semicolon by default.',
  language: 'The language of the results; en by default.',
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
