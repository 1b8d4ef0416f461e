import type { Side } from '../../../domain/roster.ts';
import type { Share } from '../../../domain/share.ts';
import { capitalise } from '../../../domain/text.ts';
import type { ReportWords } from '../en/report-page.ts';
import { formatCount, formatNumber, grammar, joinNames } from './grammar.ts';

const { formatPercent } = grammar;

export const reportPage: ReportWords = {
  title: 'Mentoring-Tandems',
  about: (mentors: number, mentees: number, countries: number, run: string): string =>
    [
      formatCount(mentors, 'Mentor', 'Mentoren'),
      formatCount(mentees, 'Mentee', 'Mentees'),
      ...(countries > 0 ? [formatCount(countries, 'Land', 'Länder')] : []),
    ]
      .join(', ')
      .concat(` · Lauf ${run}`),
  skip: 'Zum Inhalt springen',
  sections: 'Abschnitte',
  overview: 'Überblick',
  tandemsTab: (tandems: number): string => `Tandems · ${tandems}`,
  withoutTab: (people: number): string => `Ohne Tandem · ${people}`,
  rulesTab: 'Regeln und Beweis',

  tiles: {
    fit: 'Passung im Durchschnitt',
    unmatched: 'Ohne Mentor',
    fewer: 'Weniger Mentoren als gewünscht',
    slots: 'Freie Plätze',
    idle: 'Mentoren ohne Mentee',
  },
  ofWanted: (wanted: number): string => `von ${wanted} gewünschten`,
  ofAll: (all: number): string => `von ${all}`,
  noteTandems: (mentors: number, mentees: number): string =>
    `${formatCount(mentors, 'Mentor', 'Mentoren')}, ${formatCount(mentees, 'Mentee', 'Mentees')}`,
  noteCoverage: ({ part, whole }: Share): string => `${part} von ${whole}; keine andere Zuordnung erreicht mehr`,
  noteCoveragePlain: ({ part, whole }: Share): string => `${part} von ${whole}`,
  noteAcross: ({ part, whole }: Share, crossBorder: Share): string =>
    `${part} von ${whole}${crossBorder.whole === 0 ? '' : `; ${crossBorder.part} auch über Grenzen hinweg (${formatPercent(crossBorder)})`}`,
  noDepartments: 'keine Abteilung bekannt',
  points: 'Punkte',
  noteFit: (least: string, most: string, possible: string): string =>
    `${least} bis ${most}; alle Präferenzen zusammen zählen ${possible}`,
  noTandem: 'kein Tandem',
  mentees: (count: number): string => (count === 1 ? 'Mentee' : 'Mentees'),
  noteUnmatched: (reasons: readonly (readonly [number, string])[]): string =>
    reasons.length === 0
      ? 'alle haben mindestens einen'
      : reasons.map(([people, reason]) => `${people}: ${reason}`).join('; '),
  noteFewer: (tandems: number, wanted: number): string => `insgesamt ${tandems} von ${wanted} gewünschten Mentoren`,
  noteSlots: (withPaired: number, withIdle: number): string =>
    `${withPaired} bei Mentoren mit Mentee, ${withIdle} bei den übrigen`,
  noteIdle: {
    none: 'alle Mentoren haben mindestens einen',
    notPriced: 'rmentor explain sagt, was ein Tandem für sie kosten würde',
    impossible: (count: number): string => `für ${count} ist kein Tandem möglich`,
    free: (count: number): string => `ein Tandem für ${count} davon kostet keine Punkte`,
    points: (count: number, least: string, most: string): string =>
      `für ${count} kostet es je ${least === most ? least : `${least} bis ${most}`} Punkte`,
    more: (count: number): string => `für ${count} ginge es auf Kosten dessen, was zuerst kommt`,
  },

  uncheckedHead: 'Nicht oder nur teilweise geprüft, weil Angaben fehlen',

  limits: {
    head: 'Obergrenzen, genutzt und frei',
    lead: (usedUp: number, all: number): string =>
      usedUp === 0
        ? `Von ${formatCount(all, 'Obergrenze', 'Obergrenzen')} ist keine erreicht.`
        : `${usedUp} von ${formatCount(all, 'Obergrenze', 'Obergrenzen')} ${usedUp === 1 ? 'ist' : 'sind'} erreicht.`,
    none: 'Es gibt keine Obergrenzen.',
    columns: {
      limit: 'Obergrenze',
      bar: 'Bild',
      wanted: 'Gewünscht',
      used: 'Genutzt',
      free: 'Frei',
      oneMore: 'Eins mehr bringt',
    },
    name: (place: string, side: Side): string => `${place}, ${side === 'mentor' ? 'Mentoren' : 'Mentees'}`,
    ofMax: (used: number, max: number): string => `${used} von ${max}`,
    unknown: 'nicht berechnet',
    hasRoom: 'noch frei',
    gain: (mentees: number, tandems: number): string =>
      mentees === 0 && tandems === 0
        ? 'nichts'
        : mentees !== 0
          ? `${sign(mentees)} ${Math.abs(mentees) === 1 ? 'Mentee' : 'Mentees'}`
          : `${sign(tandems)} ${Math.abs(tandems) === 1 ? 'Tandem' : 'Tandems'}`,
    bar: (used: number, max: number, wanted: number): string => `${used} genutzt, ${max} erlaubt, ${wanted} gewünscht`,
    key: { is: 'Tandems', limit: 'Obergrenze', wanted: 'von Mentees gewünscht oder von Mentoren angeboten' },
    more: (limits: number): string =>
      `${formatCount(limits, 'weitere Obergrenze', 'weitere Obergrenzen')}, noch nicht erreicht`,
  },

  levels: {
    head: 'Was zuerst entschieden wurde und wie weit es reichte',
    lead: 'In dieser Reihenfolge. Was später kommt, geht nie auf Kosten dessen, was früher kommt.',
    ofWhole: (value: string, whole: string): string => `${value} von ${whole}`,
    most: 'Mehr lassen die Regeln und die Grenzen nicht zu.',
    mostOfRest: 'Mehr ist nicht möglich, wenn das davor feststeht.',
    evenly: 'so gleichmäßig wie möglich',
    key: { is: 'erreicht', whole: 'wenn alle alles bekämen' },
  },

  matrix: {
    head: 'Wer wen begleitet, nach Abteilungen',
    lead: (own: number): string =>
      `Zeilen: die Abteilung des Mentors. Spalten: die des Mentees. Umrandet ist die eigene Abteilung: ${formatCount(own, 'Tandem', 'Tandems')}.`,
    none: 'Die Listen nennen keine Abteilungen, oder es gibt kein Tandem.',
    mentor: 'Abteilung des Mentors',
    total: 'Summe',
    unknown: '(keine)',
    others: (departments: number): string => `${departments} kleinere`,
    key: { own: 'eigene Abteilung', none: 'keines' },
    range: (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`),
    tandems: 'Tandems',
  },

  fit: {
    head: 'Passung der Tandems',
    lead: (width: number): string => `Tandems nach Punkten, je Balken ${formatCount(width, 'Punkt', 'Punkte')}.`,
    none: 'Es gibt kein Tandem.',
    table: 'Als Tabelle',
    columns: { points: 'Punkte', tandems: 'Tandems' },
    range: (from: string, to: string): string => `${from} bis unter ${to}`,
  },

  load: {
    head: 'Auslastung der Mentoren',
    lead: 'Mentoren nach angebotenen Plätzen und ihren Mentees.',
    slots: (slots: number): string => formatCount(slots, 'Platz', 'Plätze'),
    mentees: 'Mentees, die sie haben',
    total: 'Summe',
    offered: 'Angebotene Plätze',
  },

  why: {
    head: 'Wer kein Tandem hat, warum, und was helfen würde',
    everybody: 'Alle haben ein Tandem.',
    columns: { who: 'Wer', why: 'Warum', people: 'Personen', help: 'Was helfen würde' },
    sides: { mentor: 'Mentoren', mentee: 'Mentees' },
    limit: (places: readonly string[]): string => `Die Obergrenze ist erreicht: ${joinNames(places, 6)}.`,
    names: (reason: string): string => `${capitalise(reason)}.`,
    more: (rest: number): string =>
      `${rest === 1 ? 'Einer weiteren Person hilft' : `${rest} weiteren hilft`} etwas anderes: siehe „Ohne Tandem“.`,
  },
  keptApart: 'ein Wunsch oder eine Entscheidung',
  byDecision: 'Nur eine Entscheidung über ein Paar ließe sich zurücknehmen; sie steht in der Liste der Paare.',

  changes: {
    head: 'Änderungen seit dem letzten Lauf',
    none: 'Dieser Lauf bekam keinen früheren, deshalb sind keine Änderungen zu zeigen.',
    same: 'Alle Tandems des früheren Laufs bleiben, wie sie waren.',
    columns: { change: 'Änderung', mentor: 'Mentor', mentee: 'Mentee', why: 'Warum' },
    byDecision: 'Eine Entscheidung hat es beendet.',
    more: (changes: number): string =>
      `${formatCount(changes, 'weitere Änderung', 'weitere Änderungen')}: siehe changes.csv.`,
  },
  curve: {
    head: 'Was mehr Änderungen bringen würden',
    lead: 'Jeder Punkt ist bewiesen: Keine anderen Tandems mit so wenigen Änderungen haben mehr Punkte.',
    label: 'Punkte mehr als bei den wenigsten Änderungen, nach der Zahl der Änderungen',
    columns: { changes: 'Änderungen', points: 'Punkte mehr', note: 'Anmerkung' },
    thisRun: 'dieser Lauf',
    x: 'Änderungen',
    y: 'Punkte mehr',
  },

  rules: {
    head: 'Die Regeln in einfachen Worten',
    lead: (permitted: number, all: number): string =>
      `Sie beurteilen Paare, nie Personen. ${formatNumber(permitted)} von ${formatNumber(all)} Paaren sind erlaubt.`,
    must: 'Ein Mentor und ein Mentee dürfen nur dann ein Tandem sein:',
    keepsApart: 'Getrennte Paare',
    rule: 'Regel',
    prefer: 'Punkte für ein erlaubtes Paar',
    order: 'Was zuerst kommt',
    ties: 'Bei Gleichstand entscheidet ein festes Los aus den IDs; Namen und die Reihenfolge der Zeilen haben keinen Einfluss.',
    none: 'keine Regel',
  },
  proof: {
    head: 'So prüfen Sie den Beweis',
    lead: 'Diese Seite kann sich nicht selbst beweisen. Wer die Listen hat, kann sie ohne den Rechenweg nachprüfen.',
    steps: [
      'Öffnen Sie ein Terminal im Ordner dieser Seite, und lassen Sie die Listen, wo sie sind.',
      'Tippen Sie: rmentor verify .',
      'Es müssen BEWIESEN und diese Sätze erscheinen:',
    ],
    run: (id: string): string => `Lauf ${id}`,
    otherRun:
      'Steht in certificate.json oder summary.json eine andere Nummer, gehört diese Seite zu einem anderen Lauf.',
  },
  foot: 'Personenbezogene Daten: nur für HR. Löschen Sie diese Seite, wenn die Aufbewahrungsfrist des Programms endet. Auf einem Computer berechnet, nichts wurde gesendet. Die Tandems sind ein Vorschlag; Menschen entscheiden.',

  tandems: {
    head: 'Alle Tandems',
    everybody: 'Es gibt kein Tandem.',
    mentor: 'Mentor',
    mentee: 'Mentee',
    points: 'Passung',
    look: 'Genauer ansehen',
    status: 'Stand',
    statuses: {
      draft: 'offen',
      approved: 'genehmigt',
      locked: 'durch die Liste der Paare festgelegt',
      continued: 'fortgesetzt',
    },
    looks: {
      lowest: 'niedrigste Passung',
      only: 'einzige Möglichkeit',
      border: 'über eine Grenze',
      override: 'verletzt eine Regel',
      new: 'neu',
    },
  },
  without: {
    head: 'Alle ohne Tandem',
    person: 'Person',
    side: 'Rolle',
    sides: { mentor: 'Mentor', mentee: 'Mentee' },
    why: 'Warum',
    help: 'Was helfen würde',
  },
  review: {
    tab: (open: number): string => `Durchsicht · ${open} offen`,
    head: 'Die Tandems durchsehen',
    tooMany: (most: number): string =>
      `Diese Seite hat eine Durchsicht für höchstens ${most} Tandems. Entscheiden Sie in tandems.csv: Tragen Sie approved oder declined in die Spalte status ein.`,
    queue: 'Tandems',
    show: 'Anzeigen',
    shows: { look: 'Zuerst genauer anzusehen', all: 'Alle', open: 'Offen', decided: 'Entschieden' },
    count: '{decided} von {all} entschieden: {approved} genehmigt, {declined} abgelehnt',
    unsaved: '{count} nicht gespeichert',
    save: 'Entscheidungen speichern',
    saved:
      'Gespeichert als decisions.csv. Legen Sie die Datei neben die Listen, dann: rmentor match --previous decisions.csv --out run',
    keys: 'Einzelne Tasten an',
    keysHelp:
      'A genehmigen, D ablehnen, N Notiz, Z rückgängig, J weiter, K zurück. Sie wirken, solange die Durchsicht den Fokus hat.',
    approve: 'Genehmigen',
    decline: 'Ablehnen…',
    declineNow: 'Ablehnen',
    cancel: 'Abbrechen',
    note: 'Notiz',
    undo: 'Rückgängig',
    next: 'Weiter',
    back: 'Zurück',
    reason: 'Warum wird es abgelehnt?',
    reasons: [
      'Sie kennen sich zu gut',
      'Sie arbeiten zu eng zusammen',
      'Zeiten oder Orte passen nicht',
      'Jemand von beiden wünscht sich jemand anderen',
      'Ein anderer Grund (siehe Notiz)',
    ],
    approved: 'genehmigt',
    declined: 'abgelehnt',
    open: 'offen',
    approvePrice: 'kostet nichts; dieses Tandem bleibt in jedem späteren Lauf',
    nothing: 'kostet nichts',
    impossible: 'nicht möglich: Nichts anderes erfüllt alle Vorgaben',
    demanded: 'es ist vorgegeben: durch die Liste der Paare oder eine Entscheidung',
    notPriced: 'Preis nicht berechnet',
    alone:
      'Jeder Preis gilt genau für diese eine Entscheidung. Mehrere zusammen können mehr kosten; der nächste Lauf rechnet sie zusammen.',
    notPricedAtAll:
      'Für so viele Personen sind keine Preise berechnet. rmentor explain MENTOR MENTEE nennt den Preis für ein Tandem.',
    moves: 'andere, deren Tandem sich ändert: mindestens {count}',
    pair: '{mentor} begleitet {mentee}',
    points: '{points} von {most} Punkten',
    facts: { department: 'Abteilung', place: 'Land, Ort', languages: 'Sprachen', topics: 'Themen', slots: 'Plätze' },
    slots: (used: number, all: number): string => `${used} von ${all} belegt`,
    alternatives: 'Alternativen',
    otherMentors: 'Andere Mentoren für {mentee}',
    otherMentees: 'Andere Mentees für {mentor}',
    instead: 'statt {other}',
    besides: 'zusätzlich zu {other}',
    noAlternatives: 'Hier ist keine berechnet. rmentor explain mit dem Namen nennt die besten.',
    of: 'von',
  },
  table: {
    filter: 'Suchen: Name, Abteilung, Land …',
    rows: 'Zeilen {from} bis {to} von {all}',
    rowsFound: 'Zeilen {from} bis {to} von {found} gefundenen unter {all}',
    noneFound: 'Unter {all} Zeilen nichts gefunden. Versuchen Sie es mit weniger Buchstaben.',
    back: 'Zurück',
    on: 'Weiter',
    page: 'Seite {page} von {pages}',
    pages: 'Seiten der Tabelle',
    printed: 'Gedruckt werden alle Zeilen.',
  },
};

function sign(count: number): string {
  return count > 0 ? `+${count}` : `−${-count}`;
}
