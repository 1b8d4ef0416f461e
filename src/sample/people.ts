import type { Chance } from './chance.ts';
import { COUNTRIES, type Country } from './countries.ts';
import { makeAccount } from './mail-account.ts';
import { NAMES, type NameLists } from './names.ts';
import {
  CAPACITIES,
  DEPARTMENTS,
  FURTHER_LANGUAGES,
  MENTEE_LEVELS,
  MENTOR_LEVELS,
  type SampleLevel,
  TOPICS,
  type Topic,
  type Weighted,
} from './words.ts';

/**
 * How large a sample is: whole numbers from 1 (the seed: any), and no more countries and departments than are known.
 */
export interface SampleSize {
  readonly mentors: number;
  readonly mentees: number;
  readonly countries: number;
  readonly departments: number;
  readonly seed: number;
}

/** Somebody invented, of either side. */
export interface SampledPerson {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly department: string;
  readonly country: Country;
  readonly city: string;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly level: SampleLevel;
  /** A mentor's capacity, or how many mentors a mentee would like. */
  readonly slots: number;
}

export interface SamplePeople {
  readonly mentors: readonly SampledPerson[];
  readonly mentees: readonly SampledPerson[];
}

/** What makes people of one side unlike those of the other. */
interface Traits {
  readonly prefix: string;
  readonly levels: readonly Weighted<SampleLevel>[];
  readonly topics: { readonly least: number; readonly most: number; readonly weight: (topic: Topic) => number };
  readonly slots: (luck: Chance) => number;
}

const MENTORS: Traits = {
  prefix: 'M',
  levels: MENTOR_LEVELS,
  topics: { least: 2, most: 5, weight: topic => topic.offered },
  slots: luck => luck.pickByWeight(CAPACITIES, capacity => capacity.weight).slots,
};

const MENTEES: Traits = {
  prefix: 'E',
  levels: MENTEE_LEVELS,
  topics: { least: 1, most: 3, weight: topic => topic.wished },
  slots: () => 1,
};

/** Invents the people of both sides; time and space grow with their number. */
export function inventPeople(size: SampleSize, luck: Chance): SamplePeople {
  const countries = COUNTRIES.slice(0, size.countries);
  const departments = DEPARTMENTS.slice(0, size.departments);
  const named = createNamer(luck);
  const invent = (traits: Traits, count: number, before: number) => {
    const where = distributeKinds(countries, count, before, luck);
    const what = distributeKinds(departments, count, before, luck);
    const width = Math.max(3, String(count).length);
    return where.map((country, index) => ({
      id: `${traits.prefix}${String(index + 1).padStart(width, '0')}`,
      ...named(country),
      department: what[index]!.name,
      country,
      city: luck.pickEarly(country.cities),
      languages: drawLanguages(country, luck),
      ...drawTraits(traits, luck),
    }));
  };
  const mentors = invent(MENTORS, size.mentors, 0);
  return { mentors, mentees: invent(MENTEES, size.mentees, size.mentors) };
}

/**
 * `count` kinds in no order: every kind once as long as people last, the others by weight. Where the side before was
 * too small for all kinds, this one begins with those that are missing, so that both together have as many as possible.
 */
function distributeKinds<Kind extends { readonly weight: number }>(
  kinds: readonly Kind[],
  count: number,
  before: number,
  luck: Chance,
): readonly Kind[] {
  const first = before < kinds.length ? before : 0;
  const once = [...kinds.slice(first), ...kinds.slice(0, first)].slice(0, count);
  const byWeight = Array.from({ length: count - once.length }, () => luck.pickByWeight(kinds, kind => kind.weight));
  return luck.shuffled([...once, ...byWeight]);
}

/**
 * Gives names that go with a country, and addresses. A second and a third draw look for a name that nobody has yet; in
 * a large sample there are namesakes all the same, and a number in the address tells them apart.
 */
function createNamer(luck: Chance): (country: Country) => Pick<SampledPerson, 'firstName' | 'lastName' | 'email'> {
  const taken = new Map<string, number>();
  return country => {
    let name = drawName(country, luck);
    for (let draws = 1; draws < 3 && taken.has(name.account); draws++) name = drawName(country, luck);
    const { firstName, lastName, account } = name;
    const namesakes = taken.get(account) ?? 0;
    taken.set(account, namesakes + 1);
    return { firstName, lastName, email: `${account}${namesakes === 0 ? '' : namesakes + 1}@example.org` };
  };
}

/** Most people have a name of their country; the others came from anywhere. */
function drawName(country: Country, luck: Chance): { firstName: string; lastName: string; account: string } {
  const names: NameLists = luck.holds(88) ? luck.pickEarly(country.names) : luck.pick(Object.values(NAMES));
  const firstName = luck.pick(names.first);
  const lastName = luck.pick(names.last);
  return { firstName, lastName, account: makeAccount(firstName, lastName) };
}

/** The country's first language, its others as often as not, English nearly everywhere, and now and then one more. */
function drawLanguages(country: Country, luck: Chance): readonly string[] {
  const [local, ...others] = country.languages;
  const spoken = new Set([local!, ...others.filter(() => luck.holds(50))]);
  if (luck.holds(85)) spoken.add('English');
  if (luck.holds(22)) spoken.add(luck.pickByWeight(FURTHER_LANGUAGES, language => language.weight).name);
  return [...spoken];
}

function drawTraits(
  { levels, topics, slots }: Traits,
  luck: Chance,
): Pick<SampledPerson, 'topics' | 'level' | 'slots'> {
  const count = topics.least + luck.below(topics.most - topics.least + 1);
  return {
    topics: luck.sampleByWeight(TOPICS, count, topics.weight).map(topic => topic.name),
    level: luck.pickByWeight(levels, level => level.weight).name,
    slots: slots(luck),
  };
}
