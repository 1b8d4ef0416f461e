import {
  type DecisionRecord,
  listDeclinedPairs,
  NONE_TAKEN,
  type Releasing,
  type SideId,
} from '../domain/decisions.ts';
import type { Disk } from '../domain/disk.ts';
import { UserError } from '../domain/errors.ts';
import type { Tandem } from '../domain/pairing.ts';
import type { PairNote } from '../domain/policy.ts';
import {
  certificateNotRead,
  leftForgotten,
  notesDropped,
  type Problem,
  releasedTandem,
  tandemsMissing,
  workbookNotRead,
} from '../domain/problems.ts';
import type { Roster } from '../domain/roster.ts';
import { DECLINED, RUN, TANDEMS_SHEET, WORKBOOK } from '../domain/run-files.ts';
import { readRecordedDecisions } from '../parse/certificate.ts';
import type { LeftSource } from '../parse/people/left-people.ts';
import type { DecisionSources, Programme } from '../parse/programme.ts';
import type { Source } from '../parse/text/sheet-source.ts';
import type { TakenDecisions } from '../render/words/decision-counts.ts';
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
      /** How the call names people who left and take part again. */
      readonly rejoining: readonly string[];
      /** Who leaves now, besides those who left before. */
      readonly leaving: readonly SideId[];
      /** The decisions that the run in the folder was made with, where they are known. */
      readonly recorded?: DecisionRecord;
    }
  | { readonly kind: 'finished'; readonly folder: string; readonly taken: DecisionRecord };

/** Where decisions stand, and what was read there. */
export interface FoundDecisions {
  readonly sources: DecisionSources | null;
  /**
   * The bytes of the run's own files of decisions by name, null for one that is not there: the new
   * run replaces these and no others.
   */
  readonly asRead: ReadonlyMap<string, Uint8Array | null>;
  /** Whether the previous run is the run's own, so that it is read as that and not once more. */
  readonly isPrevious: boolean;
  readonly problems: readonly Problem[];
}

const TANDEMS = 'tandems.csv';

/** Where a workbook has them. */
const WORKBOOK_TANDEMS = `${WORKBOOK}#${TANDEMS_SHEET}`;

const NOWHERE: FoundDecisions = { sources: null, asRead: new Map(), isPrevious: false, problems: [] };

/**
 * Finds what people decided in the folder of a run.
 * @param out the folder that the config names; @param previous the sheet of the previous run.
 */
export async function findDecisions(
  disk: Disk,
  deciding: DecisionRequest | null,
  out: string | null,
  previous: string | null,
): Promise<FoundDecisions> {
  if (deciding === null) return NOWHERE;
  const folder = deciding.kind === 'finished' ? deciding.folder : (deciding.out ?? out);
  if (folder === null) return NOWHERE;
  const isPrevious = previous !== null && isOwnTandems(disk, previous, folder);
  if (deciding.kind === 'finished') return readFinishedDecisions(disk, folder, deciding.taken, isPrevious);
  if (deciding.isFresh && isPrevious) {
    throw new UserError({ kind: 'fresh-and-previous', previous });
  }
  const beside = isPrevious || previous === null ? NOTHING_BESIDE : await readBesidePrevious(disk, previous);
  disk.recover(folder);
  const isRun = disk.exists(folder) && disk.hasRun(folder);
  const left = { rejoining: deciding.rejoining, folder, areTaken: false };
  const isThere = isRun || (deciding.force && disk.exists(folder)) || isPrevious;
  if (!isThere || deciding.isFresh) {
    const told = { ...beside, problems: [...beside.problems, ...(isThere ? reportForgotten(disk, folder) : [])] };
    return omitOwn(deciding.releasing, told, { ...left, people: beside.left });
  }
  const recorded = deciding.recorded ? { taken: deciding.recorded, problems: [] } : readRecorded(disk, folder);
  const { sources, asRead } = await readFolder(disk, folder, [TANDEMS, DECLINED, WORKBOOK_TANDEMS]);
  const [tandems = null, workbook = null] = [sources.get(TANDEMS), sources.get(WORKBOOK_TANDEMS)];
  const isMissing = isRun && tandems === null && workbook === null;
  return {
    sources: {
      ...{ tandems, workbook, approved: recorded.taken.approved },
      declined: [...listOf(sources.get(DECLINED)), ...beside.declined],
      keepsDrafts: isPrevious,
      releasing: deciding.releasing,
      taken: null,
      left: { ...left, people: [...(recorded.taken.left ?? []), ...beside.left, ...deciding.leaving] },
    },
    ...{ asRead, isPrevious },
    problems: [...recorded.problems, ...beside.problems, ...(isMissing ? [tandemsMissing(folder, TANDEMS)] : [])],
  };
}

/** Whether a previous run is that in the folder, by its CSV or by its workbook. */
function isOwnTandems(disk: Disk, previous: string, folder: string): boolean {
  const files = [TANDEMS, WORKBOOK, WORKBOOK_TANDEMS];
  return (
    disk.exists(disk.splitSheetPath(previous).path) &&
    files.some(file => isSameSheet(disk, previous, disk.join(folder, file)))
  );
}

/** The decisions that a run was made with: none where it does not say so; where nobody can read it, that is told. */
function readRecorded(
  disk: Disk,
  folder: string,
): { readonly taken: DecisionRecord; readonly problems: readonly Problem[] } {
  const path = disk.join(folder, RUN.marker);
  if (!disk.exists(path)) return { taken: NONE_TAKEN, problems: [] };
  const read = readRecordedDecisions(disk.readBytes(path));
  if (read.kind === 'decided') return { taken: read.decisions ?? NONE_TAKEN, problems: [] };
  return { taken: NONE_TAKEN, problems: [certificateNotRead(folder, RUN.marker)] };
}

/** Tells who left the run that a new one is to replace without any decision. */
function reportForgotten(disk: Disk, folder: string): readonly Problem[] {
  const { left = [] } = readRecorded(disk, folder).taken;
  return left.length === 0
    ? []
    : [
        leftForgotten(
          folder,
          left.map(({ id }) => id),
        ),
      ];
}

function omitOwn(releasing: Releasing, { declined, problems }: Beside, left: LeftSource): FoundDecisions {
  const sources = { ...WITHOUT_TANDEMS, declined, keepsDrafts: false, releasing, taken: null, left };
  return { ...NOWHERE, sources, problems };
}

const WITHOUT_TANDEMS = { tandems: null, workbook: null, approved: [] } as const;

/** What stands beside a previous run's tandems. */
interface Beside {
  readonly declined: readonly Source[];
  readonly left: readonly SideId[];
  readonly problems: readonly Problem[];
}

const NOTHING_BESIDE: Beside = { declined: [], left: [], problems: [] };

/** What was declined in a previous run stands beside its tandems, and who left it. */
async function readBesidePrevious(disk: Disk, previous: string): Promise<Beside> {
  const { path } = disk.splitSheetPath(previous);
  const [folder, name] = [disk.dirname(path), disk.basename(path)];
  if (![TANDEMS, WORKBOOK].includes(name)) return NOTHING_BESIDE;
  const { sources } = await readFolder(disk, folder, [DECLINED]);
  const recorded = readRecorded(disk, folder);
  const workbook = disk.join(folder, WORKBOOK);
  const isPassedOver = name === TANDEMS && disk.exists(workbook);
  return {
    declined: listOf(sources.get(DECLINED)),
    left: recorded.taken.left ?? [],
    problems: [...recorded.problems, ...(isPassedOver ? [workbookNotRead(workbook, previous)] : [])],
  };
}

function listOf(source: Source | undefined): readonly Source[] {
  return source === undefined ? [] : [source];
}

/**
 * A finished run's tandems.csv holds its results; what it took of decisions is in its certificate and in declined.csv.
 */
async function readFinishedDecisions(
  disk: Disk,
  folder: string,
  taken: DecisionRecord,
  isPrevious: boolean,
): Promise<FoundDecisions> {
  const { sources, asRead } = await readFolder(disk, folder, [DECLINED]);
  return {
    sources: {
      ...WITHOUT_TANDEMS,
      declined: listOf(sources.get(DECLINED)),
      keepsDrafts: taken.previous !== null,
      ...{ releasing: 'none', taken },
      left: { people: taken.left ?? [], rejoining: [], folder, areTaken: true },
    },
    ...{ asRead, isPrevious, problems: [] },
  };
}

/** Reads those of a folder's sheets that are there, and the bytes of the files that they are in. */
async function readFolder(disk: Disk, folder: string, files: readonly string[]) {
  const takeFile = (sheet: string) => sheet.split('#')[0]!;
  const there = files.filter(sheet => disk.exists(disk.join(folder, takeFile(sheet))));
  const named = await readNamedSheets(
    disk,
    there.map(file => ({ role: 'previous', path: disk.join(folder, file) })),
  );
  const getSource = (file: string) => named.sourceOf(named.nameOf(disk.join(folder, file), 'previous'));
  const sources = new Map(there.map(file => [file, getSource(file)]));
  return { sources, asRead: new Map(files.map(sheet => [takeFile(sheet), sources.get(sheet)?.bytes ?? null])) };
}

/** Tells of a tandem that clashes with others and is let go of. */
export function makeReleasedProblem({ decided, ...note }: PairNote, { mentors, mentees }: Roster): Problem {
  const names = [mentors[note.mentor]!.name, mentees[note.mentee]!.name] as const;
  const location = { file: '', ...decided, column: 'status', value: 'approved' };
  return releasedTandem(location, names, { kind: 'clash' });
}

/** Tells of notes in the run's folder on drafts that are no tandems any more. */
export function listDroppedNotes(
  { terms }: Programme,
  tandems: readonly Tandem[],
  { sources }: FoundDecisions,
): Problem[] {
  const files = [sources?.tandems, sources?.workbook].flatMap(source => source?.file ?? []);
  const keys = new Set(tandems.map(({ mentor, mentee }) => `${mentor} ${mentee}`));
  const dropped = terms.pairs.filter(
    ({ mentor, mentee, remark, approved, declined, decided }) =>
      remark !== '' &&
      !approved &&
      !declined &&
      files.includes(decided?.file ?? '') &&
      !keys.has(`${mentor} ${mentee}`),
  );
  const first = dropped[0]?.decided;
  if (first == null) return [];
  return [
    notesDropped(
      { ...first, column: 'note' },
      dropped.map(({ remark }) => remark),
    ),
  ];
}

/** How many decisions a run takes, and from where. */
export function countTakenDecisions(
  { roster, terms, gone, keepsOwn, left }: Programme,
  previous: string | null,
  { asRead }: FoundDecisions,
  out: string,
): TakenDecisions {
  const isFolder = asRead.size > 0;
  return {
    from: [...(isFolder ? [out] : []), ...(previous === null ? [] : [previous])],
    approved: terms.pairs.filter(({ approved }) => approved).length,
    declined: listDeclinedPairs(roster, terms.pairs, gone).length,
    left: left.length,
    keepsDrafts: keepsOwn || previous !== null,
  };
}
