import { findEntry } from '../../../domain/own-key-lookup.ts';
import type { VeiledCount } from '../../../domain/veiled-count.ts';
import type { Words } from '../en/index.ts';
import { NUMBER_COLUMNS, nameColumn } from './column-names-in-sentences.ts';
import { formatCount, grammar, joinNames } from './grammar.ts';
import { reasons } from './reasons.ts';

type Noun = readonly [one: string, many: string];

const SIDES = { mentor: ['Mentor', 'Mentoren'], mentee: ['Mentee', 'Mentees'] } as const;
const SLOT = ['Platz', 'Plätze'] as const;

function sayCount(count: VeiledCount, [one, many]: Noun): string {
  switch (count.kind) {
    case 'exact':
      return formatCount(count.count, one, many);
    case 'few':
      return `weniger als fünf ${many} (oder niemand)`;
    case 'most':
      return `alle ${many} (oder alle bis auf weniger als fünf)`;
  }
}

/** A count of a group that the reader is in. */
function sayGroup(count: VeiledCount, [one, many]: Noun): string {
  return count.kind === 'exact' ? formatCount(count.count, one, many) : `weniger als fünf ${many}`;
}

export const letter: Words['letter'] = {
  intro: 'Diese Seite sagt, warum Sie Ihr Tandem haben oder keines. Sie nennt niemanden außer Ihnen.',
  ownHead: 'Was das Programm über Sie weiß',
  nameOwn: column => findEntry<string>(NUMBER_COLUMNS, column) ?? nameColumn(column),
  ownCell: (label, value) => `${label}: ${value}`,
  namesOthers:
    'Zellen Ihrer Zeile, die andere nennen, etwa eine Führungskraft oder einen Wunsch, werden hier nicht wiederholt.',
  leftOut: columns =>
    `Nicht wiederholt, weil keine Regel sie braucht oder sie jemanden nennen: ${joinNames(columns, 99)}.`,

  tandemHead: (at, of) => (of === 1 ? 'Ihr Tandem' : `Ihr Tandem ${at} von ${of}`),
  decisions: {
    lock: 'Die Personalabteilung hat dieses Tandem vorab festgelegt.',
    continues: 'Dieses Tandem einer früheren Runde macht weiter.',
    approved: 'Die Personalabteilung hat dieses Tandem freigegeben.',
    held: 'Dieses Tandem blieb, wie es war, als ein anderer Teil des Programms angepasst wurde.',
  },
  proposed: 'Dieses Tandem ist ein Vorschlag, der aus den Regeln unten folgt. Menschen entscheiden darüber.',
  notChecked: rules => `Nicht geprüft, weil die Tabellen dafür nicht genug sagen: ${rules}.`,
  excepted: rules => `Nicht eingehalten, weil die Personalabteilung eine Ausnahme erlaubt hat: ${rules}.`,
  kept: isAll =>
    `Es hält ${isAll ? 'alle Regeln' : 'alle anderen Regeln'} unten ein, und kein Wunsch und keine Entscheidung hält Sie beide auseinander.`,
  pointsHead: 'Wie gut Sie beide nach den Präferenzen passen',
  common: values => `Sie haben beide ${joinNames(values, 9)}`,
  noPoints: 'Keine Präferenz unterscheidet Paare.',

  whyHead: 'Warum Sie kein Tandem haben',
  why: (reason, other) => {
    const [one] = SIDES[other];
    switch (reason.kind) {
      case 'nobody-there':
        return `Es gibt keinen ${one}.`;
      case 'nobody-left':
        return `Regeln, Wünsche und Entscheidungen zusammen lassen keinen ${reason.hasTandem ? 'anderen ' : ''}${one} für Sie übrig.`;
      case 'competition':
        return `Mehr Mentees als Plätze: Für Sie und andere, zusammen ${sayGroup(reason.mentees, SIDES.mentee)}, kommen nur dieselben Mentoren infrage. Zusammen haben sie ${sayGroup(reason.slots, SLOT)}. Wer davon ein Tandem bekommt, folgt aus dem, was zählt, in der Reihenfolge unten. Bei Gleichstand entscheidet ein festes Los.`;
      case 'limit-reached': {
        const places = reason.limits.map(
          ({ place, side, max }) => `für ${SIDES[side][1]} in ${grammar.nameInside(place)} (${max})`,
        );
        return places.length === 1
          ? `Die Obergrenze ${places[0]} ist ausgeschöpft.`
          : `Die Obergrenzen ${joinNames(places, 99)} sind ausgeschöpft.`;
      }
      case 'priority':
        return `Es gibt zu wenige Plätze. Wer einen bekam, hat eine höhere Priorität als Sie (${reason.priority}).`;
      case 'decisions':
        return 'Entscheidungen der Personalabteilung gehen vor: festgelegte oder freigegebene Tandems oder Mindestzahlen.';
      case 'goals':
        return `Die Ziele des Programms stellen anderes voran: ${joinNames(reason.levels, 99)}.`;
      case 'no-gain':
        return reason.level === null
          ? 'Ein Tandem ist möglich, aber die Ziele des Programms gewinnen dadurch nichts.'
          : `Ein Tandem ist möglich, aber die Ziele des Programms würden dadurch verlieren: ${reason.level}.`;
      default:
        return reasons.letters[reason.kind](other);
    }
  },
  lacking: columns =>
    `In Ihrer Zeile ${columns.length === 1 ? 'fehlt' : 'fehlen'}: ${joinNames(columns.map(nameColumn), 9)}. Eine Regel braucht ${columns.length === 1 ? 'diese Angabe' : 'diese Angaben'}. Bitte geben Sie sie der Personalabteilung.`,
  again: {
    'carried-over': 'Auch im früheren Lauf hatten Sie kein Tandem.',
    'never-before': 'Auch in keiner früheren Runde hatten Sie ein Tandem.',
    both: 'Auch im früheren Lauf und in allen früheren Runden hatten Sie kein Tandem.',
  },
  shortfall: (wants, has) =>
    `Sie wünschen sich ${formatCount(wants, 'Mentor', 'Mentoren')} und haben ${has === 0 ? 'keinen' : has}.`,

  choiceHead: other => `Welche ${SIDES[other][1]} für Sie möglich sind`,
  choice: (count, other) => `Im Programm: ${sayCount(count, SIDES[other])}.`,
  ruledOut: (causes, count, other) =>
    `Ausgeschlossen: ${causes.length === 1 ? '' : 'jeweils '}${sayCount(count, SIDES[other])}; Grund: ${joinNames(causes, 99)}.`,
  left: (count, other) => `Nach allen Regeln bleiben: ${sayCount(count, SIDES[other])}.`,
  keptApart: (count, other) =>
    `Davon durch einen Wunsch oder eine Entscheidung von Ihnen getrennt: ${sayCount(count, SIDES[other])}.`,
  veiled: 'Zahlen unter fünf werden nicht genannt, damit niemand zu erkennen ist. Diese Zeile steht auf jeder Seite.',

  keptApartRule: 'kein Wunsch und keine Entscheidung sie auseinanderhält',
  noDataHead: 'Regeln, die sich nicht prüfen ließen',
  after: [
    'Keine andere Zuordnung, die alle Regeln einhält, ist nach diesen Zielen besser. rmentor hat es bewiesen.',
    'Das Programm lernt nichts und rät nicht: Menschen haben die Regeln geschrieben, und Menschen entscheiden über jedes Tandem.',
    'Stimmt etwas über Sie nicht oder möchten Sie dieses Tandem nicht, sagen Sie es der Personalabteilung. Sie brauchen keinen Grund zu nennen.',
  ],
  afterHead: 'Was Sie tun können',
};
