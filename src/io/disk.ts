import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { Disk } from '../domain/disk.ts';
import { RUN } from '../domain/run-files.ts';
import { exists, isOfOtherSystem } from './file-system.ts';
import { adaptPath } from './paths-of-other-systems.ts';
import { recover } from './publish.ts';
import { readAll, readBytes } from './read.ts';
import { findRealPath, hasRun } from './refuse-target-folder.ts';
import { readSheets, splitSheetPath } from './sheets.ts';

/** The files of this computer. */
export const DISK: Disk = {
  ...{ exists, readBytes, readAll, readSheets, splitSheetPath, findRealPath },
  ...{ join, dirname, basename, extname, resolve, relative, adaptPath, isOfOtherSystem },
  writeSlashes: path => path.split(sep).join('/'),
  hasRun: folder => hasRun(folder, RUN),
  recover: folder => recover(folder, RUN),
  writesWorkbooks: true,
  writeWorkbook: async sheets => (await import('./write-workbook.ts')).writeWorkbook(sheets),
};
