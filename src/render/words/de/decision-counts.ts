import type { Words } from '../en/index.ts';
import { formatCount, joinNames } from './grammar.ts';

export const decisions: Words['decisions'] = {
  phrase: (approved, declined, left) =>
    [
      ...(approved > 0
        ? [`${approved === 1 ? '1 freigegebenes Tandem bleibt' : `${approved} freigegebene Tandems bleiben`}`]
        : []),
      ...(declined > 0
        ? [`${formatCount(declined, 'abgelehntes Paar wird', 'abgelehnte Paare werden')} nicht wieder vorgeschlagen`]
        : []),
      ...(left > 0
        ? [left === 1 ? '1 abgemeldete Person bleibt ohne Tandem' : `${left} abgemeldete Personen bleiben ohne Tandem`]
        : []),
    ].join(', '),
  sayTaken: (from, what, keepsDrafts) =>
    `Entscheidungen aus ${joinNames(from)}: ${what}.${
      keepsDrafts ? '' : ' Alle anderen Tandems werden neu gebildet.'
    } Ohne Entscheidungen beginnen Sie mit --fresh.`,
  sayCarriedOver: (from, people, gone) =>
    `Priorität + 1 für ${formatCount(people, 'Mentee', 'Mentees')} ohne Tandem in ${from}.${
      gone === 0
        ? ''
        : ` ${gone} weitere ohne Tandem dort ${gone === 1 ? 'nimmt' : 'nehmen'} jetzt nicht als ${gone === 1 ? 'Mentee' : 'Mentees'} teil.`
    }`,
  sayCounted: (from, what) => `Entscheidungen in ${joinNames(from)} zählen: ${what}.`,
};
