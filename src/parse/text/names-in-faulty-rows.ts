import { hasErrors, type Parsed } from '../../domain/problems.ts';
import type { Side } from '../../domain/roster.ts';
import { fold } from '../../domain/text.ts';
import { decodeUtf8 } from './bytes-to-text.ts';
import { decode } from './decode.ts';
import type { Source } from './sheet-source.ts';

/** Whom a sheet has besides those that could be read: other sheets may name them rightly. */
export interface UnreadRows {
  /** Whether there may be any. */
  readonly some: boolean;
  /** Whether a text may be somebody's id or address. */
  readonly mayBe: (name: string) => boolean;
}

export type Unread = Readonly<Record<Side, UnreadRows>>;

/** Takes for a name whatever stands between two delimiters in a sheet with errors. */
export function findUnreadRows({ problems }: Parsed<unknown>, source: Source, encoding: string | null): UnreadRows {
  if (!hasErrors(problems)) return { some: false, mayBe: () => false };
  let names: ReadonlySet<string> | 'any' | null = null;
  return {
    some: true,
    mayBe: name => {
      names ??= collectNames(source, encoding);
      return names === 'any' || names.has(fold(name));
    },
  };
}

/** 'any' where the bytes are no text that could be searched. */
function collectNames({ file, bytes, workbook }: Source, encoding: string | null): ReadonlySet<string> | 'any' {
  if (workbook != null) {
    return new Set(workbook.value?.sheets.flatMap(({ rows }) => rows.flatMap(cells => cells.map(fold))));
  }
  const { value } = decode(file, bytes, encoding);
  if (value === null || value.isDamaged) return 'any';
  return new Set(
    decodeUtf8(value.utf8)
      .split(/[;,\t|"\r\n]/u)
      .map(fold),
  );
}
