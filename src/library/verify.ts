import { ignoreProgress } from '../domain/progress.ts';
import { judgeRun } from '../folders/judge-run.ts';
import { DISK } from '../io/disk.ts';
import { nameProgram } from '../io/shipped-files.ts';
import { LOAD_WORDS } from '../render/words/languages.ts';
import { tellRefutation } from '../render/words/refutation.ts';
import { throwInWords } from './trouble.ts';
import type { VerifyOptions, VerifyResult } from './types.ts';

/**
 * Holds a finished run against its inputs, without the solver.
 * @param folder that of the run.
 * @throws RmentorError where its inputs are not there, or there is no run.
 */
export function verify(folder: string, options: VerifyOptions = {}): Promise<VerifyResult> {
  const { lang, ...places } = options;
  return throwInWords(lang, async () => {
    const shell = { watch: ignoreProgress, program: nameProgram() };
    const { verdict } = await judgeRun(DISK, folder, places, shell);
    switch (verdict.kind) {
      case 'proven':
        return { kind: 'proven' };
      case 'holds':
        return { kind: 'holds', version: verdict.version };
      case 'refuted':
        return { kind: 'refuted', reason: tellRefutation(verdict.by, await LOAD_WORDS[lang ?? 'en']()) };
      case 'other-inputs':
        return { kind: 'other-version', version: verdict.version };
    }
  });
}
