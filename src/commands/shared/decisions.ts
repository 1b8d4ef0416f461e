import { basename, dirname, join } from 'node:path';
import { type DecisionRecord, listDeclinedPairs, type Releasing } from '../../domain/decisions.ts';
import { UserError } from '../../domain/errors.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { PairNote } from '../../domain/policy.ts';
import { notesDropped, type Problem, releasedTandem, tandemsMissing } from '../../domain/problems.ts';
import type { Roster } from '../../domain/roster.ts';
import { DECLINED, RUN } from '../../domain/run.ts';
import { recover } from '../../io/publish.ts';
import { hasRun } from '../../io/refuse.ts';
import { exists } from '../../io/system.ts';
import type { DecisionSources, Programme } from '../../parse/programme.ts';
import type { Source } from '../../parse/text/source.ts';
import type { TakenDecisions } from '../../render/words/decisions.ts';
import { isSameSheet, readNamedSheets } from './named-sheets.ts';

/** Of which run's tandems decisions are asked for: of the one that a new run replaces, or of a finished one. */
export type DecisionRequest =
  | {
      readonly kind: 'to-come';
      /** The folder of the run to come; null for the one that the config names. */
      readonly out: string | null;
      /** Whether it starts without decisions. */
      readonly isFresh: boolean;
      readonly releasing: Releasing;
      /** Whether files count that stand there without a run. */
      readonly force: boolean;
    }
  | { readonly kind: 'finished'; readonly folder: string; readonly taken: DecisionRecord };

/** Where decisions stand, and what was read there. */
export interface FoundDecisions {
  readonly sources: DecisionSources | null;
  /** The bytes of the run's own two files by name, null for one that is not there: the new run replaces these and no others. */
  readonly asRead: ReadonlyMap<string, Uint8Array | null>;
  /** Whether the previous run is the run's own tandems.csv, so that it is read as that and not once more. */
  readonly isPrevious: boolean;
  readonly problems: readonly Problem[];
}

const TANDEMS = 'tandems.csv';

const NOWHERE: FoundDecisions = { sources: null, asRead: new Map(), isPrevious: false, problems: [] };

/**
 * Finds what people decided in the folder of a run.
 * @param out the folder that the config names; @param previous the sheet of the previous run.
 */
export async function findDecisions(
  deciding: DecisionRequest | null,
  out: string | null,
  previous: string | null,
): Promise<FoundDecisions> {
  if (deciding === null) return NOWHERE;
  const folder = deciding.kind === 'finished' ? deciding.folder : (deciding.out ?? out);
  if (folder === null) return NOWHERE;
  const isPrevious = previous !== null && isSameSheet(previous, join(folder, TANDEMS));
  if (deciding.kind === 'finished') return readFinishedDecisions(folder, deciding.taken, isPrevious);
  if (deciding.isFresh && isPrevious) {
    throw new UserError({ kind: 'fresh-and-previous', previous });
  }
  const beside = isPrevious || previous === null ? [] : await readBesidePrevious(previous);
  recover(folder, RUN);
  const isRun = exists(folder) && hasRun(folder, RUN);
  if (!isRun && !(deciding.force && exists(folder)) && !isPrevious) return omitOwn(deciding.releasing, beside);
  if (deciding.isFresh) return omitOwn(deciding.releasing, beside);
  const { sources, asRead } = await readFolder(folder, [TANDEMS, DECLINED]);
  const isMissing = isRun && sources.get(TANDEMS) === undefined;
  return {
    sources: {
      tandems: sources.get(TANDEMS) ?? null,
      declined: [...listOf(sources.get(DECLINED)), ...beside],
      keepsDrafts: isPrevious,
      releasing: deciding.releasing,
      taken: null,
    },
    ...{ asRead, isPrevious },
    problems: isMissing ? [tandemsMissing(folder, TANDEMS)] : [],
  };
}

function omitOwn(releasing: Releasing, declined: readonly Source[]): FoundDecisions {
  return { ...NOWHERE, sources: { tandems: null, declined, keepsDrafts: false, releasing, taken: null } };
}

/** What was declined in a previous run stands beside its tandems. */
async function readBesidePrevious(previous: string): Promise<readonly Source[]> {
  if (basename(previous) !== TANDEMS) return [];
  const { sources } = await readFolder(dirname(previous), [DECLINED]);
  return listOf(sources.get(DECLINED));
}

function listOf(source: Source | undefined): readonly Source[] {
  return source === undefined ? [] : [source];
}

/** A finished run's tandems.csv holds its results; what it took of decisions is in its certificate and in declined.csv. */
async function readFinishedDecisions(
  folder: string,
  taken: DecisionRecord,
  isPrevious: boolean,
): Promise<FoundDecisions> {
  const { sources, asRead } = await readFolder(folder, [DECLINED]);
  return {
    sources: {
      tandems: null,
      declined: listOf(sources.get(DECLINED)),
      keepsDrafts: taken.previous !== null,
      ...{ releasing: 'none', taken },
    },
    ...{ asRead, isPrevious, problems: [] },
  };
}

async function readFolder(folder: string, files: readonly string[]) {
  const there = files.filter(file => exists(join(folder, file)));
  const named = await readNamedSheets(there.map(file => ({ role: 'previous', path: join(folder, file) })));
  const getSource = (file: string) => named.sourceOf(named.nameOf(join(folder, file), 'previous'));
  const sources = new Map(there.map(file => [file, getSource(file)]));
  return { sources, asRead: new Map(files.map(file => [file, sources.get(file)?.bytes ?? null])) };
}

/** Tells of a tandem that clashes with others and is let go of. */
export function makeReleasedProblem({ decided, ...note }: PairNote, { mentors, mentees }: Roster): Problem {
  const names = [mentors[note.mentor]!.name, mentees[note.mentee]!.name] as const;
  const place = { file: '', ...decided, column: 'status', value: 'approved' };
  return releasedTandem(place, names, { kind: 'clash' });
}

/** Tells of notes in the run's folder on drafts that are no tandems any more. */
export function listDroppedNotes(
  { terms }: Programme,
  tandems: readonly Tandem[],
  { sources }: FoundDecisions,
): Problem[] {
  const file = sources?.tandems?.file ?? null;
  const keys = new Set(tandems.map(({ mentor, mentee }) => `${mentor} ${mentee}`));
  const dropped = terms.pairs.filter(
    ({ mentor, mentee, remark, approved, declined, decided }) =>
      remark !== '' && !approved && !declined && decided?.file === file && !keys.has(`${mentor} ${mentee}`),
  );
  const row = dropped[0]?.decided?.row;
  if (file === null || row === undefined) return [];
  return [
    notesDropped(
      { file, row, column: 'note' },
      dropped.map(({ remark }) => remark),
    ),
  ];
}

/** How many decisions a run takes, and from where. */
export function countTakenDecisions(
  { roster, terms, gone, keepsOwn }: Programme,
  previous: string | null,
  { asRead }: FoundDecisions,
  out: string,
): TakenDecisions {
  const isFolder = asRead.size > 0;
  return {
    from: [...(isFolder ? [out] : []), ...(previous === null ? [] : [previous])],
    approved: terms.pairs.filter(({ approved }) => approved).length,
    declined: listDeclinedPairs(roster, terms.pairs, gone).length,
    keepsDrafts: keepsOwn || previous !== null,
  };
}
