import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { computeDigest } from '../../src/domain/digest.ts';
import { TABLE_FILES } from '../../src/domain/run-files.ts';
import { type ForgedText, forgedJson, type Json } from './forged-json.ts';
import { forgedTable } from './forged-table.ts';

/** A run that somebody changed: the files that are other than they were; null for one that is gone. */
export interface Forgery extends Omit<ForgedText, 'text'> {
  readonly file: string;
  readonly files: Readonly<Record<string, string | null>>;
}

/** What verify came to; `fault` where it ended in anything but an answer. */
export interface Answer {
  readonly exit?: number;
  readonly out?: string;
  readonly fault?: string;
}

/** The files of a run that are JSON; and the inputs. */
export const RUN_JSON = ['certificate.json', 'summary.json'];
export const INPUTS = ['mentors', 'mentees', 'limits', 'pairs', 'previous', 'history', 'history-2024'];

/** Makes the seal of a certificate anew; anything else is no certificate and stays. */
export function resealed(certificate: Json): Json {
  if (typeof certificate !== 'object' || certificate === null || Array.isArray(certificate)) return certificate;
  const { seal: _, ...content } = certificate as { readonly [key: string]: Json };
  return { ...content, seal: computeDigest(content) };
}

const unsealed = (document: Json) => document;

/** Every forgery of one thing in one file of a run and its inputs. @param other the folder of another programme and its run. */
export function allForgeries(folder: string, other: string): Forgery[] {
  const read = (from: string, file: string) => readFileSync(join(from, file), 'utf8');
  const of = (file: string, texts: Iterable<ForgedText>): Forgery[] => {
    const original = read(folder, file);
    return [...texts].flatMap(({ what, how, text }) =>
      text === original ? [] : [{ file, what, how, files: { [file]: text } }],
    );
  };
  const json = (file: string, seal: (document: Json) => Json) =>
    of(file, forgedJson(JSON.parse(read(folder, file)), JSON.parse(read(other, file)), seal));
  const certificates = json('run/certificate.json', resealed);
  return [
    ...certificates,
    ...certificates.filter(isOfConfig).map(withoutConfig),
    ...json('run/summary.json', unsealed),
    ...json('rmentor.config.json', unsealed),
    ...TABLE_FILES.flatMap(name => of(`run/${name}`, forgedTable(read(folder, `run/${name}`)))),
    ...INPUTS.flatMap(name => of(`${name}.csv`, forgedTable(read(folder, `${name}.csv`)))),
    ...of('run/summary.md', forgedPage(read(folder, 'run/summary.md'))),
    ...wholeFiles(folder, other),
  ];
}

/** What a config says too, so that only without one it is not held against that. */
function isOfConfig({ what }: Forgery): boolean {
  return /^(?:all|config|settings|policy)\b/u.test(what);
}

function withoutConfig({ how, files, ...forgery }: Forgery): Forgery {
  return { ...forgery, how: `${how}, and no config`, files: { ...files, 'rmentor.config.json': null } };
}

/** A page of text: each line dropped, doubled, emptied, cut, and with each number one more. */
function* forgedPage(text: string): Generator<ForgedText> {
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const what = `line ${at + 1}`;
    const told = (how: string, changed: readonly string[]): ForgedText => ({ what, how, text: changed.join('\n') });
    yield told('dropped', lines.toSpliced(at, 1));
    yield told('doubled', lines.toSpliced(at, 0, line));
    yield told('emptied', lines.with(at, ''));
    yield told('cut', lines.with(at, line.slice(0, -1)));
    yield told('cut off', lines.slice(0, at));
    yield told('long', lines.with(at, 'x'.repeat(100_000)));
    for (const { index, 0: digits } of line.matchAll(/\d+/gu)) {
      const more = `${line.slice(0, index)}${Number(digits) + 1}${line.slice(index + digits.length)}`;
      yield told('one more', lines.with(at, more));
    }
  }
}

/** Each file gone, empty, from another run, and no text at all. */
function wholeFiles(folder: string, other: string): Forgery[] {
  const names = [...RUN_JSON, ...TABLE_FILES, 'summary.md'].map(name => `run/${name}`);
  const inputs = [...INPUTS.map(name => `${name}.csv`), 'rmentor.config.json'];
  return [...names, ...inputs].flatMap(file => {
    const text = readFileSync(join(folder, file), 'utf8');
    const from = readFileSync(join(other, file), 'utf8');
    const forged = (how: string, text: string | null): Forgery => ({ file, what: 'all', how, files: { [file]: text } });
    return [
      forged('gone', null),
      forged('no bytes', ''),
      forged('no text', '\0\u0001\ufffd'),
      forged('deep', '['.repeat(1_000_000)),
      forged('long', `${text}${' '.repeat(5_000_000)}x`),
      ...(from === text ? [] : [forged('from another run', from)]),
    ];
  });
}

/** So many forgeries are verified by one process: few enough that a slow machine needs a tenth of the time it may take. */
const BATCH = 100;

/** Has forgeries verified by processes with 256 MB of memory and 20 s of a processor each, and a copy of the folder. */
export function answersTo(forgeries: readonly Forgery[], folder: string, program: string): Answer[] {
  const answers: Answer[] = [];
  for (let from = 0; from < forgeries.length; from += BATCH) {
    const batch = forgeries.slice(from, from + BATCH);
    const input = batch.map(({ files }) => `${JSON.stringify({ files })}\n`).join('');
    // A process that is ended in between leaves its forgery behind.
    const copy = mkdtempSync(join(tmpdir(), 'rmentor-forged-'));
    cpSync(folder, copy, { recursive: true });
    const script = ['test/support/verify-forgeries.js', copy, program];
    const { stdout, stderr, signal, status } = held(script, { input, cwd: process.cwd() });
    rmSync(copy, { recursive: true, force: true });
    const found = stdout
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Answer);
    if (found.length < batch.length) found.push({ fault: `${signal ?? status}: ${stderr.slice(-500)}` });
    while (found.length < batch.length) found.push({ fault: 'not reached' });
    answers.push(...found);
  }
  return answers;
}

/** Runs Node with little memory and time; Windows has no limit on the latter. */
export function held(args: readonly string[], options: { readonly cwd: string; readonly input?: string }) {
  const node = ['--max-old-space-size=256', ...args];
  const more = { ...options, encoding: 'utf8', maxBuffer: 2 ** 30 } as const;
  if (process.platform === 'win32') return spawnSync(process.execPath, node, more);
  return spawnSync('sh', ['-c', 'ulimit -t 20; exec "$0" "$@"', process.execPath, ...node], more);
}
