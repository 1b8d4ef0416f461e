import { EXIT, type ExitCode, PointsTooLarge, UserError } from '../domain/errors.ts';
import { type Problem, pointsTooLarge } from '../domain/problems.ts';
import type { Roster } from '../domain/roster.ts';
import type { ProvenRun } from '../features/verify/verify-run.ts';
import { accountOfPair, accountOfPerson } from '../features/what-if/what-if.ts';
import { pairAskedFor, personAskedFor } from '../parse/people/asked-for.ts';
import { peopleNamed } from '../parse/people/lookup.ts';
import { pairJson, personJson } from '../render/json/account.ts';
import { jsonText } from '../render/layout/harmless.ts';
import { pairText } from '../render/text/pair.ts';
import { personText } from '../render/text/person.ts';
import type { Shell } from './shared/context.ts';
import { type InputFlags, type Inputs, namedOut } from './shared/inputs.ts';
import { refused, type TellFlags } from './shared/report.ts';
import { doesNotHold, provenOr, readFinished, refuseChanged } from './shared/saved-run.ts';

export interface ExplainFlags extends InputFlags, TellFlags {
  /** The folder of the run. */
  readonly run?: string;
}

/** `rmentor explain PERSON [PERSON]`: why somebody has the tandems they have, or why two people are a tandem or none. */
export async function explainPeople(asked: readonly string[], flags: ExplainFlags, shell: Shell): Promise<ExitCode> {
  const { run: named, ...places } = flags;
  const folder = named ?? namedOut(places);
  if (folder === null) {
    const hint = 'say which run it is about, or name its folder as "out" in rmentor.config.json';
    throw new UserError('--run FOLDER missing', EXIT.input, hint);
  }
  const finished = await readFinished(folder, places, shell);
  if (typeof finished === 'string') throw doesNotHold(folder, finished);
  refuseChanged(finished.changed);
  const { programme } = finished.inputs;
  if (programme === null) return refused(finished.inputs, flags, shell);
  const found = askedFor(asked, programme.roster, folder);
  if ('code' in found) return refused({ ...finished.inputs, problems: [found] }, flags, shell);
  const run = provenOr(folder, programme, finished, shell);
  try {
    shell.out('mentor' in found ? ofPair(run, found, flags, shell) : ofPeople(run, found, flags, shell));
    return EXIT.done;
  } catch (trouble) {
    if (!(trouble instanceof PointsTooLarge)) throw trouble;
    return refused({ ...finished.inputs, problems: [tooLarge(finished.inputs, trouble)] }, flags, shell);
  }
}

/** Words that together are somebody's whole name mean that person, quotes or not. */
function askedFor(asked: readonly string[], roster: Roster, folder: string) {
  const whole = asked.join(' ');
  const [one = '', other, ...more] = asked;
  if (other === undefined || peopleNamed(whole, roster).length > 0) return personAskedFor(whole, roster, folder);
  if (more.length > 0) throw new UserError('one person or two can be explained', EXIT.input, QUOTES);
  return pairAskedFor(one, other, roster, folder);
}

const QUOTES = 'put a name of several words in quotes: "Ada Brandt"';

type Asked = Exclude<ReturnType<typeof personAskedFor>, Problem>;

function ofPeople(run: ProvenRun, asked: Asked, { json }: ExplainFlags, { watch, outPaint, outWidth }: Shell): string {
  const accounts = asked.map(named => accountOfPerson(run, named, watch));
  if (json) return jsonText({ schemaVersion: 1, people: accounts.map(account => personJson(account, run)) });
  return accounts.map(account => personText(account, run, outPaint, outWidth)).join('\n');
}

function ofPair(
  run: ProvenRun,
  pair: Exclude<ReturnType<typeof pairAskedFor>, Problem>,
  { json }: ExplainFlags,
  { watch, outPaint, outWidth }: Shell,
): string {
  const account = accountOfPair(run, pair, watch);
  if (json) return jsonText({ schemaVersion: 1, pair: pairJson(account, run) });
  return pairText(account, run, outPaint, outWidth);
}

function tooLarge({ places }: Inputs, { level }: PointsTooLarge): Problem {
  return pointsTooLarge(places.sheets.pairs ?? places.config ?? '--pairs', level);
}
