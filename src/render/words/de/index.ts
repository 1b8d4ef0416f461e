import { en, type Words } from '../en/index.ts';
import { bars } from './bars.ts';
import { clash } from './clash.ts';
import { decisions } from './decisions.ts';
import { facts } from './facts.ts';
import { fixes } from './fixes.ts';
import { forecast } from './forecast.ts';
import { gaps } from './gaps.ts';
import { grammar } from './grammar.ts';
import { help } from './help.ts';
import { init } from './init.ts';
import { levels, objective } from './levels.ts';
import { pair, person } from './pair.ts';
import { reasons } from './reasons.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { summary } from './summary.ts';
import { trouble } from './trouble.ts';
import { understood } from './understood.ts';
import { whatIf } from './what-if.ts';

/** Until an area is written in German, it is said in English. */
export const de: Words = {
  ...en,
  language: 'de',
  bars,
  clash,
  decisions,
  facts,
  fixes,
  forecast,
  gaps,
  grammar,
  help,
  init,
  levels,
  objective,
  pair,
  person,
  reasons,
  report,
  rules,
  summary,
  trouble,
  understood,
  whatIf,
};
