import { UserError } from '../domain/errors.ts';
import { readInputs } from '../folders/inputs.ts';
import { DISK } from '../io/disk.ts';
import { refuseOtherSystem } from '../io/paths-of-other-systems.ts';
import { keepKnown, showPerson, tellIn } from './known-programme.ts';
import { throwInWords } from './trouble.ts';
import type { InputOptions, ReadProgramme } from './types.ts';

/**
 * Reads the sheets and the config of a programme, with what people decided in a run that stands in
 * its `out` folder. Writes nothing.
 * @returns every problem at once; a programme where none of them is an error.
 * @throws RmentorError where a file cannot be read, or nothing says which.
 */
export function readProgramme({
  out,
  lang,
  releaseApproved = false,
  ...asked
}: InputOptions = {}): Promise<ReadProgramme> {
  return throwInWords(lang, async () => {
    const flags = { ...asked, bundle: true, ...(lang === undefined ? {} : { lang }) };
    const { programme, ...inputs } = await readInputs(DISK, flags, undefined, null, {
      ...({ kind: 'to-come', out: out ?? null, isFresh: false, force: false } as const),
      ...{ releasing: releaseApproved ? 'all' : 'none', rejoining: [], leaving: [] },
    });
    const problems = await tellIn(inputs.problems, lang, inputs);
    if (programme === null) return { ok: false, programme: null, problems };
    const folder = out ?? inputs.paths.out;
    if (folder === null) throw new UserError({ kind: 'out-missing' });
    refuseOtherSystem(folder);
    const { mentors, mentees } = programme.roster;
    const shown = { mentors: mentors.map(showPerson), mentees: mentees.map(showPerson), out: folder };
    keepKnown(shown, {
      programme,
      inputs,
      lang,
      releaseApproved,
      encoding: asked.encoding === undefined ? {} : { encoding: asked.encoding },
    });
    return { ok: true, programme: shown, problems };
  });
}
