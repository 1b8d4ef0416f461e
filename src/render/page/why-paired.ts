import type { PairVerdict } from '../../domain/account.ts';
import { isAboutVetoes } from '../../domain/confidential-bars.ts';
import type { DecisionPrices } from '../../domain/decision-price.ts';
import type { ReviewFacts } from '../../domain/review-facts.ts';
import type { Side } from '../../domain/roster.ts';
import { capitalise } from '../../domain/text.ts';
import { NAME_MARKS, type ReasonRow } from '../../web/report/page-data.ts';
import { listBindings, phrasePreference } from '../words/facts.ts';
import { phrasePossibility } from '../words/if-pair-forced-or-ended.ts';
import { makeNameLookup } from '../words/names.ts';
import type { PageTelling } from './page-context.ts';

/** No sentence. */
const NONE = -1;

/**
 * Why the two of each tandem are one, in the words of `explain`: what there would be without it, and what each part of
 * their score found. Most tandems share sentences, once marks stand in them for the names.
 */
export function listReasons(
  { run, words }: PageTelling,
  { prices, verdicts }: ReviewFacts,
  order: readonly number[],
  addSentence: (sentence: string) => number,
): readonly ReasonRow[] {
  const call = makeMarkedNames(run.roster);
  const add = (sentence: string | undefined) => (sentence === undefined ? NONE : addSentence(sentence));
  return order.map(at => {
    const verdict = verdicts?.[at];
    if (verdict === undefined) return [NONE, run.parts.map(() => NONE)];
    const called = { mentor: call('mentor', verdict.mentor), mentee: call('mentee', verdict.mentee) };
    const found = run.parts.map(part => {
      const preference = verdict.preferences.find(({ rule }) => rule.name === part && !isAboutVetoes(rule));
      return preference && phrasePreference(preference, called, words);
    });
    return [add(phraseWithout(prices?.declined[at], verdict, words)), found.map(add)];
  });
}

/** What there would be without a tandem, or what holds it; undefined where it is not known. */
function phraseWithout(
  declined: DecisionPrices['declined'][number] | undefined,
  { note }: PairVerdict,
  words: PageTelling['words'],
): string | undefined {
  if (declined === undefined || declined === null) return undefined;
  if (declined !== 'demanded') return phrasePossibility({ levels: declined.levels, isBetter: false }, 'tandem', words);
  const held = note === null ? [] : listBindings(note, words, 'kinds');
  return held.map(text => `${capitalise(text)}.`).join(' ');
}

/** A mark for everybody whose name is theirs alone; others are called as `explain` does. */
function makeMarkedNames(roster: PageTelling['run']['roster']): (side: Side, index: number) => string {
  const call = makeNameLookup(roster);
  return (side, index) => {
    const name = call(side, index);
    const { name: plain } = (side === 'mentor' ? roster.mentors : roster.mentees)[index]!;
    return name === plain ? NAME_MARKS[side] : name;
  };
}
