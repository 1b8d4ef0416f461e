import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';

/**
 * Packs rmentor as `npm pack` does in a clone, scripts included, in a copy of its own: other tests read package.json meanwhile. What it would
 * build is what is in dist/. Returns the path of the package.
 */
export function packProgram(folder: string): string {
  const clone = join(folder, 'clone-to-pack');
  mkdirSync(join(clone, 'scripts'), { recursive: true });
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly files: readonly string[];
    readonly scripts: Readonly<Record<string, string>>;
  };
  const whole = { ...manifest, scripts: { ...manifest.scripts, build: 'node --version' } };
  writeFileSync(join(clone, 'package.json'), JSON.stringify(whole, null, 2));
  const shipped = manifest.files.filter(file => !file.startsWith('!'));
  for (const name of [...shipped, 'README.md', 'LICENSE', 'scripts/manifest.js']) {
    cpSync(resolve(name), join(clone, name), { recursive: true });
  }
  const args = ['pack', '--offline', '--pack-destination', folder];
  const { status, stderr } = spawnSync('npm', args, { cwd: clone, encoding: 'utf8', timeout: 120_000 });
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  // Whoever packs has the same package.json before and after.
  expect(JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'))).toEqual(whole);
  const [tarball] = readdirSync(folder).filter(name => name.endsWith('.tgz'));
  return join(folder, tarball!);
}
