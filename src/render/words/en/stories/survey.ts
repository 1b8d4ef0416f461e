import type { StoriesOf } from './story.ts';

export const survey: StoriesOf<'survey'> = {
  E224: {
    title: 'A survey without a question that rmentor knows',
    why: 'rmentor looks for four questions, by their words and their answers: whether people would recommend the programme, how they rate it, whether they wish to continue, and whether they do not want to be paired again. It found none of them, or not the column that you named.',
    whatToDo:
      'Name the columns: `--column "recommend=Your question"`, and in the same way `rating`, `continue` and `never`.',
  },
  E225: {
    title: 'Two columns for one question',
    why: 'Several columns look like the same question, and rmentor does not guess which of them counts.',
    whatToDo: 'Name one: `--column "rating=How do you rate the programme?"`.',
  },
  E226: {
    title: 'An answer that says neither yes nor no, or no number',
    why: 'rmentor reads yes, no and maybe in seven languages, and leaves out what follows a comma. A recommendation may also be a number from 0 to 10, of which 9 and 10 count as yes; where no number is above 5, the scale is not certain. A rating begins with a number.',
    whatToDo: 'Write `yes`, `no`, `maybe` or a number, or empty the cell: an empty cell does not count.',
  },
};
