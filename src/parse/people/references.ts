import {
  cellsAreEmpty,
  contraryPerson,
  type Location,
  likelyPerson,
  type Parsed,
  type Problem,
  severalPeople,
  unknownVeto,
  unknownWish,
} from '../../domain/problems.ts';
import type { Participant, Roster, Side, Withdrawn } from '../../domain/roster.ts';
import { fold } from '../../domain/text.ts';
import type { Reading } from '../config/sheet-reading.ts';
import type { Unread } from '../text/names-in-faulty-rows.ts';
import { detectNothing } from '../values/nothing.ts';
import { type Directory, type FoundPeople, formatPerson, type KnownPeople } from './people-index.ts';
import { type Reference, readReference } from './split-reference.ts';

/** The files in which each side's rows stand. */
export type SheetNames = Readonly<Record<Side, string>>;

/** What the config says of vetoes. */
type VetoReading = Pick<Reading, 'nothing' | 'options'>;

/**
 * Finds out whom managers, wishes and vetoes name, and notes it in the roster (see Roster.meanings). Managers are often
 * not in the sheets, which is not a problem; what nearly names somebody, or may name several, is told and never taken.
 */
export function resolveReferences(
  roster: Roster,
  people: KnownPeople,
  files: SheetNames,
  reading: VetoReading,
): Parsed<Roster> {
  const resolver = new Resolver(roster, people, reading);
  const mentors = mapVetoes(roster.mentors, person => resolver.readVetoes(person, files.mentor));
  const mentees = mapVetoes(roster.mentees, person => resolver.readVetoes(person, files.mentee));
  const withdrawn = roster.withdrawn.some(({ person }) => person.notWith.length > 0)
    ? roster.withdrawn.map(gone => resolver.readVetoesOfWithdrawn(gone, files))
    : roster.withdrawn;
  let number = 0;
  for (const person of mentors) resolver.read(person, number++, files.mentor);
  for (const person of mentees) resolver.read(person, number++, files.mentee);
  for (const { side, person } of roster.withdrawn) resolver.readManager(person, number++, files[side]);
  return {
    value: { ...roster, mentors, mentees, withdrawn, meanings: resolver.meanings },
    problems: [...resolver.reportEmptied(), ...resolver.problems],
  };
}

/** People with their vetoes as they are meant; those of a side without vetoes are the same list. */
function mapVetoes<Person extends Participant>(
  people: readonly Person[],
  meant: (person: Person) => Person,
): readonly Person[] {
  return people.some(({ notWith }) => notWith.length > 0) ? people.map(meant) : people;
}

/** Reads the references of one person after the other, and collects what they mean. */
class Resolver {
  readonly meanings = new Map<string, string>();
  readonly problems: Problem[] = [];
  readonly #directory: Directory;
  readonly #people: Roster;
  readonly #unread: Unread;
  readonly #reading: VetoReading;
  readonly #found = new Map<string, FoundPeople>();
  readonly #emptied = new Map<string, { readonly rows: Set<number>; readonly words: Set<string> }>();

  readonly #isStranger: Uint8Array;
  readonly #managers = new Map<string, FoundPeople>();
  #departments: ReadonlySet<string> | null = null;

  constructor(people: Roster, { directory, unread }: KnownPeople, reading: VetoReading) {
    this.#people = people;
    this.#reading = reading;
    this.#directory = directory;
    const { isStranger, texts } = directory.findStrangers();
    this.#isStranger = isStranger;
    directory.expect(texts);
    this.#unread = unread;
  }

  /**
   * Somebody with vetoes as they are meant. A list is split at its commas, that of "Brandt, Ada" too: such parts are
   * put together again. "None" and "NA" say nothing, unless a department or somebody is called so.
   */
  readVetoes<Person extends Participant>(person: Person, file: string): Person {
    if (person.notWith.length === 0) return person;
    const notWith = this.#dropNothing(this.#joinNames(person.notWith), person.row, file);
    return notWith.length === person.notWith.length ? person : { ...person, notWith };
  }

  readVetoesOfWithdrawn(gone: Withdrawn, files: SheetNames): Withdrawn {
    return gone.side === 'mentor'
      ? { ...gone, person: this.readVetoes(gone.person, files.mentor) }
      : { ...gone, person: this.readVetoes(gone.person, files.mentee) };
  }

  /** What counts as empty in each file. */
  reportEmptied(): Problem[] {
    return [...this.#emptied].map(([file, { rows, words }]) => {
      const [word = ''] = words;
      const location = { file, row: [...rows].reduce((a, b) => Math.min(a, b)), column: 'not_with', value: word };
      return cellsAreEmpty(location, [...words], rows.size, '');
    });
  }

  #dropNothing(vetoes: readonly string[], row: number, file: string): readonly string[] {
    const isVeto = (veto: string) => detectNothing(veto, this.#reading.nothing) === null || this.#isMeant(veto);
    const kept = vetoes.filter(isVeto);
    if (kept.length === vetoes.length) return vetoes;
    const { rows, words } = this.#emptied.get(file) ?? { rows: new Set(), words: new Set() };
    rows.add(row);
    for (const veto of vetoes) if (!isVeto(veto)) words.add(veto);
    this.#emptied.set(file, { rows, words });
    return kept;
  }

  /** Whether a word that usually says nothing is a veto all the same. */
  #isMeant(veto: string): boolean {
    return this.#reading.options.not_with?.some(answer => fold(answer) === fold(veto)) === true || this.#isKnown(veto);
  }

  #joinNames(parts: readonly string[]): readonly string[] {
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
    return this.#isDepartment(text) || this.#isPerson(text);
  }

  #isDepartment(text: string): boolean {
    const { mentors, mentees } = this.#people;
    this.#departments ??= new Set([...mentors, ...mentees].map(({ department }) => fold(department)));
    return this.#departments.has(fold(text));
  }

  #isPerson(text: string): boolean {
    return this.#directory.find(text).kind === 'person';
  }

  /** @param number of the row, as the register numbers them. */
  read(person: Participant, number: number, file: string): void {
    this.readManager(person, number, file);
    if (person.wishes.length > 0 || person.notWith.length > 0) this.#readOthers(person, file);
  }

  /** Two people may have the same manager outside of the sheets, however their cells write the name. */
  readManager({ manager, row }: Participant, number: number, file: string): void {
    if (this.#isStranger[number] === 0) return;
    const found = this.#managers.get(manager) ?? this.#findManager(manager);
    if (found.kind !== 'nobody') this.#tell(found, { file, row, column: 'manager', value: manager }, likelyPerson);
  }

  #findManager(manager: string): FoundPeople {
    const reference = readReference(manager);
    const found = this.#find(manager, reference);
    if (found.kind === 'near' || found.kind === 'nobody') {
      const { key, name, isPlain } = reference;
      this.#noteMeaning(manager, fold(isPlain ? name : key));
    }
    this.#managers.set(manager, found);
    return found;
  }

  #readOthers({ wishes, notWith, row }: Participant, file: string): void {
    for (const [index, value] of wishes.entries()) {
      if (value !== '') this.#tell(this.#find(value), { file, row, column: `wish_${index + 1}`, value }, unknownWish);
    }
    for (const value of notWith) {
      const location = { file, row, column: 'not_with', value };
      if (value !== '' && !this.#isDepartment(value)) this.#tell(this.#find(value), location, unknownVeto);
    }
  }

  #find(text: string, reference?: Reference): FoundPeople {
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const found = this.#directory.findBy(reference ?? readReference(text));
    this.#found.set(text, found);
    if (found.kind === 'person') this.#noteMeaning(text, found.person[0].person.id);
    // Its key may be somebody's id.
    else if (found.kind === 'several' || found.kind === 'contrary') this.#noteMeaning(text, '');
    return found;
  }

  #noteMeaning(text: string, meaning: string): void {
    if (text !== meaning) this.meanings.set(text, meaning);
  }

  #tell(
    found: FoundPeople,
    location: Location & { readonly value: string },
    tellNobody: (location: Location, cell: string, near: readonly string[]) => Problem,
  ): void {
    const { value } = location;
    switch (found.kind) {
      case 'person':
        return;
      case 'several':
        this.problems.push(severalPeople(location, value, found.people.map(formatPerson)));
        return;
      case 'contrary':
        this.problems.push(contraryPerson(location, value, found.people.map(formatPerson)));
        return;
      case 'near':
      case 'nobody': {
        if (this.#unread.mentor.mayBe(value) || this.#unread.mentee.mayBe(value)) return;
        const near = found.kind === 'near' ? found.people.map(formatPerson) : [];
        this.problems.push(tellNobody(location, value, near));
      }
    }
  }
}
