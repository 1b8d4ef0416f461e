/** @module-tag slow */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInputs } from '../../../src/commands/shared/inputs.ts';
import { type ValidateFlags, validateCommand } from '../../../src/commands/validate.ts';
import { digestContents } from '../../../src/domain/digest.ts';
import { filesIn, listening, workFolder } from '../../support/run.ts';

const validate = (flags: ValidateFlags) => listening(shell => validateCommand(flags, shell));

/** What is said by the files that the flags name, as far as it decides anything. */
async function saidBy(flags: ValidateFlags): Promise<unknown> {
  const { programme, problems } = await readInputs(flags);
  if (programme === null) throw new Error(JSON.stringify(problems));
  const { roster, terms } = programme;
  // The sheets as understood have it all in fewer files.
  const together = { pairs: terms.pairs, previous: null, history: [] };
  return { ...digestContents(roster, terms, together), policy: terms.policy, past: terms.pastTandems };
}

/** Flags that name the sheets in a folder, with a config like the given one but for files and names of columns. */
function flagsOf(folder: string, config: string): ValidateFlags {
  const { columns: _, ...settings } = JSON.parse(readFileSync(config, 'utf8'));
  const files = ['mentors', 'mentees', 'limits', 'pairs', 'previous', 'history'];
  const named = files.filter(name => existsSync(join(folder, `${name}.csv`)));
  const rest = Object.entries(settings).filter(([key]) => !files.includes(key));
  const only = settings.pairs?.only === true ? { pairs: { file: 'pairs.csv', only: true } } : {};
  const paths = Object.fromEntries(named.map(name => [name, `${name}.csv`]));
  const file = join(folder, 'rmentor.config.json');
  writeFileSync(file, JSON.stringify({ ...Object.fromEntries(rest), ...paths, ...only }));
  return { config: file };
}

const POLICY = 'fixtures/policy';
const programmes = [
  'fixtures/first-steps',
  'fixtures/model-programme',
  ...readdirSync(POLICY).map(name => join(POLICY, name)),
].filter(folder => existsSync(join(folder, 'rmentor.config.json')));

describe('the sheets as understood say the same again', () => {
  test.each(programmes)('%s', async folder => {
    const config = join(folder, 'rmentor.config.json');
    const flags = { config, allowOverride: true };
    const normalised = join(workFolder(), 'normalised');
    const said = await validate({ ...flags, normalised });
    expect(said, said.err).toMatchObject({ exit: 0 });
    expect(await saidBy({ ...flagsOf(normalised, config), allowOverride: true })).toEqual(await saidBy(flags));
  });
});

const GERMAN =
  'Nr;Vor- und Nachname;Arbeits-Mail;Hobby;Abteilung;Land;Sprachen;Stufe\n1;Ada Lang;ada@example.org;privat;IT;Deutschland;Deutsch, Englisch;Chef\n';
const MENTEES = 'name,email,department,country,level\nEva,eva@example.org,HR,Germany,Boss\n';
const CONFIG = {
  mentors: 'a.csv',
  mentees: 'b.csv',
  levels: ['Chef', 'Boss'],
  columns: { email: ['Arbeits-Mail', 'email'] },
};

/** A programme in a folder, whose mentors are as given. */
function programmeOf(mentors: string): { folder: string; flags: ValidateFlags } {
  const folder = workFolder();
  writeFileSync(join(folder, 'a.csv'), mentors);
  writeFileSync(join(folder, 'b.csv'), MENTEES);
  writeFileSync(join(folder, 'rmentor.config.json'), JSON.stringify(CONFIG));
  return { folder, flags: { config: join(folder, 'rmentor.config.json'), normalised: join(folder, 'clean') } };
}

describe('--normalised FOLDER', () => {
  test('carries a column that no rule uses only when asked', async () => {
    const { folder, flags } = programmeOf(GERMAN);
    const headerOf = () => filesIn(join(folder, 'clean'))['mentors.csv']?.split('\n')[0]?.split(',');
    expect((await validate(flags)).err).toContain(
      'Columns that no rule uses are left out (nr and hobby). To keep them, add --all-columns.',
    );
    expect(headerOf()).not.toContain('hobby');
    expect((await validate({ ...flags, allColumns: true })).err).not.toContain('--all-columns');
    expect(headerOf()).toContain('hobby');
  });

  test('has our names for columns, codes for countries, numbers for levels, and says how it came to be', async () => {
    const { folder, flags } = programmeOf(GERMAN);
    expect(await validate({ ...flags, allColumns: true })).toMatchObject({
      exit: 0,
      err: expect.stringContaining('Written to'),
    });
    const files = filesIn(join(folder, 'clean'));
    expect(Object.keys(files)).toEqual(['mentees.csv', 'mentors.csv', 'understood.json']);
    expect(files['mentors.csv']).toBe(
      [
        'id,name,email,department,country,city,languages,topics,level,manager,timezone,not_with,status,capacity,min_load,nr,hobby',
        'ada@example.org,Ada Lang,ada@example.org,IT,DE,,de;en,,1,,,,active,1,0,1,privat\n',
      ].join('\n'),
    );
    expect(JSON.parse(files['understood.json'] ?? '')).toMatchObject({
      schemaVersion: 1,
      sheets: [{ role: 'mentors', delimiter: ';', rows: 1 }, {}],
    });
  });

  test('keeps a column apart that is called like one of ours and is none', async () => {
    const { folder, flags } = programmeOf(GERMAN.replace('Hobby', 'Mailadresse'));
    await validate({ ...flags, allColumns: true });
    expect(readFileSync(join(folder, 'clean/mentors.csv'), 'utf8')).toMatch(/^id,name,email,.*,nr,own_mailadresse\n/u);
  });

  test('is not written where there is an error', async () => {
    const { folder, flags } = programmeOf(GERMAN.replace('Deutschland', 'Atlantis'));
    expect(await validate(flags)).toMatchObject({ exit: 2 });
    expect(existsSync(join(folder, 'clean'))).toBe(false);
  });

  test('replaces what it wrote before, and no sheets of somebody else', async () => {
    const { folder, flags } = programmeOf(GERMAN);
    await validate(flags);
    const first = filesIn(join(folder, 'clean'));
    await validate(flags);
    expect(filesIn(join(folder, 'clean'))).toEqual(first);
    const other = workFolder();
    writeFileSync(join(other, 'mentors.csv'), 'mine');
    await expect(validate({ ...flags, normalised: other })).rejects.toMatchObject({ exit: 2 });
    expect(filesIn(other)).toEqual({ 'mentors.csv': 'mine' });
  });
});
