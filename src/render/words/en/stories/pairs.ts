import type { StoriesOf } from './story.ts';

export const pairs: StoriesOf<'pairs'> = {
  E040: {
    title: 'An unknown person in a pair',
    why: 'The sheet of this side has no such person. Name people by id, by e-mail address, or by a name that only one participant has.',
    whatToDo: 'Write the id or the e-mail address as in the sheet.',
  },
  E173: {
    title: 'A person of the other side',
    why: 'The mentor column names a mentee, or the mentee column names a mentor.',
    whatToDo: 'Swap the two cells, or name somebody of the right side.',
  },
  E174: {
    title: 'A name in a pair that several people have',
    why: 'Several participants have this name, so it is unclear who is meant.',
    whatToDo: 'Write the id or the e-mail address of the right person.',
  },
  E175: {
    title: 'An id and a name of two people in a pair',
    why: 'The id belongs to one person and the name to another. Rows of the list may be out of line.',
    whatToDo: 'Write the id or the e-mail address of the right person, without a name.',
  },
  E041: {
    title: 'An unknown action',
    why: 'Each row of the list of pairs says what should happen with the pair.',
    whatToDo:
      'Write `lock` (they must be paired), `ban` (they must not be paired) or `score` (extra points for this pair).',
  },
  E042: {
    title: 'Not a number of points',
    why: 'Points are numbers with up to three decimals, and may be negative. A decimal comma works unless commas separate the cells.',
    whatToDo: 'Write points such as `12`, `-3` or `2.5`.',
  },
  E043: {
    title: 'The same pair twice',
    why: 'Two rows say the same about one pair. rmentor does not add up their points.',
    whatToDo: 'Keep one of the rows.',
  },
  E044: {
    title: 'A forced pair that is also banned',
    why: 'One row says that the two must be paired, and another that they must not.',
    whatToDo: 'Delete one of the rows.',
  },
  E045: {
    title: 'A forced pair that breaks a rule',
    why: 'The list says that the two must be paired, but a rule forbids it. An exception needs a reason in the row, which is shown in the results, and `--allow-override`. If somebody declined the tandem, no exception is possible.',
    whatToDo: 'Delete the row, or give a reason and call with `--allow-override`.',
  },
  E046: {
    title: 'No pair to choose from',
    why: 'The config allows only pairs with points, and the list has none.',
    whatToDo: 'Add rows with points, or remove `"only"` from the config.',
  },
  E047: {
    title: 'Points that are too large',
    why: 'rmentor adds up points exactly. With numbers of this size a computer would begin to round.',
    whatToDo: 'Divide all weights and points by 1,000. The result stays the same.',
  },
  E057: {
    title: 'A forced pair of somebody who withdrew',
    why: 'The list says that the two must be paired, but one of them withdrew.',
    whatToDo: 'Delete the row, or set the status of this person to `active`.',
  },
};
