import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { publish } from '../io/publish.ts';
import { MOST_COUNTRIES, MOST_DEPARTMENTS, type SampleSize, sample } from '../sample/sample.ts';
import type { Shell } from './shell.ts';

const MOST = { mentors: 999_999, mentees: 999_999, countries: MOST_COUNTRIES, departments: MOST_DEPARTMENTS };

/** `rmentor sample`: writes the sheets of an invented programme. */
export async function sampleCommand(
  { out, force, ...size }: SampleSize & { readonly out: string; readonly force?: boolean },
  shell: Shell,
): Promise<ExitCode> {
  for (const [name, most] of Object.entries(MOST) as [keyof typeof MOST, number][]) {
    if (size[name] > most) throw new UserError(`--${name} ${size[name]} is more than ${most}`, EXIT.input);
  }
  shell.watch('write');
  const files = sample(size);
  const known = [...files.keys()];
  await publish({ folder: out, files, marker: 'rmentor.config.json', known, force: force ?? false, inputs: [] });
  shell.err(
    `Written to ${out}: ${known.join(', ')}. Pair them with: rmentor match --config ${out}/rmentor.config.json\n`,
  );
  return EXIT.done;
}
