import type { Chance } from './chance.ts';
import type { SampledPerson, SamplePeople } from './people.ts';
import { LEADS } from './words.ts';

/** How many in a hundred report to somebody in the sheets, where there is somebody. */
const INSIDE = 60;

/** How many in a hundred of those who report to somebody outside the sheets are the first to name this manager. */
const FIRST_REPORT = 30;

/**
 * The id of everybody's direct manager by their own id; nobody leads the board. A manager is of the same department and
 * of a higher level, in the same country if possible; some are not in the sheets, with ids like X017. So lines run
 * through both sheets, end, and never leave a department.
 */
export function inventReportingLines(people: SamplePeople, luck: Chance): ReadonlyMap<string, string> {
  const everybody = [...people.mentors, ...people.mentees];
  const inside = indexLeaders(people.mentees);
  const outside = createOutsiderPicker(luck);
  const lines = new Map<string, string>();
  for (const person of everybody) {
    if (person.level === 'board') continue;
    const choice = inside.get(makeNearKey(person)) ?? inside.get(makeFarKey(person)) ?? [];
    const known = choice.length > 0 && luck.holds(INSIDE);
    lines.set(person.id, known ? luck.pick(choice) : outside(makeFarKey(person)));
  }
  return lines;
}

/** Who may lead whom: mentees by the level, department and country of those they may lead, and without the country. */
function indexLeaders(mentees: readonly SampledPerson[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, level, department, country } of mentees) {
    for (const led of LEADS[level]) {
      put(found, makeNearKey({ level: led, department, country }), id);
      put(found, makeFarKey({ level: led, department }), id);
    }
  }
  return found;
}

function makeNearKey({ level, department, country }: Pick<SampledPerson, 'level' | 'department' | 'country'>): string {
  return `${level}/${department}/${country.code}`;
}

function makeFarKey({ level, department }: Pick<SampledPerson, 'level' | 'department'>): string {
  return `${level}/${department}`;
}

function put(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [id]);
  else list.push(id);
}

/** Managers who take no part, numbered as they come up; several people of one level and department may share one. */
function createOutsiderPicker(luck: Chance): (group: string) => string {
  const known = new Map<string, string[]>();
  let count = 0;
  return group => {
    const there = known.get(group) ?? [];
    if (there.length > 0 && !luck.holds(FIRST_REPORT)) return luck.pick(there);
    count += 1;
    const id = `X${String(count).padStart(3, '0')}`;
    put(known, group, id);
    return id;
  };
}
