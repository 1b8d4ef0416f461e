import type { StoriesOf } from './story.ts';

export const people: StoriesOf<'people'> = {
  E011: {
    title: 'An empty cell',
    why: 'Everybody needs a name, and an id or e-mail address. A country is needed if there are limits or `crossBorder` is set. Blanks alone count as empty.',
    whatToDo: 'Fill in the cell. If somebody no longer takes part, keep the row and set the status to `withdrawn`.',
  },
  E012: {
    title: 'Not a whole number',
    why: 'The cell counts people or slots, so it may contain digits only, not `5+`, `1-2`, `two` or `1,5`. An empty cell has its usual meaning: `capacity` 1, `min_load` 0, `wants` 1, `priority` 0.',
    whatToDo:
      'Write digits only. If many rows use the same word, say in the config what it means: `"values": { "capacity": { "max. 2": 2 } }`. If somebody wants no mentor this time, set the status to `withdrawn`.',
  },
  W190: {
    title: 'Words that mean "empty"',
    why: 'Words such as n/a, none, keine, k. A., – or ? count as empty cells, except in ids and names. NA, no and nein count as empty too, unless they are a value of the column: NA is also Namibia, and no is also Norwegian. The message ends with the value that an empty cell has here.',
    whatToDo:
      'Do nothing if that is right. Write 0 in a column of numbers if you mean zero. If such a word is a real value, write `"values": { "none": { "keine": false } }` in the config. Add your own word with `"values": { "none": ["entfällt"] }`.',
  },
  W191: {
    title: 'A word that may mean "empty"',
    why: 'NA may mean "not available" or North America. In a column of free text rmentor keeps such a word. Two people of the department "NA" then have the same department.',
    whatToDo:
      'Say in the config what it is: `"values": { "none": ["NA"] }` if it means empty, `"values": { "none": { "NA": false } }` if not.',
  },
  E013: {
    title: 'The same id twice',
    why: 'Each person of a sheet needs an id of their own. Ids are compared exactly: `A1` and `a1` are different. Without an id the e-mail address is used, which must not be the id of another person.',
    whatToDo: 'Delete the row that is there twice, or correct the id.',
  },
  E014: {
    title: 'The same e-mail address twice',
    why: 'Two rows of one sheet have the same e-mail address. Upper and lower case do not matter. Forms that write a row for each topic look like this.',
    whatToDo:
      'Keep one row for each person, with a list where the rows differ (`AI; short video`), or correct the e-mail address.',
  },
  E015: {
    title: 'Not an e-mail address',
    why: 'The cell must contain one e-mail address and nothing else: no second one, and no blanks.',
    whatToDo: 'Write one e-mail address, for example `ada@example.org`.',
  },
  E016: {
    title: 'An unknown country',
    why: 'Write a country as its code (`DE`, `DEU`) or by its name. In `limits.csv` a region from the config or `*` may be used too. rmentor suggests similar names but never uses them without you, because somebody would count for the wrong limit. "Congo" is the name of two countries: CD (Kinshasa) and CG (Brazzaville).',
    whatToDo: 'Write the two-letter code. It is right in every language.',
  },
  E017: {
    title: 'An unknown level',
    why: 'A level is a number, or one of the names under `levels` in the config.',
    whatToDo:
      'Correct the cell, or add the name to `levels`, which go from low to high. If it is another name for a level, write `"values": { "level": { "SVP": "director" } }`.',
  },
  E018: {
    title: 'Levels without an order',
    why: 'The sheet has names as levels, and a rule compares them. rmentor needs to know which level is higher.',
    whatToDo: 'List all levels in the config, the lowest first: `"levels": ["junior", "manager", "director"]`.',
  },
  W050: {
    title: 'Managers in a circle',
    why: 'If you follow the managers from one to the next, you come back to the first. rmentor reads everybody in the circle as the manager of all others in it, and pairs no two of them.',
    whatToDo: 'Correct the manager of one of them.',
  },
  E051: {
    title: 'An unknown time zone',
    why: 'A time zone is a name such as `Europe/Berlin`, a name that Windows uses, or a distance from UTC.',
    whatToDo: 'Write for example `Europe/Berlin` or `UTC+2`.',
  },
  E130: {
    title: 'An unknown language',
    why: 'rmentor compares languages, so it must know each of them, by name or by code. Levels after the name ("C1", "fluent") do not matter.',
    whatToDo: 'Correct the name, or add it to the config: `"options": { "languages": ["Sign language"] }`.',
  },
  E131: {
    title: 'A city without a country',
    why: 'The sheet has no country column. The config says under `locations` which country each city is in, but not for this one.',
    whatToDo: 'Add the city to `locations` in the config, or add a country column to the sheet.',
  },
  W132: {
    title: 'People left out because of their status',
    why: 'The status column says that these people have left or are not active. rmentor does not pair them. The message names the first row.',
    whatToDo: 'Do nothing if that is right. Otherwise write `active` for those who take part.',
  },
  W133: {
    title: 'Names with the last name first',
    why: 'Some systems write names as "Ruiz, Carla (EXT)". rmentor reads this as "Carla Ruiz". The message names the first such row.',
    whatToDo: 'Check the name in the message. If it is wrong, write the name without a comma.',
  },
  W134: {
    title: 'Perhaps the same person twice',
    why: 'The two names differ only in case, accents or umlauts (Müller, Mueller), or are the same in one department and country. rmentor keeps both rows, because two people may share a name.',
    whatToDo: 'Delete one of the rows if they are the same person.',
  },
  W147: {
    title: 'Text that another program changed',
    why: 'Another program has probably changed this cell: letters were lost or mixed up, `&amp;` is left over from a web page, an apostrophe marks it as text, or `2-13` became the date `13-Feb`. rmentor does not change it. One message counts all such cells of a column.',
    whatToDo: 'Correct the cells, or export the sheet again as UTF-8.',
  },
  W148: {
    title: 'A note removed from a name',
    why: 'Directories add notes such as `(extern)` or a personnel number to a name. rmentor removes them. It keeps numbers of one or two digits, which tell people with the same name apart.',
    whatToDo: 'Do nothing, unless the note tells two people apart. Then write it without brackets.',
  },
  W149: {
    title: 'A name that says somebody is away',
    why: 'The name says that somebody is on leave or has left. rmentor pairs this person all the same, because only the status counts.',
    whatToDo: 'If somebody does not take part, write `withdrawn` in a column `status`.',
  },
  E052: {
    title: 'An unknown status',
    why: 'For people the status is `active` or `withdrawn`, or a common word for one of them. Columns such as "Active?" contain yes and no. In an earlier run the status is `draft`, `approved` or `declined`. The same word in many rows is reported once.',
    whatToDo:
      'Write one of these words, or leave the cell empty (which means `active`, or `draft`). You can also say in the config what a word means: `"values": { "status": { "LOA": "inactive" } }`. If the column is about something else, write `"columns": { "status": null }`.',
  },
  E053: {
    title: 'A minimum above the capacity',
    why: '`min_load` is the minimum number of mentees of a mentor, and `capacity` is the maximum.',
    whatToDo: 'Lower `min_load` or raise `capacity`.',
  },
  E054: {
    title: 'Not a number in a column that a rule measures',
    why: 'A rule of the config measures this column, so each cell must contain a number or be empty.',
    whatToDo: 'Write numbers, or let the rule measure another column.',
  },
  E058: {
    title: 'Too many priorities',
    why: 'rmentor decides each priority separately, the highest first. More than 300 different ones would take too long.',
    whatToDo: 'Use a few groups, for example 0, 1 and 2.',
  },
  W064: {
    title: 'A wish for an unknown person',
    why: 'The person in this wish is in neither sheet, so the wish has no effect. Name people by id, by e-mail address, or by a name that only one participant has.',
    whatToDo: 'Write the id or the e-mail address as in the sheet.',
  },
  W065: {
    title: 'Somebody to avoid who is unknown',
    why: '`not_with` names a person or department that is in neither sheet, so it has no effect. Two people could be paired who should not be.',
    whatToDo: 'Write the id, e-mail address, name or department as in the sheet.',
  },
  W066: {
    title: "A wish for someone on one's own side",
    why: 'A mentee asked for a mentee, or a mentor for a mentor. They cannot be paired, so the wish has no effect.',
    whatToDo: 'Correct the wish, or do nothing.',
  },
  W170: {
    title: 'Somebody with a similar name or id',
    why: 'No person has exactly this name or id, but somebody has a similar one. Leading zeros may be lost, `.0` may be added, or the name is misspelt. rmentor does not guess, so the cell names nobody.',
    whatToDo: 'If the suggestion is right, write it as in the sheet.',
  },
  W171: {
    title: 'A name that several people have',
    why: 'Several participants have this name, so it is unclear who is meant. The cell has no effect.',
    whatToDo: 'Write the id or the e-mail address of the right person.',
  },
  W172: {
    title: 'An id and a name of two people',
    why: 'The id or e-mail address belongs to one person and the name to another. Rows of the list may be out of line. The cell has no effect.',
    whatToDo: 'Write the id or the e-mail address of the right person, without a name.',
  },
  W068: {
    title: 'The same id in both sheets',
    why: 'A mentor and a mentee have the same id, so rmentor reads them as one person and does not pair them. Their names and e-mail addresses differ. Both sheets may simply be numbered from 1.',
    whatToDo: 'If they are two people, change the ids of one sheet, for example to M1, M2 and so on.',
  },
  W178: {
    title: 'Perhaps the same person in both sheets',
    why: 'A mentor and a mentee have different ids but the same name, or e-mail addresses that differ only after a `+`. So that nobody mentors themselves, rmentor does not pair them. If there are more than twenty such pairs, one message counts them all.',
    whatToDo:
      'If they are two people, write `"different": [["m1", "e1"]]` in the config. If they are one person, write `"same"` instead.',
  },
};
