import type { Decisions, DeclinedPair, EarlierTandem, NamedPerson, Releasing } from '../domain/decisions.ts';
import type { PairNote } from '../domain/policy.ts';
import {
  approvedLeft,
  approvedWithdrew,
  contraryPersonOfPair,
  type Location,
  likelyPerson,
  notesDropped,
  type Parsed,
  type Problem,
  releasedTandem,
  severalPeopleOfPair,
  unlistedReason,
} from '../domain/problems.ts';
import type { Side } from '../domain/roster.ts';
import { fold } from '../domain/text.ts';
import type { OwnNames } from './columns/column-claims.ts';
import { type Earlier, type EarlierRows, pairOf, readEarlier } from './earlier-tandems.ts';
import { pickEarlierPerson } from './people/earlier-person.ts';
import { reportStrangers } from './people/earlier-strangers.ts';
import { type FoundPeople, formatPerson, type KnownPeople } from './people/people-index.ts';
import { makeScoreReader } from './points-of-earlier-run.ts';
import type { Table } from './table/table.ts';
import { locateProblems } from './table/told-once.ts';
import { findNearest } from './text/nearest.ts';

/** How a list of tandems is read for what people decided on them. */
export interface Deciding {
  readonly releasing: Releasing;
  /** Whether a finished run says which approved tandems it took, so that no approved one is a problem here. */
  readonly areTaken: boolean;
  /** The reasons for a decline that the config lists; none where it lists none. */
  readonly reasons: readonly string[];
}

/** Reads the tandems of a previous run: those to keep where that costs nothing, and what people decided on them. */
export function readPrevious(table: Table, people: KnownPeople, own: OwnNames, deciding: Deciding): Parsed<Decisions> {
  const { rows, locate, problems } = readEarlier(table, people, own, { counts: 'status', isDecided: () => true });
  const read = collectDecisions(rows, { table, people, locate, deciding }, true);
  const strangers = reportStrangers(rows, table.file, locate, people.unread, ({ status }) => !isDecided(status));
  return { value: read.value, problems: [...problems, ...read.problems, ...strangers] };
}

/** The rows of a file in which people decide on the tandems of a run. */
export interface DecidedRows {
  readonly table: Table;
  readonly rows: readonly Earlier[];
  readonly locate: EarlierRows['locate'];
}

/**
 * Reads a run's tandems, as they stand in tandems.csv or run.xlsx. @param isAll whether
 * drafts without a note count as well.
 */
export function readDecidedRows(table: Table, people: KnownPeople, isAll: boolean): Parsed<DecidedRows> {
  // Most rows are drafts that nothing hangs on.
  const isMeant = (status: string, note: string) => isAll || isDecided(status) || note !== '';
  const isNamed = (status: string) => isAll || isDecided(status);
  const { problems, ...read } = readEarlier(table, people, {}, { counts: 'status', isDecided: isNamed, isMeant });
  return { value: { table, ...read }, problems };
}

/** What people decided in a run's own tandems. @param keepsDrafts whether the other tandems are to be kept as well. */
export function settleDecided(
  { table, rows, locate }: DecidedRows,
  people: KnownPeople,
  deciding: Deciding,
  keepsDrafts: boolean,
): Parsed<Decisions> {
  const read = collectDecisions(rows, { table, people, locate, deciding }, keepsDrafts);
  const lost = rows.filter(row => !isDecided(row.status) && row.remark !== '' && pairIn(row) === null);
  const [first] = lost;
  const dropped =
    first === undefined
      ? []
      : [notesDropped({ file: table.file, row: first.row, column: 'note' }, lost.map(getRemark))];
  return { value: read.value, problems: locateProblems(table, [...read.problems, ...dropped]) };
}

/** Reads a run's declined.csv: each row is a pair that somebody declined. */
export function readDeclined(table: Table, people: KnownPeople, { reasons }: Deciding): Parsed<Decisions> {
  const { rows, locate, problems } = readEarlier(table, people, {}, { counts: 'neither', isDecided: () => true });
  const declined = rows.map(row => ({ ...row, status: 'declined' }));
  const deciding: Deciding = { releasing: 'none', areTaken: false, reasons };
  const read = collectDecisions(declined, { table, people, locate, deciding }, false);
  return { value: read.value, problems: [...problems, ...read.problems] };
}

function isDecided(status: string): boolean {
  return status === 'approved' || status === 'declined';
}

function getRemark({ remark }: Earlier): string {
  return remark;
}

interface DecisionContext {
  readonly table: Table;
  readonly people: KnownPeople;
  readonly locate: EarlierRows['locate'];
  readonly deciding: Deciding;
}

function collectDecisions(rows: readonly Earlier[], context: DecisionContext, keepsDrafts: boolean): Parsed<Decisions> {
  const notes: PairNote[] = [];
  const gone: DeclinedPair[] = [];
  const problems: Problem[] = [];
  const readScore = makeScoreReader(context.table);
  for (const row of rows) {
    const pair = pairIn(row);
    if (pair !== null) notes.push(noteOf(row, pair, context.table.file, keepsDrafts));
    else if (row.status === 'declined') gone.push(makeDeclinedPair(row));
    for (const problem of isDecided(row.status) ? checkDecision(row, context) : []) problems.push(problem);
  }
  const earlier = keepsDrafts ? rows.map(row => makeEarlierTandem(row, readScore(row.row))) : [];
  return { value: { notes: notes.filter(isSaying), gone, earlier }, problems };
}

function makeEarlierTandem({ mentor, mentee, called, status }: Earlier, score: number | null): EarlierTandem {
  return {
    mentor: pickEarlierPerson(mentor, 'mentor', called!.mentor),
    mentee: pickEarlierPerson(mentee, 'mentee', called!.mentee),
    status,
    score,
  };
}

function isSaying({ approved, declined, kept, remark }: PairNote): boolean {
  return approved || declined || kept || remark !== '';
}

function pairIn({ mentor, mentee, row }: Earlier): PairNote | null {
  return pairOf(mentor, mentee, row);
}

function noteOf({ row, status, remark }: Earlier, pair: PairNote, file: string, keepsDrafts: boolean): PairNote {
  const declined = status === 'declined';
  const approved = status === 'approved';
  return { ...pair, approved, declined, kept: keepsDrafts && !declined, remark, decided: { file, row } };
}

/** A declined pair of whom somebody is not here: who is goes by the sheet, who is not by the row. */
function makeDeclinedPair({ mentor, mentee, called, remark }: Earlier): DeclinedPair {
  return { mentor: identifyPerson(mentor, called!.mentor), mentee: identifyPerson(mentee, called!.mentee), remark };
}

function identifyPerson(found: FoundPeople, called: NamedPerson): NamedPerson {
  return found.kind === 'person' ? found.person[0].person : called;
}

const SIDES = ['mentor', 'mentee'] as const;

/** What is wrong with a row that somebody decided on. */
function checkDecision(row: Earlier, { people, locate, deciding, table }: DecisionContext): Problem[] {
  const unclear = SIDES.flatMap(side => reportUnclearPerson(row[side], locate(side, row.row)));
  if (unclear.length > 0) return unclear;
  if (row.status === 'declined') {
    const near = SIDES.flatMap(side => reportNearPerson(row[side], locate(side, row.row)));
    return [...near, ...reportUnlistedReason(row, table.file, deciding.reasons)];
  }
  if (deciding.areTaken || SIDES.some(side => people.unread[side].some)) return [];
  const names = [nameOf(row, 'mentor'), nameOf(row, 'mentee')] as const;
  const away = SIDES.map(side => ({ side, is: classifyStanding(row[side], side) }));
  const left = away.find(({ is }) => is === 'not-there');
  const location = { file: table.file, row: row.row, column: 'status', value: 'approved' };
  if (left !== undefined) {
    const { side } = left;
    const person = nameOf(row, side);
    if (deciding.releasing !== 'none') return [releasedTandem(location, names, { kind: 'left', person, side })];
    const found = row[side];
    return [approvedLeft(location, names, person, side, found.kind === 'near' ? found.people.map(formatPerson) : [])];
  }
  const withdrawn = away.find(({ is }) => is === 'withdrawn');
  return withdrawn === undefined ? [] : [approvedWithdrew(location, names, nameOf(row, withdrawn.side))];
}

/** Whom a decision is about must be certain. */
function reportUnclearPerson(found: FoundPeople, location: Location): Problem[] {
  const cell = location.value ?? '';
  if (found.kind === 'several') return [severalPeopleOfPair(location, cell, found.people.map(formatPerson))];
  return found.kind === 'contrary' ? [contraryPersonOfPair(location, cell, found.people.map(formatPerson))] : [];
}

function reportNearPerson(found: FoundPeople, location: Location): Problem[] {
  return found.kind === 'near' ? [likelyPerson(location, location.value ?? '', found.people.map(formatPerson))] : [];
}

/** A reason may be followed by more behind a colon. */
function reportUnlistedReason({ row, remark }: Earlier, file: string, reasons: readonly string[]): Problem[] {
  const said = fold(remark);
  const isListed = reasons.some(reason => said === fold(reason) || said.startsWith(`${fold(reason)}:`));
  if (reasons.length === 0 || isListed) return [];
  const place = { file, row, column: 'note', value: remark };
  return [unlistedReason(place, remark, findNearest(remark, reasons), reasons)];
}

function classifyStanding(found: FoundPeople, side: Side): 'here' | 'withdrawn' | 'not-there' {
  if (found.kind !== 'person') return 'not-there';
  const rows = found.person.filter(row => row.side === side);
  if (rows.some(({ index }) => index >= 0)) return 'here';
  return rows.length > 0 ? 'withdrawn' : 'not-there';
}

function nameOf({ called, ...row }: Earlier, side: Side): string {
  const { name, id, email } = identifyPerson(row[side], called![side]);
  return name || id || email;
}
