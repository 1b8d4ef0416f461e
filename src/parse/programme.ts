import {
  type DecisionRecord,
  type Decisions,
  type DeclinedPair,
  type EarlierTandem,
  keyPerson,
  keyTandem,
  orderEarlier,
  type Releasing,
  type SideId,
  type TandemIds,
} from '../domain/decisions.ts';
import { mergeNotes } from '../domain/noted-pairs.ts';
import {
  type HistoryFile,
  mustMeet,
  type PairFiles,
  type PairNote,
  type Policy,
  type Terms,
} from '../domain/policy.ts';
import { emptySheet, hasErrors, keptInHistory, nothingListed, type Parsed, type Problem } from '../domain/problems.ts';
import { ignoreProgress, type Progress } from '../domain/progress.ts';
import {
  COMPARABLE_COLUMNS,
  MENTEE_COLUMNS,
  MENTOR_COLUMNS,
  type Mentee,
  type Mentor,
  type Roster,
  type Side,
} from '../domain/roster.ts';
import type { Settings } from '../domain/run-files.ts';
import type { Defaults, Understood } from '../domain/understood.ts';
import { joinAnswerGrids } from './columns/answer-grids.ts';
import { assignColumns } from './columns/assigned-columns.ts';
import { canUnderstand, sampleOf, takeBeginning } from './columns/cell-samples.ts';
import { isOfPeople, makeColumnFinder, type OwnNames } from './columns/column-claims.ts';
import type { Columns } from './columns/find-columns.ts';
import { hideUnusedCells } from './columns/hide-cells-in-problems.ts';
import { makeKnownColumnFinder, mustRestoreCells } from './columns/known-column-finder.ts';
import { EARLIER_COLUMNS, LIMIT_COLUMNS, PAIR_COLUMNS, UNMATCHED_COLUMNS } from './columns/limit-and-pair-columns.ts';
import { ROLE, type RoleWords, selectRowsOfSide } from './columns/side-column.ts';
import { isWishColumn } from './columns/wish-columns.ts';
import type { Config, ReadingSettings } from './config/config.ts';
import { normaliseSettings } from './config/held-settings.ts';
import { checkOwnNames, selectNamesElsewhere } from './config/own-column-names.ts';
import { readPolicy } from './config/policy.ts';
import { readRegions } from './config/regions.ts';
import type { Fields, FieldsOf } from './config/rules.ts';
import { deriveReading, type Reading } from './config/sheet-reading.ts';
import {
  type DecidedRows,
  type Deciding,
  readDecidedRows,
  readDeclined,
  readPrevious,
  settleDecided,
} from './decided-tandems.ts';
import { settleTwoFiles } from './decisions-in-two-files.ts';
import { approveOnlyTaken, makeTakenNotes } from './decisions-of-certificate.ts';
import { type ReadHistory, readHistory } from './earlier-tandems.ts';
import { readLimits } from './limits.ts';
import { readMeantList, readMeantPeople } from './meaning/sheets-in-own-words.ts';
import { readPairs } from './noted-pairs.ts';
import { countPastTandems } from './past-tandems.ts';
import { readIdentities } from './people/declared-identities.ts';
import { type LeftSource, withdrawLeft } from './people/left-people.ts';
import { Directory, type KnownPeople } from './people/people-index.ts';
import { resolveReferences } from './people/references.ts';
import { readMentees, readMentors, type Sheet } from './people/roster.ts';
import { settleHistory } from './settled-history.ts';
import { readTable, type Table } from './table/table.ts';
import { dropFollowUps, dropRepeats, locateProblems } from './table/told-once.ts';
import { findUnreadRows, type Unread } from './text/names-in-faulty-rows.ts';
import type { Looking } from './text/raw-rows.ts';
import type { Source } from './text/sheet-source.ts';
import { makeFieldKey, makeHeaderKey } from './text/text-keys.ts';
import { raisePriorities, readWaiting, type Waiting } from './waiting-mentees.ts';

/** The files of a programme; the config's name stands in for a file where there is none. */
export interface Sources {
  readonly config: string;
  readonly mentors: Source;
  readonly mentees: Source;
  /** Whether both are one sheet, in which a column says who is what. */
  readonly areOne: boolean;
  readonly limits: Source | null;
  readonly pairs: Source | null;
  readonly previous: Source | null;
  /** Whom an earlier run left waiting: its unmatched.csv. */
  readonly carryOver?: Source | null;
  readonly history: readonly Source[];
  /** What sheets are written in that are not Unicode; null where that is to be found out. */
  readonly encoding: string | null;
  readonly decisions?: DecisionSources | null;
  /** The reasons for a decline that the config lists. */
  readonly declineReasons?: readonly string[];
}

/** Where it stands what people decided on the tandems of the run that a new one replaces. */
export interface DecisionSources {
  readonly tandems: Source | null;
  /** The same tandems in the run's workbook, where it has one. */
  readonly workbook: Source | null;
  /** Those that were approved when the run was written. */
  readonly approved: readonly TandemIds[];
  /** Files of declined pairs: the run's own, and that beside a previous run's tandems.csv. */
  readonly declined: readonly Source[];
  /** Whether the other tandems there are to be kept, as those of a previous run are. */
  readonly keepsDrafts: boolean;
  readonly releasing: Releasing;
  /** What a finished run took, whose tandems.csv holds results; null for a run to come. */
  readonly taken: DecisionRecord | null;
  readonly left: LeftSource;
}

/** A programme as known: the people, what decides their matching, and how the sheets were understood. */
export interface Programme {
  readonly roster: Roster;
  /** What its sheets of people say, before it was settled who takes part. */
  readonly people: PeopleSheets;
  readonly terms: Terms;
  /** What each file says of pairs; in the terms it is one. */
  readonly said: PairFiles;
  /** What decided how the sheets were read. */
  readonly settings: Settings;
  /** The policy that the config asks for, whichever is in force; null where nobody knows. */
  readonly asked: Policy | null;
  /** Declined pairs of whom somebody takes no part now. */
  readonly gone: readonly DeclinedPair[];
  /**
   * The tandems that are to be kept, and those of them that cannot be; null where there are
   * none to keep, or they are not known.
   */
  readonly earlier: readonly EarlierTandem[] | null;
  /** Whether tandems are kept that the run's own tandems.csv had before. */
  readonly keepsOwn: boolean;
  /** Who left a finished run: they are withdrawn, whatever their rows say. */
  readonly left: readonly SideId[];
  /** How many of those whom an earlier run left waiting take no part now. */
  readonly waitingGone: number;
  readonly sheets: readonly Understood[];
  /** What empty cells and absent columns say, by column: the config says so. */
  readonly defaults: Defaults;
  /** The line of a file in which a row begins. */
  readonly lineOf: (file: string, row: number) => number;
}

/** What was in force when an earlier run was made, and the file that says so. */
export interface InForce {
  readonly file: string;
  /** null where the run does not say how its sheets were read: then the config does. */
  readonly settings: ReadingSettings | null;
  readonly policy: Policy;
  /** Its sheets of people, where they have been read by these settings already. */
  readonly people?: PeopleSheets;
}

/** Both sheets of people, each by itself. */
export interface PeopleSheets {
  readonly mentors: ReadSheet<Sheet<Mentor>>;
  readonly mentees: ReadSheet<Sheet<Mentee>>;
}

export interface Besides {
  /** Settings that could not be read (see config.ts). */
  readonly open?: ReadonlySet<string>;
  /** Hears of each sheet. */
  readonly watch?: Progress;
  /** Counts instead of what the config asks for. */
  readonly inForce?: InForce | null;
}

/**
 * Reads everything a programme consists of. With an error among the problems, the value is not to be used.
 * @param asked the config; null where nobody knows what it says.
 */
export function readProgramme(
  asked: Config | null,
  sources: Sources,
  { open = NONE, watch = ignoreProgress, inForce = null }: Besides = {},
): Parsed<Programme> {
  const read = readBy(asked ?? {}, sources.config, inForce);
  const { config, file } = read;
  const { value: reading, problems: unreadable } = deriveReading(config, file);
  const sheet = makeSheetReader(sources, watch, reading);
  const [own, elsewhere] = [reading.columns, selectNamesElsewhere(reading.columns)];
  const { mentors, mentees, waiting, roster, left, known, strangers } = readPeople(read, sources, sheet, reading);
  const regions = readRegions(config.regions ?? {}, file);
  const limits = sheet('limits', sources.limits, elsewhere, table =>
    readLimits(table, roster, known.unread, regions.value, elsewhere),
  );
  const askedPolicy = readAskedPolicy(asked ?? {}, sources, collectFields([mentors.value, mentees.value], own));
  const policy = inForce?.policy ?? askedPolicy.value;
  const { pairs, previous, history, decided } = readPairings(sources, sheet, known, policy, elsewhere);
  const settings = [
    ...checkOwnNames(own, file, makeHeaderLookup([mentors, mentees, limits, pairs, previous, ...history])),
    ...unreadable,
    ...regions.problems,
    ...askedPolicy.problems,
  ];
  const people = dropRepeats([...mentors.problems, ...mentees.problems]);
  const told = [...settings, ...people].filter(one => !isFollowUp(one, open, isRead(mentors) && isRead(mentees)));
  const said = collectPairFiles(pairs, previous, history);
  const notes = mergeAllNotes(said, decided, sources, roster);
  const lists = [pairs, previous, ...history, ...decided];
  const others = [waiting, dropRegionFollowUps(limits, open, regions.problems), ...lists];
  const programme = {
    ...{ roster, people: { mentors, mentees } },
    terms: { policy, limits: limits.value ?? [], pairs: notes, ...collectPast(said, waiting) },
    said,
    settings: normaliseSettings(config),
    asked: asked && askedPolicy.value,
    ...collectDecided(previous, decided, sources),
    ...{ left: left.value, waitingGone: waiting.value?.gone ?? 0 },
    sheets: [mentors, mentees, ...others].flatMap(({ understood }) => understood ?? []),
    defaults: reading.defaults,
    lineOf: makeLineLookup([mentors, mentees, ...others]),
  };
  const problems = [
    ...told,
    ...[...strangers, ...left.problems].map(problem => locateInSheet(problem, programme)),
    ...others.flatMap(({ problems }) => problems),
    ...[...reportKeptInHistory(notes, sources), ...checkListedPairs(policy, pairs, hasErrors(people), sources)],
  ];
  return { value: programme, problems: hideUnusedCells(problems, programme.sheets, policy, own[ROLE] ?? []) };
}

/** What people decided of tandems that cannot be a note on a pair. */
function collectDecided(previous: ReadSheet<Decisions>, decided: readonly ReadSheet<Decisions>[], sources: Sources) {
  return {
    gone: [...decided, previous].flatMap(listGonePairs),
    earlier: collectEarlier(previous, decided, sources),
    keepsOwn: isKeepingDrafts(sources),
  };
}

/** What earlier rounds say of mentees. */
function collectPast(
  { history }: PairFiles,
  { value }: ReadSheet<Waiting>,
): Omit<Terms, 'policy' | 'limits' | 'pairs'> {
  return { pastTandems: countPastTandems(history), carriedOver: value?.ids ?? null };
}

function readAskedPolicy(asked: Config, sources: Sources, fields: FieldsOf): Parsed<Policy> {
  const hasPrevious = sources.previous !== null || isKeepingDrafts(sources);
  return readPolicy(asked, sources.config, fields, { hasPrevious, hasHistory: sources.history.length > 0 });
}

/** What decides how the sheets are read, as a config: an earlier run's, where there is one. */
function readBy(asked: Config, file: string, inForce: InForce | null): ReadBy {
  if (inForce === null) return { config: asked, file, people: null };
  const { levels, start, must, prefer } = inForce.policy;
  // Which of the user's own columns rules use decides how their cells are read.
  const rules = [...must, ...prefer].map(({ rule, field }) => ({ rule, field }));
  const config = { ...(inForce.settings ?? asked), levels: [...levels], start, must: rules, prefer: [] };
  return { config, file: inForce.settings === null ? file : inForce.file, people: inForce.people ?? null };
}

/** A config by which sheets are read, and the file that says it. */
interface ReadBy {
  readonly config: Config;
  readonly file: string;
  /** The sheets of people, where they have been read so already. */
  readonly people: PeopleSheets | null;
}

/** Reads the sheets that speak of pairs: those that somebody settles, and earlier tandems. */
function readPairings(
  sources: Sources,
  sheet: ReadSheetOf,
  known: KnownPeople,
  { start, repeatAfterMonths: afterMonths }: Policy,
  own: OwnNames,
) {
  const { pairs, previous, history } = sources;
  const repeat = { start, afterMonths };
  const earlier = history.map(one => sheet('history', one, own, table => readHistory(table, known, repeat, own)));
  return {
    pairs: sheet('pairs', pairs, own, table => readPairs(table, known, own)),
    previous: sheet('previous', previous, own, table => readPrevious(table, known, own, makeDeciding(sources))),
    history: settleHistories(earlier),
    decided: readDecisions(sources, sheet, known),
  };
}

/** The same sheets with what all of them together say of pairs. */
function settleHistories(sheets: readonly ReadSheet<ReadHistory>[]): ReadSheet<HistoryFile>[] {
  const settled = settleHistory(sheets.map(({ value }) => value?.notes ?? []));
  return sheets.map((one, at) => {
    const { file = '' } = one.understood ?? {};
    const own = settled.problems.filter(problem => problem.file === file);
    const value = { notes: settled.value[at]!, tandems: one.value?.tandems ?? [] };
    return { ...one, value, problems: sortProblems([...one.problems, ...own], listHeaders(one)) };
  });
}

/** One note a pair, of all that is said; of a finished run, approved are only those that it took. */
function mergeAllNotes(
  { pairs, previous, history }: PairFiles,
  decided: readonly ReadSheet<Decisions>[],
  { decisions }: Sources,
  roster: Roster,
): PairNote[] {
  const taken = decisions?.taken ?? null;
  const own = [makeTakenNotes(taken, roster), ...decided.map(({ value }) => value?.notes ?? [])];
  const notes = mergeNotes([pairs ?? [], ...own, previous ?? [], ...history.map(file => file.notes)]);
  return taken === null ? notes : approveOnlyTaken(notes, taken, roster);
}

/** Reads the files of a run in which people decided on its tandems. */
function readDecisions(sources: Sources, sheet: ReadSheetOf, known: KnownPeople): ReadSheet<Decisions>[] {
  const { declined = [] } = sources.decisions ?? {};
  const read = [
    ...readOwnTandems(sources, sheet, known),
    ...declined.map(one => sheet('previous', one, {}, table => readDeclined(table, known, makeDeciding(sources)))),
  ];
  // A run without tandems is nothing to be told of.
  return read.map(one => ({ ...one, problems: one.problems.filter(({ code }) => code !== 'W153') }));
}

/** Reads what people decided in the run's own tandems.csv and run.xlsx. */
function readOwnTandems(sources: Sources, sheet: ReadSheetOf, known: KnownPeople): ReadSheet<Decisions>[] {
  const { tandems = null, workbook = null, approved = [], keepsDrafts = false } = sources.decisions ?? {};
  const isAll = keepsDrafts || (tandems !== null && workbook !== null);
  const read = [tandems, workbook].map(one =>
    sheet('previous', one, {}, table => readDecidedRows(table, known, isAll)),
  );
  const [csv, book] = read.map(({ value }) => value) as [DecidedRows | null, DecidedRows | null];
  const before = new Set(approved.map(keyTandem));
  const settled =
    csv === null || book === null ? { csv, workbook: book, problems: [] } : settleTwoFiles(csv, book, before);
  const settle = (rows: DecidedRows | null) =>
    rows === null ? NOTHING_DECIDED : settleDecided(rows, known, makeDeciding(sources), keepsDrafts);
  return [settle(settled.csv), settle(settled.workbook)].map(({ value, problems }, at) => {
    const all = [...read[at]!.problems, ...(at === 0 ? settled.problems : []), ...problems];
    return { ...read[at]!, value, problems: sortProblems(all, listHeaders(read[at]!)) };
  });
}

function listHeaders({ understood }: ReadSheet<unknown>): readonly string[] {
  return understood?.columns.map(({ header }) => header) ?? [];
}

const NOTHING_DECIDED: Parsed<Decisions | null> = { value: null, problems: [] };

function listGonePairs({ value }: ReadSheet<Decisions>): readonly DeclinedPair[] {
  return value?.gone ?? [];
}

/** The tandems of the previous run. Those of a run that was written over its own are not there any more. */
function collectEarlier(
  previous: ReadSheet<Decisions>,
  decided: readonly ReadSheet<Decisions>[],
  sources: Sources,
): EarlierTandem[] | null {
  const isKnown = sources.previous !== null || (isKeepingDrafts(sources) && !sources.decisions?.taken);
  return isKnown ? orderEarlier([previous, ...decided].flatMap(({ value }) => value?.earlier ?? [])) : null;
}

function isKeepingDrafts({ decisions }: Sources): boolean {
  return decisions?.keepsDrafts ?? false;
}

function makeDeciding({ decisions, declineReasons = [] }: Sources): Deciding {
  const areTaken = (decisions?.taken ?? null) !== null;
  return { releasing: decisions?.releasing ?? 'none', areTaken, reasons: areTaken ? [] : declineReasons };
}

/** Reads both sheets of people, and finds out whom their cells name. */
function readPeople({ config, file, people }: ReadBy, sources: Sources, sheet: ReadSheetOf, reading: Reading) {
  const { mentors, mentees } = people ?? readPeopleSheets(config, sources, sheet, reading);
  const files = { mentor: sources.mentors.file, mentee: sources.mentees.file };
  const { value: here, problems } = withdrawLeft(
    buildRoster(mentors.value, mentees.value),
    sources.decisions?.left ?? null,
    {
      mentor: { file: files.mentor, understood: mentors.understood },
      mentee: { file: files.mentee, understood: mentees.understood },
    },
  );
  const listed = here.roster;
  const identities = readIdentities(config, file, new Directory(listed));
  const roster = { ...listed, ...identities.value };
  const known: KnownPeople = {
    directory: new Directory(roster),
    unread: collectUnread(sources, mentors, mentees),
    left: new Set(here.left.map(keyPerson)),
  };
  const resolved = resolveReferences(roster, known, files, reading);
  const strangers = [...identities.problems, ...resolved.problems];
  const left = { value: here.left, problems };
  const waiting = sheet('carryOver', sources.carryOver ?? null, {}, table => readWaiting(table, known));
  const raised = raisePriorities(resolved.value, waiting.value?.ids ?? []);
  return { mentors, mentees, waiting, roster: raised, left, known, strangers };
}

/** Reads what each sheet of people says. */
function readPeopleSheets(config: Config, sources: Sources, sheet: ReadSheetOf, reading: Reading): PeopleSheets {
  const ofSide = makeSideReader(config, sources, reading);
  const needed = listNeededColumns(config, sources, reading.columns);
  const asMentors = ofSide('mentor', table => readMentors(table, { ...reading, needed }));
  const asMentees = ofSide('mentee', table => readMentees(table, { ...reading, needed }));
  return {
    mentors: sheet('mentors', sources.mentors, reading.columns, asMentors),
    mentees: sheet('mentees', sources.mentees, reading.columns, asMentees),
  };
}

/** Columns without which what somebody asks for would be of no effect, or keep everybody apart. */
function listNeededColumns({ crossBorder = 'allow' }: Config, sources: Sources, own: OwnNames): readonly string[] {
  return crossBorder !== 'allow' || hasLimits(sources, own) ? ['country'] : [];
}

/** Whether there are limits, or there may be: a header alone limits nothing. */
function hasLimits({ limits, encoding }: Sources, own: OwnNames): boolean {
  if (limits === null) return false;
  const { value } = readTable(limits, makeTableSearch('limits', selectNamesElsewhere(own), encoding));
  return value === null || value.rows.length > 0;
}

type PairSheet = ReadSheet<PairNote[]>;

function collectPairFiles(
  pairs: PairSheet,
  previous: ReadSheet<Decisions>,
  history: readonly ReadSheet<HistoryFile>[],
): PairFiles {
  const mergeOwnNotes = ({ value }: Parsed<readonly PairNote[] | null>) => value && mergeNotes([value]);
  return {
    pairs: mergeOwnNotes(pairs),
    previous: mergeOwnNotes({ value: previous.value?.notes ?? null, problems: [] }),
    history: history.map(({ value }) => ({ notes: mergeNotes([value?.notes ?? []]), tandems: value?.tandems ?? [] })),
  };
}

/** Tells where the history keeps apart whom the previous run would keep together. */
function reportKeptInHistory(notes: Terms['pairs'], { previous: named, decisions, history }: Sources): Problem[] {
  const kept = notes.filter(note => note.kept && !mustMeet(note));
  const met = kept.filter(note => note.met);
  const previous = named ?? decisions?.tandems ?? decisions?.workbook ?? null;
  if (previous === null || met.length === 0) return [];
  const isBoth = history.some(({ file }) => file === previous.file);
  return [keptInHistory(previous.file, met.length, kept.length, isBoth)];
}

function collectUnread(sources: Sources, mentors: Parsed<unknown>, mentees: Parsed<unknown>): Unread {
  return {
    mentor: findUnreadRows(mentors, sources.mentors, sources.encoding),
    mentee: findUnreadRows(mentees, sources.mentees, sources.encoding),
  };
}

type ReadTable<Value> = (table: Table) => Parsed<Value>;

/** Reads what the cells of a sheet mean, and the rows of one side alone where both are in one sheet. */
function makeSideReader({ roles = {} }: Config, { areOne }: Sources, reading: Reading) {
  return <Value>(side: Side, read: ReadTable<Value>): ReadTable<Value> =>
    table => {
      const meant = readMeantPeople(table, side === 'mentor' ? MENTOR_COLUMNS : MENTEE_COLUMNS, reading);
      const { value, problems } = areOne ? readSide(meant.value, side, read, reading, roles) : read(meant.value);
      return { value, problems: [...meant.problems, ...problems] };
    };
}

function readSide<Value>(
  table: Table,
  side: Side,
  read: ReadTable<Value>,
  { columns, values }: Reading,
  roles: RoleWords,
): Parsed<Value> {
  const rows = selectRowsOfSide(table, side, columns[ROLE] ?? [], roles, values[ROLE]);
  const { value, problems } = read(rows.value);
  return { value, problems: [...rows.problems, ...(hasErrors(rows.problems) ? [] : problems)] };
}

function buildRoster(mentors: Sheet<Mentor> | null, mentees: Sheet<Mentee> | null): Roster {
  const withdrawn = [
    ...(mentees?.withdrawn ?? []).map(person => ({ side: 'mentee', person }) as const),
    ...(mentors?.withdrawn ?? []).map(person => ({ side: 'mentor', person }) as const),
  ];
  return {
    mentors: mentors?.people ?? [],
    mentees: mentees?.people ?? [],
    withdrawn,
    meanings: new Map(),
    same: [],
    different: [],
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Whether a problem may only come of a setting that could not be read, or of a sheet that could not. */
function isFollowUp({ code, column }: Problem, open: ReadonlySet<string>, haveSheets: boolean): boolean {
  switch (code) {
    case 'E009':
      return open.has('columns') || open.has('defaults') || (open.has('locations') && column === null);
    case 'E011':
      return open.has('values') || open.has('defaults');
    case 'E012':
    case 'E016':
    case 'E051':
    case 'E052':
    case 'E113':
    case 'W190':
    case 'W191':
      return open.has('values');
    case 'E130':
      return open.has('options') || open.has('values');
    case 'E008':
    case 'E061':
    case 'W063':
    case 'W140':
    case 'W141':
    case 'W143':
    case 'W144':
      return open.has('columns');
    case 'E017':
    case 'E018':
      return open.has('levels') || open.has('values');
    case 'E056':
      return open.has('start');
    case 'E028':
      return open.has('columns') || open.has('defaults') || !haveSheets;
    case 'E023':
      if (column?.startsWith('objective')) return ['prefer', 'preset', 'crossBorder'].some(key => open.has(key));
      return open.has('preset') && column?.startsWith('without') === true;
    default:
      return false;
  }
}

/** Limits without the problems that may only come of regions that could not be read, wholly or in part. */
function dropRegionFollowUps<Value>(
  limits: ReadSheet<Value>,
  open: ReadonlySet<string>,
  regions: readonly Problem[],
): ReadSheet<Value> {
  if (!open.has('regions') && !hasErrors(regions)) return limits;
  const followUps = open.has('regions') ? ['E016', 'E048', 'W034'] : ['E048', 'W034'];
  return { ...limits, problems: limits.problems.filter(({ code }) => !followUps.includes(code)) };
}

function makeLineLookup(sheets: readonly ReadSheet<unknown>[]): Programme['lineOf'] {
  const byFile = new Map(sheets.flatMap(({ understood, lineOf }) => (understood ? [[understood.file, lineOf]] : [])));
  return (file, row) => byFile.get(file)?.(row) ?? row;
}

/** A problem whose location goes by our name for a column, with the header that the sheet has for it, and its line. */
export function locateInSheet(problem: Problem, { sheets, lineOf }: Programme): Problem {
  const line = problem.row === null ? null : lineOf(problem.file, problem.row);
  const columns = sheets.find(({ file }) => file === problem.file)?.columns ?? [];
  const found = columns.find(({ header, column }) => (column ?? makeHeaderKey(header)) === problem.column);
  const column = found?.header ?? problem.column;
  return line === problem.row || line === null ? { ...problem, column } : { ...problem, line, column };
}

function isRead({ understood }: ReadSheet<unknown>): boolean {
  return understood !== null;
}

/**
 * Finds the headers, as written, of the sheets that may have a column of ours; null where one of them has no
 * table, or none of them is there.
 */
function makeHeaderLookup(sheets: readonly ReadSheet<unknown>[]): (column: string) => readonly string[] | null {
  return column => {
    const may = sheets.filter(({ role, isThere }) => isThere && mayHave(role, column));
    if (may.length === 0 || !may.every(isRead)) return null;
    return may.flatMap(({ understood }) => understood?.columns.map(({ header }) => header) ?? []).filter(Boolean);
  };
}

function mayHave(role: Understood['role'], column: string): boolean {
  const isOfPerson = role === 'mentors' || role === 'mentees';
  return COLUMNS[role].includes(column) || (isOfPerson && (column === ROLE || isWishColumn(column)));
}

/** The columns that rules may compare: those of the sheets, and for preferences all of ours. */
function collectFields(sheets: readonly ({ readonly columns: Columns } | null)[], own: OwnNames): FieldsOf {
  const columns = sheets.flatMap(sheet => sheet?.columns ?? []);
  const extra = [...new Set(columns.flatMap(sheet => [...sheet.extra.keys()]))];
  const repeated = new Set(columns.flatMap(sheet => [...sheet.repeated]));
  const here = COMPARABLE_COLUMNS.filter(name => ALWAYS_THERE.includes(name) || columns.some(({ of }) => of.has(name)));
  const findExtra = (name: string) => extra.find(key => key === makeFieldKey(name)) ?? null;
  const makeFields = (ours: readonly string[]): Fields => {
    const [byOwn, byOurs] = [makeColumnFinder(ours, own), makeColumnFinder(ours, {})];
    // The name of a column of ours always counts, whatever the config calls it in the sheets.
    const isOurName = (name: string) => ours.some(column => makeHeaderKey(column) === makeHeaderKey(name));
    const named = (name: string) => (isOurName(name) ? byOurs(name) : (byOwn(name) ?? findExtra(name) ?? byOurs(name)));
    return { all: [...ours, ...extra], named, repeated };
  };
  return { must: makeFields(here), prefer: makeFields(COMPARABLE_COLUMNS) };
}

/** Where there is no id, the address serves; a name may be in two columns. */
const ALWAYS_THERE = ['id', 'name'];

/** What a header may look like, for advice. */
const USUAL_COLUMNS: Readonly<Record<Understood['role'], readonly string[]>> = {
  mentors: ['name', 'email', 'department', 'country', 'capacity'],
  mentees: ['name', 'email', 'department', 'country'],
  limits: LIMIT_COLUMNS,
  pairs: PAIR_COLUMNS,
  previous: ['mentor_id', 'mentee_id', 'status'],
  carryOver: ['role', 'id', 'name', 'reason'],
  history: ['mentor', 'mentee', 'date'],
};

const COLUMNS: Readonly<Record<Understood['role'], readonly string[]>> = {
  mentors: MENTOR_COLUMNS,
  mentees: MENTEE_COLUMNS,
  limits: LIMIT_COLUMNS,
  pairs: PAIR_COLUMNS,
  previous: EARLIER_COLUMNS,
  carryOver: UNMATCHED_COLUMNS,
  history: EARLIER_COLUMNS,
};

interface ReadSheet<Value> extends Parsed<Value | null> {
  readonly role: Understood['role'];
  /** Whether the user gives such a sheet. */
  readonly isThere: boolean;
  readonly understood: Understood | null;
  readonly lineOf?: Table['lineOf'];
}

/** Columns of a run's tandems without which a row still says whom it is about and what was decided. */
const SPARE: readonly (string | null)[] = ['note', 'date', null];

/** By what the table of a sheet is found. */
function makeTableSearch(role: Understood['role'], own: OwnNames, encoding: string | null): Looking {
  const columnOf = makeKnownColumnFinder(role, COLUMNS[role], own);
  const isSpare = (header: string) => SPARE.includes(columnOf(header));
  return {
    ...{ role, columnOf, encoding },
    columns: USUAL_COLUMNS[role],
    restores: mustRestoreCells(role),
    ...(role === 'previous' ? { mayEndBefore: isSpare } : {}),
  };
}

/** The table of a sheet as written, for whoever shows it. @param own the columns as the config calls them */
export function readShownTable(
  role: Understood['role'],
  source: Source,
  own: OwnNames,
  encoding: string | null,
): Table | null {
  return readTable(source, makeTableSearch(role, own, encoding)).value;
}

/** Finds the table in a source and reads it; an absent source reads as null without a problem. */
function readSource<Value>(
  role: Understood['role'],
  source: Source | null,
  own: OwnNames,
  read: ReadTable<Value>,
  encoding: string | null,
): ReadSheet<Value> {
  const nothing = { role, value: null, understood: null };
  if (source === null) return { ...nothing, isThere: false, problems: [] };
  const found = readTable(source, makeTableSearch(role, own, encoding));
  if (found.value === null) return { ...nothing, isThere: true, problems: found.problems };
  const { value: gridded, problems: told } = joinAnswerGrids(found.value, COLUMNS[role], own);
  const { table, parts } = gridded;
  const { value: ours } = assignColumns(table, COLUMNS[role], own);
  const { header } = found.value;
  const columns = header.map((name, index) => ({ header: name, column: parts.get(index) ?? ours[index] ?? null }));
  const fits = makeFitTest(table, header);
  const sheet = read(table);
  const problems = [
    ...found.problems,
    ...told,
    ...dropFollowUps(sheet.problems, found.problems),
    ...reportEmptySheet(role, table),
  ];
  const { delimiter, rows, lineOf } = table;
  return {
    role,
    isThere: true,
    value: sheet.value,
    problems: sortProblems(locateProblems(table, problems), header),
    lineOf,
    understood: { role, file: source.file, encoding: table.encoding, delimiter, rows: rows.length, columns, fits },
  };
}

/**
 * A test that keeps the beginning of a table alone: the rest of a large one is no longer needed once people are read.
 */
function makeFitTest(table: Table, header: readonly string[]): Understood['fits'] {
  const beginning = takeBeginning(table);
  return (index, name) => canUnderstand(name, header[index] ?? '', sampleOf(beginning, index));
}

/**
 * Tells of a sheet with nothing below its header. Where there are no people, whoever reads them says so; and a
 * programme begins with a sheet for limits that has none yet.
 */
function reportEmptySheet(role: Understood['role'], { file, headerRow, rows }: Table): Problem[] {
  if (rows.length > 0 || role === 'mentors' || role === 'mentees' || role === 'limits' || role === 'carryOver')
    return [];
  return [emptySheet({ file, row: headerRow }, role)];
}

/** Reads what the cells of a list of pairs or limits mean. */
function readAsMeant<Value>(
  wanted: readonly string[],
  own: OwnNames,
  reading: Reading,
  read: ReadTable<Value>,
): ReadTable<Value> {
  return table => {
    const meant = readMeantList(table, wanted, own, reading.nothing);
    const { value, problems } = read(meant.value);
    return { value, problems: [...meant.problems, ...problems] };
  };
}

type ReadSheetOf = <Value>(
  role: Understood['role'],
  source: Source | null,
  own: OwnNames,
  read: ReadTable<Value>,
) => ReadSheet<Value>;

/** The same as `readSource`, and tells before each sheet how many have been read. */
function makeSheetReader(sources: Sources, watch: Progress, reading: Reading): ReadSheetOf {
  const { mentors, mentees, limits, pairs, previous, carryOver = null, history, encoding, decisions } = sources;
  const decided = [decisions?.tandems ?? null, decisions?.workbook ?? null, ...(decisions?.declined ?? [])];
  const all = [mentors, mentees, limits, pairs, previous, carryOver, ...history, ...decided];
  const total = all.filter(source => source !== null).length;
  let done = 0;
  return <Value>(role: Understood['role'], source: Source | null, own: OwnNames, read: ReadTable<Value>) => {
    if (source !== null) watch('read', done++, total);
    const meant: ReadTable<Value> = isOfPeople(COLUMNS[role]) ? read : readAsMeant(COLUMNS[role], own, reading, read);
    return readSource(role, source, own, meant, encoding);
  };
}

/**
 * Problems row by row, and from left to right in a row. That there are no rows goes without
 * saying where none could be read.
 */
function sortProblems(problems: readonly Problem[], header: readonly string[]): Problem[] {
  const broken = problems.some(({ code }) => code === 'E005');
  return problems
    .filter(({ code }) => !(broken && code === 'E002'))
    .toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0) || header.indexOf(a.column ?? '') - header.indexOf(b.column ?? ''));
}

/** @param areShaky whether people could not be read, so that it is not known whom a row of the pairs means. */
function checkListedPairs(
  { pairsOnly }: Policy,
  { value, problems }: Parsed<Terms['pairs'] | null>,
  areShaky: boolean,
  sources: Sources,
): Problem[] {
  const listed = hasErrors(problems) || (areShaky && sources.pairs !== null) || value?.some(note => note.listed);
  return pairsOnly && !listed ? [nothingListed(sources.config, sources.pairs?.file ?? null)] : [];
}
