import type { LevelChange } from '../../domain/account.ts';
import type { DecisionPrice, PricedPartner } from '../../domain/decision-price.ts';
import type { ScoredTandem } from '../../domain/matching.ts';
import type { Mentee, Mentor, Participant } from '../../domain/roster.ts';
import type { PartnerRow, PersonDetails, ReviewData, ReviewWords } from '../../web/report/page-data.ts';
import { phraseCost } from '../words/cost.ts';
import { isInSquares } from '../words/levels.ts';
import type { PageTelling } from './page-context.ts';
import { listReasons } from './why-paired.ts';

/** What gives people and sentences their numbers. */
export interface Registers {
  readonly addPerson: (person: Participant) => number;
  readonly addSentence: (sentence: string) => number;
  /** Everybody who has a number by now. */
  readonly listPeople: () => readonly Participant[];
}

/**
 * What the review shows of tandems, in the order of the rows; null where there are too many.
 * @param order indexes of the run's tandems.
 */
export function buildReviewData(
  telling: PageTelling,
  order: readonly number[],
  registers: Registers,
): ReviewData | null {
  const { run, facts, say } = telling;
  const { roster, terms, review } = run;
  if (review === null) return null;
  const { prices } = review;
  const makeRow = makePartnerRows(telling, registers);
  const listRows = (lists: readonly (readonly PricedPartner[])[] | undefined, people: readonly Participant[]) =>
    order.map(at => (lists?.[at] ?? []).map(one => makeRow(one, people[one.partner]!)));
  const phrase = (price: DecisionPrice | 'demanded') => phrasePrice(price, telling);
  const declined = (prices?.declined ?? []).map(
    price => [registers.addSentence(phrase(price)), price === null || price === 'demanded' ? 0 : price.moves] as const,
  );
  const mentors = listRows(prices?.mentors, roster.mentors);
  const mentees = listRows(prices?.mentees, roster.mentees);
  return {
    details: listDetails(telling, registers),
    weights: run.parts.map(
      part => 1000 * Math.max(0, terms.policy.prefer.find(({ name }) => name === part)?.weight ?? 0),
    ),
    most: facts.most,
    declined: declined.length === 0 ? [] : order.map(at => declined[at]!),
    reasons: listReasons(telling, review, order, registers.addSentence),
    ...{ mentors, mentees, words: listReviewWords(say.review) },
  };
}

function makePartnerRows(telling: PageTelling, { addPerson, addSentence }: Registers) {
  return ({ price, isInstead }: PricedPartner, person: Participant): PartnerRow => [
    addPerson(person),
    addSentence(phrasePrice(price, telling)),
    price.moves,
    isInstead ? 1 : 0,
  ];
}

/** "3.32 fewer points in all", "costs nothing" */
function phrasePrice(price: DecisionPrice | 'demanded', { words, say: { review } }: PageTelling): string {
  if (price === 'demanded') return review.demanded;
  if (price === null) return review.impossible;
  // How even the load is says little beside points or people.
  const isPlain = ({ level }: LevelChange) => !isInSquares(level);
  const cost = phraseCost(price.levels.filter(isPlain), words) ?? phraseCost(price.levels, words);
  return cost?.changes ?? review.nothing;
}

/** In the order of the people who have numbers. */
function listDetails(
  { run, words, say }: PageTelling,
  { listPeople, addSentence }: Registers,
): readonly PersonDetails[] {
  const { roster, matching } = run;
  const used = countUsed(matching.tandems);
  const slots = new Map<Participant, string>([
    ...roster.mentors.map(
      (one: Mentor, at) => [one, say.review.slots(used.mentor.get(at) ?? 0, one.capacity)] as const,
    ),
    ...roster.mentees.map((one: Mentee, at) => [one, say.review.slots(used.mentee.get(at) ?? 0, one.wants)] as const),
  ]);
  return listPeople().map(person => {
    const { id, email, department, country, city, languages, topics } = person;
    const places = [country === '' ? '' : words.grammar.nameCountry(country), city];
    return [
      ...([id, email, addSentence(department)] as const),
      addSentence(places.filter(place => place !== '').join(', ')),
      languages.map(language => addSentence(words.grammar.nameLanguage(language))),
      topics.map(addSentence),
      addSentence(slots.get(person) ?? ''),
    ];
  });
}

function countUsed(tandems: readonly ScoredTandem[]) {
  const used = { mentor: new Map<number, number>(), mentee: new Map<number, number>() };
  for (const tandem of tandems) {
    for (const side of ['mentor', 'mentee'] as const) {
      used[side].set(tandem[side], (used[side].get(tandem[side]) ?? 0) + 1);
    }
  }
  return used;
}

/** What the script itself puts together. */
function listReviewWords(say: PageTelling['say']['review']): ReviewWords {
  const {
    tab: _,
    head: _head,
    tooMany: _many,
    slots: _slots,
    nothing: _n,
    impossible: _i,
    demanded: _d,
    ...words
  } = say;
  return words;
}
