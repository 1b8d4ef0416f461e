import { joinNames } from './grammar.ts';

/** What a command says besides its result. */
export const asides = {
  /** Behind what is said of people whose ids look like codes of messages. */
  isCodeToo: (codes: readonly string[]): string =>
    `${joinNames(codes)} ${codes.length === 1 ? 'is also the code of a message' : 'are also codes of messages'}. To read about ${codes.length === 1 ? 'it' : 'them'}, type rmentor explain --code ${codes.join(' ')}`,
};
