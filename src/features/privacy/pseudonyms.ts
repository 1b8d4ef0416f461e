import { InternalError } from '../../domain/errors.ts';
import { computeHmac } from '../../domain/hmac.ts';
import { getRegister } from '../../domain/person-register.ts';
import type { Roster } from '../../domain/roster.ts';
import { compareText, fold } from '../../domain/text.ts';

/** What precedes the identity of a person, so that no other use of the key gives the same codes. */
const PURPOSE = 'rmentor pseudonym of a person\n';

/** Digits and letters that nobody confuses: those of Crockford's base 32. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** 80 bits: among a million people, two share a pseudonym once in two trillion runs, and then nothing is written. */
const LENGTH = 16;

/**
 * Gives everybody in a roster a pseudonym by a key, as the Register numbers their rows: mentors, mentees, and who
 * withdrew. Whoever has an address is known by it, in small letters, and else by the id: so a person who is in both
 * sheets has one pseudonym, and the same one in the next round. @throws InternalError where two people share one.
 */
export function makePseudonyms(roster: Roster, key: Uint8Array): readonly string[] {
  const register = getRegister(roster);
  const identities = new Map<number, string[]>();
  for (const [row, { id, email }] of register.people.entries()) {
    const root = register.findRoot(row);
    // An address comes before any id.
    identities.set(root, [...(identities.get(root) ?? []), email === '' ? `id ${id}` : `address ${fold(email)}`]);
  }
  const pseudonyms = new Map(
    [...identities].map(([root, known]) => [root, makePseudonym(known.toSorted(compareText)[0]!, key)]),
  );
  if (new Set(pseudonyms.values()).size < pseudonyms.size) throw new InternalError('two people share a pseudonym');
  return register.people.map((_, row) => pseudonyms.get(register.findRoot(row))!);
}

/** "p-3k9…": no spreadsheet takes it for a number or a formula. */
function makePseudonym(identity: string, key: Uint8Array): string {
  const bytes = computeHmac(key, `${PURPOSE}${identity}`);
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('');
  const digits = Array.from({ length: LENGTH }, (_, at) => DIGITS[Number.parseInt(bits.slice(5 * at, 5 * at + 5), 2)]);
  return `p-${digits.join('')}`;
}
