import { relative, resolve, sep } from 'node:path';
import { decisionRecord } from '../domain/decisions.ts';
import type { Clash } from '../domain/demands.ts';
import { contentDigests } from '../domain/digest.ts';
import { EXIT, type ExitCode, InternalError, UserError } from '../domain/errors.ts';
import { pointsTooLarge } from '../domain/problems.ts';
import type { Role } from '../domain/roles.ts';
import { type InputRecord, MOST_ALTERNATES, RUN, type RunRecord } from '../domain/run.ts';
import { byText } from '../domain/text.ts';
import type { Watch } from '../domain/watch.ts';
import { match, type Outcome } from '../features/match/match.ts';
import { fewestToRelease, withoutApproved } from '../features/match/release-approved.ts';
import { crewFor } from '../io/crew.ts';
import { publish } from '../io/publish.ts';
import type { Programme } from '../parse/programme.ts';
import { jsonText } from '../render/layout/harmless.ts';
import { isProblemTable } from '../render/run/problem-table.ts';
import { type Run, runFiles } from '../render/run/run.ts';
import { summaryText } from '../render/text/summary.ts';
import { clashText } from '../render/words/clash.ts';
import { decisionsText } from '../render/words/decisions.ts';
import type { Shell } from './shared/context.ts';
import { type Deciding, droppedNotes, releasedNote, takenBy } from './shared/decisions.ts';
import { doubtfulGates, type Gate, missedGates } from './shared/gates.ts';
import { filesOf, type InputFlags, type Places, readInputs } from './shared/inputs.ts';
import { annotate, refused, type TellFlags, tell } from './shared/report.ts';

export interface MatchFlags extends InputFlags, TellFlags {
  readonly out?: string;
  readonly force?: boolean;
  readonly delimiter?: string;
  readonly gates: readonly Gate[];
  /** How many other mentors to tell of each mentee. */
  readonly alternates?: number;
  /** Whether to start without what people decided in the folder. */
  readonly fresh?: boolean;
  /** Whether approved tandems that cannot stay are let go of: all, or those whose people are not in the sheets. */
  readonly releaseApproved?: true | 'left';
}

/** `rmentor match`: reads a programme, pairs it, and writes the run. */
export async function matchCommand(flags: MatchFlags, shell: Shell): Promise<ExitCode> {
  if ((flags.alternates ?? 0) > MOST_ALTERNATES) {
    throw new UserError(`--alternates ${flags.alternates} is more than ${MOST_ALTERNATES}`, EXIT.input);
  }
  const {
    places,
    programme: read,
    delimiter,
    decided,
    ...found
  } = await readInputs(flags, shell.watch, null, decidingBy(flags));
  if (read === null) return refused(found, flags, shell);
  const out = flags.out ?? places.out;
  if (out === null) throw new UserError('--out FOLDER missing', EXIT.input, 'say where the results should go');
  const { programme, outcome, released } = matchedOrReleased(read, flags, shell);
  if (outcome.kind === 'too-large') {
    const problem = pointsTooLarge(places.sheets.pairs ?? places.config ?? '--pairs', outcome.level);
    return refused({ ...found, problems: [...found.problems, problem] }, flags, shell);
  }
  const dropped = outcome.kind === 'matched' ? droppedNotes(programme, outcome.matching.tandems, decided) : [];
  await tell({ ...found, problems: [...found.problems, ...released, ...dropped] }, flags, shell);
  for (const doubt of doubtfulGates(flags.gates)) shell.err(`${shell.errPaint.warn('warning')}  ${doubt}\n`);
  if (outcome.kind === 'clash') return clashed(outcome.clash, programme, places, flags, shell);
  shell.err(decisionsText(takenBy(programme, places.sheets.previous, decided, out)));
  shell.watch('write');
  const files = runFiles(
    runOf(programme, outcome, flags.delimiter ?? delimiterOf(programme) ?? delimiter ?? FOR_WORKBOOKS),
    recordOf(programme, outcome, places, out, flags),
    shell.program,
  );
  const { force = false } = flags;
  const { asRead } = decided;
  await publish({ ...RUN, folder: out, files, force, asRead, inputs: filesOf(places), isOurs: isProblemTable });
  return told(outcome, [...files.keys()], out, flags, shell);
}

/** Which decisions a run takes: those in the folder where it goes. */
function decidingBy({ out, fresh = false, force = false, releaseApproved }: MatchFlags): Deciding {
  const releasing = releaseApproved === true ? 'all' : (releaseApproved ?? 'none');
  return { kind: 'to-come', out: out ?? null, isFresh: fresh, force, releasing };
}

/** Matches; where demands clash and that is asked for, again without the fewest approved tandems. */
function matchedOrReleased(read: Programme, flags: MatchFlags, shell: Shell) {
  const first = { programme: read, outcome: matched(read, flags, shell), released: [] };
  if (first.outcome.kind !== 'clash' || flags.releaseApproved !== true) return first;
  const notes = fewestToRelease(read.roster, read.terms);
  if (notes === null) return first;
  const programme = { ...read, terms: withoutApproved(read.terms, notes) };
  const released = notes.map(note => releasedNote(note, read.roster));
  return { programme, outcome: matched(programme, flags, shell), released };
}

/** Matches with whatever help pays. */
function matched({ roster, terms }: Programme, { alternates }: MatchFlags, { watch }: Shell): Outcome {
  const hired = crewFor({ roster, terms });
  const watching: Watch = (stage, done, total) => {
    // Once the tandems are proven, only alternates are looked for by two; explaining has the memory for itself.
    if (stage === 'explain' && alternates === undefined) hired?.dismiss();
    watch(stage, done, total);
  };
  const outcome = match(roster, terms, watching, hired?.crew, alternates ?? null);
  hired?.dismiss();
  return outcome;
}

type Matched = Extract<Outcome, { kind: 'matched' }>;

function runOf({ roster, terms, gone }: Programme, { matching, alternates, parts }: Matched, delimiter: string): Run {
  return { roster, terms, gone, matching, alternates, parts, delimiter };
}

/** What stands between cells of the mentors' sheet; null where it is one of a workbook. */
function delimiterOf({ sheets }: Programme): string | null {
  return sheets.find(({ role }) => role === 'mentors')?.delimiter ?? null;
}

/** Opens by a double click wherever a comma is a decimal sign, and where it is not, in a spreadsheet that asks. */
const FOR_WORKBOOKS = ';';

/** What the certificate says of the run besides its results. Paths are seen from the run's folder. */
function recordOf(
  { roster, terms, said, settings, gone, keepsOwn }: Programme,
  { proof }: Matched,
  places: Places,
  out: string,
  flags: MatchFlags,
): RunRecord {
  const { config, sheets, history } = places;
  const fromRun = (path: string) => (path === '-' ? path : relative(resolve(out), resolve(path)).split(sep).join('/'));
  const digests = contentDigests(roster, terms, said);
  const input = (path: string, digest: string): InputRecord => ({ path: fromRun(path), digest });
  const inputOrNull = (role: Role) => (sheets[role] === null ? null : input(sheets[role], digests[role]));
  const people = (role: 'mentors' | 'mentees') => inputOrNull(role) ?? fail(`the ${role} come from nowhere`);
  return {
    config: config === null ? null : fromRun(config),
    inputs: {
      mentors: people('mentors'),
      mentees: people('mentees'),
      limits: inputOrNull('limits'),
      pairs: inputOrNull('pairs'),
      previous: inputOrNull('previous'),
      history: history
        .map((path, file) => input(path, digests.history[file]!))
        .sort((a, b) => byText(a.digest, b.digest) || byText(a.path, b.path)),
    },
    allowOverride: flags.allowOverride ?? false,
    encoding: flags.encoding,
    alternates: flags.alternates,
    settings,
    decisions: decisionRecord(roster, terms, gone, keepsOwn),
    policy: terms.policy,
    ...proof,
  };
}

function fail(why: string): never {
  throw new InternalError(why);
}

/** Tells which demands clash: exit 3. */
export async function clashed(
  clash: Clash,
  { roster, terms }: Programme,
  { sheets }: Places,
  flags: TellFlags,
  shell: Shell,
): Promise<ExitCode> {
  const text = clashText(clash, roster, terms, sheets);
  if (flags.json) shell.out(jsonText({ schemaVersion: 1, ok: false, clash: text.split('\n') }));
  shell.err(`${text}\n`);
  await annotate('the demands clash', text, flags, shell);
  return EXIT.clash;
}

async function told(
  { matching }: Matched,
  files: readonly string[],
  out: string,
  flags: MatchFlags,
  shell: Shell,
): Promise<ExitCode> {
  const { json, gates } = flags;
  const { summary } = matching;
  if (json) shell.out(jsonText(summary));
  else shell.out(summaryText(summary, shell.outPaint));
  shell.err(`Written to ${out}: ${files.join(', ')}. Check with: rmentor verify ${out}\n`);
  const missed = missedGates(gates, summary);
  for (const gate of missed) {
    shell.err(`${shell.errPaint.bad('Missed')}: ${gate}\n`);
    await annotate('a gate was missed', gate, flags, shell);
  }
  return missed.length > 0 ? EXIT.gate : EXIT.done;
}
