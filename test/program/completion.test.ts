/** @module-tag slow */

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workFolder } from '../support/run.ts';

const PROGRAM = resolve('bin/rmentor.js');
const BASH_COMPLETION = '/usr/share/bash-completion/bash_completion';

function complete(...words: string[]): string[] {
  const call = [PROGRAM, 'complete', '--', ...words];
  const { stdout, status } = spawnSync(process.execPath, call, {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C' },
  });
  expect(status).toBe(0);
  return stdout.trimEnd().split('\n');
}

/** What a shell says, with `rmentor` on its path, in a folder that holds two sheets and another folder. */
function ask(shell: string, script: string): string[] {
  const folder = workFolder();
  const command = join(folder, 'bin', 'rmentor');
  for (const name of ['bin', 'run']) mkdirSync(join(folder, name));
  for (const name of ['mentors.csv', 'mentees.csv']) writeFileSync(join(folder, name), '');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
  chmodSync(command, 0o755);
  const env = { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`, LANG: 'C' };
  const { stdout, stderr } = spawnSync(shell, ['-c', script], { cwd: folder, encoding: 'utf8', env });
  expect(stderr).toBe('');
  return stdout.trim().split('\n').sort();
}

function hasShell(name: string): boolean {
  return process.platform !== 'win32' && spawnSync(name, ['-c', 'true']).status === 0;
}

test('prints scripts as they are: two colons name a member in PowerShell', () => {
  const { stdout } = spawnSync(process.execPath, [PROGRAM, 'completion', 'powershell'], { encoding: 'utf8' });
  expect(stdout).toContain('[Console]::OutputEncoding');
  expect(stdout).not.toContain(': :');
});

describe('rmentor complete', () => {
  test('knows commands, flags and choices', () => {
    expect(complete('ma')).toEqual(['match\tPair mentors and mentees, and write the results.', ':4']);
    expect(complete('help', 'ver')).toEqual([
      'verify\tCheck the results of a run against your sheets, in a way of its own.',
      ':4',
    ]);
    expect(complete('verify', '--men').map(line => line.split('\t')[0])).toEqual(['--mentees', '--mentors', ':4']);
    expect(complete('match', '--lang', '')).toEqual(['de', 'en', ':4']);
    expect(complete('--lang', 'd')).toEqual(['de', ':4']);
    expect(complete('init', '--templates=')).toEqual(['csv', 'xlsx', ':4']);
    expect(complete('completion', 'z')).toEqual(['zsh', ':4']);
    expect(complete('nonsense', '')).toEqual([':4']);
  });

  test('leaves files and folders to the shell', () => {
    expect(complete('match', '--mentors', 'me')).toEqual([':0']);
    expect(complete('match', '-o', '')).toEqual([':16']);
    expect(complete('verify', '')).toEqual([':16']);
    expect(complete('match', '--out', 'run', '')).toEqual([':4']);
  });
});

describe('a shell completes', () => {
  const askBash = (line: string) => {
    const words = line.split(' ');
    return ask(
      'bash',
      `source ${BASH_COMPLETION}
       source <(rmentor completion bash)
       COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
       COMP_LINE='${line}'; COMP_POINT=${line.length}
       __rmentor_complete 2>/dev/null
       printf '%s\\n' "\${COMPREPLY[@]}"`,
    );
  };

  test.skipIf(!hasShell('bash') || !existsSync(BASH_COMPLETION))('in bash', () => {
    expect(askBash('rmentor ma')).toEqual(['match']);
    expect(askBash('rmentor match --lang ')).toEqual(['de', 'en']);
    expect(askBash('rmentor verify r')).toEqual(['run']);
  });

  test.skipIf(!hasShell('fish'))('in fish', () => {
    const askFish = (line: string) => ask('fish', `source (rmentor completion fish | psub); complete -C '${line}'`);
    expect(askFish('rmentor adv')).toEqual(['advise\tSay which changes would give more mentees a tandem.']);
    expect(askFish('rmentor match --mentors me')).toEqual(['mentees.csv', 'mentors.csv']);
  });

  test.skipIf(!hasShell('zsh'))('in zsh, as far as its script goes', () => {
    const script = 'autoload -U compinit; compinit -u; source <(rmentor completion zsh); whence -w _rmentor';
    expect(ask('zsh', script)).toEqual(['_rmentor: function']);
  });
});
