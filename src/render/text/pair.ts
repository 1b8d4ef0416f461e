import type { PairAccount, WhatIf } from '../../domain/account.ts';
import { selectPartialGaps } from '../../domain/gaps.ts';
import type { Tandem } from '../../domain/pairing.ts';
import { formatHeading, formatMarkedLines, wrapText } from '../layout/lines.ts';
import type { Paint } from '../layout/paint.ts';
import { describeFit, describeMusts, formatScore, type PairNames } from '../words/facts.ts';
import { formatGapBlock } from '../words/gaps.ts';
import { makeNameLookup, phraseRole } from '../words/names.ts';
import {
  describeClash,
  describeLevelChanges,
  describeMoves,
  formatLevelTable,
  type NamedRun,
} from '../words/what-if.ts';

/** Why two are a tandem or none, and what would be otherwise, for a terminal. @param width null where there is none. */
export function renderPair(
  { verdict, isTandem, whatIf, gaps }: PairAccount,
  run: Omit<NamedRun, 'call'>,
  paint: Paint,
  width: number | null,
): string {
  const { mentor, mentee } = verdict;
  const known = { ...run, call: makeNameLookup(run.roster) };
  const called = { mentor: known.call('mentor', mentor), mentee: known.call('mentee', mentee) };
  const people = [
    `${called.mentor} (${phraseRole('mentor', run.roster.mentors[mentor]!)})`,
    `${called.mentee} (${phraseRole('mentee', run.roster.mentees[mentee]!)})`,
  ].join(' and ');
  const verdictWords = isTandem ? 'are a tandem' : verdict.mayMeet ? 'may meet, and are no tandem' : 'may not meet';
  const rules = describeMusts(verdict, called);
  return [
    wrapText(`${people} ${verdictWords}.`, width),
    '',
    formatHeading(`Whether they may meet: ${verdict.mayMeet ? 'yes' : 'no'}`, paint, width),
    ...formatMarkedLines(rules.length === 0 ? [{ mark: '', text: 'there is no rule' }] : rules, width),
    '',
    formatHeading(`How well they fit: ${formatScore(verdict.score)}`, paint, width),
    ...formatMarkedLines(describeFit(verdict, called), width),
    '',
    ...describeWhatIf(whatIf, { isTandem, mayMeet: verdict.mayMeet, called, pair: verdict }, known, paint, width),
    '',
    ...formatGapBlock(selectPartialGaps(gaps), { paint, width }),
  ].join('\n');
}

/** Longer chains are in the JSON; nobody reads them. */
const MOST_TOLD = 20;

interface AskedPair {
  readonly isTandem: boolean;
  readonly mayMeet: boolean;
  readonly called: PairNames;
  readonly pair: Tandem;
}

function describeWhatIf(
  whatIf: WhatIf,
  asked: AskedPair,
  known: NamedRun,
  paint: Paint,
  width: number | null,
): string[] {
  const head = formatHeading(phraseHeading(asked), paint, width);
  if (whatIf.kind === 'impossible') {
    return [head, wrapText(`That cannot be, because ${describeClash(whatIf, asked.pair, known)}.`, width, 2)];
  }
  const moves = describeMoves(whatIf.moves, known, MOST_TOLD);
  return [
    head,
    wrapText(describeOutcome(whatIf, asked), width, 2),
    '',
    ...formatLevelTable(whatIf.levels).map(line => `  ${line}`),
    '',
    formatHeading('Who would move', paint, width),
    ...moves.map(move => wrapText(move, width, 2)),
  ];
}

function phraseHeading({ isTandem, mayMeet, called }: AskedPair): string {
  if (isTandem) return 'What this tandem brings: the best that there could be without it';
  const both = `${called.mentor} and ${called.mentee}`;
  return mayMeet
    ? `What it would cost to pair ${both}`
    : `What would be if ${both} were allowed to meet, and nothing else were different`;
}

function describeOutcome({ isBetter, levels }: Extract<WhatIf, { kind: 'possible' }>, asked: AskedPair): string {
  const change = describeLevelChanges(levels);
  const isEqual = levels.every(({ is, wouldBe }) => is === wouldBe);
  if (asked.isTandem) {
    return isEqual
      ? 'Another pairing without it is just as good; between equals a hash of the ids decides.'
      : `Without it ${change}.`;
  }
  const verb = asked.mayMeet ? 'To pair them' : 'To pair them all the same';
  if (isEqual) return `${verb} would cost nothing that counts; between equals a hash of the ids decides.`;
  if (isBetter) return `They would be a tandem; ${change}.`;
  const still = asked.mayMeet ? '' : 'They would still be no tandem. ';
  return `${still}${verb} would cost something: ${change}.`;
}
