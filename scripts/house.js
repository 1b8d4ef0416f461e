// Prints what can be counted about the layout and the names of src: `npm run house`, with `-- --list` for the names themselves.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { beginsWithVerb, isComponent, measureHouse } from './house/measure.js';

const { values: flags } = parseArgs({ options: { list: { type: 'boolean', default: false } } });
const verbs = new Set(readFileSync(new URL('verbs.txt', import.meta.url), 'utf8').split(/\s+/));
const { folders, arrows, circles, types, functions } = measureHouse('src');
const twice = types.filter(({ files }) => files.length > 1);
const others = functions.filter(one => !beginsWithVerb(one.name, verbs) && !isComponent(one));
const lengths = functions.map(({ lines }) => lines).sort((a, b) => a - b);
const at = share => lengths[Math.min(lengths.length - 1, Math.floor(share * lengths.length))];

console.log(`folders and files at the top      ${folders.length}`);
console.log(`arrows between folders            ${arrows.length}`);
console.log(`folders in a circle               ${circles.length}`);
console.log(`type names declared twice         ${twice.length} of ${types.length}`);
const share = ((100 * (functions.length - others.length)) / functions.length).toFixed(1);
console.log(`functions that begin with a verb  ${share} % of ${functions.length}`);
console.log(
  `lines of a function               median ${at(0.5)}, nine of ten up to ${at(0.9)}, most ${lengths.at(-1)}`,
);
if (flags.list) {
  for (const { name, files } of twice) console.log(`twice  ${name}  ${files.join(' ')}`);
  for (const { name, file } of others) console.log(`no verb  ${name}  ${file}`);
}
