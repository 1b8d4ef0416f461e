import type { Alternative, PersonAccount, Rivalry } from '../../domain/account.ts';
import { partlyOpen } from '../../domain/gaps.ts';
import type { Side } from '../../domain/roster.ts';
import { counted, listed, plain } from '../../domain/text.ts';
import { filled, heading, marked } from '../layout/lines.ts';
import type { Paint } from '../layout/paint.ts';
import { linesOf } from '../layout/sections.ts';
import { fitLines, mustLines, scoreWords } from '../words/facts.ts';
import { cheapestFix } from '../words/fixes.ts';
import { gapSection } from '../words/gaps.ts';
import { callingIn, roleOf } from '../words/names.ts';
import { evidence } from '../words/reasons.ts';
import { shortfallWords } from '../words/shortfall.ts';
import { changeWords, clashWords, type Known, moveLines } from '../words/what-if.ts';

/** Why somebody has what they have, for a terminal. @param width null where there is none. */
export function personText(
  account: PersonAccount,
  run: Omit<Known, 'call'>,
  paint: Paint,
  width: number | null,
): string {
  const { side, person } = account;
  const known = { ...run, call: callingIn(run.roster) };
  const blocks = [
    [
      heading(`${person.name} (${person.id}, ${roleOf(side, person)})`, paint, width),
      ...unmatchedLines(account, run, width),
      ...(account.shortfall === null
        ? []
        : [filled(shortfallWords(account.shortfall, run.roster, run.terms), width, 2)]),
    ],
    ...account.tandems.map((_, at) => tandemLines(account, at, known, paint, width)),
    ...(account.index < 0 ? [] : [alternativeLines(account, known, paint, width)]),
  ];
  // What is open for everybody is told at each tandem.
  const gaps = account.tandems.length > 0 ? partlyOpen(account.gaps) : account.gaps;
  const open = linesOf(gapSection(gaps, { width }), { paint, width });
  const filledBlocks = [...blocks, open].filter(lines => lines.length > 0);
  return `${filledBlocks.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function unmatchedLines(
  { side, unmatched }: PersonAccount,
  { roster, terms }: Omit<Known, 'call'>,
  width: number | null,
): string[] {
  if (unmatched === null) return [];
  const why = `Has no ${otherSide(side)} (${unmatched.reason.kind}). ${evidence(unmatched, roster, terms)}`;
  const fix = `What would help: ${cheapestFix(unmatched, roster, terms)}`;
  return [filled(why, width, 2), filled(fix, width, 2)];
}

function otherSide(side: Side): Side {
  return side === 'mentor' ? 'mentee' : 'mentor';
}

function tandemLines(
  { side, tandems, rivalries }: PersonAccount,
  at: number,
  known: Known,
  paint: Paint,
  width: number | null,
): string[] {
  const verdict = tandems[at]!;
  const called = { mentor: known.call('mentor', verdict.mentor), mentee: known.call('mentee', verdict.mentee) };
  const theirs = otherSide(side);
  const partner = (theirs === 'mentor' ? known.roster.mentors : known.roster.mentees)[verdict[theirs]]!;
  return [
    heading(`Tandem with ${called[theirs]} (${roleOf(theirs, partner)})`, paint, width),
    '  Why they may meet',
    ...marked(mustLines(verdict, called), width),
    `  How well they fit: ${scoreWords(verdict.score)}`,
    ...marked(fitLines(verdict, called), width),
    `  Who competes for ${plain(called[theirs])}`,
    filled(rivalryWords(rivalries[at]!, side, known), width, 4),
  ];
}

/** "Ada Brandt has 2 places, and Finn Roth is there too. 3 other mentees may meet Ada Brandt; of these, Hugo has no mentor." */
function rivalryWords({ partner, places, holders, eligible, waiting }: Rivalry, side: Side, { call }: Known): string {
  const theirs = otherSide(side);
  const who = call(theirs, partner);
  const names = (people: readonly number[]) => listed(people.map(one => call(side, one)));
  const room = theirs === 'mentor' ? `has ${counted(places, 'place')}` : `wants ${counted(places, 'mentor')}`;
  const others = holders.length === 0 ? '' : `, and ${names(holders)} ${holders.length === 1 ? 'is' : 'are'} there too`;
  const rivals = eligible - 1;
  if (rivals === 0) return `${who} ${room}${others}. No other ${side} may meet ${who}.`;
  const rest =
    waiting.length > 0
      ? `of these, ${names(waiting)} ${waiting.length === 1 ? 'has' : 'have'} no ${theirs}`
      : `every one of them has a ${theirs}`;
  return `${who} ${room}${others}. ${counted(rivals, `other ${side}`)} may meet ${who}; ${rest}.`;
}

function alternativeLines(
  { side, index, alternatives, tandems }: PersonAccount,
  known: Known,
  paint: Paint,
  width: number | null,
): string[] {
  const { best, others, isProven } = alternatives;
  const theirs = otherSide(side);
  const other = tandems.length > 0 ? 'other ' : '';
  const who = known.call(side, index);
  if (best.length === 0) return [heading(`There is no ${other}${theirs} whom ${who} could have`, paint, width)];
  const few = `${best.length} of ${others}`;
  const which = !isProven
    ? `${few}; these seem to cost the whole least, but others may cost less`
    : best.length < others
      ? `the ${few} who would cost the whole least`
      : 'the one who would cost the whole least first';
  const head = `${other === '' ? 'M' : 'Other m'}${theirs.slice(1)}s for ${who}${others === 1 ? '' : ` (${which})`}`;
  return [
    heading(head, paint, width),
    ...best.flatMap((one, at) => alternativeText(one, at, side, index, known, width)),
  ];
}

/** How many moves are told of an alternative: `explain` with both people has them all. */
const MOST_TOLD = 3;

function alternativeText(
  { partner, score, whatIf }: Alternative,
  at: number,
  side: Side,
  index: number,
  known: Known,
  width: number | null,
): string[] {
  const theirs = otherSide(side);
  const person = (theirs === 'mentor' ? known.roster.mentors : known.roster.mentees)[partner]!;
  const head = `${at + 1}. ${known.call(theirs, partner)} (${roleOf(theirs, person)}), ${scoreWords(score)}`;
  const pair = side === 'mentor' ? { mentor: index, mentee: partner } : { mentor: partner, mentee: index };
  const words =
    whatIf.kind === 'impossible'
      ? [`That cannot be, because ${clashWords(whatIf, pair, known)}.`]
      : [sentence(changeWords(whatIf.levels)), ...moveLines(whatIf.moves, known, MOST_TOLD)];
  return [filled(head, width, 2), filled(words.join(' '), width, 5)];
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
