import type { PairAccount, WhatIf } from '../../domain/account.ts';
import { partlyOpen } from '../../domain/gaps.ts';
import type { Tandem } from '../../domain/pairing.ts';
import { filled, heading, marked } from '../layout/lines.ts';
import type { Paint } from '../layout/paint.ts';
import { type Called, fitLines, mustLines, scoreWords } from '../words/facts.ts';
import { gapBlock } from '../words/gaps.ts';
import { callingIn, roleOf } from '../words/names.ts';
import { changeWords, clashWords, type Known, levelTable, moveLines } from '../words/what-if.ts';

/** Why two are a tandem or none, and what would be otherwise, for a terminal. @param width null where there is none. */
export function pairText(
  { verdict, isTandem, whatIf, gaps }: PairAccount,
  run: Omit<Known, 'call'>,
  paint: Paint,
  width: number | null,
): string {
  const { mentor, mentee } = verdict;
  const known = { ...run, call: callingIn(run.roster) };
  const called = { mentor: known.call('mentor', mentor), mentee: known.call('mentee', mentee) };
  const people = [
    `${called.mentor} (${roleOf('mentor', run.roster.mentors[mentor]!)})`,
    `${called.mentee} (${roleOf('mentee', run.roster.mentees[mentee]!)})`,
  ].join(' and ');
  const verdictWords = isTandem ? 'are a tandem' : verdict.mayMeet ? 'may meet, and are no tandem' : 'may not meet';
  const rules = mustLines(verdict, called);
  return [
    filled(`${people} ${verdictWords}.`, width),
    '',
    heading(`Whether they may meet: ${verdict.mayMeet ? 'yes' : 'no'}`, paint, width),
    ...marked(rules.length === 0 ? [{ mark: '', text: 'there is no rule' }] : rules, width),
    '',
    heading(`How well they fit: ${scoreWords(verdict.score)}`, paint, width),
    ...marked(fitLines(verdict, called), width),
    '',
    ...whatIfText(whatIf, { isTandem, mayMeet: verdict.mayMeet, called, pair: verdict }, known, paint, width),
    '',
    ...gapBlock(partlyOpen(gaps), { paint, width }),
  ].join('\n');
}

/** Longer chains are in the JSON; nobody reads them. */
const MOST_TOLD = 20;

interface Asked {
  readonly isTandem: boolean;
  readonly mayMeet: boolean;
  readonly called: Called;
  readonly pair: Tandem;
}

function whatIfText(whatIf: WhatIf, asked: Asked, known: Known, paint: Paint, width: number | null): string[] {
  const head = heading(headOf(asked), paint, width);
  if (whatIf.kind === 'impossible') {
    return [head, filled(`That cannot be, because ${clashWords(whatIf, asked.pair, known)}.`, width, 2)];
  }
  const moves = moveLines(whatIf.moves, known, MOST_TOLD);
  return [
    head,
    filled(outcomeWords(whatIf, asked), width, 2),
    '',
    ...levelTable(whatIf.levels).map(line => `  ${line}`),
    '',
    heading('Who would move', paint, width),
    ...moves.map(move => filled(move, width, 2)),
  ];
}

function headOf({ isTandem, mayMeet, called }: Asked): string {
  if (isTandem) return 'What this tandem brings: the best that there could be without it';
  const both = `${called.mentor} and ${called.mentee}`;
  return mayMeet
    ? `What it would cost to pair ${both}`
    : `What would be if ${both} were allowed to meet, and nothing else were different`;
}

function outcomeWords({ isBetter, levels }: Extract<WhatIf, { kind: 'possible' }>, asked: Asked): string {
  const change = changeWords(levels);
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
