import { keyPerson } from '../../domain/decisions.ts';
import type { Side } from '../../domain/roster.ts';
import type { FoundPeople, KnownPeople, KnownPerson } from './people-index.ts';

/** Somebody of one side, by their number there; or why there is none. */
export type OnSide =
  | { readonly kind: 'index'; readonly index: number }
  /** `left`: their row says otherwise, but they left a finished run. */
  | { readonly kind: 'withdrawn'; readonly left: boolean }
  /** Perhaps in a row that could not be read: its own problem is told. */
  | { readonly kind: 'unread' }
  /** In the other sheet alone. */
  | { readonly kind: 'other-side'; readonly person: KnownPerson }
  | Exclude<FoundPeople, { readonly kind: 'person' }>;

/** Finds the person whom a cell names among those of a side. */
export function findOnSide(cell: string, side: Side, { directory, unread, left }: KnownPeople): OnSide {
  const found = directory.find(cell);
  if (found.kind === 'person') return findRowOnSide(found.person, side, left);
  const isNobody = found.kind === 'near' || found.kind === 'nobody';
  return isNobody && unread[side].mayBe(cell) ? { kind: 'unread' } : found;
}

function findRowOnSide(person: KnownPerson, side: Side, left: ReadonlySet<string>): OnSide {
  const rows = person.filter(row => row.side === side);
  const here = rows.find(({ index }) => index >= 0);
  if (here !== undefined) return { kind: 'index', index: here.index };
  if (rows.length === 0) return { kind: 'other-side', person };
  return { kind: 'withdrawn', left: rows.some(row => left.has(keyPerson({ side, id: row.person.id }))) };
}
