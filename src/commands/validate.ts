import { EXIT, type ExitCode } from '../domain/errors.ts';
import { hasErrors } from '../domain/problems.ts';
import { MENTEE_COLUMNS, MENTOR_COLUMNS } from '../domain/roster.ts';
import { publish } from '../io/publish.ts';
import { findGaps } from '../pair/rules/data-gaps.ts';
import { isNamedAmong } from '../parse/columns/column-claims.ts';
import type { Programme } from '../parse/programme.ts';
import { renderJson } from '../render/layout/neutralise-ci-commands.ts';
import { listUnusedColumns, NORMALISED, renderNormalisedFiles } from '../render/run/normalised.ts';
import { isProblemTable } from '../render/run/problem-table.ts';
import { renderUnderstood } from '../render/text/understood.ts';
import { explainColumns } from './columns-setting.ts';
import type { Context } from './shared/context.ts';
import { type InputFlags, type Inputs, listInputFiles, readInputs } from './shared/inputs.ts';
import { printJson, type TellFlags, tell } from './shared/report.ts';

export interface ValidateFlags extends InputFlags, TellFlags {
  /** The folder for the sheets as understood. */
  readonly normalised?: string;
  /** Whether the sheets as understood carry columns that no rule uses, too. */
  readonly allColumns?: boolean;
  readonly force?: boolean;
  /** Whether only what is wrong is told. */
  readonly quiet?: boolean;
  /** Print the setting "columns" for these sheets, and nothing else. */
  readonly explainColumns?: boolean;
}

/**
 * `rmentor validate`: says what it understood and every problem; writes nothing but the sheets that it is asked for.
 */
export async function validateCommand(flags: ValidateFlags, shell: Context): Promise<ExitCode> {
  const { json, quiet } = flags;
  const inputs = await readInputs(flags, shell.watch);
  if (flags.explainColumns) return explainColumns(inputs, flags, shell);
  const { paths, programme, understood, problems } = inputs;
  const ok = !hasErrors(problems);
  const { policy } = understood;
  const gaps = programme && findGaps(programme.roster, programme.terms);
  if (json) await printJson('understood', { ok, ...understood, gaps }, inputs, shell);
  else if (policy !== null && !quiet) {
    const layout = { paint: shell.outPaint, width: shell.outWidth };
    shell.out(renderUnderstood({ ...understood, policy, gaps }, shell.words, layout));
    if (problems.length > 0 && flags.format !== 'github') shell.err('\n');
  }
  await tell({ understood, problems }, flags, shell);
  const { ready, notReady } = shell.words.understood;
  if (!json && !quiet) shell.out(`${ok ? shell.outPaint.good(ready) : shell.outPaint.bad(notReady)}\n`);
  if (programme === null) return EXIT.input;
  if (flags.normalised !== undefined)
    await writeNormalised(flags.normalised, programme, { paths, understood }, flags, shell);
  return EXIT.done;
}

/**
 * Says that the folder holds sheets as understood, and how they came to be: names like
 * mentors.csv alone could be anybody's.
 */
const MARKER = 'understood.json';

async function writeNormalised(
  folder: string,
  programme: Programme,
  { paths, understood }: Pick<Inputs, 'paths' | 'understood'>,
  { force = false, allColumns = false, quiet = false }: ValidateFlags,
  shell: Context,
): Promise<void> {
  shell.watch('write');
  const isOurs = { mentor: isNamedAmong(MENTOR_COLUMNS), mentee: isNamedAmong(MENTEE_COLUMNS) };
  const sheets = renderNormalisedFiles(programme, isOurs, { allColumns });
  const account = renderJson({ schemaVersion: 1, ...understood });
  const files = new Map([...sheets, [MARKER, account] as const]);
  const kind = { marker: MARKER, known: [...NORMALISED, MARKER] };
  await publish({ ...kind, folder, files, force, inputs: listInputFiles(paths), isOurs: isProblemTable });
  const left = allColumns ? [] : listUnusedColumns(programme.roster, programme.terms);
  if (!quiet) shell.err(`${shell.words.understood.written(folder, [...files.keys()], left)}\n`);
}
