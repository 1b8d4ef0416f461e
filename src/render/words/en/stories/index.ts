import type { ProblemCode } from '../../../../domain/problem-facts.ts';
import { config } from './config.ts';
import { decisions } from './decisions.ts';
import { earlier } from './earlier.ts';
import { exports } from './exports.ts';
import { files } from './files.ts';
import { limits } from './limits.ts';
import { pairs } from './pairs.ts';
import { people } from './people.ts';
import { asked } from './people-in-call.ts';
import type { MessagesPage, StoryWords } from './story.ts';
import { survey } from './survey.ts';
import { table } from './table.ts';
import { workbooks } from './workbooks.ts';

const stories: Readonly<Record<ProblemCode, StoryWords>> = {
  ...files,
  ...workbooks,
  ...table,
  ...people,
  ...config,
  ...limits,
  ...pairs,
  ...earlier,
  ...decisions,
  ...survey,
  ...exports,
  ...asked,
};

const page: MessagesPage = {
  title: 'What the messages mean',
  intro:
    'Each message about your files names the file, the row and the column, then a code, what is wrong, and in brackets what to do:',
  details: [
    'The row is the row number in Excel. The column is the header in your sheet. For the config, the message shows the path to the setting: `prefer[0].field` is the field of the first preference. If cells contain line breaks, the line of the text file may differ from the row, and the message shows both: `mentors.csv:14:capacity (line 17)`.',
    'An error (`E…`) stops rmentor before it writes anything. A warning (`W…`) does not. You get all messages at once. `--errors FILE` writes them into a sheet, and `rmentor explain E012` shows the part of this page about one code. Messages show the first forty characters of a cell, and make invisible characters visible (`␀`, `␉`, `<U+202E>`).',
  ],
  areas: {
    files: 'Files',
    workbooks: 'Workbooks',
    table: 'The table in a file',
    people: 'Mentors and mentees',
    config: 'The config',
    limits: 'Limits',
    pairs: 'Pairs',
    earlier: 'Earlier tandems',
    decisions: 'Decisions on tandems',
    survey: 'Surveys',
    exports: 'Handing over to other programs',
    asked: 'People named in a command',
  },
  whatToDo: text => `**What to do:** ${text}`,
};

/** The stories of all messages in English, and the page that has them. Its type is what there is to say. */
export const told = { stories, page };

export type ToldStories = typeof told;
