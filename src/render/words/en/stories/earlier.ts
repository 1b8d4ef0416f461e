import type { StoriesOf } from './story.ts';

export const earlier: StoriesOf<'earlier'> = {
  E055: {
    title: 'Not a date',
    why: 'A date with slashes means different days in different countries, so rmentor does not guess.',
    whatToDo: 'Write `2025-03-31` or `31.03.2025`.',
  },
  W067: {
    title: 'Earlier tandems without dates',
    why: 'With `repeat`, a pair may be repeated after some months, but this list has no dates. So rmentor never repeats these tandems.',
    whatToDo: 'Add a column `date` with the last day of each tandem, or remove `repeat` from the config.',
  },
  E176: {
    title: 'A list whose people are unknown',
    why: 'No row names a participant exactly, although some are similar. Without this list, earlier tandems could be paired again.',
    whatToDo: 'Correct the cells in the messages that follow.',
  },
  W177: {
    title: 'A list of people who have left',
    why: 'No row names a participant, and none is similar. The list has no effect.',
    whatToDo: 'Check that it is the right file, and that it names people as the sheets do.',
  },
  W072: {
    title: 'Some earlier tandems without dates',
    why: 'With `repeat`, a pair may be repeated after some months, but these rows have no date. So rmentor never repeats these tandems.',
    whatToDo: 'Write the last day of each tandem into the column `date`.',
  },
  E220: {
    title: 'An unknown word for what becomes of a tandem',
    why: 'The column `next_round` knows `continue` (the two stay a tandem) and `never` (the two must not be paired again). An empty cell says neither.',
    whatToDo: 'Write `continue` or `never`, or leave the cell empty.',
  },
  W221: {
    title: 'A tandem that cannot continue',
    why: 'The two wished to stay a tandem, but one of them is not in the sheets on that side, or withdrew. The other one is matched anew.',
    whatToDo:
      'If the person has another role or e-mail address now, correct the row. If the person has left, there is nothing to do.',
  },
  E222: {
    title: 'A tandem that is to continue and may not',
    why: 'The list says that the tandem continues, but a rule, a ban or a decline keeps the two apart. Perhaps one of them has another level or department now.',
    whatToDo: 'Empty the cell in `next_round`, or change the rule or the row that keeps them apart.',
  },
  W223: {
    title: 'Two rows that disagree about a tandem',
    why: 'Of several rows about one tandem, the latest decides whether it continues. Here two rows have the same date, or none, and say different things. So the tandem does not continue. `never` counts whatever its date.',
    whatToDo: 'Keep one of the two rows, or write the last day of each into the column `date`.',
  },
  W073: {
    title: 'Tandems to keep that must not be repeated either',
    why: '`previous` lists tandems to keep, and `history` lists tandems that must not be repeated. A tandem in both is not repeated.',
    whatToDo: 'Name the file as `previous` only, or remove these tandems from the list `history`.',
  },
};
