import { GROUPS } from '../domain/hand-over.ts';
import type { Language } from '../domain/language.ts';
import { findLettersFolder } from '../folders/hand-over-context.ts';
import { createFiles } from '../io/create.ts';
import { DISK } from '../io/disk.ts';
import { LOAD_HAND_OVER } from '../render/words/languages.ts';

/** Writes letters to begin with, a file a group; those that are there stay. Returns the files that were written. */
export async function writeStarterLetters(config: string | null, language: Language): Promise<readonly string[]> {
  const folder = findLettersFolder(DISK, config);
  const { letters } = await LOAD_HAND_OVER[language]();
  const missing = GROUPS.map(group => [`${group}.txt`, letters[group]] as const).filter(
    ([name]) => !DISK.exists(DISK.join(folder, name)),
  );
  if (missing.length > 0) createFiles(folder, new Map(missing));
  return missing.map(([name]) => DISK.join(folder, name));
}
