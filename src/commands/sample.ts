import { basename, dirname, join } from 'node:path';
import { computeDigest } from '../domain/digest.ts';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { publish } from '../io/publish.ts';
import { readBytes } from '../io/read.ts';
import { isProblemTable } from '../render/run/problem-table.ts';
import { MOST_COUNTRIES, MOST_DEPARTMENTS, type SampleSize, sample } from '../sample/sample.ts';
import type { Context } from './shared/context.ts';

const MOST = { mentors: 999_999, mentees: 999_999, countries: MOST_COUNTRIES, departments: MOST_DEPARTMENTS };

/**
 * Says what was asked for, and what came of it: sheets of these names could be anybody's,
 * and an edited one is somebody's.
 */
const RECORD = 'sample.json';

export interface SampleFlags extends SampleSize {
  readonly out: string;
  readonly force?: boolean;
  /** Whether only what is wrong is told. */
  readonly quiet?: boolean;
}

/** `rmentor sample`: writes the sheets of an invented programme; in the place of earlier ones, and of nothing else. */
export async function sampleCommand(
  { out, force = false, quiet = false, ...size }: SampleFlags,
  shell: Context,
): Promise<ExitCode> {
  for (const [name, most] of Object.entries(MOST) as [keyof typeof MOST, number][]) {
    if (size[name] > most) throw new UserError({ kind: 'above-most', flag: `--${name}`, value: size[name], most });
  }
  shell.watch('write');
  const sheets = sample(size);
  const files = new Map([...sheets, [RECORD, renderRecord(size, sheets)] as const]);
  const kind = { marker: RECORD, known: [...files.keys()] };
  await publish({ ...kind, folder: out, files, force, inputs: [], isOurs: isProblemTable, mayReplace: isUntouched });
  if (quiet) return EXIT.done;
  shell.err(`${shell.words.written.sample(out, kind.known)}\n`);
  return EXIT.done;
}

function renderRecord(size: SampleSize, sheets: ReadonlyMap<string, string>): string {
  const digests = Object.fromEntries([...sheets].map(([name, text]) => [name, computeDigest(text)]));
  return `${JSON.stringify({ schemaVersion: 1, ...size, digests }, null, 2)}\n`;
}

/**
 * Whether a file is as a sample was written, by the record beside it; the record itself is what has the form of one.
 */
function isUntouched(path: string): boolean {
  const digests = readDigests(join(dirname(path), RECORD));
  if (digests === null) return false;
  return basename(path) === RECORD || Reflect.get(digests, basename(path)) === computeDigest(readText(path));
}

/** The digests of a record, or null where there is none that can be read. */
function readDigests(path: string): object | null {
  try {
    const record: unknown = JSON.parse(readText(path));
    const digests: unknown = typeof record === 'object' && record !== null ? Reflect.get(record, 'digests') : null;
    return typeof digests === 'object' ? digests : null;
  } catch (error) {
    if (error instanceof UserError || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** As it is, a byte order mark included. */
function readText(path: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readBytes(path));
}
