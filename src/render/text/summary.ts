import { isUnchecked } from '../../domain/data-gaps.ts';
import type { Matching, Summary, Unmatched } from '../../domain/matching.ts';
import { MESSAGE_AREAS } from '../../domain/message-areas.ts';
import type { Terms } from '../../domain/policy.ts';
import type { ProblemCode } from '../../domain/problem-facts.ts';
import type { Side } from '../../domain/roster.ts';
import { WORKBOOK } from '../../domain/run-files.ts';
import { makeShare } from '../../domain/share.ts';
import type { ChangeCounts } from '../../domain/tandem-changes.ts';
import { makePlain } from '../../domain/text.ts';
import { type Reason, takesPart } from '../../domain/unmatched-reasons.ts';
import { type Again, findAgain } from '../../domain/without-tandem-again.ts';
import { alignColumns } from '../layout/aligned.ts';
import { wrapText } from '../layout/lines.ts';
import type { Layout } from '../layout/sections.ts';
import { describeGaps, nameRule } from '../words/data-gaps.ts';
import type { Words } from '../words/en/index.ts';
import { describeLimitGains, formatLimit, phraseFewerMentors } from '../words/summary.ts';
import { type CurveReport, describeCurve } from './change-curve.ts';

/** All that the first screen of `match` tells. */
export interface MatchReport {
  readonly matching: Matching;
  readonly terms: Terms;
  /** null where there was no earlier run. */
  readonly changes: ChangeCounts | null;
  /** What other changes would bring. */
  readonly curve: CurveReport;
  /** The codes of the warnings that were told. */
  readonly warnings: readonly ProblemCode[];
  readonly folder: string;
  readonly files: readonly string[];
  /** An id that Excel takes for a number, and shortens; null where there is none. */
  readonly zeroId: string | null;
  /** The files of an earlier run that would have gone, where nothing was written; null where the files are. */
  readonly replaced: readonly string[] | null;
  /** Whether the table of countries belongs to it. */
  readonly isVerbose: boolean;
}

/** Longer lines of a screen are not read. */
const WIDEST = 72;

/** A heading at the left, and what is told beside it: sentences, which wrap, and rows, which are ready. */
interface Block {
  readonly head: string;
  readonly lines: readonly (string | { readonly row: string })[];
}

/** What came of a match, for a terminal: the numbers, who has no tandem and why, what changed, and where to go on. */
export function renderMatch(report: MatchReport, words: Words, layout: Layout): string {
  const { matching, isVerbose } = report;
  const { summary } = matching;
  const say = words.summary;
  const blocks: Block[] = [
    { head: say.paired, lines: describePaired(summary, words) },
    { head: say.notPaired, lines: describeUnmatched(matching, report.terms, words) },
    { head: say.changed, lines: describeChanges(report, words) },
    { head: say.warnings, lines: describeWarnings(report, words) },
    { head: say.proven, lines: [say.sayProven(report.terms.policy.objective[0]?.kind ?? null)] },
    ...listEnding(report, words),
  ];
  const indent = Math.max(...blocks.map(({ head }) => head.length)) + 2;
  const texts = blocks.filter(({ lines }) => lines.length > 0).map(block => formatBlock(block, indent, layout));
  return `${[...texts, ...(isVerbose ? [renderPlaces(summary, words, layout)] : [])].join('\n\n')}\n`;
}

function formatBlock({ head, lines }: Block, indent: number, { paint, width }: Layout): string {
  const fit = Math.min(width ?? WIDEST, WIDEST);
  const text = lines
    .map(line =>
      typeof line === 'string' ? wrapText(line, fit, indent, 2) : `${' '.repeat(indent)}${makePlain(line.row)}`,
    )
    .join('\n');
  return `${paint.bold(head)}${text.slice(head.length)}`;
}

function describeChanges({ changes, curve, terms }: MatchReport, words: Words): Block['lines'] {
  return [...(changes === null ? [] : [words.summary.sayChanges(changes)]), ...describeCurve(curve, terms, words)];
}

function describePaired(summary: Summary, words: Words): string[] {
  const { people, coverage, tandems, crossDepartment, crossBorder, score, overrides } = summary;
  const { met, byRank } = summary.wishes.mentees;
  const say = words.summary;
  const first = byRank.find(({ rank }) => rank === 1)?.share.part ?? 0;
  return [
    say.sayPaired(coverage, makeShare(summary.mentorsWithTandem, people.mentors)),
    ...(tandems === 0 ? [] : [say.sayTandems(tandems, crossDepartment, crossBorder)]),
    ...(score === null ? [] : [say.sayFit(score.mean, score.least, score.most)]),
    ...(met.whole === 0 ? [] : [say.sayWishes(met.whole, first, met.part)]),
    ...(overrides.length === 0 ? [] : [say.sayOverrides(overrides.length)]),
    ...[phraseFewerMentors(summary, words)].filter(line => line !== ''),
  ];
}

function describeUnmatched({ unmatched, summary }: Matching, terms: Terms, words: Words): Block['lines'] {
  const say = words.summary;
  const here = unmatched.filter(({ reason }) => takesPart(reason.kind));
  const mentees = here.filter(({ side }) => side === 'mentee');
  const mentors = here.filter(({ side }) => side === 'mentor');
  const { withdrawn } = summary.people;
  return [
    ...countReasons(mentees).flatMap(([count, reason]) => [
      say.sayUnmatchedMentees(count, reason),
      ...(reason === 'limit-reached' ? listLimits(mentees, terms, summary, words).map(row => ({ row })) : []),
    ]),
    ...listAgain(mentees, terms, words),
    ...(mentors.length === 0 ? [] : [say.sayUnmatchedMentors(mentors.length, countReasons(mentors))]),
    ...(withdrawn === 0 ? [] : [say.sayWithdrawn(withdrawn)]),
  ];
}

/** Which mentees have nobody again, as far as an earlier run or the history tells. */
function listAgain(mentees: readonly Unmatched[], terms: Terms, words: Words): string[] {
  const listNames = (...kinds: readonly Again[]) =>
    mentees.flatMap(known => {
      const again = findAgain(known, terms);
      return again !== null && kinds.includes(again) ? [known.person.name] : [];
    });
  const carriedOver = listNames('carried-over', 'both');
  const never = listNames('never-before', 'both');
  return [
    ...(carriedOver.length === 0 ? [] : [words.summary.sayAgain(carriedOver)]),
    ...(never.length === 0 ? [] : [words.summary.sayNever(never)]),
  ];
}

function countReasons(people: readonly Unmatched[]): (readonly [number, Reason['kind']])[] {
  const kinds = [...new Set(people.map(({ reason }) => reason.kind))];
  return kinds
    .map(kind => [people.filter(({ reason }) => reason.kind === kind).length, kind] as const)
    .sort(([a], [b]) => b - a);
}

/** The most limits that are told; summary.md has all. */
const MOST_LIMITS = 6;

/** The limits that keep mentees from a tandem, those first that keep most: "  Germany  8 of 72  limit 64". */
function listLimits(mentees: readonly Unmatched[], { limits }: Terms, summary: Summary, words: Words): string[] {
  const say = words.summary;
  const counts = new Map<number, number>();
  for (const { reason } of mentees) {
    const first = reason.kind === 'limit-reached' ? reason.limits[0] : undefined;
    if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const rows = [...counts]
    .toSorted(([a, one], [b, other]) => other - one || a - b)
    .map(([index, count]) => {
      const { place, side, max } = limits[index]!;
      const whole = side === 'mentee' ? countMentees(summary, place) : null;
      const name = say.nameLimit(words.grammar.nameCountry(place), side);
      return [`  ${name}`, say.sayHeldBack(count, whole), say.sayLimit(max)];
    });
  const shown = rows.length > MOST_LIMITS + 1 ? rows.slice(0, MOST_LIMITS) : rows;
  const left = rows.length - shown.length;
  return [...alignColumns(shown, column => column !== 1), ...(left === 0 ? [] : [`  ${say.sayMoreLimits(left)}`])];
}

function countMentees({ countries, regions }: Summary, place: string): number | null {
  return [...regions, ...countries].find(row => row.place === place)?.mentees ?? null;
}

/** The most gaps that are told in full; summary.md tells all. */
const MOST_GAPS = 3;

/** Only a match takes decisions, so that nobody but it warns of them. */
function isAboutDecisions(code: ProblemCode): boolean {
  return (MESSAGE_AREAS.decisions as readonly ProblemCode[]).includes(code);
}

/** How many warnings there are, and which rules could not look at everybody. */
function describeWarnings({ warnings, matching }: MatchReport, words: Words): string[] {
  const { rules } = matching.summary.gaps;
  const musts = rules.filter(({ list }) => list === 'must');
  const unchecked = musts.filter(isUnchecked);
  const doubtful = musts.filter(gap => !isUnchecked(gap));
  const shown = doubtful.slice(0, MOST_GAPS);
  const left = doubtful.slice(MOST_GAPS);
  return [
    ...(warnings.length === 0 ? [] : [words.summary.sayWarnings(warnings.length, !warnings.some(isAboutDecisions))]),
    ...(unchecked.length === 0 ? [] : [words.summary.sayUnchecked(unchecked.map(gap => nameRule(gap, words)))]),
    ...describeGaps({ rules: shown, limits: [] }, words),
    ...(left.length === 0 ? [] : [words.summary.sayMoreGaps(left.map(gap => nameRule(gap, words)))]),
  ];
}

/** What was written and where to go on, or what would have been. */
function listEnding(report: MatchReport, words: Words): Block[] {
  const say = words.summary;
  const { folder, files, replaced } = report;
  if (replaced !== null) return [{ head: say.dryRun, lines: [say.sayDryRun(folder, files, replaced)] }];
  return [
    { head: say.files, lines: listFiles(report, words) },
    { head: say.next, lines: listCommands(report).map(row => ({ row })) },
  ];
}

/** The files that people open; each with what it is. */
function listFiles({ folder, files, zeroId }: MatchReport, { summary }: Words): Block['lines'] {
  const opened = files.filter(file => /\.(?:csv|html|md|xlsx)$/u.test(file));
  const notes: Readonly<Record<string, string>> = summary.fileNotes;
  const paths = opened.map(file => [`${folder}/${file}`, notes[file] ?? '']);
  const rows = alignColumns(paths, () => true).map(row => ({ row }));
  const isSafe = zeroId === null || files.includes(WORKBOOK);
  return [...rows, ...(isSafe ? [] : [summary.sayZeros(zeroId)])];
}

function listCommands({ folder, matching }: MatchReport): string[] {
  const where = /[^\w./\\:-]/u.test(folder) ? `"${folder}"` : folder;
  const isServed = matching.summary.coverage.part === matching.summary.coverage.whole;
  return [
    `rmentor explain "NAME" --run ${where}`,
    ...(isServed ? [] : [`rmentor advise ${where}`]),
    `rmentor verify ${where}`,
  ];
}

/** Where people and slots are, and what limits would bring. */
function renderPlaces({ countries, regions }: Summary, words: Words, { paint, width }: Layout): string {
  const { columns, nowhere } = words.summary;
  const rows = [...countries, ...regions];
  const isText = (column: number) => [0, 4, 7].includes(column);
  const header = [
    ...[columns.country, columns.mentors, columns.slots, columns.tandems, columns.limit],
    ...[columns.mentees, columns.tandems, columns.limit],
  ];
  const countSide = (row: (typeof rows)[number], side: Side) =>
    side === 'mentor' ? [row.mentors, row.slots, row.mentorTandems] : [row.mentees, row.menteeTandems];
  const cells = rows.map(row => [
    makePlain(row.place === '' ? nowhere : words.grammar.nameCountry(row.place)),
    ...countSide(row, 'mentor').map(String),
    formatLimit(row, 'mentor', words),
    ...countSide(row, 'mentee').map(String),
    formatLimit(row, 'mentee', words),
  ]);
  const [head = '', ...table] = alignColumns([header, ...cells], isText);
  const gains = describeLimitGains(rows, words).map(line => wrapText(line, width));
  return [paint.dim(head), ...table, ...(gains.length === 0 ? [] : ['', ...gains])].join('\n');
}
