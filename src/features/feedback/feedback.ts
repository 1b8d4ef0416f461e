import type { Tandem } from '../../domain/pairing.ts';
import { getRegister } from '../../domain/person-register.ts';
import type { Roster } from '../../domain/roster.ts';
import { makeShare } from '../../domain/share.ts';
import type {
  Answer,
  Breakdown,
  Feedback,
  FeedbackGroup,
  Given,
  Survey,
  SurveyedRun,
  SurveyFigures,
  Wish,
} from '../../domain/survey.ts';
import { BREAKDOWNS } from '../../domain/survey.ts';
import { compareText } from '../../domain/text.ts';
import { FEWEST } from '../../domain/veiled-count.ts';
import { type Groups, hideSmallGroups } from '../privacy/small-groups.ts';
import { indexAnswers, planNextRound } from './next-round.ts';
import { estimateShare } from './wilson-interval.ts';

/**
 * What the answers to a survey come to: figures of all, and of groups as far as they tell of nobody. Each person has
 * one voice on the programme, however many rows are theirs; of tandems, those count of which both answered.
 */
export function computeFeedback(run: SurveyedRun, survey: Survey): Feedback {
  const people = listPeople(run);
  const everybody = [...people.values()];
  const names = mapBreakdowns(breakdown => listNames(everybody.map(groups => groups[breakdown])));
  const wishes = listWishes(run, survey.answers);
  const measures = measureAnswers(run, survey, people, wishes);
  const tandems = run.tandems.map(tandem => describeTandem(tandem, run));
  const shown = {
    answered: showMeasure(measures.answered, everybody, names),
    recommend: showMeasure(measures.recommend, everybody, names),
    rating: showMeasure(measures.rating, everybody, names),
    continue: showMeasure(measures.continue, tandems, names),
  };
  const groups = mapBreakdowns(breakdown =>
    names[breakdown].map((name, at): FeedbackGroup => {
      const asked = everybody.filter(groups => groups[breakdown] === name).length;
      return { name, people: asked, ...computeFigures(shown, measure => measure.groups[breakdown][at]!, asked) };
    }),
  );
  return {
    total: { people: people.size, ...computeFigures(shown, ({ total }) => total, people.size) },
    groups,
    isAnyHidden: Object.values(shown).some(measure => measure.isAnyHidden),
    next: planNextRound(run, survey.answers),
    halfAnswered: wishes.filter(([one, other]) => (one === null) !== (other === null)).length,
  };
}

type FeedbackMeasure = 'answered' | 'recommend' | 'rating' | 'continue';

/** Who, or which tandem, counts in each figure, and for how much. What was not asked is answered by nobody. */
function measureAnswers(
  run: SurveyedRun,
  { answers, anonymous }: Survey,
  people: ReadonlyMap<number, InGroups>,
  wishes: readonly (readonly [Wish | null, Wish | null])[],
): Readonly<Record<FeedbackMeasure, readonly Unit[]>> {
  const voices = listVoices(answers, anonymous);
  const groupsOf = (person: number | null) => (person === null ? NAMELESS : people.get(person)!);
  return {
    answered: [...new Set(answers.map(({ person }) => person))].map(person => ({ groups: groupsOf(person), value: 1 })),
    recommend: voices.flatMap(({ person, recommends }) =>
      recommends === null ? [] : [{ groups: groupsOf(person), value: recommends === 'yes' ? 1 : 0 }],
    ),
    rating: voices.flatMap(({ person, rating }) =>
      rating === null ? [] : [{ groups: groupsOf(person), value: rating }],
    ),
    continue: run.tandems.flatMap((tandem, at) => {
      const [one, other] = wishes[at]!;
      if (one === null || other === null) return [];
      return [{ groups: describeTandem(tandem, run), value: one === 'yes' && other === 'yes' ? 1 : 0 }];
    }),
  };
}

/** The figures of some people. @param pick those of a figure that are meant. */
function computeFigures(
  shown: Readonly<Record<FeedbackMeasure, ShownMeasure>>,
  pick: (measure: ShownMeasure) => Sum | null,
  asked: number,
): SurveyFigures {
  const [answered, rating] = [pick(shown.answered), pick(shown.rating)];
  return {
    answered: answered && makeShare(answered.units, asked),
    recommend: estimate(pick(shown.recommend)),
    rating: rating && { mean: Math.round((rating.sum / rating.units) * 10) / 10, answers: rating.units },
    continue: estimate(pick(shown.continue)),
  };
}

type InGroups = Readonly<Record<Breakdown, string>>;

/** Those who name nobody are in no group that is shown. */
const NAMELESS: InGroups = { country: '\0', department: '\0', crossing: '\0' };

function mapBreakdowns<Value>(getValue: (breakdown: Breakdown) => Value): Readonly<Record<Breakdown, Value>> {
  return { country: getValue('country'), department: getValue('department'), crossing: getValue('crossing') };
}

function listNames(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort((a, b) => (a === '' ? 1 : 0) - (b === '' ? 1 : 0) || compareText(a, b));
}

/** Everybody with a tandem, by their number in the register, with the groups that they are in. */
function listPeople({ roster, tandems }: SurveyedRun): ReadonlyMap<number, InGroups> {
  const register = getRegister(roster);
  const crossings = new Map<number, Set<string>>();
  for (const { mentor, mentee } of tandems) {
    const crossing = findCrossing(roster, mentor, mentee);
    for (const person of [register.findRoot(mentor), register.findRoot(roster.mentors.length + mentee)])
      crossings.set(person, (crossings.get(person) ?? new Set()).add(crossing));
  }
  const byPerson = new Map<number, InGroups>();
  for (const [person, found] of [...crossings].sort(([a], [b]) => a - b)) {
    const { country, department } = register.people[person]!;
    const [crossing = ''] = found;
    byPerson.set(person, { country, department, crossing: found.size === 1 ? crossing : 'both' });
  }
  return byPerson;
}

function findCrossing({ mentors, mentees }: Roster, mentor: number, mentee: number): string {
  const [one, other] = [mentors[mentor]!.department, mentees[mentee]!.department];
  if (one === '' || other === '') return '';
  return one === other ? 'within' : 'across';
}

/** A tandem counts where its mentee is. */
function describeTandem({ mentor, mentee }: Tandem, { roster }: SurveyedRun): InGroups {
  const { country, department } = roster.mentees[mentee]!;
  return { country, department, crossing: findCrossing(roster, mentor, mentee) };
}

/** What the two of each tandem answered to whether they wish to continue. */
function listWishes({ roster, tandems }: SurveyedRun, answers: readonly Answer[]): [Wish | null, Wish | null][] {
  const register = getRegister(roster);
  const answerOf = indexAnswers(answers);
  return tandems.map(({ mentor, mentee }, tandem) => {
    const findWish = (row: number) => answerOf(register.findRoot(row), tandem)?.continues ?? null;
    return [findWish(mentor), findWish(roster.mentors.length + mentee)];
  });
}

interface Voice {
  readonly person: number | null;
  readonly recommends: Wish | null;
  readonly rating: number | null;
}

/** What each person says of the programme: that they would recommend it in all their answers, and their mean rating. */
function listVoices(answers: readonly Answer[], anonymous: readonly Given[]): Voice[] {
  const byPerson = new Map<number, Answer[]>();
  for (const answer of answers) byPerson.set(answer.person, [...(byPerson.get(answer.person) ?? []), answer]);
  const named = [...byPerson]
    .sort(([a], [b]) => a - b)
    .map(([person, own]): Voice => {
      const said = own.flatMap(({ recommends }) => recommends ?? []);
      const ratings = own.flatMap(({ rating }) => rating ?? []).sort((a, b) => a - b);
      return {
        person,
        recommends: said.length === 0 ? null : (said.find(wish => wish !== 'yes') ?? 'yes'),
        rating: ratings.length === 0 ? null : ratings.reduce((a, b) => a + b) / ratings.length,
      };
    });
  return [...named, ...anonymous.map(({ recommends }) => ({ person: null, recommends, rating: null }))];
}

/** Somebody, or a tandem, that counts in a figure. */
interface Unit {
  readonly groups: InGroups;
  readonly value: number;
}

interface Sum {
  readonly units: number;
  readonly sum: number;
}

interface ShownMeasure {
  readonly total: Sum | null;
  readonly groups: Readonly<Record<Breakdown, readonly (Sum | null)[]>>;
  readonly isAnyHidden: boolean;
}

/** A figure of all and of each group; null where it is hidden. @param possible in which groups there could be units. */
function showMeasure(
  units: readonly Unit[],
  possible: readonly InGroups[],
  names: Readonly<Record<Breakdown, readonly string[]>>,
): ShownMeasure {
  const isNameless = units.some(({ groups }) => groups === NAMELESS);
  const breakdowns = BREAKDOWNS.map((breakdown): Groups => {
    const { length } = names[breakdown];
    const empty = names[breakdown].flatMap((name, at) =>
      possible.some(groups => groups[breakdown] === name) ? [] : [at],
    );
    return { count: length + (isNameless ? 1 : 0), neverShown: isNameless ? [length] : [], empty };
  });
  const numbers = units.map(({ groups }) =>
    BREAKDOWNS.map(breakdown =>
      groups === NAMELESS ? names[breakdown].length : names[breakdown].indexOf(groups[breakdown]),
    ),
  );
  const hidden = hideSmallGroups(numbers, breakdowns);
  const sum = (isMeant: (unit: number) => boolean): Sum => {
    const values = units.flatMap(({ value }, at) => (isMeant(at) ? [value] : []));
    return { units: values.length, sum: values.reduce((a, b) => a + b, 0) };
  };
  return {
    total: units.length < FEWEST ? null : sum(() => true),
    groups: mapBreakdowns(breakdown => {
      const at = BREAKDOWNS.indexOf(breakdown);
      return names[breakdown].map((_, group) =>
        hidden[at]![group] ? null : sum(unit => numbers[unit]![at] === group),
      );
    }),
    isAnyHidden:
      units.length > 0 &&
      hidden.some((groups, at) => groups.some((is, group) => is && !breakdowns[at]!.empty.includes(group))),
  };
}

function estimate(sum: Sum | null) {
  return sum && estimateShare(sum.sum, sum.units);
}
