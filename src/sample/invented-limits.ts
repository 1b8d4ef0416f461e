import type { Side } from '../domain/roster.ts';
import { compareText } from '../domain/text.ts';
import type { Chance } from './chance.ts';
import type { SampledPerson, SamplePeople } from './people.ts';

/** A row of limits.csv: how many tandems a country may and must have; null where the row leaves it open. */
export interface SampleLimit {
  readonly country: string;
  readonly side: Side;
  readonly min: number | null;
  readonly max: number | null;
}

/** A country's people of one side, and how many tandems they would take at most. */
interface Presence {
  readonly country: string;
  readonly slots: number;
  readonly departments: ReadonlySet<string>;
}

/**
 * Limits that a programme might set, some of them tight: the three largest countries cannot place everybody, and the
 * two with the most slots on the mentors' side cannot use them all. They can always be met together.
 */
export function inventLimits(people: SamplePeople, luck: Chance): readonly SampleLimit[] {
  const mentees = listPresences(people.mentees);
  const mentors = listPresences(people.mentors);
  const largest = mentees.slice(0, 3);
  const others = mentees.slice(3);
  const sure = others.findLast(there => isSure(there, mentors));
  const unnamed = others.filter(there => there !== sure);
  return [
    ...largest.map(there => makeCountryLimit(there, 'mentee', 85 + luck.below(6))),
    ...(sure === undefined ? [] : [{ country: sure.country, side: 'mentee' as const, min: 1, max: null }]),
    ...(unnamed.length === 0 ? [] : [makeGeneralLimit(unnamed)]),
    ...mentors
      .slice(0, 2)
      .filter(there => there.slots > 1)
      .map(there => makeCountryLimit(there, 'mentor', 70 + luck.below(6))),
  ];
}

/** Who is where, the country with the most slots first. */
function listPresences(people: readonly SampledPerson[]): readonly Presence[] {
  const found = new Map<string, { country: string; slots: number; departments: Set<string> }>();
  for (const { country, slots, department } of people) {
    const there = found.get(country.code) ?? { country: country.name, slots: 0, departments: new Set() };
    there.slots += slots;
    there.departments.add(department);
    found.set(country.code, there);
  }
  return [...found.values()].sort((a, b) => b.slots - a.slots || compareText(a.country, b.country));
}

/**
 * Whether one tandem of these mentees is certain to be possible: with a mentor of the same country, who speaks its
 * language, and of another department, where no reporting line leads.
 */
function isSure(mentees: Presence, mentors: readonly Presence[]): boolean {
  const near = mentors.find(there => there.country === mentees.country);
  return near !== undefined && new Set([...mentees.departments, ...near.departments]).size > 1;
}

function makeCountryLimit(there: Presence, side: Side, percent: number): SampleLimit {
  return { country: there.country, side, min: null, max: Math.max(1, Math.floor((there.slots * percent) / 100)) };
}

/** A limit for every country not named, in round tens so generous that none of them reaches it. */
function makeGeneralLimit(unnamed: readonly Presence[]): SampleLimit {
  const most = unnamed[0]!.slots;
  return { country: '*', side: 'mentee', min: null, max: 10 * (Math.floor(most / 10) + 1) };
}
