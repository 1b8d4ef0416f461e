import type { Side } from '../../domain/roster.ts';
import type { FoundPeople, KnownPeople, KnownPerson } from './people-index.ts';

/** Somebody of one side, by their number there; or why there is none. */
export type OnSide =
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'withdrawn' }
  /** Perhaps in a row that could not be read: its own problem is told. */
  | { readonly kind: 'unread' }
  /** In the other sheet alone. */
  | { readonly kind: 'other-side'; readonly person: KnownPerson }
  | Exclude<FoundPeople, { readonly kind: 'person' }>;

/** Finds the person whom a cell names among those of a side. */
export function findOnSide(cell: string, side: Side, { directory, unread }: KnownPeople): OnSide {
  const found = directory.find(cell);
  if (found.kind === 'person') return findRowOnSide(found.person, side);
  const isNobody = found.kind === 'near' || found.kind === 'nobody';
  return isNobody && unread[side].mayBe(cell) ? { kind: 'unread' } : found;
}

function findRowOnSide(person: KnownPerson, side: Side): OnSide {
  const rows = person.filter(row => row.side === side);
  const here = rows.find(({ index }) => index >= 0);
  if (here !== undefined) return { kind: 'index', index: here.index };
  return rows.length > 0 ? { kind: 'withdrawn' } : { kind: 'other-side', person };
}
