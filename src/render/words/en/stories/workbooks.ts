import type { StoriesOf } from './story.ts';

export const workbooks: StoriesOf<'workbooks'> = {
  E101: {
    title: 'A damaged workbook',
    why: 'The file begins like an Excel or OpenDocument workbook, but it is damaged or cut off.',
    whatToDo: 'Open it in Excel, which can often repair it, save it again, and use the new file.',
  },
  E102: {
    title: 'A workbook with a password',
    why: 'rmentor cannot open a workbook that is protected with a password, and never asks for one.',
    whatToDo: 'Save a copy without the password (in Excel: File, Info, Protect), or save it as "CSV UTF-8".',
  },
  E103: {
    title: 'The workbook is too large',
    why: 'The message names the limit that was exceeded: 16 MiB, 64 MiB unpacked, 100,100 rows, 1,000 columns, 5,000,000 cells or 500 sheets. Cells that are formatted but empty do not count. Often somebody typed something far below or beside the table by accident.',
    whatToDo:
      'Delete the rows below the table and the columns beside it, then save the workbook. Or save the sheet as "CSV UTF-8".',
  },
  E140: {
    title: 'An old or binary Excel format',
    why: 'rmentor reads workbooks in the formats `.xlsx`, `.xlsm` and `.ods`. It cannot read `.xls` and `.xlsb` reliably.',
    whatToDo: 'Open the file in Excel or LibreOffice, save it as `.xlsx`, and use the new file.',
  },
  E114: {
    title: 'A sheet that does not exist',
    why: 'The workbook has no sheet with the name that you gave after `#`. Upper and lower case do not matter.',
    whatToDo: 'Write the name as it appears on the tab in Excel.',
  },
  E115: {
    title: 'Several possible sheets',
    why: 'More than one sheet of this workbook has column names that rmentor knows. No sheet has a telling name such as Mentors or Mentees.',
    whatToDo: 'Name the sheet, for example `book.xlsx#Plant`, or rename its tab.',
  },
  W116: {
    title: 'One sheet was chosen',
    why: 'The workbook has several sheets. rmentor chose the only one that has a known name or known columns.',
    whatToDo: 'Do nothing if it is the right sheet. To hide this warning, name the sheet: `book.xlsx#People`.',
  },
  W117: {
    title: 'Hidden sheets',
    why: 'Somebody hid these sheets in Excel. rmentor does not read them.',
    whatToDo: 'If a hidden sheet is the right one, show it in Excel or name it: `book.xlsx#Old`.',
  },
  W118: {
    title: 'Hidden rows',
    why: 'A filter is active, or somebody hid rows. rmentor reads these rows like all others.',
    whatToDo: 'If these people do not take part, delete their rows or set their status to `withdrawn`.',
  },
  W198: {
    title: 'Merged cells',
    why: 'Somebody merged several cells of a column into one. The file has the text in the first row only. rmentor reads it for each of the merged rows.',
    whatToDo: 'Do nothing if that is right. Otherwise unmerge the cells and fill in each row.',
  },
  E119: {
    title: 'A sheet name for a CSV file',
    why: 'You named a sheet with `#`, but the file is CSV. A CSV file has only one table.',
    whatToDo: 'Remove `#` and everything after it.',
  },
  E107: {
    title: 'A damaged cell',
    why: 'The cell contains a formula error (`#N/A`, `#REF!`, in German `#NV`), or a long number that Excel has shortened (`1.2E+11`). The original value is lost.',
    whatToDo:
      'Correct the cell and export again. Format columns with ids or phone numbers as text, so that they keep their digits.',
  },
  W108: {
    title: 'A damaged cell in an unused column',
    why: 'The cell contains a formula error or a shortened number. No rule uses this column, so rmentor reads the cell as empty.',
    whatToDo: 'Correct the cell if you need the column.',
  },
  E109: {
    title: 'A formula without a result',
    why: 'Another program wrote a formula into this cell but not its result. Excel calculates it only when you open the workbook.',
    whatToDo: 'Open the workbook in Excel, save it, and run rmentor again.',
  },
};
