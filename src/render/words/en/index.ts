import type { Language } from '../../../domain/language.ts';
import { decisions } from './decisions.ts';
import { forecast } from './forecast.ts';
import { gaps } from './gaps.ts';
import { grammar } from './grammar.ts';
import { help } from './help.ts';
import { init } from './init.ts';
import { problems } from './problems.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { summary } from './summary.ts';
import { trouble } from './trouble.ts';
import { understood } from './understood.ts';

export const en = {
  /** What the config calls it. */
  language: 'en' as Language,
  decisions,
  forecast,
  gaps,
  grammar,
  help,
  init,
  problems,
  report,
  rules,
  summary,
  trouble,
  understood,
  hiddenText: 'text of a column that is not used',
  sayInRows: (message: string, rows: number): string => `${message}, and stands in ${rows} rows`,
};

/** Every sentence of a language. English says what there is to say; all others say the same. */
export type Words = typeof en;
