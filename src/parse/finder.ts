import type { Participant } from '../domain/roster.ts';
import { fold } from '../domain/text.ts';
import { nearest } from './nearest.ts';
import type { UnreadRows } from './unread.ts';

export const NOBODY = -1;
const UNREAD = -2;
export const WITHDRAWN = -3;

/** Finds people by id or address without regard to case. */
export class Finder {
  readonly #names: readonly string[];
  readonly #byName = new Map<string, number>();
  readonly #unread: UnreadRows;

  constructor(people: readonly Participant[], withdrawn: readonly Participant[], unread: UnreadRows) {
    this.#unread = unread;
    for (const name of withdrawn.flatMap(({ id, email }) => [email, id])) this.#byName.set(fold(name), WITHDRAWN);
    for (const [index, { email }] of people.entries()) this.#byName.set(fold(email), index);
    for (const [index, { id }] of people.entries()) this.#byName.set(fold(id), index);
    this.#names = people.flatMap(({ id, email }) => [id, email]);
  }

  index(name: string): number {
    return this.#byName.get(fold(name)) ?? (this.#unread.mayBe(name) ? UNREAD : NOBODY);
  }

  nearest(name: string): string | null {
    return nearest(name, this.#names);
  }
}
