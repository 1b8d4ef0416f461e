import type { HistoryFile, PastPerson, PastTandem, PastTandemCounts } from '../domain/policy.ts';
import type { Side } from '../domain/roster.ts';
import { compareText, fold } from '../domain/text.ts';
import type { FoundPeople } from './people/people-index.ts';
import { readDay } from './values/days.ts';

/** A row of a list of earlier tandems: whom its cells name, and as whom. */
export interface PastRow extends Readonly<Record<Side, FoundPeople>> {
  readonly texts: Readonly<Record<Side, string>>;
  readonly date: string;
  readonly status: string;
}

/** The tandems that a file of the history lists, in an order of their own. A pair that somebody declined was none. */
export function listPastTandems(rows: readonly PastRow[]): PastTandem[] {
  const tandems = rows.flatMap((row): PastTandem[] => {
    const { date, status } = row;
    if (fold(status) === 'declined') return [];
    return [
      { mentor: pickPastPerson(row, 'mentor'), mentee: pickPastPerson(row, 'mentee'), date: readDay(date) ?? date },
    ];
  });
  return tandems
    .map(tandem => ({ tandem, key: [keyPerson(tandem.mentee), keyPerson(tandem.mentor), tandem.date].join('\n') }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ tandem }) => tandem);
}

function pickPastPerson(row: PastRow, side: Side): PastPerson {
  const found = row[side];
  const here = found.kind === 'person' ? found.person.find(one => one.side === side && one.index >= 0) : undefined;
  return here === undefined ? { isHere: false, name: fold(row.texts[side]) } : { isHere: true, name: here.person.id };
}

function keyPerson({ isHere, name }: PastPerson): string {
  return `${isHere ? 'id' : 'text'} ${name}`;
}

/**
 * How many tandems mentees have had; null where there is no history. Files may repeat each other: two people are a
 * tandem once for each date, and a row without one adds nothing to others of the same two.
 */
export function countPastTandems(history: readonly HistoryFile[]): PastTandemCounts | null {
  if (history.length === 0) return null;
  const byMentee = groupBy(
    history.flatMap(({ tandems }) => tandems),
    ({ mentee }) => keyPerson(mentee),
  );
  const counted = [...byMentee.values()].map(tandems => ({ mentee: tandems[0]!.mentee, count: countTandems(tandems) }));
  return {
    counts: new Map(counted.flatMap(({ mentee, count }) => (mentee.isHere ? [[mentee.name, count]] : []))),
    most: counted.reduce((most, { count }) => Math.max(most, count), 0),
  };
}

/** Of one mentee. */
function countTandems(tandems: readonly PastTandem[]): number {
  const byMentor = groupBy(tandems, ({ mentor }) => keyPerson(mentor));
  return [...byMentor.values()].reduce((sum, ofPair) => {
    const dates = new Set(ofPair.map(({ date }) => date).filter(date => date !== ''));
    return sum + Math.max(1, dates.size);
  }, 0);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
