import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { rolldown } from 'rolldown';
import { afterAll, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const PROGRAMME = 'fixtures/model-programme';

/** What the core may ask of a browser, besides the language itself. */
const BROWSER = { TextDecoder, TextEncoder, atob };

const folder = mkdtempSync(join(tmpdir(), 'rmentor-browser-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the core, bundled for a browser as it is, makes the files of the command line and proves them', async () => {
  const inputs = readTexts(PROGRAMME);
  const context = createContext({ ...BROWSER });
  runInContext(await bundleCore(), context);
  context['inputs'] = inputs;
  context['program'] = `rmentor ${packageJson.version}`;
  const { files, verdict } = await runInContext('core.runInBrowser(inputs, program)', context);
  expect(JSON.parse(JSON.stringify(verdict))).toEqual({ kind: 'proven', saved: [] });
  expect({ ...files }).toEqual(runProgram());
});

/** No alias, and no package that stands for one of Node's: what cannot be found is a fault. */
async function bundleCore(): Promise<string> {
  const bundle = await rolldown({
    input: 'test/support/core-for-browser.ts',
    platform: 'browser',
    onLog: (_level, { message }) => {
      throw new Error(message);
    },
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'core', codeSplitting: false });
  await bundle.close();
  expect(output.map(({ type }) => type)).toEqual(['chunk']);
  return output[0].code;
}

/** The files that the built program makes of the same inputs. */
function runProgram(): Readonly<Record<string, string>> {
  cpSync(PROGRAMME, folder, { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [resolve('bin/rmentor.js'), 'match'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, stderr.includes('error')]).toEqual([0, false]);
  return readTexts(join(folder, 'run'));
}

function readTexts(from: string): Readonly<Record<string, string>> {
  const names = readdirSync(from, { withFileTypes: true }).filter(entry => entry.isFile());
  return Object.fromEntries(names.map(({ name }) => [name, readFileSync(join(from, name), 'utf8')]));
}
