import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workFolder } from '../support/run.ts';

/** What a child process says of a file that it loads: its value, and whether V8 refused what was kept (undefined where it was not asked). */
function load(file: string, also = ''): { readonly value: string; readonly isRefused?: boolean } {
  const code = `
    import { writeFileSync } from 'node:fs';
    import { load, loaded, nameCompiled, packCompiled } from ${JSON.stringify(new URL('../../bin/load.js', import.meta.url))};
    const file = ${JSON.stringify(file)};
    const { value } = load(file);
    const { script } = loaded.get(file);
    ${also}
    console.log(JSON.stringify({ value: value(), isRefused: script.cachedDataRejected }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const KEEP = 'writeFileSync(nameCompiled(file), packCompiled(loaded.get(file)));';

test('what V8 made of a file is taken as long as it is the same text', () => {
  const folder = workFolder();
  const file = join(folder, 'part.cjs');
  const say = (word: string) => `"use strict";\nexports.value = () => require('./other.cjs') + '${word}';\n`;
  writeFileSync(join(folder, 'other.cjs'), "module.exports = 'it says ';");
  writeFileSync(file, say('one'));
  expect(load(file)).toEqual({ value: 'it says one' });
  load(file, KEEP);
  expect(load(file)).toEqual({ value: 'it says one', isRefused: false });
  writeFileSync(file, say('two'));
  expect(load(file)).toEqual({ value: 'it says two' });
});

test('what is kept and no V8 can take is passed over', () => {
  const file = join(workFolder(), 'part.cjs');
  writeFileSync(file, "exports.value = () => 'as it stands';");
  load(file, `writeFileSync(nameCompiled(file), packCompiled(loaded.get(file)).fill(7, 8));`);
  expect(load(file)).toEqual({ value: 'as it stands', isRefused: true });
});
