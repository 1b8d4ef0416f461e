import { findEntry } from '../../../domain/own-key-lookup.ts';
import type { Rule } from '../../../domain/policy.ts';
import type { Words } from '../en/index.ts';
import { nameColumn, nameColumns, nameSameColumn } from './column-names-in-sentences.ts';
import { formatCount, formatNumber, joinNames } from './grammar.ts';

const SIDES = { mentor: 'Mentoren', mentee: 'Mentees' } as const;

const DEFAULTS: Words['rules']['defaults'] = {
  capacity: value => `nimmt ein Mentor höchstens ${countMentees(value)}`,
  min_load: value => `nimmt ein Mentor mindestens ${countMentees(value)}`,
  wants: value => `wünscht sich ein Mentee ${value} ${value === '1' ? 'Mentor' : 'Mentoren'}`,
  priority: value => `hat ein Mentee die Priorität ${value}`,
};

export const rules: Words['rules'] = {
  describe: describeRule,
  cause: ({ rule, field, by }) => {
    switch (rule) {
      case 'same':
        return `verschiedene ${nameColumns(field)}`;
      case 'different':
        return nameSameColumn(field).replace(/^denselben/u, 'derselbe');
      case 'overlap':
        return findEntry(NOTHING_COMMON, field) ?? `nichts gemeinsam: ${nameColumn(field)}`;
      case 'at-least-apart':
        return `weniger als ${formatDistance(by ?? 0, field)} Abstand (${nameColumn(field)})`;
      case 'at-most-apart':
        return `mehr als ${formatDistance(by ?? 0, field)} Abstand (${nameColumn(field)})`;
      case 'below':
        return `auf der Mentorenseite nicht niedriger (${nameColumn(field)})`;
      case 'above':
        return `auf der Mentorenseite nicht höher (${nameColumn(field)})`;
      case 'outside-reporting-line':
        return 'Berichtslinie';
      case 'wished':
        return 'kein Wunsch füreinander';
      case 'not-vetoed':
        return 'Ausschlusswunsch';
      case 'not-the-same-person':
        return 'dieselbe Person';
      case 'not-alike':
        return 'vielleicht dieselbe Person';
    }
  },
  people: (mentors, mentees) => `${formatCount(mentors, 'Mentor', 'Mentoren')} und ${formatCount(mentees, 'Mentee')}.`,
  withdrawn: people => (people === 1 ? '1 Person hat sich abgemeldet.' : `${people} Personen haben sich abgemeldet.`),

  defaultsHead: 'Wo eine Zelle leer ist oder ihre Spalte fehlt',
  defaults: DEFAULTS,
  otherDefault: (column, value) => `gilt als ${nameColumn(column)}: ${value}`,

  mustHead: 'Mentor und Mentee können nur dann ein Tandem bilden, wenn',
  must: describeCondition,
  notListed: 'die Paarliste ihnen Punkte gibt',
  notBanned: pairs => `die Paarliste sie nicht ausschließt (sie schließt ${formatPairs(pairs)} aus)`,
  notDeclined: pairs =>
    `niemand von beiden das Tandem in einem früheren Lauf abgelehnt hat (${formatPairs(pairs)} abgelehnt)`,
  notMet: (pairs, repeat) =>
    repeat === null
      ? `sie noch nie ein Tandem waren (${countMet(pairs)})`
      : `sie ${repeat.months === 1 ? 'im Monat' : `in den ${repeat.months} Monaten`} vor dem ${repeat.start} kein Tandem waren, auch nicht an einem unbekannten Tag (${countMet(pairs)})`,

  notParted: pairs =>
    `niemand von beiden nach einer früheren Runde ein weiteres Treffen abgelehnt hat (${formatPairs(pairs)} abgelehnt)`,

  fixedHead: 'Vorab festgelegt',
  locked: pairs => `die Paarliste legt ${pairs === 1 ? '1 Tandem' : `${pairs} Tandems`} fest`,
  continued: pairs =>
    pairs === 1 ? '1 Tandem einer früheren Runde macht weiter' : `${pairs} Tandems einer früheren Runde machen weiter`,
  approved: pairs => (pairs === 1 ? '1 freigegebenes Tandem bleibt' : `${pairs} freigegebene Tandems bleiben`),
  held: pairs => `${formatCount(pairs, 'Tandem sollte', 'Tandems sollten')} bei dieser Anpassung bleiben`,
  overridden: pairs =>
    `${pairs === 1 ? '1 festgelegtes Tandem darf' : `${pairs} festgelegte Tandems dürfen`} gegen eine Regel verstoßen; der Grund steht in der Paarliste`,

  preferHead: 'Punkte für ein mögliches Paar',
  noPreferences: 'Keine: Jedes mögliche Paar passt gleich gut.',
  points: (points, rule) => `${formatPoints(points)}, wenn ${describeCondition(rule)}`,
  pointsByShare: (points, rule) =>
    `bis zu ${formatPoints(points)}, wenn ${describeCondition(rule)}, anteilig nach den ${nameShared(rule.field)} des Mentees, die der Mentor teilt`,
  pointsByWish: (points, rule, ranks) =>
    `bis zu ${formatPoints(points)}, wenn ${describeCondition(rule)}, am meisten für einen Erstwunsch${
      ranks === null ? '' : ` (${joinNames(ranks.map(formatNumber), ranks.length)} Punkte)`
    }`,
  pointsOfList: pairs => `die Punkte aus der Paarliste (${formatPairs(pairs)})`,

  limitsHead: 'Obergrenzen und Mindestzahlen',
  noLimits: 'keine',
  region: (name, countries) => `${name} (${joinNames(countries, countries.length)})`,
  limit: (place, side, min, max, isIdle) => {
    const bounds = [...(min > 0 ? [`mindestens ${min}`] : []), ...(max === null ? [] : [`höchstens ${max}`])];
    const noun = (max ?? min) === 1 ? 'Tandem' : 'Tandems';
    return `${place}, ${SIDES[side]}: ${bounds.join(' und ')} ${noun}${isIdle ? ' (dort ist niemand)' : ''}`;
  },

  limited: (side, places) => `für ${SIDES[side]}: ${joinNames(places, places.length)}`,

  noDataHead: 'Regeln, für die in den Tabellen Daten fehlen',
  levelsHead: 'Was zählt, das Wichtigste zuerst (ein späteres Ziel geht nie auf Kosten eines früheren)',
  tandemsWith: rule => `möglichst viele Tandems, in denen ${describeCondition(rule)}`,
  byPriority: goal => `${goal}, dabei die mit höherer Priorität (der größeren Zahl) zuerst`,
  ofRun: (folder, program) => `Regeln des Laufs in ${folder}, aus certificate.json (geschrieben von ${program})`,
  notDeclinedOnce: 'niemand von beiden das Tandem in einem früheren Lauf abgelehnt hat (siehe declined.csv)',
  hopedFor: tandems =>
    tandems === 1
      ? '1 Tandem des vorherigen Laufs sollte möglichst bleiben'
      : `${tandems} Tandems des vorherigen Laufs sollten möglichst bleiben`,
  notHeldHead: 'Nicht in certificate.json, sondern hier zu finden',
  limitsElsewhere: path => `${path}: wie hoch die Obergrenzen sind`,
  pairsElsewhere: path => `${path}: festgelegte und ausgeschlossene Paare und Punkte für Paare`,
  historyElsewhere: (paths, repeat) =>
    `${joinNames(paths, paths.length)}: frühere Tandems, die sich nicht wiederholen${
      repeat === null
        ? ''
        : `, solange ${repeat.months === 1 ? 'kein Monat' : `keine ${repeat.months} Monate`} vergangen ${repeat.months === 1 ? 'ist' : 'sind'}`
    }`,
  gapsElsewhere: path => `${path}: Regeln, für die in den Tabellen Daten fehlen`,
  ties: 'Bei Gleichstand entscheidet ein festes Los aus den IDs. Reihenfolge der Zeilen und Namen haben keinen Einfluss.',
};

/** What a rule asks, cut at its verb, which is second in a sentence, and last behind "wenn". */
interface Clause {
  readonly subject: string;
  readonly verb: string;
  readonly rest: string;
  /** What comes behind it in either order. */
  readonly end: string;
}

/** What a rule asks: „sie haben dieselbe Abteilung“. */
function describeRule(rule: Rule): string {
  return joinClauses(rule, ', und ', ({ subject, verb, rest, end }) => `${subject} ${verb} ${rest}${end}`);
}

/** What a rule asks, behind "wenn": „sie dieselbe Abteilung haben“. */
function describeCondition(rule: Rule): string {
  return joinClauses(rule, ' und ', ({ subject, verb, rest, end }) => `${subject} ${rest} ${verb}${end}`);
}

function joinClauses(rule: Rule, between: string, order: (clause: Clause) => string): string {
  return listClauses(rule).map(order).join(between);
}

function listClauses({ rule, field, by }: Rule): Clause[] {
  switch (rule) {
    case 'same':
      return [makeClause('sie', 'haben', nameSameColumn(field))];
    case 'different':
      return [makeClause('sie', 'haben', `verschiedene ${nameColumns(field)}`)];
    case 'overlap':
      return [makeClause('sie', 'haben', findEntry(COMMON, field) ?? `bei ${nameColumn(field)} etwas gemeinsam`)];
    case 'at-least-apart':
      return [makeClause(`ihre ${nameColumns(field)}`, 'liegen', phraseApart('mindestens', by ?? 0, field))];
    case 'at-most-apart':
      return [makeClause(`ihre ${nameColumns(field)}`, 'liegen', phraseApart('höchstens', by ?? 0, field))];
    case 'below':
      return [compare(field, 'unter')];
    case 'above':
      return [compare(field, 'über')];
    case 'outside-reporting-line':
      return [
        makeClause('niemand von beiden', 'ist', 'der anderen Person direkt oder weiter oben vorgesetzt'),
        makeClause('sie', 'haben', 'nicht dieselbe direkte Führungskraft'),
      ];
    case 'wished':
      return [makeClause('eine Seite', 'hat', 'sich die andere gewünscht')];
    case 'not-vetoed':
      return [makeClause('keine Seite', 'hat', 'die andere Person oder deren Abteilung ausgeschlossen')];
    case 'not-the-same-person':
      return [makeClause('sie', 'sind', 'nicht dieselbe Person')];
    case 'not-alike':
      return [makeClause('Name und E-Mail-Adresse', 'lassen', 'nicht auf dieselbe Person schließen')];
  }
}

function makeClause(subject: string, verb: string, rest: string, end = ''): Clause {
  return { subject, verb, rest, end };
}

const COMMON: Readonly<Record<string, string>> = {
  languages: 'mindestens eine gemeinsame Sprache',
  topics: 'mindestens ein gemeinsames Thema',
};

/** What an overlap counts, in the dative. */
function nameShared(field: string): string {
  return findEntry(COMMON, field) === undefined ? `Angaben zu ${nameColumn(field)}` : nameColumns(field);
}

function phraseApart(bound: string, by: number, field: string): string {
  return `${bound} ${formatDistance(by, field)} auseinander`;
}

function formatDistance(by: number, field: string): string {
  if (field === 'timezone') return formatCount(by, 'Stunde', 'Stunden');
  return field === 'level' ? formatCount(by, 'Stufe', 'Stufen') : formatNumber(by);
}

function compare(field: string, where: string): Clause {
  const end = ', soweit beide bekannt sind';
  return field === 'level'
    ? makeClause('die Ebene des Mentors', 'liegt', `${where} der des Mentees`, end)
    : makeClause(`der Wert ${nameColumn(field)} des Mentors`, 'liegt', `${where} dem des Mentees`, end);
}

function countMentees(count: string): string {
  return count === '1' ? '1 Mentee' : `${count} Mentees`;
}

function formatPairs(pairs: number): string {
  return formatCount(pairs, 'Paar', 'Paare');
}

function countMet(pairs: number): string {
  return pairs === 1 ? '1 Paar war es' : `${pairs} Paare waren es`;
}

function formatPoints(points: number): string {
  return formatCount(points, 'Punkt', 'Punkte');
}

/** What people have several of, and may have none of in common. */
const NOTHING_COMMON: Readonly<Record<string, string>> = {
  languages: 'keine gemeinsame Sprache',
  topics: 'kein gemeinsames Thema',
};
