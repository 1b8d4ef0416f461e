import { forecast } from './forecast.ts';
import { grammar } from './grammar.ts';
import { problems } from './problems.ts';

export const en = {
  forecast,
  grammar,
  problems,
  hiddenText: 'text of a column that is not used',
  sayInRows: (message: string, rows: number): string => `${message}, and stands in ${rows} rows`,
};

/** Every sentence of a language. English says what there is to say; all others say the same. */
export type Words = typeof en;
