import type { Language } from '../../../domain/language.ts';
import { advice } from './advice.ts';
import { bars } from './bars.ts';
import { changes } from './changes.ts';
import { fixes } from './cheapest-fix.ts';
import { clash } from './clash.ts';
import { curve } from './curve.ts';
import { gaps } from './data-gaps.ts';
import { decisions } from './decision-counts.ts';
import { exported } from './export.ts';
import { facts } from './facts.ts';
import { feedback } from './feedback.ts';
import { forecast } from './forecast.ts';
import { grammar } from './grammar.ts';
import { help } from './help.ts';
import { asides } from './id-looks-like-code.ts';
import { whatIf } from './if-pair-forced-or-ended.ts';
import { init } from './init.ts';
import { letter } from './letter.ts';
import { levels, objective } from './levels.ts';
import { pair, person } from './pair.ts';
import { personRules } from './person-rules.ts';
import { report } from './problem-counts.ts';
import { problems } from './problems.ts';
import { progress, written } from './progress.ts';
import { reasons } from './reasons.ts';
import { refutations } from './refutations.ts';
import { repair } from './repair.ts';
import { rules } from './rules.ts';
import { share } from './share.ts';
import { start } from './start.ts';
import { summary } from './summary.ts';
import { gates } from './thresholds.ts';
import { trouble } from './trouble.ts';
import { understood } from './understood.ts';
import { verdict } from './verdict.ts';

export const en = {
  /** What the config calls it. */
  language: 'en' as Language,
  advice,
  asides,
  bars,
  changes,
  clash,
  curve,
  decisions,
  exported,
  facts,
  feedback,
  fixes,
  forecast,
  gaps,
  gates,
  grammar,
  help,
  init,
  letter,
  levels,
  objective,
  pair,
  person,
  personRules,
  problems,
  progress,
  reasons,
  refutations,
  repair,
  report,
  rules,
  share,
  start,
  summary,
  trouble,
  understood,
  verdict,
  whatIf,
  written,
  hiddenText: 'text of a column that is not used',
  sayInRows: (message: string, rows: number): string => `${message} (in ${rows} rows)`,
};

/** Every sentence of a language. English says what there is to say; all others say the same. */
export type Words = typeof en;
