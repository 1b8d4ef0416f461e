/** What is wrong with a config by itself, before there are sheets that it could be about. */
import type { Problem } from '../../domain/problems.ts';
import { readConfig } from '../../parse/config/config.ts';
import type { DroppedFile } from './dropped-disk.ts';

/** The problems that the command line would tell of the file, which is named as it was dropped. */
export function findConfigProblems({ name, bytes }: DroppedFile): readonly Problem[] {
  return readConfig(name, bytes).problems;
}
