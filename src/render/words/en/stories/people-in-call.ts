import type { StoriesOf } from './story.ts';

export const asked: StoriesOf<'asked'> = {
  E160: {
    title: 'An unknown person',
    why: 'Name a person by id, by e-mail address, by name or by a part of the name. Case, accents and word order do not matter.',
    whatToDo: 'Write the name as in the sheet, or the id or e-mail address.',
  },
  E161: {
    title: 'Several possible people',
    why: 'Several people have this name or this part of a name.',
    whatToDo: 'Write more of the name, or the id or e-mail address from the message.',
  },
  E162: {
    title: 'Not a mentor and a mentee',
    why: 'A tandem needs a mentor and a mentee who both take part. Two mentors, or somebody who withdrew, cannot be explained as a pair.',
    whatToDo:
      'Name one person of each side, in any order. Name one person alone to see why they have a tandem or none.',
  },
};
