import { matchWithPool } from '../commands/match-with-pool.ts';
import { ignoreProgress } from '../domain/progress.ts';
import { RUN } from '../domain/run-files.ts';
import type { MatchedOutcome } from '../features/match/match.ts';
import { getRecordedWorth } from '../folders/change-bounds.ts';
import { listInputFiles } from '../folders/inputs.ts';
import { type MatchCall, matchProgramme } from '../folders/match-programme.ts';
import { makeFiles } from '../folders/run-files.ts';
import { DISK } from '../io/disk.ts';
import { publish } from '../io/publish.ts';
import { nameProgram } from '../io/shipped-files.ts';
import { buildSummaryJson } from '../render/json/summary.ts';
import { isProblemTable } from '../render/run/problem-table.ts';
import { describeCheapestFix } from '../render/words/cheapest-fix.ts';
import { renderClash } from '../render/words/clash.ts';
import type { Words } from '../render/words/en/index.ts';
import { describeEvidence } from '../render/words/evidence.ts';
import { LOAD_WORDS } from '../render/words/languages.ts';
import { encodeFiles } from './encode-files.ts';
import { getKnown, type KnownProgramme, showPerson, tellIn } from './known-programme.ts';
import { throwInWords } from './trouble.ts';
import type { MatchOptions, MatchResult, Programme, Run, Summary } from './types.ts';

/** Where a run goes, and what may be replaced there. */
interface Target {
  readonly out: string;
  readonly known: KnownProgramme;
}

const TARGETS = new WeakMap<Run, Target>();

/**
 * Pairs a programme: the best tandems that its rules and limits allow, proven. Writes nothing.
 * @throws RmentorError where the call asks for what cannot be.
 */
export function match(programme: Programme, options: MatchOptions = {}): Promise<MatchResult> {
  const known = getKnown(programme);
  return throwInWords(known.lang, async () => {
    const { inputs, lang } = known;
    const words = await LOAD_WORDS[lang ?? inputs.language]();
    const call = makeCall(options, known);
    const end = matchProgramme(DISK, known.programme, inputs, programme.out, call, matchWithPool, ignoreProgress);
    const problems = await tellIn(end.problems, lang, inputs);
    if (end.kind === 'refused') return { kind: 'refused', problems };
    const { roster, terms } = end.programme;
    if (end.kind === 'clash') {
      return { kind: 'clash', message: renderClash(end.clash, roster, terms, inputs.paths.sheets, words), problems };
    }
    const asked = { ...options, ...known.encoding, ...getRecordedWorth(end.within) };
    const made = { ...end.outcome, curve: null };
    const { id, files } = await makeFiles(DISK, end.programme, made, inputs, programme.out, asked, nameProgram());
    const run = { ...buildRun(end.outcome, end.programme, words), id, files: encodeFiles(files) };
    TARGETS.set(run, { out: programme.out, known });
    return { kind: 'matched', run, problems };
  });
}

function makeCall({ alternates, maxChanges }: MatchOptions, { releaseApproved }: KnownProgramme): MatchCall {
  return {
    ...(alternates === undefined ? {} : { alternates }),
    ...(maxChanges === undefined ? {} : { maxChanges }),
    ...(releaseApproved ? { releaseApproved } : {}),
  };
}

function buildRun(
  { matching }: MatchedOutcome,
  { roster, terms }: KnownProgramme['programme'],
  words: Words,
): Omit<Run, 'id' | 'files'> {
  return {
    tandems: matching.tandems.map(({ mentor, mentee, score }) => ({
      ...{ mentor: showPerson(roster.mentors[mentor]!), mentee: showPerson(roster.mentees[mentee]!) },
      score: score / 1000,
    })),
    unmatched: matching.unmatched.map(one => ({
      ...{ role: one.side, person: showPerson(one.person), reason: one.reason.kind },
      evidence: describeEvidence(one, roster, terms, words),
      cheapestFix: describeCheapestFix(one, roster, terms, words),
    })),
    summary: buildSummaryJson(matching.summary) as Summary,
  };
}

/**
 * Writes all files of a run into the folder of its programme, or none. A run that stands there is replaced, with the
 * decisions that the new one took; inputs are never overwritten.
 * @throws RmentorError where the folder holds something else than a run, or cannot be written.
 */
export function writeRun(run: Run): Promise<void> {
  const target = TARGETS.get(run);
  if (target === undefined) throw new TypeError('the run was not made by match');
  const { out, known } = target;
  const { paths, decided } = known.inputs;
  return throwInWords(known.lang, async () => {
    await publish({
      ...{ ...RUN, folder: out, files: run.files, force: false, asRead: decided.asRead },
      ...{ inputs: listInputFiles(DISK, paths), isOurs: isProblemTable },
    });
  });
}
