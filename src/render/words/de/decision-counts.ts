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
  sayCounted: (from, what) => `Entscheidungen in ${joinNames(from)} zählen: ${what}.`,
};
