import type { Disclosed, TandemCounts } from '../../../domain/hand-over.ts';
import { formatCount, joinNames } from './grammar.ts';

/** What is said where a run is handed over to another program (`export`). */
export const exported = {
  written: (folder: string, files: readonly string[]): string =>
    `Written to ${folder}: ${joinNames(files, 9)}. Nothing was sent to anybody.`,
  rows: (file: string, rows: number): string => `${file} (${formatCount(rows, 'row')})`,
  next: (page: string): string => `What to do with them: ${page}`,
  notIncluded: ({ drafts, declined }: TandemCounts, includesDrafts: boolean): string => {
    const left = [
      ...(drafts > 0 && !includesDrafts ? [`${formatCount(drafts, 'tandem')} not yet approved`] : []),
      ...(declined > 0 ? [`${formatCount(declined, 'tandem')} declined`] : []),
    ];
    return left.length === 0 ? '' : `Not in them: ${joinNames(left)}.`;
  },
  draftsIncluded: (drafts: number): string =>
    `Attention: ${formatCount(drafts, 'tandem')} in them ${drafts === 1 ? 'is' : 'are'} not approved.`,
  /** What is for HR alone and stands in letters that name it. */
  disclosed: ({ notes, reasons }: Disclosed): string[] => [
    ...(notes > 0
      ? [`Attention: the letters tell ${formatCount(notes, 'person', 'people')} the note on their tandem.`]
      : []),
    ...(reasons > 0
      ? [`Attention: the letters tell ${formatCount(reasons, 'person', 'people')} why they have no tandem.`]
      : []),
  ],
  recorded: (file: string): string => `Recorded in ${file}: these people know of their tandems from now on.`,
  nothingNew: (run: string): string =>
    `Nobody's tandem has changed since run ${run} was handed over: nothing was written.`,
  letters: (files: readonly string[]): string =>
    files.length === 0
      ? 'All letters are there already: nothing was written.'
      : `Written: ${joinNames(files, 9)}. Edit them, and export again.`,
  nobody: 'There is nobody in these groups: nothing was written.',
  dryRun: (folder: string, files: readonly string[], replaced: readonly string[]): string =>
    `Nothing was written. Without --dry-run, ${folder} would get ${joinNames(files, 9)}${
      replaced.length === 0 ? '' : ` in place of ${joinNames(replaced, 9)}`
    }.`,
};
