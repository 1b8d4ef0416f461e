import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shareCommand } from '../../src/commands/share.ts';
import { askGit } from '../../src/io/git-work-tree.ts';
import { listening, runMatch, workFolder } from '../support/run.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;

function git(folder: string, ...args: readonly string[]) {
  const { status, stderr } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  expect([args, status, stderr.includes('fatal')]).toEqual([args, 0, false]);
}

test.skipIf(!hasGit)('git is asked about what is tracked, ignored, or neither', () => {
  const folder = workFolder();
  expect(askGit(join(folder, 'run', 'tandems.csv'))).toBe('outside');
  git(folder, 'init', '--quiet');
  for (const name of ['run', 'kept', 'tracked']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'tandems.csv'), 'x');
  }
  git(folder, 'add', 'tracked');
  writeFileSync(join(folder, '.gitignore'), 'run/\ntracked/\n');
  expect(['run', 'kept', 'tracked'].map(name => askGit(join(folder, name, 'tandems.csv')))).toEqual([
    'ignored',
    'open',
    'open',
  ]);
  // A folder that says it is a work tree, and is none.
  const broken = workFolder();
  mkdirSync(join(broken, '.git'));
  expect(askGit(join(broken, 'tandems.csv'))).toBe('unknown');
});

test.skipIf(!hasGit)(
  'a run and what is handed on are told of where git would take them, and inputs are not',
  async () => {
    const folder = workFolder();
    git(folder, 'init', '--quiet');
    const config = 'fixtures/first-steps/rmentor.config.json';
    const [out, shared] = [join(folder, 'run'), join(folder, 'shared')];
    const said = await runMatch({ config, out });
    expect(said.err).toContain(`warning  ${out} is in a git work tree, and git does not ignore it`);
    expect((await listening(shell => shareCommand(out, { out: shared }, shell))).err).toContain(
      `${shared} is in a git work tree`,
    );
    writeFileSync(join(out, '.gitignore'), '*\n');
    expect(await runMatch({ config, out })).toMatchObject({ exit: 0, err: expect.not.stringContaining('work tree') });
    expect((await runMatch({ config, out: join(folder, 'dry'), dryRun: true })).err).not.toContain('work tree');
    writeFileSync(join(out, '.gitkeep'), '');
    expect(await runMatch({ config, out })).toMatchObject({ exit: 0 });
  },
);
