#!/usr/bin/env node
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './load.js';

const home = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  const { run } = load(join(home, 'dist', 'cli.cjs'));
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
  const isInstalled = home.split(sep).includes('node_modules');
  return isInstalled ? 'Run npm install rmentor again (with --global if it was).' : `Run npm install in ${home}.`;
}
