import { isAddress } from '../values/cells.ts';
import { readName } from '../values/person-names.ts';

/** How a cell, or a word of the command line, names somebody. */
export interface Reference {
  /** What may be an id or an address. */
  readonly key: string;
  /** What may be a name; '' where there is none beside the key. */
  readonly name: string;
  /** Whether key and name are one text, so that it may be either. */
  readonly isPlain: boolean;
}

/**
 * Takes an address out of what mail programs put around it, and an id out of "Name (id)":
 * `Ada <ada@example.org>`, `mailto:ada@example.org`, `ada@example.org (Ada)`, `Ada Brandt (m1)`, `Brandt, Ada`.
 */
export function readReference(cell: string): Reference {
  if (PLAIN.test(cell)) return { key: cell, name: cell, isPlain: true };
  const [, before = '', within = ''] = WRAPPED.exec(cell) ?? [];
  if (within !== '')
    return isAddress(stripAddress(before)) ? makeReference(before, within) : makeReference(within, before);
  const key = stripAddress(cell);
  if (isAddress(key)) return { key, name: '', isPlain: false };
  return { key, name: readName(cell).name, isPlain: true };
}

/**
 * Nothing is around it, and it is neither an address nor a name in two parts: most codes and
 * names are so, and asking costs less.
 */
const PLAIN = /^[\w .-]+$/u;

/** What stands in brackets behind something else: `Name <…>`, `Name (…)`, `<…>`. */
const WRAPPED = /^(.*?)\s*[<(]([^<>()]+)[>)]$/u;

function makeReference(key: string, name: string): Reference {
  const bare = stripAddress(key);
  const whole = readName(`${name} (${key})`).name;
  // "(EXT)" and its like are a mark of people from outside, and not an id.
  if (!whole.endsWith(')') && !isAddress(bare) && !/\d/u.test(bare)) return { key: whole, name: whole, isPlain: true };
  return { key: bare, name: readName(name.replace(/^"(.*)"$/u, '$1')).name, isPlain: false };
}

function stripAddress(text: string): string {
  return text.replace(/^mailto:/iu, '').replace(/^<(.*)>$/u, '$1');
}
