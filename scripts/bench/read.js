// Reads a programme's sheets: `node scripts/bench/read.js rmentor|csv-parse FOLDER` prints rows and milliseconds, without
// Node's start. csv-parse makes rows of cells; rmentor also checks and understands every cell, and knows its place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readInputs } from '../../build/commands/shared/inputs.js';

const [reader, folder] = process.argv.slice(2);

const READERS = {
  'csv-parse': () => {
    const sheets = ['mentors.csv', 'mentees.csv'].map(name => parse(readFileSync(join(folder, name))));
    return sheets.reduce((rows, sheet) => rows + sheet.length - 1, 0);
  },
  rmentor: async () => {
    const { programme, problems } = await readInputs({ config: join(folder, 'rmentor.config.json') });
    if (programme === null) throw new Error(JSON.stringify(problems));
    return programme.roster.mentors.length + programme.roster.mentees.length;
  },
};

const begun = performance.now();
const rows = await READERS[reader]();
console.log(`rows=${rows} ms=${(performance.now() - begun).toFixed(1)}`);
