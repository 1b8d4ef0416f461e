import type { Role } from '../../../domain/input-roles.ts';
import type {
  CertificateFault,
  ContentFault,
  LimitLabel,
  PairFault,
  PairLabel,
  PersonLabel,
  PricedUnit,
  PriceList,
  TableDifference,
  UnitFault,
} from '../../../domain/refutation.ts';
import { TANDEM_STATUSES } from '../../../domain/run-files.ts';
import type { Words } from '../en/index.ts';
import { formatCount, formatNumber, grammar, joinNames, nameSide, quote } from './grammar.ts';

const INPUTS: Readonly<Record<Role | 'history', string>> = {
  mentors: 'Tabelle der Mentorinnen und Mentoren',
  mentees: 'Tabelle der Mentees',
  limits: 'Tabelle der Obergrenzen',
  pairs: 'Paarliste',
  previous: 'Liste der vorherigen Tandems',
  carryOver: 'Liste der Personen ohne Tandem im früheren Lauf',
  history: 'Liste der früheren Tandems',
};

const ADDED: Readonly<Record<'limits' | 'pairs' | 'previous' | 'carryOver', string>> = {
  limits: 'Obergrenzen, und jetzt gibt es welche',
  pairs: 'Paarliste, und jetzt gibt es eine',
  previous: 'vorherige Tandems, und jetzt gibt es welche',
  carryOver: '--carry-over, und jetzt ist es angegeben',
};

const DEMANDED = {
  lock: 'sind als Tandem festgelegt',
  continues: 'sollen weitermachen',
  held: 'sollen bleiben',
  approved: 'sind freigegeben',
} as const;

const DECISIONS: Readonly<Record<'declined' | 'approved' | 'previous' | 'earlier' | 'left' | 'held', string>> = {
  declined: 'declined.csv wurde nach diesem Lauf geändert; starten Sie rmentor match erneut',
  approved: 'certificate.json nennt freigegebene Tandems, die es in den Tabellen nicht gibt',
  previous: 'certificate.json behält Tandems von Personen, die nicht in den Tabellen sind',
  earlier: 'changes.csv wurde nach diesem Lauf geändert; starten Sie rmentor match erneut',
  left: 'certificate.json nennt Abgemeldete, die nicht in den Tabellen sind',
  held: 'certificate.json hält Tandems von Personen, die nicht in den Tabellen sind',
};

const NOT_PLAIN = 'ist kein JSON, nennt etwas doppelt oder ist zu tief verschachtelt';

function sayCertificateFault(fault: CertificateFault): string {
  switch (fault.kind) {
    case 'not-plain':
      return ` ${NOT_PLAIN}`;
    case 'too-large':
      return ' enthält mehr Einstellungen und Regeln, als eine Konfiguration haben kann';
    case 'malformed':
      return fault.path === ''
        ? ' ist nicht so, wie rmentor es schreibt'
        : `: ${fault.path} ist nicht so, wie rmentor es schreibt`;
    case 'two-prices':
      return ' hat zwei Preise für dieselbe Person oder Obergrenze';
  }
}

const LISTS: Readonly<Record<PriceList, string>> = {
  mentors: 'Mentorinnen und Mentoren',
  mentees: 'Mentees',
  limits: 'Obergrenzen',
};

function sayTableFault(fault: ContentFault): string {
  switch (fault.kind) {
    case 'invisible':
      return ' enthält unsichtbare Zeichen';
    case 'column-missing':
      return `: Es fehlt eine der Spalten ${joinNames(fault.columns)}`;
    case 'unknown-person':
      return `, Zeile ${fault.row}: Die ID ${quote(fault.id)} hat bei den ${nameSide(fault.side)} niemand`;
    case 'unknown-status':
      return `, Zeile ${fault.row}: ${quote(fault.status)} ist kein Status; möglich ist ${joinNames(TANDEM_STATUSES, 9, 'or')}`;
  }
}

function sayDifference(difference: TableDifference): string {
  switch (difference.kind) {
    case 'columns-missing':
      return difference.columns.length === 1
        ? `fehlt die Spalte ${difference.columns[0]}`
        : `fehlen die Spalten ${joinNames(difference.columns)}`;
    case 'column-twice':
      return `hat die Spalte ${difference.column} doppelt`;
    case 'ragged':
      return `hat ${formatCount(difference.cells, 'Zelle', 'Zellen')} in Zeile ${difference.row}; richtig ist ${difference.expected}`;
    case 'row-twice':
      return 'hat eine Zeile doppelt';
    case 'row-missing':
      return `hat keine Zeile für ${difference.row}`;
    case 'cell':
      return `sagt ${quote(difference.found)} in ${difference.column} bei ${difference.row}; richtig ist ${quote(difference.expected)}`;
    case 'rows-more':
      return difference.rows === 1 ? 'hat eine Zeile zu viel' : `hat ${difference.rows} Zeilen zu viel`;
  }
}

function namePerson({ name, id }: PersonLabel): string {
  return `${name} (${id})`;
}

function namePair({ mentor, mentee }: PairLabel): string {
  return `${namePerson(mentor)} und ${namePerson(mentee)}`;
}

function nameLimit({ place, side }: LimitLabel): string {
  return `Obergrenze für ${nameSide(side)} in ${grammar.nameInside(place)}`;
}

function sayUse(of: PricedUnit, used: number, most: number): string {
  switch (of.kind) {
    case 'mentor':
      return `${namePerson(of)} hat ${used} von ${most} Mentees`;
    case 'mentee':
      return `${namePerson(of)} hat ${used} von ${most} gewünschten Tandems`;
    case 'limit':
      return `${nameLimit(of)}: ${used} von ${most} Tandems`;
  }
}

const UNIT_FAULTS: Readonly<Record<UnitFault, string>> = {
  'left-out': 'Der Beweis lässt das aus',
  'fewer-better': 'Nach den Preisen des Beweises wäre eines weniger besser',
  'more-better': 'Nach den Preisen des Beweises wäre eines mehr besser',
};

const PAIR_FAULTS: Readonly<Record<PairFault, string>> = {
  'mentor-left-out': 'dürfen ein Tandem sein, aber der Beweis lässt die Mentorenseite aus',
  'mentee-left-out': 'dürfen ein Tandem sein, aber der Beweis lässt die Menteeseite aus',
  'should-be': 'sind kein Tandem, müssten es nach den Preisen des Beweises aber sein',
  'should-not-be': 'sind ein Tandem, dürften es nach den Preisen des Beweises aber nicht sein',
};

function formatPoints(thousandths: number): string {
  return formatCount(thousandths / 1000, 'Punkt', 'Punkte');
}

const said: Words['refutations']['said'] = {
  'input-changed': ({ role, path }) =>
    `Die ${INPUTS[role]} (${path}) wurde seit diesem Lauf geändert, oder es ist eine andere Datei`,
  'input-added': ({ role }) => `Dieser Lauf entstand ohne ${ADDED[role]}`,
  'history-files': ({ before, now }) =>
    `Dieser Lauf hat ${formatCount(before, 'Datei', 'Dateien')} mit früheren Tandems gelesen, jetzt ${now === 1 ? 'ist' : 'sind'} es ${now}`,
  'setting-changed': ({ setting, was, is, also }) =>
    `${setting} wurde seit diesem Lauf geändert: vorher ${was ?? 'nicht gesetzt'}, jetzt ${is ?? 'nicht gesetzt'}${
      also.length === 0 ? '' : ` (ebenfalls geändert: ${joinNames(also)})`
    }`,
  'inputs-with-errors': () => 'Die Tabellen haben Fehler; es sind also nicht die dieses Laufs',
  'decisions-changed': ({ list }) => DECISIONS[list],

  'certificate-broken': ({ fault }) => `certificate.json${sayCertificateFault(fault)}`,
  'certificate-of-other-form': ({ program }) => `certificate.json ist nicht so, wie ${program} es schreibt`,
  'certificate-edited': () => 'certificate.json wurde nachträglich geändert',
  'price-missing': ({ list, of }) => `In certificate.json fehlt bei den ${LISTS[list]} der Preis für ${quote(of)}`,
  'price-of-nobody': ({ list }) =>
    list === 'limits'
      ? 'certificate.json hat Preise für Obergrenzen, die es nicht gibt'
      : `certificate.json hat Preise für ${LISTS[list]}, die nicht in den Tabellen sind`,
  'tandems-of-nobody': () => 'certificate.json nennt Tandems von Personen, die nicht in den Tabellen sind',

  'file-missing': ({ file }) => `${file} fehlt`,
  'file-foreign': ({ file }) => `${file} stammt nicht aus diesem Lauf`,
  'file-of-other-run': ({ file, run, expected }) =>
    `${file} gehört nicht zu diesem Lauf: Die Datei stammt aus Lauf ${run}, die übrigen ${expected === null ? 'nicht' : `aus Lauf ${expected}`}`,
  'file-faulty': ({ file, fault }) => `${file}${sayTableFault(fault)}`,
  'table-differs': ({ file, difference }) => `${file} ${sayDifference(difference)}`,
  'name-differs': ({ row, side, field, found, expected }) =>
    `tandems.csv, Zeile ${row}: ${field === 'name' ? 'Der Name' : 'Die E-Mail-Adresse'} ${side === 'mentor' ? 'auf der Mentorenseite' : 'auf der Menteeseite'} ist ${quote(found)}; in der Tabelle steht ${quote(expected)}`,
  'summary-not-plain': ({ file }) => `${file} ${NOT_PLAIN}`,
  'summary-differs': ({ file, path, found, expected }) =>
    `${file} sagt ${found ?? 'nichts'} bei ${path}; richtig ist ${expected ?? 'nichts'}`,
  'page-differs': ({ file, line, found, expected }) =>
    `${file} sagt ${quote(found)} in Zeile ${line}; richtig ist ${quote(expected)}`,
  'page-longer': ({ file, lines }) => `${file} geht nach Zeile ${lines} weiter, wo Schluss sein muss`,
  'curve-broken': () => 'curve.json ist nicht so, wie rmentor sie schreibt',

  'barred-tandem': ({ pair, bars }) => `${namePair(pair)} dürfen kein Tandem sein: ${bars.join(', ')}`,
  'tandem-twice': ({ pair }) => `${namePair(pair)} sind doppelt als Tandem aufgeführt`,
  'too-many-mentees': ({ mentor, mentees, bound }) =>
    `${namePerson(mentor)} hat ${formatCount(mentees, 'Mentee')}, aber nur ${formatCount(bound, 'Platz', 'Plätze')}`,
  'too-few-mentees': ({ mentor, mentees, bound }) =>
    `${namePerson(mentor)} hat ${formatCount(mentees, 'Mentee')}, aber mindestens ${bound} ${bound === 1 ? 'ist' : 'sind'} verlangt`,
  'too-many-mentors': ({ mentee, mentors, bound }) =>
    `${namePerson(mentee)} hat ${formatCount(mentors, 'Tandem')}, wünscht aber nur ${bound}`,
  'above-limit': ({ limit, tandems, bound }) =>
    `Die ${nameLimit(limit)} ist ${bound}, es gibt aber ${formatCount(tandems, 'Tandem')}`,
  'below-minimum': ({ limit: { place, side }, tandems, bound }) =>
    `Die Mindestzahl für ${nameSide(side)} in ${grammar.nameInside(place)} ist ${bound}, es gibt aber nur ${formatCount(tandems, 'Tandem')}`,
  'demand-missed': ({ pair, by }) => `${namePair(pair)} ${DEMANDED[by]}, sind aber kein Tandem`,

  'levels-differ': ({ proven, asked }) =>
    `Der Beweis handelt von den Zielen ${proven.join(', ')}; verlangt sind ${asked.join(', ')}`,
  'worst-not-asked': () => 'Der Beweis handelt vom schwächsten Tandem, die Ziele nicht',
  'worst-not-proven': () => 'Die Ziele handeln vom schwächsten Tandem, der Beweis nicht',
  'worst-unexplained': ({ score }) =>
    `Der Beweis zeigt nicht, warum das schwächste Tandem nicht ${formatPoints(score)} haben kann`,
  'worst-may-be-better': ({ score }) =>
    `Andere Tandems, die alle mindestens ${formatPoints(score)} haben, sind bei den Zielen vor worst genauso gut`,
  'level-value': ({ level, reached, claimed }) =>
    `Die Tandems erreichen beim Ziel ${level} ${sayValue(reached)}, der Beweis nennt ${sayValue(claimed)}`,
  'price-unfit': ({ of, levels }) =>
    `Der Preis für ${of.kind === 'limit' ? `die ${nameLimit(of)}` : namePerson(of)} ist keine Liste aus ${levels === 1 ? 'einer ganzen Zahl' : `${levels} ganzen Zahlen`}`,
  'unit-price': ({ of, used, most, fault }) => `${sayUse(of, used, most)}: ${UNIT_FAULTS[fault]}`,
  'pair-price': ({ pair, fault }) => `${namePair(pair)} ${PAIR_FAULTS[fault]}`,
  'proof-counts-twice': () => 'Der Beweis zählt dasselbe Tandem doppelt',
  'proof-counts-barred': () => 'Der Beweis zählt Tandems, die nicht erlaubt sind',
};

function sayValue(value: number | null): string {
  return value === null ? 'keinen Wert' : formatNumber(value);
}

export const refutations: Words['refutations'] = {
  said,
  sayOtherTandems: (file, reason) =>
    `${file} hat andere Tandems als dieser Lauf${reason === null ? '' : `: ${reason}`}`,
  sayCorner: (corner, why) => `curve.json, Ecke ${corner}: ${why}`,
  unreadable: (file, row, message) =>
    row === null ? `${file} ist nicht lesbar: ${message}` : `${file}, Zeile ${row}: ${message}`,
};
