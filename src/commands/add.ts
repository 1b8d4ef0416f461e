import { keyPerson, NONE_TAKEN, type SideId } from '../domain/decisions.ts';
import { type ExitCode, UserError } from '../domain/errors.ts';
import { type Problem, rowChanged, rowGone } from '../domain/problems.ts';
import type { Newcomer } from '../domain/repair-report.ts';
import type { Roster } from '../domain/roster.ts';
import { listNewcomers, removePeople } from '../features/rounds/newcomers.ts';
import { findChangedInput } from '../features/verify/verify-run.ts';
import { makeScore } from '../pair/pairing.ts';
import { findChangedRows, listKnownKeys, readKnownRows } from '../parse/people-in-run-tables.ts';
import { locateInSheet, type Programme } from '../parse/programme.ts';
import { type RepairFlags, readForRepair, repairRun } from './repair-run.ts';
import type { Context } from './shared/context.ts';
import { getRunFolder, readInputs } from './shared/inputs.ts';
import { refuse } from './shared/report.ts';
import { requireOwnTandems, requireSavedRun, type SavedRun } from './shared/saved-run.ts';

/**
 * `rmentor add`: people whom the sheets have and a finished run has not come into it, with as few changes as possible.
 * The sheets without their rows must have the digests that the certificate holds: so nothing else has changed.
 */
export async function addCommand(flags: RepairFlags, shell: Context): Promise<ExitCode> {
  const { from, out: _, mayMove = 0, ...places } = flags;
  const folder = from ?? getRunFolder(places);
  const saved = await requireSavedRun(folder, places, shell);
  const { programme } = saved.inputs;
  if (programme === null) return refuse(saved.inputs, flags, shell);
  const { before, newcomers, problems } = await separateNewcomers(programme, folder, saved, shell);
  if (problems.length > 0) return refuse({ ...saved.inputs, problems }, flags, shell);
  if (newcomers.length === 0) throw new UserError({ kind: 'nobody-new', folder });
  const tandems = requireOwnTandems(folder, before, saved);
  const { inputs, ...again } = await readForRepair(folder, saved, [], shell);
  if (inputs.programme === null) return refuse(inputs, flags, shell);
  const task = {
    call: { left: [], added: nameNewcomers(newcomers, programme.roster), mayMove },
    before: { roster: before.roster, tandems, score: makeScore(before.roster, before.terms) },
    wanted: countWanted(newcomers, programme.roster),
  };
  return repairRun({ ...again, inputs }, inputs.programme, task, flags, shell);
}

/** The sheets as a run knew them, who is new, and whose rows say something else now. */
async function separateNewcomers(programme: Programme, folder: string, saved: SavedRun, shell: Context) {
  const { run, inputs } = saved;
  const rows = readKnownRows(run.files.get('tandems.csv')!, run.files.get('unmatched.csv')!);
  const newcomers = listNewcomers(programme.roster, listKnownKeys(run.certificate, rows));
  const before = removePeople(programme, newcomers);
  if (findChangedInput(before, run.certificate) === null) return { before, newcomers, problems: [] };
  const unknown = await readWithout(newcomers, programme, folder, saved, shell);
  if (unknown !== null) return { before: unknown, newcomers, problems: [] };
  const { sheets } = inputs.paths;
  const problems = findChangedRows(rows, before.roster).map(({ known, now }): Problem => {
    const file = sheets[`${known.side}s`] ?? '';
    const who = known.name || known.id;
    if (now === null) return rowGone({ file, value: known.id }, who);
    const problem = rowChanged({ file, row: now.row, column: now.column, value: now.is }, who, now);
    return locateInSheet(problem, programme);
  });
  return { before, newcomers, problems };
}

/**
 * The sheets as they are read where newcomers take no part, so that a history that names them speaks of strangers, as
 * it did; null where these are not what the run was made from either.
 */
async function readWithout(
  newcomers: readonly SideId[],
  { left, people }: Programme,
  folder: string,
  { run, recorded }: SavedRun,
  { watch }: Context,
): Promise<Programme | null> {
  const decided = run.certificate.decisions ?? NONE_TAKEN;
  const taken = { ...decided, left: [...(decided.left ?? []), ...newcomers] };
  const { programme } = await readInputs(
    recorded.asked,
    watch,
    { ...recorded.run, people },
    { kind: 'finished', folder, taken },
  );
  if (programme === null) return null;
  const before = removePeople({ ...programme, left }, newcomers);
  return findChangedInput(before, run.certificate) === null ? before : null;
}

/** Those newcomers who take part. */
function nameNewcomers(newcomers: readonly SideId[], { mentors, mentees }: Roster): Newcomer[] {
  const keys = new Set(newcomers.map(keyPerson));
  return (['mentee', 'mentor'] as const).flatMap(side =>
    (side === 'mentee' ? mentees : mentors).flatMap(({ id, name, email }): Newcomer[] =>
      keys.has(keyPerson({ side, id })) ? [{ side, person: { id, name, email } }] : [],
    ),
  );
}

/** How many mentors each new mentee wants, by id. */
function countWanted(newcomers: readonly SideId[], { mentees }: Roster): ReadonlyMap<string, number> {
  const keys = new Set(newcomers.map(keyPerson));
  return new Map(
    mentees.flatMap(({ id, wants }) => (keys.has(keyPerson({ side: 'mentee', id })) ? [[id, wants] as const] : [])),
  );
}
