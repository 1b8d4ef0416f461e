import type { StoriesOf } from './story.ts';

export const exports: StoriesOf<'exports'> = {
  E240: {
    title: 'Somebody without an e-mail address',
    why: 'The program that you export for finds people by their e-mail address. Without one, it skips or refuses the row, and the person hears nothing.',
    whatToDo:
      'Add the e-mail address to the sheet, and run `rmentor match` and `rmentor export` again. `--to csv` needs no e-mail address.',
  },
  E241: {
    title: 'An e-mail address that the program does not take',
    why: 'Some programs refuse e-mail addresses that are valid elsewhere: letters with accents before the @, very long ones. A spreadsheet would run an e-mail address that begins with `=`, `+` or `-`.',
    whatToDo:
      'Correct the e-mail address. If it is right, write to this person by hand, or export for another program.',
  },
  E242: {
    title: 'A text that the program would cut',
    why: 'Mailchimp keeps 255 bytes of a text, and an umlaut takes two; a cell of Excel holds 32,767 characters. rmentor cuts nothing by itself.',
    whatToDo: 'Shorten the text in the sheet, or leave the column out of `--with`.',
  },
  E243: {
    title: 'Columns that the program cannot tell apart',
    why: 'Mailchimp calls a column by ten characters, without regard to case, and an Excel table needs a different name for each column. Two of your columns would be one.',
    whatToDo: 'Rename one of the columns in the sheet, or leave it out of `--with`.',
  },
};
