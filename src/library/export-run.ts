import { publishHandOver } from '../commands/publish-hand-over.ts';
import { UserError } from '../domain/errors.ts';
import { AUDIENCES, EXPORT_TOOLS } from '../domain/hand-over.ts';
import { isMailAddress } from '../domain/mail-address.ts';
import { ignoreProgress } from '../domain/progress.ts';
import type { WantedValue } from '../domain/user-error-kinds.ts';
import type { HandOverEnd } from '../folders/hand-over-run.ts';
import { requireSavedRun } from '../folders/saved-run.ts';
import { DISK } from '../io/disk.ts';
import { refuseOtherSystem } from '../io/paths-of-other-systems.ts';
import { encodeFiles } from './encode-files.ts';
import { tellIn } from './known-programme.ts';
import { throwInWords } from './trouble.ts';
import type { Audience, ExportedRun, ExportOptions, ExportResult, ExportTool, VerifyOptions } from './types.ts';

/**
 * Hands a finished run over to another program: makes the files that it imports. They are written, and it is noted that
 * people know of their tandems, only where `out` says where to. Nothing is sent to anybody.
 * @param folder that of the run.
 * @throws RmentorError where the run does not hold, no tandem of it is approved, or the
 * call asks for what is not there.
 */
export function exportRun(folder: string, options: ExportOptions): Promise<ExportResult> {
  const { out, record, force, at, ...asked } = options;
  return throwInWords(asked.lang, async () => {
    refuseWrong(options);
    if (out !== undefined) refuseOtherSystem(out);
    const shell = { watch: ignoreProgress };
    const saved = await requireSavedRun(DISK, folder, pickPlaces(asked), shell);
    const call = { ...asked, ...(at === undefined ? {} : { at: at.getTime() }), out: out ?? asked.to };
    const { handOverRun } = await import('../folders/hand-over-run.ts');
    const end = await handOverRun(DISK, folder, saved, call, shell);
    const problems = await tellIn(end.inputs.problems, asked.lang, end.inputs);
    if (end.kind !== 'made') return { kind: end.kind, problems };
    const files = encodeFiles(end.made.files);
    const how = { record: record ?? true, force: force ?? false };
    const noted = out === undefined ? null : (await publishHandOver(end.made, files, { ...how, out })).record;
    return { kind: 'exported', handOver: { ...showHandOver(end), files, record: noted }, problems };
  });
}

/** Every program and group; the compiler says where the types of callers lack one. */
const TOOLS: readonly ExportTool[] = EXPORT_TOOLS;
const GROUPS: readonly Audience[] = AUDIENCES;

/** What no compiler has seen may be anything; of the rest, what the command line refuses. */
function refuseWrong({ to, audience = [], at, minutes = 60, organiser }: ExportOptions): void {
  const refuse = (flag: string, value: unknown, wanted: WantedValue) => {
    throw new UserError({ kind: 'wrong-value', flag, value: String(value), wanted });
  };
  if (!TOOLS.includes(to)) refuse('to', to, { kind: 'choice', choice: TOOLS });
  const unknown = audience.find(group => !GROUPS.includes(group));
  if (unknown !== undefined) refuse('audience', unknown, { kind: 'choice', choice: GROUPS });
  if (at !== undefined && Number.isNaN(at.getTime())) refuse('at', at, { kind: 'time' });
  if (!Number.isSafeInteger(minutes) || minutes < 1) refuse('minutes', minutes, { kind: 'whole-number' });
  if (organiser !== undefined && !isMailAddress(organiser)) refuse('organiser', organiser, { kind: 'address' });
}

/** Where the inputs of the run are now. */
function pickPlaces({ to: _to, since: _since, with: _with, ...places }: ExportOptions): VerifyOptions {
  return places;
}

function showHandOver({
  made: { handing, told, disclosed },
}: Extract<HandOverEnd, { readonly kind: 'made' }>): Pick<
  ExportedRun,
  'run' | 'since' | 'tandems' | 'disclosed' | 'sheets'
> {
  const { run, since, counts, tandems, ended } = handing;
  return {
    ...{ run, since, disclosed },
    tandems: { ...counts, handedOver: tandems.length, ended: ended.length },
    sheets: told.map(({ name, group, rows }) => ({ name, group, rows })),
  };
}
