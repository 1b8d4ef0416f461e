import type { Side } from '../../../domain/roster.ts';
import type { Words } from '../en/index.ts';
import { nameColumn } from './column-names-in-sentences.ts';
import { formatCount, grammar, joinNames, nameSide } from './grammar.ts';

type ReasonWords = Words['reasons'];

const MOST_NAMED = 5;

const NAMES: ReasonWords['names'] = {
  'no-eligible-mentor': 'nach den Regeln passt kein Mentor',
  'no-eligible-mentee': 'nach den Regeln passt kein Mentee',
  'mentors-full': 'alle möglichen Mentoren sind belegt',
  'limit-reached': 'eine Obergrenze ist erreicht',
  'capacity-zero': 'kein Platz angeboten',
  'not-needed': 'nicht gebraucht',
  withdrawn: 'abgemeldet',
  outranked: 'etwas anderes geht vor',
};

const SENTENCES: ReasonWords['sentences'] = {
  'capacity-zero': () => 'Bietet keinen Platz an.',
  'not-needed': ({ mentees }) =>
    mentees === 1
      ? 'Der einzige mögliche Mentee hat schon so viele Tandems wie gewünscht.'
      : `Alle ${mentees} möglichen Mentees haben schon so viele Tandems wie gewünscht.`,
  withdrawn: () => 'Hat sich abgemeldet.',
};

const LETTERS: ReasonWords['letters'] = {
  'capacity-zero': () => 'Sie bieten keinen Platz an.',
  'not-needed': other =>
    `Alle ${other === 'mentor' ? 'Mentoren' : 'Mentees'}, die für Sie infrage kommen, haben schon so viele Mentoren wie gewünscht.`,
  withdrawn: () => 'Sie haben sich abgemeldet.',
};

/** Why people have no tandem, or fewer than they want. */
export const reasons: ReasonWords = {
  again: {
    'carried-over': 'Hatte auch im früheren Lauf kein Tandem.',
    'never-before': 'Hatte auch in keiner früheren Runde ein Tandem.',
    both: 'Hatte auch im früheren Lauf und in keiner früheren Runde ein Tandem.',
  },
  names: NAMES,
  sentences: SENTENCES,
  letters: LETTERS,
  nobodyThere: side => `Es gibt ${side === 'mentor' ? 'niemanden auf der Mentorenseite' : 'keine Mentees'}.`,
  ruledOut: (side, partners, causes) => {
    const told = causes.map(({ cause, count }) => (count === partners ? cause : `${cause} (bei ${count})`));
    return `${nameNone(side, partners)}: ${joinNames(told, 99)}.`;
  },
  emptyCell: (who, column) => `Bei ${who} fehlt die Angabe ${nameColumn(column)}, die eine Regel braucht.`,
  nearest: (people, bars) =>
    bars === 1
      ? `Am nächsten ${people.length === 1 ? 'kommt' : 'kommen'} ${joinNames(people, 99)}; sonst spricht nichts dagegen.`
      : `Am nächsten ${people.length === 1 ? 'kommt' : 'kommen'} ${joinNames(people, 99)}; dagegen sprechen${people.length === 1 ? '' : ' jeweils'} ${bars} Gründe.`,
  nearPerson: (name, causes) => `${name} (${joinNames(causes, 99)})`,
  more: people => `${people} weitere`,
  competition: (mentees, slots, holders, locked) => {
    if (slots === 0)
      return `Für ${formatCount(mentees, 'Mentee')} ${mentees === 1 ? 'kommt' : 'kommen'} nur ${nameHolders(holders, 'or')} infrage, und dort gibt es keinen Platz.`;
    const forced =
      locked === 0 ? '' : `; ${locked === 1 ? '1 davon gehört' : `${locked} davon gehören`} zu festgelegten Tandems`;
    return `Auf ${formatSlots(slots)} bei ${nameHolders(holders, 'and')} ${mentees === 1 ? 'kommt' : 'kommen'} ${formatCount(mentees, 'Mentee')}${forced}.`;
  },
  higherPriority: (priority, served) =>
    `Wer einen Platz bekam, hat eine höhere Priorität als ${priority}: ${joinNames(
      served.map(
        ([name, theirs, isCarriedOver]) =>
          `${name} (Priorität ${theirs}${isCarriedOver ? ', im früheren Lauf ohne Tandem' : ''})`,
      ),
      MOST_NAMED,
    )}.`,
  limitsReached: limits => {
    const [first] = limits;
    if (first !== undefined && limits.length === 1)
      return `Die Obergrenze für ${nameSide(first.side)} in ${grammar.nameInside(first.place)} (${first.max}) ist erreicht.`;
    const told = (['mentor', 'mentee'] as const)
      .map(wanted => limits.filter(({ side }) => side === wanted))
      .filter(some => some.length > 0)
      .map(some => {
        const places = some.map(({ place, max }) => `${grammar.nameInside(place)} (${max})`);
        return `${nameSide(some[0]!.side)} in ${joinNames(places, places.length)}`;
      });
    return `Die Obergrenzen für ${told.join(' und für ')} sind erreicht.`;
  },
  peopleUnder: (mentees, place) =>
    `In ${grammar.nameInside(place)} ${mentees === 1 ? 'ist 1 Mentee' : `sind ${mentees} Mentees`}.`,
  priority: 'höhere Priorität',
  decidedBy: goals =>
    goals.length === 0
      ? 'Wer von ihnen ein Tandem bekommt, entscheidet ein festes Los.'
      : `Wer von ihnen ein Tandem bekommt, entscheidet sich der Reihe nach: ${joinNames(goals, 99)}; bei Gleichstand entscheidet ein festes Los.`,
  allUnderLimits: 'Alle möglichen Mentees, die noch ein Tandem wünschen, hält eine Obergrenze zurück.',
  withoutDemands: demands =>
    `Ohne ${joinNames(demands, 12)} wäre hier ein Tandem möglich, und alle Mentees mit Tandem behielten eines.`,
  oneMoreWithoutDemands: demands =>
    `Ohne ${joinNames(demands, 12)} wäre eines mehr möglich, und alle Mentees behielten so viele wie jetzt.`,
  demands: {
    lock: (mentor, mentee, reason) =>
      `das festgelegte Tandem ${mentor} und ${mentee}${reason === '' ? '' : ` (${reason})`}`,
    continues: (mentor, mentee) => `das Tandem ${mentor} und ${mentee}, das weitermacht`,
    approved: (mentor, mentee, reason) =>
      `das freigegebene Tandem ${mentor} und ${mentee}${reason === '' ? '' : ` (${reason})`}`,
    held: (mentor, mentee) => `das Tandem ${mentor} und ${mentee}, das bei dieser Anpassung bleibt`,
    minimum: (place, side, min) => `die Mindestzahl für ${nameSide(side)} in ${grammar.nameInside(place)} (${min})`,
    load: (mentor, min) => `die Mindestzahl von ${mentor} (${formatCount(min, 'Mentee')})`,
  },
  upToObjective: goals =>
    `Ob es dazu kommt, hängt von Ihren Zielen ab, in denen anderes vor den Mentees kommt: ${joinNames(goals, 99)}.`,
  objectiveFirst: (_, goals) =>
    `Ein Tandem ist möglich, aber in Ihren Zielen kommt anderes vor den Mentees: ${joinNames(goals, 99)}.`,
  rivalTandem: (mentee, goal) =>
    goal === null
      ? `${mentee} wäre auch hier möglich, aber für Ihre Ziele wäre damit nichts gewonnen.`
      : `${mentee} wäre auch hier möglich, aber Ihre Ziele verlören dabei: ${goal}.`,
  shortfall: (wants, has) => `Wünscht ${formatCount(wants, 'Tandem')}, hat ${has}.`,
  noOther: 'Auf der Mentorenseite gibt es sonst niemanden.',
  nobodyElse: mentors =>
    mentors === 1
      ? 'Die andere Person auf der Mentorenseite kommt nicht infrage.'
      : `Von den ${mentors} anderen Mentorinnen und Mentoren kommt niemand infrage.`,
  slotShortage: (mentees, wanted, slots, holders) =>
    `${formatCount(mentees, 'Mentee')} ${mentees === 1 ? 'bräuchte' : 'bräuchten'} ${formatSlots(wanted)} bei ${nameHolders(holders, 'and')}, dort gibt es aber ${slots === 0 ? 'keinen' : `nur ${slots}`}.`,
  oneMoreLater: goals =>
    `Eines mehr ist möglich, aber in Ihren Zielen kommt anderes vor der Zahl der Tandems: ${joinNames(goals, 99)}.`,
};

function nameNone(side: Side, partners: number): string {
  const only =
    side === 'mentor' ? 'Die einzige Person auf der Mentorenseite' : 'Die einzige Person auf der Menteeseite';
  return partners === 1 ? `${only} kommt nicht infrage` : `Von den ${partners} ${nameSide(side)} kommt niemand infrage`;
}

function formatSlots(slots: number): string {
  return slots === 1 ? '1 Platz' : `${slots} Plätze`;
}

function nameHolders({ mentors, places }: Parameters<ReasonWords['competition']>[2], last: 'and' | 'or'): string {
  const within = joinNames(places.map(grammar.nameInside), MOST_NAMED, last);
  return [joinNames(mentors, MOST_NAMED, last), within && `Mentorinnen und Mentoren in ${within}`]
    .filter(text => text !== '')
    .join(last === 'and' ? ' und ' : ' oder ');
}
