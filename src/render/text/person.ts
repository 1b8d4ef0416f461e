import type { Alternative, PersonAccount, Rivalry } from '../../domain/account.ts';
import { selectPartialGaps } from '../../domain/data-gaps.ts';
import { getOtherSide, makePair } from '../../domain/pair-keys.ts';
import type { Participant, Side } from '../../domain/roster.ts';
import { formatMarkedLines, wrapText } from '../layout/lines.ts';
import { type Layout, renderSections, type TextSection } from '../layout/sections.ts';
import { describeCheapestFix } from '../words/cheapest-fix.ts';
import { phraseCost } from '../words/cost.ts';
import { buildGapSection } from '../words/data-gaps.ts';
import type { Words } from '../words/en/index.ts';
import { describeEvidence } from '../words/evidence.ts';
import { describeFit, describeMusts, formatScore } from '../words/facts.ts';
import { describeShortfall } from '../words/fewer-mentors-than-wanted.ts';
import { describeClash, describeMoves, type NamedRun } from '../words/if-pair-forced-or-ended.ts';
import { makeNameLookup, phraseRole } from '../words/names.ts';

/** Why somebody has what they have. */
export function renderPerson(
  account: PersonAccount,
  run: Omit<NamedRun, 'call'>,
  words: Words,
  layout: Layout,
): string {
  const { side, person, shortfall, tandems, index } = account;
  const known = { ...run, call: makeNameLookup(run.roster) };
  // What is open for everybody is told at each tandem.
  const gaps = tandems.length > 0 ? selectPartialGaps(account.gaps) : account.gaps;
  const why = [
    ...describeUnmatched(account, run, words),
    ...(shortfall === null ? [] : [describeShortfall(shortfall, run.roster, run.terms, words)]),
  ];
  return renderSections(
    [
      [
        words.person.head(person.name, person.id, phraseRole(side, person, words)),
        why.map(line => wrapText(line, layout.width, 2)),
      ],
      ...tandems.map((_, at) => buildTandemSection(account, at, known, words, layout)),
      index < 0 ? ['', []] : buildAlternativesSection(account, known, words, layout),
      buildGapSection(gaps, layout, words),
    ],
    layout,
  );
}

function describeUnmatched(
  { side, unmatched }: PersonAccount,
  { roster, terms }: Omit<NamedRun, 'call'>,
  words: Words,
): string[] {
  if (unmatched === null) return [];
  return [
    words.person.unmatched(getOtherSide(side), describeEvidence(unmatched, roster, terms, words)),
    words.person.help(describeCheapestFix(unmatched, roster, terms, words)),
  ];
}

function buildTandemSection(
  { side, tandems, rivalries }: PersonAccount,
  at: number,
  known: NamedRun,
  words: Words,
  { width }: Layout,
): TextSection {
  const verdict = tandems[at]!;
  const say = words.person;
  const called = { mentor: known.call('mentor', verdict.mentor), mentee: known.call('mentee', verdict.mentee) };
  const theirs = getOtherSide(side);
  return [
    say.tandemHead(called[theirs], phraseRole(theirs, getPerson(known, theirs, verdict[theirs]), words)),
    [
      wrapText(say.mustHead, width, 2),
      ...formatMarkedLines(describeMusts(verdict, called, words), width),
      wrapText(words.pair.fitHead(formatScore(verdict.score, words)), width, 2),
      ...formatMarkedLines(describeFit(verdict, called, words), width),
      wrapText(say.rivalsHead(called[theirs]), width, 2),
      wrapText(describeRivalry(rivalries[at]!, side, known, words), width, 4),
    ],
  ];
}

function getPerson({ roster }: NamedRun, side: Side, index: number): Participant {
  return (side === 'mentor' ? roster.mentors : roster.mentees)[index]!;
}

/** "Ada Brandt has 2 slots. 3 other mentees may be paired with Ada Brandt, of whom Hugo has no mentor." */
function describeRivalry(
  { partner, slots, holders, eligible, waiting }: Rivalry,
  side: Side,
  { call }: NamedRun,
  { person }: Words,
): string {
  const theirs = getOtherSide(side);
  const who = call(theirs, partner);
  const nameOwn = (people: readonly number[]) => people.map(one => call(side, one));
  return [
    person.slots(who, theirs, slots, nameOwn(holders)),
    person.rivals(who, side, eligible - 1, nameOwn(waiting)),
  ].join(' ');
}

function buildAlternativesSection(
  { side, index, alternatives, tandems }: PersonAccount,
  known: NamedRun,
  words: Words,
  layout: Layout,
): TextSection {
  const { best, others, isProven } = alternatives;
  const asked = [known.call(side, index), getOtherSide(side), tandems.length > 0] as const;
  if (best.length === 0) return [words.person.noAlternative(...asked), []];
  return [
    words.person.alternativesHead(...asked, { shown: best.length, all: others, isProven }),
    best.flatMap((one, at) => describeAlternative(one, at, { side, index }, known, words, layout)),
  ];
}

/** How many moves are told of an alternative: `explain` with both people has them all. */
const MOST_TOLD = 3;

function describeAlternative(
  { partner, score, whatIf }: Alternative,
  at: number,
  { side, index }: Pick<PersonAccount, 'side' | 'index'>,
  known: NamedRun,
  words: Words,
  { width }: Layout,
): string[] {
  const theirs = getOtherSide(side);
  const role = phraseRole(theirs, getPerson(known, theirs, partner), words);
  const head = `${at + 1}. ${known.call(theirs, partner)} (${role}), ${formatScore(score, words)}`;
  const told = describeConsequences(whatIf, makePair(side, index, partner), known, words);
  return [wrapText(head, width, 2), wrapText(told, width, 5)];
}

function describeConsequences(
  whatIf: Alternative['whatIf'],
  pair: ReturnType<typeof makePair>,
  known: NamedRun,
  words: Words,
): string {
  const { person } = words;
  if (whatIf.kind === 'impossible') return person.impossible(describeClash(whatIf, pair, known, words));
  const cost = phraseCost(whatIf.levels, words);
  return [
    cost === null ? person.noCost : person.cost(cost.changes),
    ...describeMoves(whatIf.moves, known, MOST_TOLD, words),
  ].join(' ');
}
