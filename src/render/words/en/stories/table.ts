import type { StoriesOf } from './story.ts';

export const table: StoriesOf<'table'> = {
  E005: {
    title: 'A quote that is never closed',
    why: 'In CSV, double quotes may enclose a cell. This one has no closing quote, so the rest of the file would be one cell. rmentor has read nothing below this row.',
    whatToDo:
      'Close the quote. If it belongs to the text, double it and enclose the whole cell: `"Anna ""Anni"" Berg"`.',
  },
  E006: {
    title: 'A quote inside a cell',
    why: 'A double quote may enclose a cell. Inside an enclosed cell it must be doubled. Elsewhere it is unclear where the cell ends.',
    whatToDo: 'Write `"Anna ""Anni"" Berg"`, or save the sheet with Excel, which does this by itself.',
  },
  E007: {
    title: 'A row with too many or too few cells',
    why: 'It is unclear which cell belongs to which column, so rmentor does not guess. A cell may contain the delimiter (`Berg, Anna` in a file with commas), or the row was pasted from elsewhere.',
    whatToDo: 'Put the cell with the delimiter in double quotes, or add the missing delimiters.',
  },
  E163: {
    title: 'The header does not fit the rows',
    why: 'Most rows have the same number of cells, but the header has more or fewer. It is unclear which column name is missing or too many.',
    whatToDo:
      'Remove the name that has no cells below it, or name the column that has no name. Put a name that contains the delimiter in double quotes.',
  },
  E008: {
    title: 'Two columns with the same meaning',
    why: 'rmentor understands both headers as the same column, but their cells may differ. It does not choose one for you.',
    whatToDo:
      'Delete or rename one, or choose one in the config: `"columns": { "email": "E-Mail" }`. If both have the same name, `"E-Mail#2"` is the second from the left.',
  },
  E009: {
    title: 'A missing column',
    why: 'rmentor needs this column and found no header for it. People need a name and an id or e-mail address. They need a country if there are limits or `crossBorder` is set. A similar header is suggested but never used without you.',
    whatToDo:
      'Rename the column, or name yours in the config: `"columns": { "email": "Work e-mail" }`. `rmentor validate` shows how each header was understood.',
  },
  E061: {
    title: 'No column names',
    why: 'rmentor knows none of the column names in this row. Either the sheet has no header, or its columns have unusual names.',
    whatToDo: 'Add a first row with column names, or name your columns under `columns` in the config.',
  },
  W120: {
    title: 'Text above the column names',
    why: 'There are titles, dates or empty rows above the header. rmentor ignores them.',
    whatToDo: 'Do nothing if the row in this message is the header.',
  },
  W121: {
    title: 'The column names appear again',
    why: 'This row repeats the header or shows technical names, as in exports from SuccessFactors. rmentor does not read it as a person.',
    whatToDo: 'Do nothing, or delete the row.',
  },
  W122: {
    title: 'A row with totals',
    why: 'The last row has a word such as "Total" and only numbers beside it. rmentor does not read it as a person.',
    whatToDo: 'Do nothing, or delete the row.',
  },
  W123: {
    title: 'A cell in a column without a name',
    why: 'The column has cells but no name, so rmentor does not read it.',
    whatToDo: 'Name the column, or delete its cells.',
  },
  W063: {
    title: 'A header that may be misspelt',
    why: 'No column was read as the one in the message, but this header differs from it by a letter or two. rmentor does not use the column, because it may be one of your own.',
    whatToDo: 'Correct the header if it is misspelt. Otherwise do nothing.',
  },
  W140: {
    title: 'A header that does not fit its cells',
    why: 'The header is the name of a column that rmentor knows, but the cells contain something else, for example Yes and No instead of managers. rmentor does not use the column.',
    whatToDo: 'Look at the cells. Rename the column if the message is right. Otherwise correct the cells.',
  },
  W141: {
    title: 'Columns with the same name',
    why: 'Several columns have the same name. rmentor does not need them. In a rule, `"Comments#2"` is the second from the left.',
    whatToDo: 'Do nothing, or rename one of them.',
  },
  E152: {
    title: 'A rule on columns with the same name',
    why: 'A rule names a column, but several columns have this name.',
    whatToDo: 'Write which one you mean, counted from the left: `"field": "comments#2"`. Or rename a column.',
  },
  W143: {
    title: 'Names that are numbers',
    why: 'The name column contains only numbers. rmentor uses them as names, but the real names may be in another column.',
    whatToDo: 'Name the right column under `columns` in the config, or do nothing.',
  },
  W144: {
    title: 'A rank instead of a priority',
    why: 'In a ranking, 1 comes first. With priorities, the highest number comes first. rmentor does not use this column, because the wrong people would come first.',
    whatToDo:
      'Reverse the numbers and name the column priority. If the highest number already comes first, name the column under `columns` in the config.',
  },
  W145: {
    title: 'A question with one column for each answer',
    why: 'Survey tools write one column for each box that can be ticked. rmentor combines them into one list for each person.',
    whatToDo:
      'Do nothing if the question asks for this. Otherwise switch it off in the config: `"columns": { "topics": null }`.',
  },
  W146: {
    title: 'Column names in two rows',
    why: 'The column names take two rows, as with merged cells in Excel or questions from SurveyMonkey. rmentor reads both rows as the header.',
    whatToDo: 'Check with `rmentor validate` how the columns were understood.',
  },
  W151: {
    title: 'Which priority comes first',
    why: 'In rmentor the highest number comes first. Many people write "Prio 1" for the most important one.',
    whatToDo:
      'Reverse the numbers if 1 should come first. If they are right, name the column under `columns` in the config.',
  },
};
