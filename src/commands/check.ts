import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { check, checkPerson } from '../features/forecast/check.ts';
import { countTakenDecisions, type DecisionRequest } from '../folders/decisions.ts';
import { findAskedPerson } from '../parse/people/people-in-call.ts';
import type { RosterEntry } from '../parse/people/people-index.ts';
import type { Programme } from '../parse/programme.ts';
import { renderForecast } from '../render/text/forecast.ts';
import { renderPersonRules } from '../render/text/person-rules.ts';
import { renderCountedDecisions } from '../render/words/decision-counts.ts';
import type { Context } from './shared/context.ts';
import { type InputFlags, readInputs } from './shared/inputs.ts';
import { type InputFindings, printJson, refuse, type TellFlags, tell } from './shared/report.ts';
import { reportClash } from './shared/report-clashing-demands.ts';

export interface CheckFlags extends InputFlags, TellFlags {
  /** Test the rules on this person, in place of the forecast. */
  readonly person?: string;
  /** Show the long tables, too. */
  readonly verbose?: boolean;
}

/** What people decided in the folder that the config names counts as in the next run there. */
const NEXT_RUN: DecisionRequest = {
  ...{ kind: 'to-come', out: null, isFresh: false, releasing: 'none', force: false },
  ...{ rejoining: [], leaving: [] },
};

/**
 * `rmentor check`: says before any matching what is possible at most, where the
 * bottlenecks are, and what each rule costs.
 */
export async function checkCommand(flags: CheckFlags, shell: Context): Promise<ExitCode> {
  const { paths, programme, decided, ...found } = await readInputs(flags, shell.watch, null, NEXT_RUN);
  if (programme === null) return refuse(found, flags, shell);
  const { roster, terms } = programme;
  if (paths.out !== null) {
    shell.err(
      renderCountedDecisions(countTakenDecisions(programme, paths.sheets.previous, decided, paths.out), shell.words),
    );
  }
  if (flags.person !== undefined) {
    const people = findAskedPerson(flags.person, roster, paths.sheets.mentors ?? '--mentors');
    if ('code' in people) return refuse({ ...found, problems: [...found.problems, people] }, flags, shell);
    await tell(found, flags, shell);
    return testPerson(people, programme, found, flags, shell);
  }
  await tell(found, flags, shell);
  const checked = check(roster, terms, shell.watch);
  if (checked.kind === 'clash') return reportClash(checked.clash, programme, { paths, ...found }, flags, shell);
  const layout = { paint: shell.outPaint, width: shell.outWidth };
  if (flags.json) await printJson('forecast', { forecast: checked.forecast, roster, terms }, found, shell);
  else shell.out(renderForecast(checked.forecast, roster, terms, layout, shell.words, flags.verbose ?? false));
  return EXIT.done;
}

async function testPerson(
  people: readonly RosterEntry[],
  { roster, terms }: Programme,
  inputs: InputFindings,
  { json }: CheckFlags,
  shell: Context,
): Promise<ExitCode> {
  const [somebody] = people;
  const active = people.filter(({ index }) => index >= 0);
  if (active.length === 0) throw new UserError({ kind: 'has-withdrawn', name: somebody?.person.name ?? '' });
  const tested = active.map(({ side, index }) => checkPerson(side, index, roster, terms));
  const layout = { paint: shell.outPaint, width: shell.outWidth };
  if (json) await printJson('person-rules', { people: tested, roster }, inputs, shell);
  else shell.out(tested.map(found => renderPersonRules(found, roster, layout, shell.words)).join('\n'));
  return EXIT.done;
}
