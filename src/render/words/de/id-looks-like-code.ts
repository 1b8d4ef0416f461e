import type { Words } from '../en/index.ts';
import { joinNames } from './grammar.ts';

export const asides: Words['asides'] = {
  isCodeToo: codes =>
    `${joinNames(codes)} ${codes.length === 1 ? 'ist auch der Code einer Meldung' : 'sind auch Codes von Meldungen'}. Mehr dazu sagt rmentor explain --code ${codes.join(' ')}`,
};
