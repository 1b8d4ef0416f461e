import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { findDelimiter } from './run-rows.ts';

/** LibreOffice, where RMENTOR_OFFICE says how it is called (`npm run test:office`). */
export const { RMENTOR_OFFICE: OFFICE } = process.env;

/** A CSV in UTF-8 with what is between its cells: what the dialogue of LibreOffice asks for. */
const formatFilter = (delimiter: string) => `Text - txt - csv (StarCalc):${delimiter.charCodeAt(0)},34,76,1`;

/** Opens a table in LibreOffice and saves it where it is, a CSV with semicolons; without LibreOffice it stays as it is. */
export function saveByOffice(path: string): void {
  if (OFFICE === undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'rmentor-office-'));
  const kind = extname(path).slice(1);
  const [filters, to] = kind === 'csv' ? [[`--infilter=${findFilter(path)}`], `csv:${formatFilter(';')}`] : [[], kind];
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [profile, '--headless', ...filters, '--convert-to', to, '--outdir', join(folder, 'out'), path];
  const { status, stderr } = spawnSync(OFFICE, args, { encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(`${OFFICE} ${args.join(' ')}: ${stderr}`);
  copyFileSync(join(folder, 'out', basename(path)), path);
  rmSync(folder, { recursive: true, force: true });
}

function findFilter(path: string): string {
  return formatFilter(findDelimiter(readFileSync(path, 'utf8')));
}
