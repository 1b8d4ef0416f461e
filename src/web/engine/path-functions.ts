/** How paths are put together in a page, where all files are below one folder and / stands between names. */
import type { Paths } from '../../domain/disk.ts';

/** What stands in a path without . and .. parts; above the one folder there is nothing. */
export function normalisePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function findName(path: string): string {
  return normalisePath(path).split('/').at(-1)!;
}

/** From one place below the folder to another one. */
function makeRelative(from: string, to: string): string {
  const [start, end] = [from, to].map(path => normalisePath(path).split('/').filter(Boolean)) as [string[], string[]];
  const shared = start.findIndex((part, at) => part !== end[at]);
  const common = shared < 0 ? start.length : shared;
  return [...start.slice(common).map(() => '..'), ...end.slice(common)].join('/');
}

export const PAGE_PATHS: Paths = {
  join: (...parts) => normalisePath(parts.join('/')),
  dirname: path => normalisePath(path).split('/').slice(0, -1).join('/'),
  basename: findName,
  extname: path => /[^.]*?(\.[^.]*)?$/u.exec(findName(path).slice(1))?.[1] ?? '',
  resolve: (...parts) => normalisePath(parts.join('/')),
  relative: makeRelative,
  writeSlashes: path => path,
  // A config may have come from Windows: in a page, a path is its name.
  adaptPath: path => path.replaceAll('\\', '/'),
  isOfOtherSystem: () => false,
};
