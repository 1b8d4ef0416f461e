import { formatPercent } from '../../../domain/share.ts';
import type { Breakdown, Estimate, SurveyQuestion, Wish } from '../../../domain/survey.ts';
import type { Words } from '../en/index.ts';
import { formatCount, joinNames } from './grammar.ts';

const QUESTION: Readonly<Record<SurveyQuestion, string>> = {
  recommend: 'ob man das Programm weiterempfehlen würde',
  rating: 'wie man es bewertet',
  continue: 'ob man weitermachen möchte',
  never: 'ob man kein Tandem mehr sein möchte',
};

const WISH: Readonly<Record<Wish, string>> = { yes: 'ja', no: 'nein', undecided: 'unentschieden' };

const BY: Readonly<Record<Breakdown, string>> = {
  country: 'Nach Land',
  department: 'Nach Abteilung',
  crossing: 'Danach, ob Tandems über Abteilungen hinweg gehen',
};

const CROSSING: Readonly<Record<string, string>> = {
  across: 'über Abteilungen hinweg',
  within: 'in einer Abteilung',
  both: 'teils, teils',
};

function formatNumber(value: number): string {
  return value.toFixed(1).replace('.', ',');
}

function formatBounds({ from, to }: Estimate): string {
  return `${formatNumber(from)}–${formatNumber(to)} %`;
}

function formatShare(share: Estimate): string {
  return formatPercent(share).replace('.', ',');
}

function sayRows(rows: readonly number[]): string {
  const [first, ...more] = rows;
  return more.length === 0 ? `Zeile ${first}` : `Zeilen ${joinNames(rows.map(String), 9)}`;
}

export const feedback: Words['feedback'] = {
  answered: (part, whole, percent) =>
    `${part} von ${whole === 1 ? '1 Person' : `${whole} Personen`} mit Tandem ${part === 1 ? 'hat' : 'haben'} geantwortet (${percent.replace('.', ',')}).`,
  anonymous: rows =>
    rows === 1
      ? '1 Antwort nennt niemanden und zählt nur bei der Empfehlung.'
      : `${rows} Antworten nennen niemanden und zählen nur bei der Empfehlung.`,
  tooFewNamed:
    'Weniger als fünf von denen, die geantwortet haben, sind genannt, darum wird der Anteil der Antworten nicht gezeigt.',
  tooFew: 'Weniger als fünf Personen haben geantwortet, darum wird keine Zahl gezeigt.',
  recommend: share =>
    `${share.part} von ${share.whole} ${share.part === 1 ? 'würde' : 'würden'} das Programm weiterempfehlen (${formatShare(share)}; mit 95 % Sicherheit ${formatBounds(share)}).`,
  rating: (mean, answers) => `Die Bewertung ist im Mittel ${formatNumber(mean)}, von ${answers} Personen.`,
  continue: share =>
    `${share.part} von ${formatCount(share.whole, 'Tandem')}, in denen beide geantwortet haben, ${share.part === 1 ? 'macht' : 'machen'} weiter: beide wünschen es (${formatShare(share)}; mit 95 % Sicherheit ${formatBounds(share)}).`,
  halfAnswered: tandems =>
    `In ${tandems === 1 ? '1 weiteren Tandem' : `${tandems} weiteren Tandems`} hat nur eine Seite geantwortet, ob sie weitermachen möchte.`,
  tooFewFor: {
    recommend:
      'Weniger als fünf Personen haben gesagt, ob sie das Programm weiterempfehlen würden, darum wird die Zahl nicht gezeigt.',
    rating: 'Weniger als fünf Personen haben das Programm bewertet, darum wird die Zahl nicht gezeigt.',
    continue:
      'In weniger als fünf Tandems haben beide gesagt, ob sie weitermachen möchten, darum wird die Zahl nicht gezeigt.',
  },
  by: BY,
  crossing: name => CROSSING[name] ?? name,
  unknown: '(nicht bekannt)',
  columns: {
    people: 'Personen',
    answered: 'Antworten',
    recommend: 'empfehlen',
    rating: 'Bewertung',
    continue: 'weiter',
  },
  mean: formatNumber,
  cell: share => `${share.part} von ${share.whole} (${formatBounds(share)})`,
  count: ({ part, whole }) => `${part} von ${whole}`,
  hidden: '–',
  hiddenNote:
    '–: nicht gezeigt. Zahlen von weniger als fünf bleiben weg, und so viele weitere, dass niemand sie aus den Summen berechnen kann.',
  continueWhere: 'Tandems zählen dort, wo die Mentees sind.',
  readHead: 'Wie rmentor die Fragen gelesen hat',
  question: (question, header) => `„${header}“: ${QUESTION[question]}`,
  scale: 'Antworten von 0 bis 10: 9 und 10 zählen als Ja, alle anderen als Nein.',
  words: (wish, texts) => `${WISH[wish]}: ${joinNames(texts, 9)}`,
  undecidedNote: 'Wer unentschieden ist, zählt zu denen, die geantwortet haben, aber nicht zu denen, die Ja sagen.',
  asideHead: 'Was nicht oder nur zum Teil gezählt hat',
  aside: {
    anonymous: '',
    stranger: rows => `${sayRows(rows)}: niemand aus den Tabellen`,
    unclear: rows => `${sayRows(rows)}: unklar, wer antwortet (siehe die Warnungen)`,
    'without-tandem': rows => `${sayRows(rows)}: jemand ohne Tandem in diesem Lauf`,
    repeated: rows => `${sayRows(rows)}: weiter unten noch einmal beantwortet; die untere Zeile zählt`,
    'other-partner': rows => `${sayRows(rows)}: die beiden sind kein Tandem dieses Laufs`,
    'which-tandem': rows =>
      `${sayRows(rows)}: jemand mit mehreren Tandems nennt keines davon, darum sagt die Zeile nichts über das Weitermachen`,
  },
  history: (file, tandems, isWritten) =>
    `${isWritten ? 'Geschrieben' : 'Würde geschrieben'}: ${file}, mit ${formatCount(tandems, 'Tandem')} für „history“ in der Konfiguration der nächsten Runde.`,
  next: (continuing, never) =>
    `${continuing} ${continuing === 1 ? 'macht' : 'machen'} weiter, ${never} ${never === 1 ? 'darf' : 'dürfen'} nicht wieder zusammenkommen.`,
  dated: day => `Alle haben das Datum ${day}, den ersten Tag des Programms („start“). Den letzten Tag nennt --ended.`,
  undated: (rows, months) =>
    months === null
      ? `${formatCount(rows, 'Zeile', 'Zeilen')} ${rows === 1 ? 'hat' : 'haben'} kein Datum. Den letzten Tag des Programms nennt --ended.`
      : `${formatCount(rows, 'Zeile', 'Zeilen')} ${rows === 1 ? 'hat' : 'haben'} kein Datum, darum wären die ${months} Monate von „repeat“ nie vorbei. Den letzten Tag des Programms nennt --ended.`,
};
