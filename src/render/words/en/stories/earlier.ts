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
  W073: {
    title: 'Tandems to keep that must not be repeated either',
    why: '`previous` lists tandems to keep, and `history` lists tandems that must not be repeated. A tandem in both is not repeated.',
    whatToDo: 'Name the file as `previous` only, or remove these tandems from the list `history`.',
  },
};
