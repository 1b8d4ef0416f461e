import type { Answers } from './answers.ts';

/** The workbook that holds all templates where they are no files of CSV. */
export const WORKBOOK = 'programme.xlsx';

/** Where the config looks for a sheet of which a template is made. */
export function makeTemplatePath(name: string, { templates }: Pick<Answers, 'templates'>): string {
  return templates === 'csv' ? `${name}.csv` : `${WORKBOOK}#${name}`;
}

/** The config to start from, as text. What the preset says already is left out, except what people look for first. */
export function renderStarterConfig(answers: Answers): string {
  const { language, preset, encoding, levels, columns, values, capacity, crossBorder, pairs, history } = answers;
  const [earlier, ...more] = history;
  const config = {
    $schema: './node_modules/rmentor/config.schema.json',
    language,
    preset,
    mentors: answers.mentors ?? makeTemplatePath('mentors', answers),
    mentees: answers.mentees ?? makeTemplatePath('mentees', answers),
    limits: answers.limits ?? makeTemplatePath('limits', answers),
    pairs: pairs ?? undefined,
    history: more.length === 0 ? earlier : history,
    out: 'run',
    encoding: encoding ?? undefined,
    levels: levels.length === 0 ? undefined : levels,
    columns: isEmpty(columns) ? undefined : columns,
    values: isEmpty(values) ? undefined : values,
    defaults: capacity === null ? undefined : { capacity },
    crossBorder,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function isEmpty(settings: object): boolean {
  return Object.keys(settings).length === 0;
}
