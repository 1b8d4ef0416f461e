import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { fold } from '../../domain/text.ts';
import type { Words } from './en/index.ts';

/** What people are called in sentences: by name, and with the id where two share a name. */
export function makeNameLookup({ mentors, mentees }: Roster): (side: Side, index: number) => string {
  const counts = new Map<string, number>();
  for (const { name } of [...mentors, ...mentees]) counts.set(fold(name), (counts.get(fold(name)) ?? 0) + 1);
  return (side, index) => {
    const { name, id } = (side === 'mentor' ? mentors : mentees)[index]!;
    return (counts.get(fold(name)) ?? 0) > 1 ? `${name} (${id})` : name;
  };
}

/** "mentor in Marketing, Germany", as far as that is known. */
export function phraseRole(side: Side, { department, country }: Participant, { pair, grammar }: Words): string {
  const where = [department, country === '' ? '' : grammar.nameCountry(country)];
  return pair.role(
    side,
    where.filter(text => text !== ''),
  );
}
