import type { Alternative, PersonAccount, Rivalry } from '../../domain/account.ts';
import { selectPartialGaps } from '../../domain/gaps.ts';
import { getOtherSide, makePair } from '../../domain/pairs.ts';
import type { Side } from '../../domain/roster.ts';
import { formatCount, joinNames, makePlain } from '../../domain/text.ts';
import { formatHeading, formatMarkedLines, wrapText } from '../layout/lines.ts';
import type { Paint } from '../layout/paint.ts';
import { listSectionLines } from '../layout/sections.ts';
import { describeFit, describeMusts, formatScore } from '../words/facts.ts';
import { describeCheapestFix } from '../words/fixes.ts';
import { buildGapSection } from '../words/gaps.ts';
import { makeNameLookup, phraseRole } from '../words/names.ts';
import { describeEvidence } from '../words/reasons.ts';
import { describeShortfall } from '../words/shortfall.ts';
import { describeClash, describeLevelChanges, describeMoves, type NamedRun } from '../words/what-if.ts';

/** Why somebody has what they have, for a terminal. @param width null where there is none. */
export function renderPerson(
  account: PersonAccount,
  run: Omit<NamedRun, 'call'>,
  paint: Paint,
  width: number | null,
): string {
  const { side, person } = account;
  const known = { ...run, call: makeNameLookup(run.roster) };
  const blocks = [
    [
      formatHeading(`${person.name} (${person.id}, ${phraseRole(side, person)})`, paint, width),
      ...describeUnmatched(account, run, width),
      ...(account.shortfall === null
        ? []
        : [wrapText(describeShortfall(account.shortfall, run.roster, run.terms), width, 2)]),
    ],
    ...account.tandems.map((_, at) => describeTandem(account, at, known, paint, width)),
    ...(account.index < 0 ? [] : [describeAlternatives(account, known, paint, width)]),
  ];
  // What is open for everybody is told at each tandem.
  const gaps = account.tandems.length > 0 ? selectPartialGaps(account.gaps) : account.gaps;
  const open = listSectionLines(buildGapSection(gaps, { width }), { paint, width });
  const filledBlocks = [...blocks, open].filter(lines => lines.length > 0);
  return `${filledBlocks.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function describeUnmatched(
  { side, unmatched }: PersonAccount,
  { roster, terms }: Omit<NamedRun, 'call'>,
  width: number | null,
): string[] {
  if (unmatched === null) return [];
  const why = `Has no ${getOtherSide(side)} (${unmatched.reason.kind}). ${describeEvidence(unmatched, roster, terms)}`;
  const fix = `What would help: ${describeCheapestFix(unmatched, roster, terms)}`;
  return [wrapText(why, width, 2), wrapText(fix, width, 2)];
}

function describeTandem(
  { side, tandems, rivalries }: PersonAccount,
  at: number,
  known: NamedRun,
  paint: Paint,
  width: number | null,
): string[] {
  const verdict = tandems[at]!;
  const called = { mentor: known.call('mentor', verdict.mentor), mentee: known.call('mentee', verdict.mentee) };
  const theirs = getOtherSide(side);
  const partner = (theirs === 'mentor' ? known.roster.mentors : known.roster.mentees)[verdict[theirs]]!;
  return [
    formatHeading(`Tandem with ${called[theirs]} (${phraseRole(theirs, partner)})`, paint, width),
    '  Why they may meet',
    ...formatMarkedLines(describeMusts(verdict, called), width),
    `  How well they fit: ${formatScore(verdict.score)}`,
    ...formatMarkedLines(describeFit(verdict, called), width),
    `  Who competes for ${makePlain(called[theirs])}`,
    wrapText(describeRivalry(rivalries[at]!, side, known), width, 4),
  ];
}

/** "Ada Brandt has 2 places, and Finn Roth is there too. 3 other mentees may meet Ada Brandt; of these, Hugo has no mentor." */
function describeRivalry(
  { partner, places, holders, eligible, waiting }: Rivalry,
  side: Side,
  { call }: NamedRun,
): string {
  const theirs = getOtherSide(side);
  const who = call(theirs, partner);
  const listPeople = (people: readonly number[]) => joinNames(people.map(one => call(side, one)));
  const room = theirs === 'mentor' ? `has ${formatCount(places, 'slot')}` : `wants ${formatCount(places, 'mentor')}`;
  const others =
    holders.length === 0 ? '' : `, and ${listPeople(holders)} ${holders.length === 1 ? 'is' : 'are'} there too`;
  const rivals = eligible - 1;
  if (rivals === 0) return `${who} ${room}${others}. No other ${side} may meet ${who}.`;
  const rest =
    waiting.length > 0
      ? `of these, ${listPeople(waiting)} ${waiting.length === 1 ? 'has' : 'have'} no ${theirs}`
      : `every one of them has a ${theirs}`;
  return `${who} ${room}${others}. ${formatCount(rivals, `other ${side}`)} may meet ${who}; ${rest}.`;
}

function describeAlternatives(
  { side, index, alternatives, tandems }: PersonAccount,
  known: NamedRun,
  paint: Paint,
  width: number | null,
): string[] {
  const { best, others, isProven } = alternatives;
  const theirs = getOtherSide(side);
  const other = tandems.length > 0 ? 'other ' : '';
  const who = known.call(side, index);
  if (best.length === 0) return [formatHeading(`There is no ${other}${theirs} whom ${who} could have`, paint, width)];
  const few = `${best.length} of ${others}`;
  const which = !isProven
    ? `${few}; these seem to cost the whole least, but others may cost less`
    : best.length < others
      ? `the ${few} who would cost the whole least`
      : 'the one who would cost the whole least first';
  const head = `${other === '' ? 'M' : 'Other m'}${theirs.slice(1)}s for ${who}${others === 1 ? '' : ` (${which})`}`;
  return [
    formatHeading(head, paint, width),
    ...best.flatMap((one, at) => describeAlternative(one, at, side, index, known, width)),
  ];
}

/** How many moves are told of an alternative: `explain` with both people has them all. */
const MOST_TOLD = 3;

function describeAlternative(
  { partner, score, whatIf }: Alternative,
  at: number,
  side: Side,
  index: number,
  known: NamedRun,
  width: number | null,
): string[] {
  const theirs = getOtherSide(side);
  const person = (theirs === 'mentor' ? known.roster.mentors : known.roster.mentees)[partner]!;
  const head = `${at + 1}. ${known.call(theirs, partner)} (${phraseRole(theirs, person)}), ${formatScore(score)}`;
  const pair = makePair(side, index, partner);
  const words =
    whatIf.kind === 'impossible'
      ? [`That cannot be, because ${describeClash(whatIf, pair, known)}.`]
      : [makeSentence(describeLevelChanges(whatIf.levels)), ...describeMoves(whatIf.moves, known, MOST_TOLD)];
  return [wrapText(head, width, 2), wrapText(words.join(' '), width, 5)];
}

function makeSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
