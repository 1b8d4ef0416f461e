import type { Words } from '../en/index.ts';
import { formatCount, joinNames } from './grammar.ts';

const SIDES = { mentor: 'Mentor', mentee: 'Mentee' } as const;
const MANY = { mentor: 'Mentoren', mentee: 'Mentees' } as const;

export const pair: Words['pair'] = {
  role: (side, where) => [SIDES[side], ...where].join(', '),
  verdict: (mentor, mentee, state) =>
    `${mentor} und ${mentee} ${{ tandem: 'sind ein Tandem', possible: 'sind kein Tandem, obwohl keine Regel dagegen spricht', barred: 'dürfen kein Tandem sein' }[state]}.`,
  cost: (state, changes, isFirst) => {
    const rest = isFirst ? '' : ' Alles, was mehr zählt, bliebe gleich.';
    if (state === 'tandem') return `Ohne dieses Tandem gäbe es ${changes}.${rest}`;
    if (state === 'possible') return `Dieses Tandem ist möglich, hat aber einen Preis: ${changes}.${rest}`;
    return `Auch wenn es erlaubt wäre, wären sie kein Tandem. Preis: ${changes}.${rest}`;
  },
  noCost: state =>
    ({
      tandem: 'Ohne dieses Tandem ginge es genauso gut; das feste Los bei Gleichstand hat entschieden.',
      possible: 'Dieses Tandem würde nichts kosten, was zählt; das feste Los bei Gleichstand hat entschieden.',
      barred: 'Wäre es erlaubt, würde dieses Tandem nichts kosten, was zählt.',
    })[state],
  better: changes => `Wäre es erlaubt, wären sie ein Tandem, und es gäbe ${changes}.`,
  impossible: (state, why) =>
    state === 'barred'
      ? `Auch wenn es erlaubt wäre, wäre dieses Tandem nicht möglich, denn ${why}.`
      : `Dieses Tandem ist nicht möglich, denn ${why}.`,
  whatIfHead: state =>
    ({
      tandem: 'Ohne dieses Tandem, bestenfalls',
      possible: 'Wären sie ein Tandem',
      barred: 'Wären sie trotzdem ein Tandem',
    })[state],
  movesHead: 'Wer wechseln würde, wenn es so wenige wie möglich tun',
  mustHead: isAllowed => `Dürfen sie ein Tandem sein? ${isAllowed ? 'Ja' : 'Nein'}`,
  fitHead: score => `Wie gut sie passen: ${score}`,
};

export const person: Words['person'] = {
  head: (name, id, role) => `${name} (${id}, ${role})`,
  unmatched: (_, why) => `Kein Tandem. ${why}`,
  help: fix => `Was helfen würde: ${fix}`,
  tandemHead: (name, role) => `Tandem mit ${name} (${role})`,
  mustHead: 'Warum sie ein Tandem sein dürfen',
  rivalsHead: name => `Wer sonst für ${name} infrage kommt`,
  slots: (who, side, slots, holders) => {
    const room =
      side === 'mentor'
        ? `hat ${formatCount(slots, 'Platz', 'Plätze')}`
        : `wünscht sich ${formatCount(slots, 'Mentor', 'Mentoren')}`;
    return `${who} ${room}${holders.length === 0 ? '' : ` und ist auch mit ${joinNames(holders)} im Tandem`}.`;
  },
  rivals: (who, side, rivals, waiting) => {
    if (rivals === 0) return `Für ${who} kommt sonst niemand infrage.`;
    const others = rivals === 1 ? `kommt 1 anderer ${SIDES[side]}` : `kommen ${rivals} andere ${MANY[side]}`;
    const rest =
      waiting.length > 0
        ? `${joinNames(waiting)} ${waiting.length === 1 ? 'ist' : 'sind'} davon ohne Tandem`
        : rivals === 1
          ? 'diese Person hat ein Tandem'
          : 'alle haben ein Tandem';
    return `Für ${who} ${others} infrage; ${rest}.`;
  },
  noAlternative: (who, other, hasTandem) => `Für ${who} kommt ${hasTandem ? 'sonst ' : ''}kein ${SIDES[other]} infrage`,
  alternativesHead: (who, other, hasTandem, { shown, all, isProven }) => {
    const head = `${hasTandem ? 'Andere mögliche' : 'Mögliche'} ${MANY[other]} für ${who}`;
    if (all === 1) return head;
    if (!isProven) return `${head} (${shown} von ${all}; andere kosten vielleicht weniger)`;
    return shown < all
      ? `${head} (die ${shown} von ${all} mit dem niedrigsten Preis)`
      : `${head} (niedrigster Preis zuerst)`;
  },
  cost: changes => `Preis: ${changes}.`,
  noCost: 'Preis: nichts, was zählt.',
  impossible: why => `Nicht möglich, denn ${why}.`,
};
