import type { StoriesOf } from './story.ts';

export const config: StoriesOf<'config'> = {
  E020: {
    title: 'The config cannot be read',
    why: 'The config is a JSON file, and its form is not right. The error is in this row or just before it. Often it is a comma too many, curly quotes from a word processor, or a comment. A backslash must be written twice, except in paths to files.',
    whatToDo: 'Correct it in an editor that knows JSON. With `$schema` in the first line, it marks the error.',
  },
  E021: {
    title: 'An unknown setting',
    why: 'The config has a setting that rmentor does not know. It may be misspelt.',
    whatToDo: 'Correct the name, or delete the line.',
  },
  E022: {
    title: 'A setting with a wrong value',
    why: 'rmentor knows the setting but cannot use its value. The message says which values are possible.',
    whatToDo: 'Write a value that the message allows. `docs/policy.md` lists all settings.',
  },
  E023: {
    title: 'An unknown name in a setting',
    why: 'The setting names a preset, rule, goal or column that does not exist.',
    whatToDo: 'Correct the name. The message shows a similar one, or all that exist.',
  },
  E024: {
    title: 'The same name twice',
    why: 'A setting, rule, level or region is there twice, and only one of them could count.',
    whatToDo: 'Keep one, or combine them.',
  },
  E025: {
    title: 'A column that this rule does not need',
    why: 'This rule knows by itself which columns to compare.',
    whatToDo: 'Leave `field` out.',
  },
  E026: {
    title: 'A rule without a column',
    why: 'The rule compares a column of two people, but the config does not say which column.',
    whatToDo: 'Name the column, for example `"field": "department"`.',
  },
  E027: {
    title: 'Too many rules',
    why: 'rmentor can use at most 27 rules.',
    whatToDo: 'Remove some rules, or combine several columns into one in the sheet.',
  },
  E028: {
    title: 'A column that neither sheet has',
    why: 'The config names a column that neither the mentors nor the mentees have.',
    whatToDo: 'Write the header as in the sheet. Case, blanks, hyphens and accents do not matter.',
  },
  E056: {
    title: 'The first day of the programme is missing',
    why: 'Time zones change with the season, and "not again within two years" needs a date to count from. rmentor never uses today, so that the same files always give the same result.',
    whatToDo: 'Write `"start": "2026-03-01"` in the config.',
  },
  E179: {
    title: 'An unknown person in a setting',
    why: '`same` and `different` name people by id, by e-mail address, or by a name that only one participant has. No participant fits here.',
    whatToDo: 'Write the id or e-mail address as in the sheet. If somebody has left, remove the pair.',
  },
  E180: {
    title: 'A name in a setting that several people have',
    why: 'Several participants have this name, so it is unclear who is meant.',
    whatToDo: 'Write the id or the e-mail address of the right person.',
  },
  E181: {
    title: 'Two rows that must be one person',
    why: '`different` says that two rows are two people. But these rows share an id or an e-mail address, so rmentor always reads them as one.',
    whatToDo: 'Correct the id or e-mail address in one of the sheets, or remove the pair.',
  },
};
