import type { PairAccount, WhatIf } from '../../domain/account.ts';
import { selectPartialGaps } from '../../domain/data-gaps.ts';
import type { Tandem } from '../../domain/pairing.ts';
import { formatMarkedLines, wrapText } from '../layout/lines.ts';
import { type Layout, renderSections, type TextSection } from '../layout/sections.ts';
import { buildGapSection } from '../words/data-gaps.ts';
import type { Words } from '../words/en/index.ts';
import type { PairState } from '../words/en/pair.ts';
import { describeFit, describeMusts, formatScore } from '../words/facts.ts';
import {
  describeClash,
  describeMoves,
  formatLevelTable,
  type NamedRun,
  phrasePossibility,
} from '../words/if-pair-forced-or-ended.ts';
import { makeNameLookup, phraseRole } from '../words/names.ts';

/**
 * Why two are a tandem or none: first the answer and what another would cost, then who would move, and then the rules.
 */
export function renderPair(
  { verdict, isTandem, whatIf, gaps }: PairAccount,
  run: Omit<NamedRun, 'call'>,
  words: Words,
  layout: Layout,
): string {
  const { mentor, mentee } = verdict;
  const { width } = layout;
  const known = { ...run, call: makeNameLookup(run.roster) };
  const called = { mentor: known.call('mentor', mentor), mentee: known.call('mentee', mentee) };
  const state = isTandem ? 'tandem' : verdict.mayMeet ? 'possible' : 'barred';
  const answer = words.pair.verdict(
    `${called.mentor} (${phraseRole('mentor', run.roster.mentors[mentor]!, words)})`,
    `${called.mentee} (${phraseRole('mentee', run.roster.mentees[mentee]!, words)})`,
    state,
  );
  return renderSections(
    [
      ['', [answer, phraseOutcome(whatIf, state, verdict, known, words)].map(text => wrapText(text, width))],
      ...buildWhatIfSections(whatIf, state, known, words, layout),
      [words.pair.mustHead(verdict.mayMeet), formatMarkedLines(describeMusts(verdict, called, words), width)],
      [
        words.pair.fitHead(formatScore(verdict.score, words)),
        formatMarkedLines(describeFit(verdict, called, words), width),
      ],
      buildGapSection(selectPartialGaps(gaps), layout, words),
    ],
    layout,
  );
}

/** What it would cost to pair two, or what there could be without them. */
function phraseOutcome(whatIf: WhatIf, state: PairState, pair: Tandem, known: NamedRun, words: Words): string {
  return whatIf.kind === 'impossible'
    ? words.pair.impossible(state, describeClash(whatIf, pair, known, words))
    : phrasePossibility(whatIf, state, words);
}

/** Longer paths are in the JSON; nobody reads them. */
const MOST_TOLD = 20;

function buildWhatIfSections(
  whatIf: WhatIf,
  state: PairState,
  known: NamedRun,
  words: Words,
  { width }: Layout,
): TextSection[] {
  if (whatIf.kind === 'impossible') return [];
  const moves = describeMoves(whatIf.moves, known, MOST_TOLD, words);
  return [
    [words.pair.whatIfHead(state), formatLevelTable(whatIf.levels, words, width)],
    [moves.length === 0 ? '' : words.pair.movesHead, moves.map(move => wrapText(move, width, 2, 2))],
  ];
}
