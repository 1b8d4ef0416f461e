import { EXIT, type ExitCode } from '../domain/errors.ts';
import { createFiles } from '../io/create.ts';
import { DISK } from '../io/disk.ts';
import { makeTemporaryFolder, openFile } from '../io/open-file.ts';
import { readOwnFile } from '../io/shipped-files.ts';
import type { Context } from './shared/context.ts';

export interface UiFlags {
  /** Where the page is to be kept; a folder for what nobody keeps, where this is not said. */
  readonly out?: string;
  /** Whether the system is asked to open it. */
  readonly open: boolean;
}

const PAGE = 'rmentor.html';

/** `rmentor ui`: writes a copy of the page that is the whole program, says where, and has it opened. */
export function uiCommand({ out, open }: UiFlags, { out: say, words }: Context): ExitCode {
  const folder = out ?? makeTemporaryFolder();
  createFiles(folder, new Map([[PAGE, readOwnFile(`dist/${PAGE}`)]]));
  const path = DISK.join(folder, PAGE);
  say(`${words.written.program(path, open)}\n`);
  if (open) openFile(DISK.resolve(path));
  return EXIT.done;
}
