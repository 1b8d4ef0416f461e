import type { Side } from '../../../domain/roster.ts';
import { formatCount, grammar } from './grammar.ts';

/** What must come about and cannot. */
export const clash = {
  /** What annotations are headed by. */
  title: 'not all demands can be met together',
  head: (demands: number): string =>
    demands === 1 ? 'This demand cannot be met:' : `These ${demands} demands cannot be met together:`,
  nobody: 'None of the people concerned may be paired with anybody.',
  shortHead: 'What there is too little of:',
  more: (lines: number): string => `and ${lines} more`,
  way: (demands: number): string => {
    if (demands === 1) return 'Remove it, or make room for it.';
    return `Remove one of them, and the ${demands === 2 ? 'other' : `other ${demands - 1}`} can be met; or make room for it.`;
  },
  release: '--release-approved lets go of as few approved tandems as possible.',
  hasSlots: (mentor: string, slots: number): string => `${mentor} has ${formatCount(slots, 'slot')}`,
  wantsMentors: (mentee: string, mentors: number): string => `${mentee} wants ${formatCount(mentors, 'mentor')}`,
  limit: (place: string, side: Side, max: number): string =>
    `${grammar.nameCountry(place)}: at most ${formatCount(max, 'tandem')} for ${side}s`,
  lock: (mentor: string, mentee: string): string => `forced pair of ${mentor} and ${mentee}`,
  approved: (mentor: string, mentee: string): string => `approved tandem of ${mentor} and ${mentee}`,
  continues: (mentor: string, mentee: string): string => `tandem of ${mentor} and ${mentee}, which continues`,
  held: (mentor: string, mentee: string): string =>
    `tandem of ${mentor} and ${mentee}, which this repair does not move`,
  minimum: (place: string, side: Side, min: number): string =>
    `${grammar.nameCountry(place)}: at least ${formatCount(min, 'tandem')} for ${side}s`,
  load: (mentor: string, least: number): string => `${mentor} must have at least ${formatCount(least, 'mentee')}`,
};
