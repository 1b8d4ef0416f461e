import type { Words } from '../en/index.ts';
import { formatCount, joinNames } from './grammar.ts';

export const report: Words['report'] = {
  counts: (errors, warnings) =>
    [
      ...(errors > 0 ? [formatCount(errors, 'Fehler', 'Fehler')] : []),
      ...(warnings > 0 ? [formatCount(warnings, 'Warnung', 'Warnungen')] : []),
    ].join(', '),
  line: line => `Textzeile ${line}`,
  advice: code =>
    `Mehr zu einer Meldung sagt rmentor explain ${code}. Alle Meldungen als Tabelle schreibt rmentor validate --errors DATEI.`,
  more: messages => (messages === 1 ? 'und 1 weitere Meldung' : `und ${messages} weitere Meldungen`),
  alsoIn: (message, rows) => `${message}; ebenso ${rows}`,
  moreLikeThese: (problems, rows) => `${problems} weitere dieser Art: ${rows}`,
  rows: (runs, left, isOne) => {
    const named = left > 0 ? [...runs, `${left} weitere`] : runs;
    return `${isOne ? 'Zeile' : 'Zeilen'} ${joinNames(named, named.length)}`;
  },
};
