import type { StoriesOf } from './story.ts';

export const files: StoriesOf<'files'> = {
  E001: {
    title: 'The file is empty',
    why: 'The file contains no text, or only blanks and line breaks. The export may have stopped half-way, or another program was still writing the file.',
    whatToDo: 'Export the sheet again, and check the size of the file before you send it on.',
  },
  E002: {
    title: 'Column names but no rows',
    why: 'The sheet has column names and nobody below them. An export with an active filter often looks like this.',
    whatToDo: 'Remove the filter and export the sheet again.',
  },
  W153: {
    title: 'An optional sheet without rows',
    why: 'rmentor read the sheet and found column names only. If the rows got lost in an export, earlier tandems could be paired again and forced pairs would be missing.',
    whatToDo: 'Leave the file out if it is meant to be empty. Otherwise export it again with its rows.',
  },
  E003: {
    title: 'The file is not a table',
    why: 'rmentor looks at what is in a file, not at its name. This file contains something else, for example a PDF, an archive, or a login page that was saved instead of the download.',
    whatToDo: 'Open the file to see what it is, and export the table again.',
  },
  E004: {
    title: 'Damaged characters',
    why: 'Some bytes of this file are not valid in the encoding of the rest. This happens when two files were joined. The message shows the first cell with such bytes.',
    whatToDo:
      'In Excel choose "Save as" and "CSV UTF-8 (comma delimited)". If you know how the file was saved, name it with `--encoding`.',
  },
  E104: {
    title: 'An unknown encoding',
    why: 'The file is not UTF-8, and no other encoding that rmentor knows gives readable words. rmentor stops here, because names would get wrong letters.',
    whatToDo:
      'In Excel choose "Save as" and "CSV UTF-8 (comma delimited)". If you know how the file was saved, name it with `--encoding`.',
  },
  W071: {
    title: 'Invisible control characters',
    why: 'The cell contains characters that control a printer or a terminal, or that reverse the direction of text. Copying from other programs leaves them behind. rmentor removes them.',
    whatToDo: 'Type the text in again if it looks wrong.',
  },
  E105: {
    title: 'A lost character',
    why: 'The file contains the sign `�`. Another program could not read a character and wrote this sign instead. The original character is lost.',
    whatToDo: 'Export the sheet again from its source, or type the character in.',
  },
  W106: {
    title: 'The file is not in UTF-8',
    why: 'The file does not say which encoding it uses. rmentor chose the one that gives readable words, and shows one of them so that you can check it. If another encoding is nearly as likely, the message shows its word too.',
    whatToDo:
      'Do nothing if the word is right. Otherwise name the encoding, for example `--encoding windows-1250`, or save the sheet as "CSV UTF-8" in Excel.',
  },
  W111: {
    title: 'An encoding that is not needed',
    why: 'You named one encoding with `--encoding`, but the file clearly uses another one. rmentor follows the file.',
    whatToDo: 'Leave `--encoding` out.',
  },
  W112: {
    title: 'Text with the file name of a workbook',
    why: 'The file is named like an Excel workbook but contains CSV text. rmentor reads it as CSV.',
    whatToDo: 'Rename the file to `.csv`, so that Excel opens it without a warning.',
  },
  E010: {
    title: 'One sheet for both sides',
    why: '`--mentors` and `--mentees` name the same sheet, and no column says who is a mentor and who is a mentee.',
    whatToDo: 'Add a column `role` with `mentor`, `mentee` or `both` in each row, or use two sheets.',
  },
  E113: {
    title: 'An unknown role',
    why: 'Both sides are in one sheet, so its role column must say `mentor`, `mentee` or `both` for each person. Common words in other languages are understood too.',
    whatToDo:
      'Correct the cell, or say in the config what your word means: `"values": { "role": { "Digital Buddy": "mentor" } }`.',
  },
  E141: {
    title: 'The file is too large',
    why: 'rmentor limits what it reads, so that no file can block your computer: 256 MiB, 500,000 rows, 1,000 columns and 5,000,000 cells a file, 1 MiB a line, 32,767 letters a cell, and 2,000 letters a column name. A config may have 4 MiB. After 10,000 problems rmentor checks no further rows.',
    whatToDo: 'Keep only the people and columns that are needed, or name the right file.',
  },
  E142: {
    title: 'Too many levels of managers',
    why: 'Each manager has a manager in turn, more than 100 levels high. No company has so many. The column probably contains something else, such as the id in the next row.',
    whatToDo: 'Correct the manager column, or remove it.',
  },
};
