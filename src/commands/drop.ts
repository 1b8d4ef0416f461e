import { keyPerson } from '../domain/decisions.ts';
import { type ExitCode, UserError } from '../domain/errors.ts';
import type { Problem } from '../domain/problems.ts';
import type { Leaver } from '../domain/repair-report.ts';
import type { Roster } from '../domain/roster.ts';
import type { Understood } from '../domain/understood.ts';
import { makeScore } from '../pair/pairing.ts';
import { findLeavingWord } from '../parse/people/left-people.ts';
import { findPeople } from '../parse/people/people-by-words.ts';
import { findAskedPerson } from '../parse/people/people-in-call.ts';
import type { RosterEntry } from '../parse/people/people-index.ts';
import { type RepairFlags, readForRepair, repairRun } from './repair-run.ts';
import type { Context } from './shared/context.ts';
import { getRunFolder } from './shared/inputs.ts';
import { refuse } from './shared/report.ts';
import { requireOwnTandems, requireSavedRun } from './shared/saved-run.ts';

/** `rmentor drop PERSON…`: somebody leaves a finished run, which is repaired with as few changes as possible. */
export async function dropCommand(asked: readonly string[], flags: RepairFlags, shell: Context): Promise<ExitCode> {
  const { from, out: _, mayMove = 0, ...places } = flags;
  const folder = from ?? getRunFolder(places);
  const saved = await requireSavedRun(folder, places, shell);
  const { programme } = saved.inputs;
  if (programme === null) return refuse(saved.inputs, flags, shell);
  const { people, problems } = resolveLeaving(asked, programme.roster, folder);
  if (problems.length > 0) return refuse({ ...saved.inputs, problems }, flags, shell);
  const { roster, terms } = programme;
  const tandems = requireOwnTandems(folder, programme, saved);
  const leaving = people.map(({ side, person }) => ({ side, id: person.id }));
  const { inputs, ...again } = await readForRepair(folder, saved, leaving, shell);
  if (inputs.programme === null) return refuse(inputs, flags, shell);
  const told = splitLeaving({ problems: inputs.problems, sheets: inputs.programme.sheets }, people);
  const task = {
    call: { left: told.left, added: [], mayMove },
    before: { roster, tandems, score: makeScore(roster, terms) },
    wanted: 'lost',
  } as const;
  return repairRun({ ...again, inputs: { ...inputs, problems: told.problems } }, inputs.programme, task, flags, shell);
}

/**
 * The people whom the call names, once for each side they are on; words that together are a whole name mean one person.
 */
function resolveLeaving(asked: readonly string[], roster: Roster, folder: string) {
  const whole = asked.join(' ');
  const texts = asked.length > 1 && findPeople(whole, roster).length > 0 ? [whole] : asked;
  const found = texts.map(text => findAskedPerson(text, roster, folder));
  const problems = found.flatMap(one => ('code' in one ? [one] : []));
  const rows = found.flatMap(one => ('code' in one ? [] : takeActive(one)));
  const once = new Map(rows.map(one => [keyPerson({ side: one.side, id: one.person.id }), one]));
  return { people: [...once.values()], problems };
}

/** Somebody's rows in which they take part. */
function takeActive(found: readonly RosterEntry[]): readonly RosterEntry[] {
  const active = found.filter(({ index }) => index >= 0);
  if (active.length === 0) throw new UserError({ kind: 'has-withdrawn', name: found[0]?.person.name ?? '' });
  return active;
}

/** Who leaves, with the rows that do not say so yet: that is an answer to the call, and no warning about the sheet. */
function splitLeaving({ problems, sheets }: LeavingSheets, people: readonly RosterEntry[]) {
  const left = people.map(({ side, person: { id, name, email, row } }): Leaver => {
    const sheet = sheets.find(({ role }) => role === `${side}s`);
    const header = sheet?.columns.find(({ column }) => column === 'status')?.header ?? null;
    return { side, person: { id, name, email }, row: { file: sheet?.file ?? '', row, ...findLeavingWord(header) } };
  });
  const isTold = ({ code, file, row }: Problem) =>
    code === 'W210' && left.some(one => one.row.file === file && one.row.row === row);
  return { left, problems: problems.filter(problem => !isTold(problem)) };
}

interface LeavingSheets {
  readonly problems: readonly Problem[];
  readonly sheets: readonly Understood[];
}
