import {
  type Location,
  type Parsed,
  type Problem,
  severalInSetting,
  sharedIdentity,
  unknownInSetting,
} from '../../domain/problems.ts';
import type { IdPair } from '../../domain/roster.ts';
import { compareText } from '../../domain/text.ts';
import type { Config } from '../config/config.ts';
import { type Directory, formatPerson, isOne, type KnownPerson } from './people-index.ts';

/** Who is one person, and who is not, as the config says; by ids. */
export interface Identities {
  readonly same: readonly IdPair[];
  readonly different: readonly IdPair[];
}

/** Takes from the config which rows are of one person and which are not. People are named as everywhere. */
export function readIdentities(
  { same = [], different = [] }: Config,
  file: string,
  directory: Directory,
): Parsed<Identities> {
  const read = (setting: 'same' | 'different', pairs: readonly (readonly string[])[]) =>
    pairs.map((pair, at) => pairOf(pair, { file, column: `${setting}[${at}]` }, directory));
  const found = { same: read('same', same), different: read('different', different) };
  const shared = found.different.flatMap(({ people, location, texts }) =>
    people !== null && isOne(...people) ? [sharedIdentity(location, texts)] : [],
  );
  const problems = [...found.same, ...found.different].flatMap(({ problems }) => problems);
  return {
    value: { same: listIdPairs(found.same), different: listIdPairs(found.different) },
    problems: [...problems, ...shared],
  };
}

interface FoundPair {
  readonly people: readonly [KnownPerson, KnownPerson] | null;
  readonly location: Location;
  readonly texts: readonly string[];
  readonly problems: readonly Problem[];
}

function pairOf([one = '', other = '']: readonly string[], location: Location, directory: Directory): FoundPair {
  const [first, second] = [one, other].map((text, at) => {
    const found = directory.find(text);
    const where = { ...location, column: `${location.column}[${at}]`, value: text };
    if (found.kind === 'person') return { person: found.person, problems: [] };
    const people = found.kind === 'nobody' ? [] : found.people.map(formatPerson);
    const tell = found.kind === 'several' || found.kind === 'contrary' ? severalInSetting : unknownInSetting;
    return { person: null, problems: [tell(where, text, people)] };
  });
  const people = first?.person && second?.person ? ([first.person, second.person] as const) : null;
  return { people, location, texts: [one, other], problems: [...(first?.problems ?? []), ...(second?.problems ?? [])] };
}

/** Each pair in the order of its ids, and the pairs too: how the config lists them does not count. */
function listIdPairs(found: readonly FoundPair[]): IdPair[] {
  const pairs = new Map<string, IdPair>();
  for (const { people } of found) {
    if (people === null) continue;
    const [one, other] = [people[0][0].person.id, people[1][0].person.id];
    const pair: IdPair = one < other ? [one, other] : [other, one];
    pairs.set(pair.join('\n'), pair);
  }
  return [...pairs].sort(([a], [b]) => compareText(a, b)).map(([, pair]) => pair);
}
