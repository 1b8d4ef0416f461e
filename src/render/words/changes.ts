import type { NamedPerson } from '../../domain/decisions.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import {
  type ChangeReason,
  countChanges,
  type ExplainedChange,
  isChanged,
  type Telling,
} from '../../domain/tandem-changes.ts';
import { phraseBar } from './bars.ts';
import type { Words } from './en/index.ts';
import { computeDifference, phraseLevelChange } from './levels.ts';
import { makeNameLookup } from './names.ts';

/** What sentences about changes are made with. */
export interface ChangeTelling {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly words: Words;
}

/** What changed from one run to another, and what they are called. */
export interface ToldChanges {
  readonly changes: readonly ExplainedChange[];
  readonly telling: ChangeTelling;
  readonly old: string;
  readonly run: string;
}

/** How many changes of each kind there are, or that there are none. */
export function phraseChanges({ changes, telling, old, run }: ToldChanges): string {
  const say = telling.words.changes;
  return changes.some(isChanged) ? say.between(old, run, countChanges(changes)) : say.nothingChanged(changes.length);
}

/** Whom to tell of a change, and who left. */
export function phraseTelling(change: ExplainedChange, { changes: say }: Words): string {
  const list = (wanted: Telling) =>
    SIDES.flatMap(side => (change.tell[side] === wanted ? [nameSomebody(change[side])] : []));
  return say.tell(list('yes'), list('left'));
}

/** Makes what says why a tandem began, ended, or is worth other points; '' of one that stays as it was. */
export function describeChange(telling: ChangeTelling): (change: ExplainedChange) => string {
  const call = makeNameLookup(telling.roster);
  return change => describeReason(change, call, telling);
}

function describeReason(
  { mentor, mentee, why, score, earlier }: ExplainedChange,
  call: (side: Side, index: number) => string,
  { terms, words }: ChangeTelling,
): string {
  const { changes: say } = words;
  const people = { mentor: nameSomebody(mentor), mentee: nameSomebody(mentee) };
  switch (why.kind) {
    case 'left':
      return SIDES.flatMap(side => (why.who[side] === null ? [] : [say.left(people[side], side, why.who[side])])).join(
        ' ',
      );
    case 'declined':
      return say.declined(why.remark);
    case 'rule':
      return say.rule(why.bars.map(bar => phraseBar(bar, terms.policy, words)));
    case 'slots':
      return why.side === 'mentor'
        ? say.mentorFull(people.mentor, why.slots)
        : say.menteeFull(people.mentee, why.slots);
    case 'limit': {
      const { place, side, max } = terms.limits[why.limit]!;
      return say.limit(place, side, max);
    }
    case 'released':
      return say.released;
    case 'no-room':
      return say.noRoom;
    case 'moved':
      return describeMove(why, people, call, words);
    case 'forced':
      return say.forced(why.remark);
    case 'continued':
      return say.continued;
    case 'first-mentor':
      return joinSentences(say.firstMentor(people.mentee), describeSlot(why, people.mentor, words));
    case 'one-more':
      return joinSentences(say.oneMore(people.mentee), describeSlot(why, people.mentor, words));
    case 'other-mentor':
      return joinSentences(
        say.insteadOf(people.mentee, why.insteadOf.map(nameSomebody)),
        describeSlot(why, people.mentor, words),
      );
    case 'points':
      return say.points((score ?? 0) / 1000, (earlier?.score ?? 0) / 1000);
    case 'stays':
      return '';
  }
}

const SIDES = ['mentor', 'mentee'] as const;

/** Who has these people now, and what keeping the tandem would have cost. */
function describeMove(
  { mentees, mentors, keeping }: Extract<ChangeReason, { kind: 'moved' }>,
  people: Readonly<Record<Side, string>>,
  call: (side: Side, index: number) => string,
  words: Words,
): string {
  const { changes: say } = words;
  const first = keeping?.find(level => computeDifference(level) !== 0);
  return joinSentences(
    mentees.length === 0
      ? ''
      : say.mentorNow(
          people.mentor,
          mentees.map(mentee => call('mentee', mentee)),
        ),
    mentors.length === 0
      ? ''
      : say.menteeNow(
          people.mentee,
          mentors.map(mentor => call('mentor', mentor)),
        ),
    keeping === null ? '' : first === undefined ? say.equallyGood : say.keeping(phraseLevelChange(first, words)),
  );
}

function describeSlot(
  { slotOf }: { readonly slotOf: readonly NamedPerson[] },
  mentor: string,
  { changes: say }: Words,
): string {
  return slotOf.length === 0 ? '' : say.slotOf(mentor, slotOf.map(nameSomebody));
}

function joinSentences(...sentences: readonly string[]): string {
  return sentences.filter(sentence => sentence !== '').join(' ');
}

/** Somebody of an earlier run, who need not be in the sheets. */
export function nameSomebody({ id, name, email }: NamedPerson): string {
  return name || email || id;
}
