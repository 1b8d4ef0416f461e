/**
 * What npm ships as package.json: without scripts and packages of development, which nobody who installs rmentor has. `npm pack` and
 * `npm publish` call it before and after they pack: node scripts/manifest.js trim|restore
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const MANIFEST = 'package.json';
/** The whole one, while the trimmed one stands in its place. */
const KEPT = '.package.json.whole';

const [, , what] = process.argv;
switch (what) {
  case 'trim': {
    restore();
    const whole = readFileSync(MANIFEST, 'utf8');
    const { scripts: _scripts, devDependencies: _packages, ...shipped } = JSON.parse(whole);
    writeFileSync(KEPT, whole);
    writeFileSync(MANIFEST, `${JSON.stringify(shipped, null, 2)}\n`);
    break;
  }
  case 'restore':
    restore();
    break;
  default:
    throw new Error('usage: node scripts/manifest.js trim|restore');
}

/** Also where an earlier call was killed half way. */
function restore() {
  if (existsSync(KEPT)) renameSync(KEPT, MANIFEST);
}
