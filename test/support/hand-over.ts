/** A programme whose run is handed over, and what comes of it. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { exportCommand } from '../../src/commands/export.ts';
import type { ExportFlags } from '../../src/commands/export-flags.ts';
import { UserError } from '../../src/domain/errors.ts';
import { de } from '../../src/render/words/de/index.ts';
import { en } from '../../src/render/words/en/index.ts';
import { tellTrouble } from '../../src/render/words/trouble.ts';
import { listening, runMatch, type Said, workFolder } from './run.ts';
import { findDelimiter, readRows } from './run-rows.ts';

export interface HandedRun {
  readonly folder: string;
  readonly run: string;
}

/** Matches a copy of a programme. */
export async function beginRun(source = 'fixtures/hand-over'): Promise<HandedRun> {
  const folder = workFolder();
  cpSync(source, folder, { recursive: true, filter: path => !path.endsWith('expected') });
  const run = join(folder, 'run');
  expect(await runMatch({ config: join(folder, 'rmentor.config.json'), out: run })).toMatchObject({ exit: 0 });
  return { folder, run };
}

/** Writes what people decide into tandems.csv. @param decide a status for a tandem's ids: "m1 e1". */
export function decideAll({ run }: HandedRun, decide: (ids: string) => string): void {
  const path = join(run, 'tandems.csv');
  const text = readFileSync(path, 'utf8');
  const delimiter = findDelimiter(text);
  const [header = '', ...lines] = text.split('\r\n');
  const at = header.split(delimiter).indexOf('status');
  const rows = readRows(path);
  const decided = lines.map((line, index) => {
    const row = rows[index];
    if (row === undefined) return line;
    const status = `${delimiter}${row['status']}${delimiter}`;
    expect(line).toContain(status);
    const ids = `${row['mentor_id']} ${row['mentee_id']}`;
    return line.replace(status, `${delimiter}${decide(ids)}${delimiter}`);
  });
  expect(at).toBeGreaterThan(0);
  writeFileSync(path, [header, ...decided].join('\r\n'));
}

/** A run whose tandems are all approved. */
export async function beginApproved(source?: string): Promise<HandedRun> {
  const handed = await beginRun(source);
  decideAll(handed, () => 'approved');
  return handed;
}

/** Hands a run over as the command does; trouble is told as the program tells it. */
export function runExport(
  { folder, run }: HandedRun,
  flags: Partial<ExportFlags> & Pick<ExportFlags, 'to'>,
  language: 'en' | 'de' = 'en',
): Promise<Said> {
  const words = { en, de }[language];
  return listening(
    async shell => {
      try {
        return await exportCommand({ from: run, out: join(folder, 'told'), lang: language, ...flags }, shell);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        const { message, hint } = tellTrouble(error.trouble, words);
        shell.err(`${message}\n${hint}\n`);
        return error.exit;
      }
    },
    { words },
  );
}

/** The files of a folder, by name. */
export function readFiles(folder: string): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map(name => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  );
}

/** Texts that some program would run: formulas, markup, escapes of a terminal, commands of CI systems, placeholders. */
export const PAYLOADS = [
  '=HYPERLINK("http://x.example","y")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1)',
  'Ops;=1+1',
  'Ops,=1+1',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '::error::x ##vso[task.complete]',
  "##teamcity[buildStatus text='x']",
  'section_start:1700000000:x[collapsed=true]',
  'Ops|=1+1',
  'Red[2J[31m',
  '{{name}} ((name)) *|EMAIL|*',
  'Ada\nBcc: evil@evil.example',
  'Ada\nATTENDEE:mailto:evil@evil.example',
  'Ä'.repeat(60),
];

/** As a sheet has them: the last but escapes of a terminal, which rmentor leaves out of what it reads. */
const writePayload = (text: string) => text.replaceAll('[2J', '\u001b[2J').replaceAll('[31m', '\u001b[31m');

/** A programme in which every text is something that some program would run. */
export async function beginHostile(): Promise<HandedRun> {
  const folder = workFolder();
  const cell = (at: number) => `"${writePayload(PAYLOADS[at % PAYLOADS.length]!).replaceAll('"', '""')}"`;
  const sheet = (side: string) =>
    [
      'id,name,email,department,city,topics,phone,own',
      ...PAYLOADS.map(
        (_, at) =>
          `${side}${at},${cell(at)},${side}${at}@example.org,${cell(at + 1)},${cell(at + 2)},${cell(at + 3)},+49 30 ${100 + at},${cell(at + 4)}`,
      ),
    ].join('\n');
  writeFileSync(join(folder, 'mentors.csv'), sheet('m'));
  writeFileSync(join(folder, 'mentees.csv'), sheet('e'));
  writeFileSync(
    join(folder, 'rmentor.config.json'),
    JSON.stringify({ preset: 'none', mentors: 'mentors.csv', mentees: 'mentees.csv' }),
  );
  const run = join(folder, 'run');
  expect(await runMatch({ config: join(folder, 'rmentor.config.json'), out: run, delimiter: ';' })).toMatchObject({
    exit: 0,
  });
  return { folder, run };
}
