import { formatCount, joinNames } from './grammar.ts';

/** What a call without a command says: where to begin. */
export const start = {
  title: 'Reverse mentoring, paired from your sheets.',
  /** In the order in which they are called. */
  steps: [
    ['rmentor init', 'start here: finds your sheets, asks the rest'],
    ['rmentor check', 'what is possible, and what is in the way'],
    ['rmentor match', 'pair everybody, write the lists'],
    ['rmentor explain "NAME"', 'why somebody has this tandem, or none'],
  ] as readonly (readonly [call: string, what: string])[],
  allCommands: 'All commands: rmentor help',
  sayFound: (sheets: readonly string[]): string =>
    `This folder has ${formatCount(sheets.length, 'sheet')} that ${sheets.length === 1 ? 'looks' : 'look'} right: ${joinNames(sheets)}`,
};
