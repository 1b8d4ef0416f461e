import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

interface Place {
  readonly folder: string;
  readonly language: 'en' | 'de';
  /** How often Enter is pressed; null where nothing is asked. */
  readonly lines: number | null;
}

/** Calls the built program in a folder, as somebody there would, and returns messages and results as a terminal shows them. */
export function spawnProgram(
  args: readonly string[],
  { folder, language, lines }: Place,
): Promise<{ readonly exit: number | null; readonly output: string }> {
  const locale = language === 'de' ? 'de_DE.UTF-8' : 'C';
  const asked = lines === null ? args : [...args, '--ask'];
  const child = spawn(process.execPath, [resolve('bin/rmentor.js'), ...asked], {
    cwd: folder,
    env: { ...process.env, LANG: locale, LC_ALL: locale, NO_COLOR: '1', GITHUB_ACTIONS: '' },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  child.stdin.end('\n'.repeat(lines ?? 0));
  return new Promise(end => {
    child.on('close', exit => end({ exit, output: dropProgress(echoEnter(said.err, lines)) + said.out }));
  });
}

/** A terminal shows the line break that a person types behind a question. */
function echoEnter(text: string, lines: number | null): string {
  return lines === null ? text : text.replace(/: $/gmu, ': \n');
}

/** Whether a run says what it is at depends on how fast the machine is. */
function dropProgress(text: string): string {
  return text.replace(/^[\p{L} ]+ …\n/gmu, '');
}
