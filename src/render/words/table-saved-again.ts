import type { SavedTable } from '../../domain/table-saved-again.ts';
import type { Words } from './en/index.ts';

/** Says of a file of a run, in one line, what is written otherwise since somebody saved it again. */
export function describeSavedTable(saved: SavedTable, { verdict: { savedAgain: say } }: Words): string {
  const { encoding, delimiter, zeros, more, gone } = saved;
  const changes = [
    ...(encoding === null ? [] : [say.encoding(encoding)]),
    ...(delimiter === null ? [] : [say.delimiter(delimiter === '\t' ? say.tab : delimiter)]),
    ...(saved.hasOtherDecimals ? [say.decimals] : []),
    ...(zeros === 0 ? [] : [say.zeros(zeros)]),
    ...(saved.areRowsMoved ? [say.rows] : []),
    ...(saved.areColumnsMoved ? [say.columns] : []),
    ...(more.length === 0 ? [] : [say.more(more)]),
    ...(gone.length === 0 ? [] : [say.gone(gone)]),
  ];
  return say.whole(saved.file, changes.join('; '));
}
