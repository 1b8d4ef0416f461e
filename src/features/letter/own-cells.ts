import { listColumnsIn, type NumberColumn } from '../../domain/field-ledger.ts';
import type { Letter, OwnCell } from '../../domain/letter.ts';
import type { Policy } from '../../domain/policy.ts';
import type { ComparableColumn, Mentee, Mentor, Participant, Roster } from '../../domain/roster.ts';
import { fold } from '../../domain/text.ts';
import { listNamedColumns } from '../../domain/used-columns.ts';
import { formatValue } from '../../pair/rules/rule-facts.ts';

/** Columns that hold no names of others by their nature. The manager, wishes and people not to meet do. */
const OWN_COLUMNS: readonly ComparableColumn[] = [
  ...listColumnsIn('address'),
  ...listColumnsIn('place'),
  ...listColumnsIn('profile'),
];

/**
 * What a letter repeats of somebody's own row: filled cells that name nobody else. Of columns of the user's own only
 * those that a rule uses; the others are named by their headers.
 * @param namesOther whether a text names somebody else.
 */
export function listOwnCells(
  person: Participant,
  policy: Policy,
  namesOther: (text: string) => boolean,
): Pick<Letter, 'own' | 'leftOut'> {
  const named = listNamedColumns(policy);
  const extras = [...person.extra].filter(([, value]) => value !== '');
  const isTold = ([column, value]: readonly [string, string]) => named.has(column) && !namesOther(value);
  const own = OWN_COLUMNS.map(column => ({ column, value: formatValue(person, column, policy) }));
  return {
    own: [
      ...own.filter(({ value, column }) => value !== '' && (column === 'email' || !namesOther(value))),
      ...listNumbers(person),
      ...extras.filter(isTold).map(([column, value]) => ({ column, value })),
    ],
    leftOut: extras.filter(cell => !isTold(cell)).map(([column]) => column),
  };
}

function listNumbers(person: Participant): OwnCell[] {
  return listColumnsIn('numbers').flatMap(column => {
    const number = readNumber(person, column);
    return number === null ? [] : [{ column, value: String(number) }];
  });
}

/** null where people of that side have none. */
function readNumber(person: Participant & Partial<Mentor & Mentee>, column: NumberColumn): number | null {
  switch (column) {
    case 'capacity':
    case 'wants':
    case 'priority':
      return person[column] ?? null;
    case 'min_load':
      return person.minLoad ?? null;
  }
}

/** Finds whether a text holds the name, the id or the address of somebody else. */
export function makeOtherSearch(
  person: Participant,
  { mentors, mentees, withdrawn }: Roster,
): (text: string) => boolean {
  const own = new Set([person.id, person.name, person.email].map(fold));
  const marks = new Set(
    [...mentors, ...mentees, ...withdrawn.map(gone => gone.person)]
      .flatMap(({ id, name, email }) => [id, name, email])
      .map(fold)
      .filter(mark => mark !== '' && !own.has(mark)),
  );
  return text => {
    const folded = fold(text);
    return [...marks].some(mark => holdsWord(folded, mark));
  };
}

/** Whether a text holds another as a whole word. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text[at + word.length]];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
