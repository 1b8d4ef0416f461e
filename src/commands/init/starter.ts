import type { Answers } from './answers.ts';

/** The workbook that holds all templates where they are no files of CSV. */
export const WORKBOOK = 'programme.xlsx';

/** Where the config looks for a sheet of which a template is made. */
export function makeTemplatePath(name: string, { templates }: Pick<Answers, 'templates'>): string {
  return templates === 'csv' ? `${name}.csv` : `${WORKBOOK}#${name}`;
}

/** The config to start from, as text. What the preset says already is left out, except what people look for first. */
export function renderStarterConfig(answers: Answers): string {
  const { mentors, mentees, encoding, preset, levels, columns, crossBorder } = answers;
  const config = {
    $schema: './node_modules/rmentor/config.schema.json',
    preset,
    mentors: mentors ?? makeTemplatePath('mentors', answers),
    mentees: mentees ?? makeTemplatePath('mentees', answers),
    limits: makeTemplatePath('limits', answers),
    out: 'run',
    ...(encoding === null ? {} : { encoding }),
    ...(levels.length === 0 ? {} : { levels }),
    ...(Object.keys(columns).length === 0 ? {} : { columns }),
    crossBorder,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
