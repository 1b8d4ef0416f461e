import { EXIT, type ExitCode } from '../domain/errors.ts';
import { renderStart } from '../render/text/start.ts';
import { findSheetFiles } from './init/find-sheets.ts';
import type { Context } from './shared/context.ts';

/** `rmentor` alone: where to begin, and which files of this folder look like sheets of a programme. Changes nothing. */
export async function startCommand({ out, outPaint, outWidth, words }: Context): Promise<ExitCode> {
  const found = await findSheetFiles('.');
  const files = [...new Set(found.map(({ path }) => path.replace(/#.*$/u, '')))];
  out(renderStart(files, words, { paint: outPaint, width: outWidth }));
  return EXIT.done;
}
