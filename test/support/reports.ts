import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { expect } from 'vitest';
import type { OpenPage } from './browsers.ts';
import { workFolder } from './run.ts';

/** Runs the built program in a folder and returns the page of the run. */
export function matchInFolder(folder: string, ...flags: readonly string[]): string {
  const { status, stderr } = spawnSync(
    process.execPath,
    [resolve('bin/rmentor.js'), 'match', '--out', 'run', '-q', ...flags],
    { cwd: folder, encoding: 'utf8' },
  );
  expect([status, stderr.includes('error')]).toEqual([0, false]);
  return join(folder, 'run', 'report.html');
}

/** The page of the model programme, with its files in the language that is asked for. */
export function makeModelReport(language: 'en' | 'de'): string {
  const folder = workFolder();
  cpSync('fixtures/model-programme', folder, { recursive: true });
  const config = join(folder, 'rmentor.config.json');
  writeFileSync(config, JSON.stringify({ ...JSON.parse(readFileSync(config, 'utf8')), language }));
  return matchInFolder(folder);
}

type Cells = readonly (readonly string[])[];

/** The page of two sheets, and of other files beside them. */
export function makeReport(mentors: Cells, mentees: Cells, more: Readonly<Record<string, string>> = {}): string {
  const folder = workFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('mentors.csv', stringify(mentors.map(row => [...row])));
  write('mentees.csv', stringify(mentees.map(row => [...row])));
  for (const [name, text] of Object.entries(more)) write(name, text);
  return matchInFolder(folder, '--mentors', 'mentors.csv', '--mentees', 'mentees.csv');
}

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe-core finds wrong with a page, as sentences. */
export async function listAxeFindings(page: OpenPage): Promise<readonly string[]> {
  await page.inject(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
    );
  });
}
