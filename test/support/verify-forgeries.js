/**
 * Verifies forgeries of one run, one after the other, in a process of its own that the test gives little memory and time. Takes
 * the folder of the programme, and on standard input one forgery a line: { files: { name: text or null } }. Prints what came of
 * each, a line each: { exit, out }, or { fault } where it ended in anything but an answer.
 */
import { readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { verifyCommand } from '../../build/commands/verify.js';
import { UserError } from '../../build/domain/errors.js';
import { ignoreProgress } from '../../build/domain/progress.js';
import { en } from '../../build/render/words/en/index.js';
import { tellTrouble } from '../../build/render/words/trouble.js';

const [folder, program] = process.argv.slice(2);
const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean);
for (const line of lines) writeSync(1, `${JSON.stringify(await answerTo(JSON.parse(line)))}\n`);

async function answerTo({ files }) {
  const before = Object.keys(files).map(name => [name, contentOf(name)]);
  for (const [name, text] of Object.entries(files)) put(name, text);
  try {
    return await verified();
  } catch (error) {
    if (!(error instanceof UserError)) return { fault: String(error?.stack) };
    return { exit: error.exit, out: tellTrouble(error.trouble, en).message };
  } finally {
    for (const [name, text] of before) put(name, text);
  }
}

async function verified() {
  let out = '';
  const same = text => text;
  const paint = { bold: same, dim: same, good: same, bad: same, warn: same };
  const shell = {
    out: text => {
      out += text;
    },
    err: () => {},
    ...{ outPaint: paint, errPaint: paint, outWidth: null, errWidth: null, actions: null, terminal: null },
    ...{ listSeparator: () => ',', watch: ignoreProgress, program, words: en },
  };
  const exit = await verifyCommand(join(folder, 'run'), {}, shell);
  return { exit, out };
}

function contentOf(name) {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return null;
  }
}

function put(name, text) {
  if (text === null) rmSync(join(folder, name), { force: true });
  else writeFileSync(join(folder, name), text);
}
