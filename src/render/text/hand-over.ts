import { HAND_OVER_PAGE, type ToldHandOver } from '../../domain/hand-over.ts';
import { wrapText } from '../layout/lines.ts';
import type { Layout } from '../layout/sections.ts';
import type { Words } from '../words/en/index.ts';

/**
 * What `export` says: which files there are, who is not in them, and what to do with them.
 * @param replaced where nothing was written.
 */
export function renderHandOver(
  { folder, isWritten, files, handing, disclosed, record }: ToldHandOver,
  replaced: readonly string[],
  { exported }: Words,
  { width }: Pick<Layout, 'width'>,
): string {
  const { counts, includesDrafts } = handing;
  const told = files.map(({ name, rows }) => (rows === null ? name : exported.rows(name, rows)));
  const lines = [
    isWritten ? exported.written(folder, told) : exported.dryRun(folder, told, replaced),
    exported.notIncluded(counts, includesDrafts),
    ...(includesDrafts && counts.drafts > 0 ? [exported.draftsIncluded(counts.drafts)] : []),
    ...exported.disclosed(disclosed),
    ...(record === null ? [] : [exported.recorded(record)]),
    ...(isWritten ? [exported.next(`${folder}/${HAND_OVER_PAGE}`)] : []),
  ];
  return `${lines
    .filter(line => line !== '')
    .map(line => wrapText(line, width))
    .join('\n')}\n`;
}
