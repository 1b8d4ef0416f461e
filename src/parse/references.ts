import {
  cellsAreEmpty,
  contraryPerson,
  likelyPerson,
  type Parsed,
  type Place,
  type Problem,
  severalPeople,
  unknownVeto,
  unknownWish,
} from '../domain/problems.ts';
import type { Participant, Roster, Side, Withdrawn } from '../domain/roster.ts';
import { fold } from '../domain/text.ts';
import { calledAs, type Directory, type Found, type KnownPeople } from './directory.ts';
import { nothingIn } from './nothing.ts';
import type { Reading } from './reading.ts';
import { readReference } from './reference.ts';
import type { Unread } from './unread.ts';

/** The files in which each side's rows stand. */
export type SheetNames = Readonly<Record<Side, string>>;

/** What the config says of vetoes. */
type VetoReading = Pick<Reading, 'nothing' | 'options'>;

/**
 * Finds out whom managers, wishes and vetoes name, and notes it in the roster (see Roster.meanings). Managers are often not
 * in the sheets, which is not a problem; what nearly names somebody, or may name several, is told and never taken.
 */
export function resolveReferences(
  roster: Roster,
  people: KnownPeople,
  files: SheetNames,
  reading: VetoReading,
): Parsed<Roster> {
  const resolver = new Resolver(roster, people, reading);
  const mentors = roster.mentors.map(person => resolver.withVetoes(person, files.mentor));
  const mentees = roster.mentees.map(person => resolver.withVetoes(person, files.mentee));
  const withdrawn = roster.withdrawn.map(
    (gone): Withdrawn =>
      gone.side === 'mentor'
        ? { ...gone, person: resolver.withVetoes(gone.person, files.mentor) }
        : { ...gone, person: resolver.withVetoes(gone.person, files.mentee) },
  );
  const rows = [
    ...mentors.map(person => ({ person, file: files.mentor, isGone: false })),
    ...mentees.map(person => ({ person, file: files.mentee, isGone: false })),
    ...roster.withdrawn.map(({ side, person }) => ({ person, file: files[side], isGone: true })),
  ];
  const problems = rows.flatMap(({ person, file, isGone }) => [
    ...resolver.readManager(person, file),
    ...(isGone ? [] : resolver.readOthers(person, file)),
  ]);
  return {
    value: { ...roster, mentors, mentees, withdrawn, meanings: resolver.meanings },
    problems: [...resolver.emptied(), ...problems],
  };
}

const NONE: readonly Problem[] = [];

/** Reads the references of one person after the other, and collects what they mean. */
class Resolver {
  readonly meanings = new Map<string, string>();
  readonly #directory: Directory;
  readonly #departments: ReadonlySet<string>;
  readonly #unread: Unread;
  readonly #reading: VetoReading;
  readonly #found = new Map<string, Found>();
  readonly #emptied = new Map<string, { readonly rows: Set<number>; readonly words: Set<string> }>();

  constructor({ mentors, mentees }: Roster, { directory, unread }: KnownPeople, reading: VetoReading) {
    this.#reading = reading;
    this.#directory = directory;
    this.#departments = new Set([...mentors, ...mentees].map(({ department }) => fold(department)));
    this.#unread = unread;
  }

  /**
   * Somebody with vetoes as they are meant. A list is split at its commas, that of "Brandt, Ada" too: such parts are put together
   * again. "None" and "NA" say nothing, unless a department or somebody is called so.
   */
  withVetoes<Person extends Participant>(person: Person, file: string): Person {
    if (person.notWith.length === 0) return person;
    const notWith = this.#withoutNothing(this.#wholeNames(person.notWith), person.row, file);
    return notWith.length === person.notWith.length ? person : { ...person, notWith };
  }

  /** What counts as empty in each file. */
  emptied(): Problem[] {
    return [...this.#emptied].map(([file, { rows, words }]) => {
      const [word = ''] = words;
      const place = { file, row: [...rows].reduce((a, b) => Math.min(a, b)), column: 'not_with', value: word };
      return cellsAreEmpty(place, [...words], rows.size, '');
    });
  }

  #withoutNothing(vetoes: readonly string[], row: number, file: string): readonly string[] {
    const says = (veto: string) => nothingIn(veto, this.#reading.nothing) === null || this.#isMeant(veto);
    const kept = vetoes.filter(says);
    if (kept.length === vetoes.length) return vetoes;
    const { rows, words } = this.#emptied.get(file) ?? { rows: new Set(), words: new Set() };
    rows.add(row);
    for (const veto of vetoes) if (!says(veto)) words.add(veto);
    this.#emptied.set(file, { rows, words });
    return kept;
  }

  /** Whether a word that usually says nothing is a veto all the same. */
  #isMeant(veto: string): boolean {
    return this.#reading.options.not_with?.some(answer => fold(answer) === fold(veto)) === true || this.#isKnown(veto);
  }

  #wholeNames(parts: readonly string[]): readonly string[] {
    const whole: string[] = [];
    for (let at = 0; at < parts.length; at++) {
      const joined = `${parts[at]}, ${parts[at + 1]}`;
      const isTurned = at + 1 < parts.length && !this.#isKnown(parts[at]!) && this.#isPerson(joined);
      whole.push(isTurned ? joined : parts[at]!);
      if (isTurned) at++;
    }
    return whole;
  }

  #isKnown(text: string): boolean {
    return this.#departments.has(fold(text)) || this.#isPerson(text);
  }

  #isPerson(text: string): boolean {
    return this.#directory.find(text).kind === 'person';
  }

  /** Two people may have the same manager outside of the sheets, however their cells write the name. */
  readManager({ manager, row }: Participant, file: string): readonly Problem[] {
    if (manager === '' || this.#directory.hasId(manager)) return NONE;
    const found = this.#find(manager);
    if (found.kind === 'near' || found.kind === 'nobody') {
      const { key, name, isPlain } = readReference(manager);
      this.#mean(manager, fold(isPlain ? name : key));
    }
    if (found.kind === 'nobody') return NONE;
    return this.#problems(found, { file, row, column: 'manager', value: manager }, likelyPerson);
  }

  readOthers({ wishes, notWith, row }: Participant, file: string): readonly Problem[] {
    if (wishes.length + notWith.length === 0) return NONE;
    const named = [
      ...wishes.map((value, index) => ({ value, column: `wish_${index + 1}`, tell: unknownWish })),
      ...notWith
        .filter(value => !this.#departments.has(fold(value)))
        .map(value => ({ value, column: 'not_with', tell: unknownVeto })),
    ];
    return named.flatMap(({ value, column, tell }) =>
      value === '' ? [] : this.#problems(this.#find(value), { file, row, column, value }, tell),
    );
  }

  #find(text: string): Found {
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const found = this.#directory.find(text);
    this.#found.set(text, found);
    if (found.kind === 'person') this.#mean(text, found.person[0].person.id);
    // Its key may be somebody's id.
    else if (found.kind === 'several' || found.kind === 'contrary') this.#mean(text, '');
    return found;
  }

  #mean(text: string, meaning: string): void {
    if (text !== meaning) this.meanings.set(text, meaning);
  }

  #problems(
    found: Found,
    place: Place & { readonly value: string },
    tellNobody: (place: Place, cell: string, near: readonly string[]) => Problem,
  ): readonly Problem[] {
    const { value } = place;
    switch (found.kind) {
      case 'person':
        return NONE;
      case 'several':
        return [severalPeople(place, value, found.people.map(calledAs))];
      case 'contrary':
        return [contraryPerson(place, value, found.people.map(calledAs))];
      case 'near':
      case 'nobody': {
        if (this.#unread.mentor.mayBe(value) || this.#unread.mentee.mayBe(value)) return NONE;
        return [tellNobody(place, value, found.kind === 'near' ? found.people.map(calledAs) : [])];
      }
    }
  }
}
