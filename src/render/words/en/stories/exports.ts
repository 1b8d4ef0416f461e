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
  E244: {
    title: 'A placeholder that rmentor does not know',
    why: 'A word in braces in a letter becomes what is known of the person. This one is none of them, and no header of a column of your sheets, so it would have been sent as it is.',
    whatToDo:
      'Correct the name. rmentor knows `{name}`, `{role}`, `{department}`, `{country}`, `{tandems}`, `{partners}`, `{partner_names}`, `{former_partners}`, `{programme}`, `{round}`, `{kick_off}`, `{note}` and `{reason}`.',
  },
  E245: {
    title: 'A placeholder with nothing behind it',
    why: 'The letter names something that is empty for this person, and would have a gap there.',
    whatToDo:
      'Fill in the cell in the sheet, or take the placeholder out of the letter. `{note}` is the column `note` of `tandems.csv`; `{kick_off}`, `{round}` and `{programme}` are flags of `rmentor export`.',
  },
  E246: {
    title: 'A letter without a subject',
    why: 'The first line of a letter is its subject, and the second is empty.',
    whatToDo:
      'Begin the file with `Subject: Your tandem` and an empty line. `rmentor export --to eml --write-letters` writes letters to begin with.',
  },
  E247: {
    title: 'A letter that is not in UTF-8',
    why: 'Older editors write letters like ä in a way that depends on the computer. In an e-mail, they would be other signs.',
    whatToDo: 'Open the file in your editor, choose `Save as`, and take UTF-8.',
  },
};
