import type { Role } from '../../../domain/input-roles.ts';
import type { Words } from '../en/index.ts';
import { formatCount, joinNames, nameFormat } from './grammar.ts';

const DELIMITERS: Readonly<Record<string, string>> = {
  ';': 'Semikolon',
  ',': 'Komma',
  '\t': 'Tabulator',
  '|': 'senkrechter Strich',
};

const ROWS: Readonly<Record<Role | 'history', string>> = {
  mentors: 'Mentoren',
  mentees: 'Mentees',
  limits: 'Obergrenzen',
  pairs: 'Paare',
  previous: 'frühere Tandems',
  carryOver: 'Personen ohne Tandem',
  history: 'frühere Tandems',
};

export const understood: Words['understood'] = {
  sheet: (rows, role, encoding, delimiter) =>
    [
      `${formatCount(rows, 'Zeile', 'Zeilen')} (${ROWS[role]})`,
      nameFormat(encoding),
      ...(delimiter === null ? [] : [`${DELIMITERS[delimiter] ?? delimiter} zwischen den Zellen`]),
    ].join(', '),
  meanings: { priority: 'die größere Zahl hat Vorrang' },
  kept: headers => `unter eigenem Namen behalten: ${joinNames(headers, 20)}`,
  missing: columns => `fehlt, aber von Regeln gebraucht: ${joinNames(columns, 99)}`,
  missingUnused: columns => `fehlt, und nicht gebraucht: ${joinNames(columns, 99)}`,
  unused: columns => `von keiner Regel gebraucht: ${joinNames(columns, 99)}`,
  policy: 'Regeln',
  preset: name => `Voreinstellung ${name}`,
  must: 'ausgeschlossen',
  prefer: 'Punkte, wenn',
  objective: 'Ziele',
  pairs: 'Paare',
  none: 'keine',
  points: (condition, points) => `${condition} (${points})`,
  levels: names => names.join(', dann '),
  pairsOnly: 'nur Paare, denen die Paarliste Punkte gibt, sind möglich',
  ready: 'Bereit: weiter mit rmentor match.',
  notReady: 'Noch nicht bereit.',
  written: (folder, files, unused) => {
    const left =
      unused.length === 0
        ? ''
        : ` Spalten, die keine Regel braucht, fehlen darin (${joinNames(unused)}). Mit --all-columns bleiben sie erhalten.`;
    return `Geschrieben nach ${folder}: ${joinNames(files, files.length)}.${left}`;
  },
};
