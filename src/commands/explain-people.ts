import { EXIT, type ExitCode, PointsTooLarge, UserError } from '../domain/errors.ts';
import { type Problem, pointsTooLarge } from '../domain/problems.ts';
import type { Roster } from '../domain/roster.ts';
import type { ProvenRun } from '../features/verify/verify-run.ts';
import { explainPair, explainPerson } from '../features/what-if/what-if.ts';
import { findPeople } from '../parse/people/people-by-words.ts';
import { findAskedPerson, pairAskedFor } from '../parse/people/people-in-call.ts';
import { renderPair } from '../render/text/pair.ts';
import { renderPerson } from '../render/text/person.ts';
import type { Context } from './shared/context.ts';
import { getRunFolder, type InputFlags, type Inputs } from './shared/inputs.ts';
import { type InputFindings, printJson, refuse, type TellFlags } from './shared/report.ts';
import { requireProven, requireSavedRun } from './shared/saved-run.ts';

export interface ExplainFlags extends InputFlags, TellFlags {
  /** The folder of the run. */
  readonly run?: string;
}

/**
 * `rmentor explain PERSON [PERSON]`: why somebody has the tandems they have, or why two people are a tandem or none.
 */
export async function explainPeople(asked: readonly string[], flags: ExplainFlags, shell: Context): Promise<ExitCode> {
  const { run: named, ...places } = flags;
  const folder = named ?? getRunFolder(places);
  const finished = await requireSavedRun(folder, places, shell);
  const { programme } = finished.inputs;
  if (programme === null) return refuse(finished.inputs, flags, shell);
  const found = resolveAsked(asked, programme.roster, folder);
  if ('code' in found) return refuse({ ...finished.inputs, problems: [found] }, flags, shell);
  const run = requireProven(folder, programme, finished, shell);
  try {
    if (flags.json) await printAnswer(run, found, finished.inputs, shell);
    else shell.out('mentor' in found ? renderPairAnswer(run, found, shell) : renderPeopleAnswer(run, found, shell));
    return EXIT.done;
  } catch (trouble) {
    if (!(trouble instanceof PointsTooLarge)) throw trouble;
    return refuse({ ...finished.inputs, problems: [makeTooLargeProblem(finished.inputs, trouble)] }, flags, shell);
  }
}

/** Words that together are somebody's whole name mean that person, quotes or not. */
function resolveAsked(asked: readonly string[], roster: Roster, folder: string) {
  const whole = asked.join(' ');
  const [one = '', other, ...more] = asked;
  if (other === undefined || findPeople(whole, roster).length > 0) return findAskedPerson(whole, roster, folder);
  if (more.length > 0) throw new UserError({ kind: 'too-many-people' });
  return pairAskedFor(one, other, roster, folder);
}

type AskedPeople = Exclude<ReturnType<typeof findAskedPerson>, Problem>;

type AskedPair = Exclude<ReturnType<typeof pairAskedFor>, Problem>;

async function printAnswer(
  run: ProvenRun,
  asked: AskedPeople | AskedPair,
  found: InputFindings,
  shell: Context,
): Promise<void> {
  const { watch } = shell;
  if ('mentor' in asked) return printJson('pair', { account: explainPair(run, asked, watch), run }, found, shell);
  const accounts = asked.map(named => explainPerson(run, named, watch));
  return printJson('people', { accounts, run }, found, shell);
}

function renderPeopleAnswer(
  run: ProvenRun,
  asked: AskedPeople,
  { watch, words, outPaint: paint, outWidth: width }: Context,
): string {
  const accounts = asked.map(named => explainPerson(run, named, watch));
  return accounts.map(account => renderPerson(account, run, words, { paint, width })).join('\n');
}

function renderPairAnswer(
  run: ProvenRun,
  pair: AskedPair,
  { watch, words, outPaint: paint, outWidth: width }: Context,
): string {
  const account = explainPair(run, pair, watch);
  return renderPair(account, run, words, { paint, width });
}

function makeTooLargeProblem({ paths }: Inputs, { level }: PointsTooLarge): Problem {
  return pointsTooLarge(paths.sheets.pairs ?? paths.config ?? '--pairs', level);
}
