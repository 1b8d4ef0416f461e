import { publishHandOver } from '../commands/publish-hand-over.ts';
import { ignoreProgress } from '../domain/progress.ts';
import type { HandOverCall } from '../folders/hand-over-context.ts';
import type { HandOverEnd } from '../folders/hand-over-run.ts';
import { requireSavedRun } from '../folders/saved-run.ts';
import { DISK } from '../io/disk.ts';
import { refuseOtherSystem } from '../io/paths-of-other-systems.ts';
import { encodeFiles } from './encode-files.ts';
import { tellIn } from './known-programme.ts';
import { throwInWords } from './trouble.ts';
import type { ExportOptions, ExportResult, HandOver } from './types.ts';

/**
 * Hands a finished run over to another program: makes the files that it imports. They are written, and it is noted that people know of their
 * tandems, only where `out` says where to. Nothing is sent to anybody.
 * @param folder that of the run.
 * @throws RmentorError where the run does not hold, no tandem of it is approved, or the call asks for what is not there.
 */
export function exportRun(folder: string, options: ExportOptions): Promise<ExportResult> {
  const { out, record, force, lang, ...asked } = options;
  return throwInWords(lang, async () => {
    if (out !== undefined) refuseOtherSystem(out);
    const { call, places } = splitOptions(asked);
    const language = lang === undefined ? {} : { lang };
    const shell = { watch: ignoreProgress };
    const saved = await requireSavedRun(DISK, folder, { ...places, ...language }, shell);
    const { handOverRun } = await import('../folders/hand-over-run.ts');
    const end = await handOverRun(DISK, folder, saved, { ...call, ...language, out: out ?? call.to }, shell);
    const problems = await tellIn(end.inputs.problems, lang, end.inputs);
    if (end.kind !== 'made') return { kind: end.kind, problems };
    const files = encodeFiles(end.made.files);
    const how = {
      out: out ?? '',
      ...(record === undefined ? {} : { record }),
      ...(force === undefined ? {} : { force }),
    };
    const noted = out === undefined ? null : (await publishHandOver(end.made, files, how)).record;
    return { kind: 'exported', handOver: { ...showHandOver(end), files, record: noted }, problems };
  });
}

/** What is asked of the hand-over, and where the inputs of the run are now. */
function splitOptions({
  to,
  audience,
  includeDraft,
  since,
  with: columns,
  at,
  minutes,
  programme,
  round,
  organiser,
  ...places
}: Omit<ExportOptions, 'out' | 'record' | 'force' | 'lang'>) {
  const given = {
    audience,
    includeDraft,
    since,
    with: columns,
    at: at && readTime(at),
    minutes,
    programme,
    round,
    organiser,
  };
  const call = { to, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
  return { call: call as Omit<HandOverCall, 'out' | 'lang'>, places };
}

function readTime(at: Date): number {
  const time = at.getTime();
  if (Number.isNaN(time)) throw new TypeError('at is not a time');
  return time;
}

function showHandOver({
  made: { handing, told, disclosed },
}: Extract<HandOverEnd, { readonly kind: 'made' }>): Pick<
  HandOver,
  'run' | 'since' | 'tandems' | 'disclosed' | 'sheets'
> {
  const { run, since, counts, tandems, ended } = handing;
  return {
    ...{ run, since, disclosed },
    tandems: { ...counts, handedOver: tandems.length, ended: ended.length },
    sheets: told.map(({ name, group, rows }) => ({ name, group, rows })),
  };
}
