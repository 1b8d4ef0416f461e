#!/usr/bin/env node
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

// V8 of Node 20 begins to optimise a function after it has run through 66 KB of bytecode. Of some hundred people that makes
// more work than it saves: the run is over when the optimised code is ready. Thirty times later, such a run takes a quarter less,
// and one of thousands no longer. Later versions of V8 count in another way, and may not know the setting.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=2000000');

try {
  const { run } = await import('../dist/cli.js');
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const missing = missingPart(error);
  if (missing === null) throw error;
  process.stderr.write(`error  rmentor is not complete: ${missing} is missing. ${advice()}\n`);
  process.exitCode = 5;
}

/** The file or package of the program itself that an error says is not there, or null. Only this file needs none of them. */
function missingPart(error) {
  if (!['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes(error?.code)) return null;
  return /'([^']+)'/u.exec(error.message)?.[1] ?? 'a part of it';
}

/** A copy that npm installed is installed again; a clone is completed, and built, where it is. */
function advice() {
  const home = dirname(dirname(fileURLToPath(import.meta.url)));
  const isInstalled = home.split(sep).includes('node_modules');
  return isInstalled ? 'Run npm install rmentor again (with --global if it was).' : `Run npm install in ${home}.`;
}
