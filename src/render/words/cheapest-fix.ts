import { findDemander } from '../../domain/demands.ts';
import type { Unmatched } from '../../domain/matching.ts';
import { listLevelsBefore, type Terms } from '../../domain/policy.ts';
import type { Lever, Remedy } from '../../domain/remedies.ts';
import type { Roster } from '../../domain/roster.ts';
import { phraseLiftedBar } from './bars.ts';
import type { Words } from './en/index.ts';
import { nameLevels } from './evidence.ts';

/** What would help somebody without a tandem, in a sentence that needs no knowledge of the program. */
export function describeCheapestFix({ side, fix }: Unmatched, roster: Roster, terms: Terms, words: Words): string {
  const say = words.fixes;
  switch (fix.kind) {
    case 'change': {
      const { remedy, sharing } = fix;
      const change = `${describeLever(remedy.lever, roster, terms, words)}${phraseMoves(remedy, roster, words)}${phraseTotal(remedy, words)}.`;
      return sharing === 1 ? change : `${change} ${say.shared(sharing, side)}`;
    }
    case 'none':
      return say.none(side);
    case 'others-first':
      return say.othersFirst;
    case 'unsettled':
      return say.unsettled;
    case 'objective':
      return side === 'mentor'
        ? say.mentorObjective
        : say.menteeObjective(nameLevels(listLevelsBefore('mentees', terms.policy), words));
    case 'load':
      return say.load;
    case 'not-needed':
      return say.notNeeded;
    case 'withdrawn':
      return say.withdrawn;
  }
}

/** "Give Ada Lind one more slot" */
function describeLever(
  lever: Lever,
  { mentors, mentees }: Roster,
  { limits, pairs, policy }: Terms,
  words: Words,
): string {
  const say = words.fixes;
  switch (lever.kind) {
    case 'slot': {
      const { capacity, name } = mentors[lever.mentor]!;
      return say.oneMoreSlot(name, capacity);
    }
    case 'limit': {
      const { place, side, max } = limits[lever.limit]!;
      return say.raiseLimit(place, side, max);
    }
    case 'minimum': {
      const { place, side, min } = limits[lever.limit]!;
      return say.lowerMinimum(place, side, min);
    }
    case 'load': {
      const { minLoad, name } = mentors[lever.mentor]!;
      return say.lowerLoad(name, minLoad);
    }
    case 'lock': {
      const { mentor, mentee } = lever;
      const note = pairs.find(one => one.mentor === mentor && one.mentee === mentee);
      return say.drop[note === undefined ? 'lock' : findDemander(note)](mentors[mentor]!.name, mentees[mentee]!.name);
    }
    case 'pair': {
      const names = say.pair(mentors[lever.mentor]!.name, mentees[lever.mentee]!.name);
      return phraseLiftedBar(lever.bar, names, policy, words);
    }
  }
}

/** What others would do: ": Ben Roth could then move to Ada Lind"; nothing where nobody has to. */
function phraseMoves({ ended, begun }: Remedy, { mentors, mentees }: Roster, { fixes: say }: Words): string {
  if (ended.length === 0) return '';
  if (ended.length > MOST_TOLD) return say.manyMove(ended.length);
  const steps = ended.map(pair => {
    const next = begun.find(({ mentee }) => mentee === pair.mentee);
    const { name } = mentees[pair.mentee]!;
    return next === undefined
      ? say.goesWithout(name, mentors[pair.mentor]!.name)
      : say.moves(name, mentors[next.mentor]!.name);
  });
  return say.sayMoves(steps);
}

const MOST_TOLD = 2;

/** What is said of a change that brings no tandem more, but moves the load. */
function phraseTotal({ begun, ended }: Remedy, { fixes: say }: Words): string {
  const more = begun.length - ended.length;
  return more > 0 ? '' : say.sayTotal(more);
}
