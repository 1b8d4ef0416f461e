/** @module-tag slow */

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { explainCommand } from '../../src/commands/explain.ts';
import { computeDigest } from '../../src/domain/digest.ts';
import { CONFIG, READING } from '../../src/parse/config/config.ts';
import { troubleOf } from '../io/support.ts';
import { filesIn, listening, runAdvise, runMatch, runVerify, workFolder } from '../support/run.ts';

/** A sheet that is read right by settings alone, of which each is needed. */
const PEOPLE = [
  'Person;Mail;Rolle;Unit;City;Topics;Status',
  'Ąžuolas Žukė;j@x.example;Junior;IT;Campus;Apps, devices;',
  'Ben Oak;b@x.example;Junior;HR;Campus;Film;',
  'Cem Ay;c@x.example;Junior;IT;Posen;Film;',
  'Hans Roth;h1@x.example;Junior;IT;Campus;Radio;',
  'Fay Low;f@x.example;Senior;HR;Campus;Apps, devices;',
  'Benny Hill;bo@x.example;Senior;IT;Campus;Film;',
  'Gus Ray;g@x.example;Senior;Ops;Posen;Film;',
  'Hans Roth;h2@y.example;Senior;Ops;Campus;Radio;',
  'Ida Sun;i@x.example;Senior;Ops;Campus;Radio;Elternzeit',
].join('\n');

const LIMITS = 'country,side,min,max\nEAST,mentee,0,1\n';

const SETTINGS = {
  columns: { department: 'Unit', name: 'Person', email: ['Mail'] },
  options: { topics: ['Film', 'Apps, devices'] },
  locations: { Posen: 'PL', Campus: 'DE' },
  regions: { EAST: ['PL', 'CZ'] },
  roles: { mentor: 'Junior', mentee: ['Senior'] },
  same: [['bo@x.example', 'b@x.example']],
  different: [['h1@x.example', 'h2@y.example']],
  encoding: 'windows-1257',
  values: { status: { Elternzeit: 'withdrawn' } },
  defaults: { capacity: 2 },
};

const OTHERS = {
  mentors: 'people.csv',
  mentees: 'people.csv',
  limits: 'limits.csv',
  prefer: [{ rule: 'overlap', field: 'topics', weight: 60 }],
};

/** A programme in a folder of its own, and its run in `run`. */
async function finished(config: object = { ...OTHERS, ...SETTINGS }): Promise<string> {
  const folder = workFolder();
  writeFileSync(join(folder, 'people.csv'), iconv.encode(PEOPLE, 'windows-1257'));
  writeFileSync(join(folder, 'limits.csv'), LIMITS);
  writeFileSync(join(folder, 'rmentor.config.json'), JSON.stringify(config));
  const said = await runMatch({ config: join(folder, 'rmentor.config.json'), out: join(folder, 'run') });
  expect(said, said.err).toMatchObject({ exit: 0 });
  return folder;
}

const explained = (folder: string, who: string) =>
  listening(shell => explainCommand([who], { run: join(folder, 'run') }, shell));

type Certificate = { settings: Record<string, unknown>; policy: Record<string, unknown> };

/** Changes the certificate as somebody would who knows how it is sealed. */
function reseal(folder: string, change: (certificate: Certificate) => void): void {
  const path = join(folder, 'run', 'certificate.json');
  const { seal: _, ...content } = JSON.parse(readFileSync(path, 'utf8'));
  change(content);
  writeFileSync(path, JSON.stringify({ ...content, seal: computeDigest(content) }));
}

/** Settings that decide nothing about how sheets are read, or that the policy in force tells. */
const NOT_HELD = [
  ...['$schema', 'mentors', 'mentees', 'limits', 'pairs', 'history', 'previous', 'out', 'delimiter', 'language'],
  ...['preset', 'start', 'levels', 'must', 'prefer', 'without', 'objective', 'crossBorder', 'repeat', 'worthAChange'],
  'declineReasons',
];

describe('a certificate', () => {
  test('holds every setting but those that are known to decide nothing about reading', () => {
    expect(Object.keys(READING.shape).sort()).toEqual(
      Object.keys(CONFIG.shape)
        .filter(key => !NOT_HELD.includes(key))
        .sort(),
    );
  });

  test('is tried with every setting that it holds', () => {
    expect(Object.keys(SETTINGS).sort()).toEqual(Object.keys(READING.shape).sort());
  });

  test('says the same, and is read the same, where words that are one stand in another order', async () => {
    const config = {
      ...OTHERS,
      ...SETTINGS,
      locations: { ...SETTINGS.locations, CAMPUS: 'FR', campus: 'PL' },
      values: { status: { Elternzeit: 'withdrawn', ELTERNZEIT: 'active', elternzeit: 'withdrawn' } },
      defaults: { capacity: 2, Capacity: 1 },
    };
    const turn = (group: object) => Object.fromEntries(Object.entries(group).toReversed());
    const [one, other] = [
      await finished(config),
      await finished({
        ...config,
        locations: turn(config.locations),
        values: { status: turn(config.values.status) },
        defaults: turn(config.defaults),
      }),
    ];
    expect(filesIn(join(other, 'run'))).toEqual(filesIn(join(one, 'run')));
    expect(await runVerify(join(other, 'run'))).toMatchObject({ exit: 0 });
  });

  test('holds settings as the config says them, whatever the order of keys and of what is a set', async () => {
    const folder = await finished();
    const { settings } = JSON.parse(readFileSync(join(folder, 'run', 'certificate.json'), 'utf8'));
    expect(settings).toEqual({
      ...SETTINGS,
      regions: { EAST: ['CZ', 'PL'] },
      same: [['b@x.example', 'bo@x.example']],
    });
    const turned = Object.fromEntries(Object.entries({ ...OTHERS, ...SETTINGS }).toReversed());
    const { department, name, email } = SETTINGS.columns;
    const other = await finished({
      ...turned,
      columns: { name, email, department },
      regions: { EAST: ['CZ', 'PL'] },
      same: [['b@x.example', 'bo@x.example']],
    });
    expect(filesIn(join(other, 'run'))).toEqual(filesIn(join(folder, 'run')));
    writeFileSync(join(folder, 'rmentor.config.json'), readFileSync(join(other, 'rmentor.config.json')));
    expect(await runVerify(join(folder, 'run'))).toMatchObject({ exit: 0 });
  });
});

describe('without its config', () => {
  test('a run is proven, which says that there was none, also where its programme has moved', async () => {
    const folder = await finished();
    const before = (await explained(folder, 'g@x.example')).out;
    rmSync(join(folder, 'rmentor.config.json'));
    const moved = join(workFolder(), 'moved');
    renameSync(folder, moved);
    const { exit, out } = await runVerify(join(moved, 'run'));
    expect(out).toMatch(/^PROVEN\n {2}About 4 mentors .*\n.*\n {2}Settings and rules are those in certificate\.json/u);
    expect(exit).toBe(0);
    expect(await explained(moved, 'g@x.example')).toMatchObject({ exit: 0, out: before });
    expect(await runAdvise(join(moved, 'run'))).toMatchObject({ exit: 0 });
  });

  test.each(Object.keys(SETTINGS))('a run is not proven by a certificate that leaves out %s', async setting => {
    const folder = await finished();
    rmSync(join(folder, 'rmentor.config.json'));
    reseal(folder, ({ settings }) => Reflect.deleteProperty(settings, setting));
    expect(await runVerify(join(folder, 'run'))).toMatchObject({ exit: 4, out: expect.stringMatching(/^REFUTED/u) });
  });

  test('the config of another programme beside the call counts for nothing', async () => {
    const folder = await finished();
    rmSync(join(folder, 'rmentor.config.json'));
    const here = process.cwd();
    const elsewhere = workFolder();
    writeFileSync(join(elsewhere, 'rmentor.config.json'), '{ "columns": { "name": "Nobody" } }');
    try {
      process.chdir(elsewhere);
      expect(await runVerify(relative('', join(folder, 'run')))).toMatchObject({ exit: 0 });
    } finally {
      process.chdir(here);
    }
  });
});

describe('a config that was changed since', () => {
  type Settings = Record<string, unknown>;
  const { columns, ...others } = SETTINGS;

  test.each<[change: string, config: Settings, says: string]>([
    [
      'a column',
      { ...SETTINGS, columns: { ...columns, city: 'City' } },
      'columns.city was changed since this run: it was not set, and is "City" now',
    ],
    [
      'a column of none',
      { ...SETTINGS, columns: { ...columns, department: null } },
      'columns.department was changed since this run: it was "Unit", and is null now',
    ],
    [
      'all columns',
      others,
      'columns.department was changed since this run: it was "Unit", and is not set now (changed as well: columns.email and columns.name)',
    ],
    [
      'an option',
      { ...SETTINGS, options: { topics: ['Film'] } },
      'options.topics was changed since this run: it was ["Film","Apps, devices"], and is ["Film"] now',
    ],
    [
      'a region',
      { ...SETTINGS, regions: { EAST: ['PL'] } },
      'regions.EAST was changed since this run: it was ["CZ","PL"], and is ["PL"] now',
    ],
    [
      'who is one',
      { ...SETTINGS, same: [] },
      'same was changed since this run: it was [["b@x.example","bo@x.example"]], and is not set now',
    ],
    [
      'the encoding',
      { ...SETTINGS, encoding: 'macroman' },
      'encoding was changed since this run: it was "windows-1257", and is "macroman" now',
    ],
    [
      'a rule',
      { ...SETTINGS, must: [{ rule: 'same', field: 'city' }] },
      'must.same-city was changed since this run: it was not set, and is {"rule":"same","field":"city"} now',
    ],
    [
      'a rule less',
      { ...SETTINGS, without: ['not-vetoed'] },
      'must.not-vetoed was changed since this run: it was {"rule":"not-vetoed"}, and is not set now',
    ],
    [
      'a weight',
      { ...SETTINGS, prefer: [{ rule: 'overlap', field: 'topics', weight: 61 }] },
      'prefer.topics.weight was changed since this run: it was 60, and is 61 now',
    ],
    [
      'the objective',
      { ...SETTINGS, objective: ['mentees', 'score'] },
      'objective was changed since this run: it was ["mentees","tandems","cross-department","score","balance"], and is ["mentees","score"] now',
    ],
    [
      'the preset',
      { ...SETTINGS, preset: 'peer' },
      'preset was changed since this run: it was "reverse", and is "peer" now (changed as well: must.below and must.peers)',
    ],
    [
      'the repeat',
      { ...SETTINGS, start: '2026-03-01', repeat: { afterMonths: 12 } },
      'start was changed since this run: it was "", and is "2026-03-01" now (changed as well: repeat)',
    ],
    [
      'the order of rules',
      {
        ...SETTINGS,
        without: ['cross-department'],
        prefer: [...OTHERS.prefer, { name: 'cross-department', rule: 'different', field: 'department', weight: 100 }],
      },
      'prefer was changed since this run: it was ["cross-department","wishes","languages","city","topics"], and is ["wishes"',
    ],
  ])('is named by the setting: %s', async (_, config, says) => {
    const folder = await finished();
    const run = join(folder, 'run');
    writeFileSync(join(folder, 'rmentor.config.json'), JSON.stringify({ ...OTHERS, ...config }));
    const { exit, out } = await runVerify(run);
    expect(out).toContain(`REFUTED: ${says}`);
    expect(exit).toBe(4);
    const told = { exit: 2, message: expect.stringContaining(says) };
    expect(await troubleOf(() => explained(folder, 'g@x.example'))).toMatchObject(told);
    expect(await troubleOf(() => runAdvise(run))).toMatchObject(told);
    expect(await runVerify(run, { config: null })).toMatchObject({ exit: 0, out: expect.stringMatching(/^PROVEN/u) });
    expect(await runAdvise(run, { config: null })).toMatchObject({ exit: 0 });
  });

  test('is named though the sheets were changed with it', async () => {
    const folder = await finished();
    const sheet = PEOPLE.replace('Unit', 'Bereich');
    writeFileSync(join(folder, 'people.csv'), iconv.encode(sheet, 'windows-1257'));
    const config = { ...OTHERS, ...SETTINGS, columns: { ...columns, department: 'Bereich' } };
    writeFileSync(join(folder, 'rmentor.config.json'), JSON.stringify(config));
    const { exit, out } = await runVerify(join(folder, 'run'));
    expect(out).toBe('REFUTED: columns.department was changed since this run: it was "Unit", and is "Bereich" now\n');
    expect(exit).toBe(4);
  });

  test('is no other where it says the same in other words', async () => {
    const folder = await finished();
    const same = {
      ...OTHERS,
      ...SETTINGS,
      preset: 'reverse',
      different: SETTINGS.different.map(pair => pair.toReversed()),
      history: [],
      columns,
      out: 'elsewhere',
      delimiter: ';',
      roles: SETTINGS.roles,
    };
    writeFileSync(join(folder, 'rmentor.config.json'), JSON.stringify(same));
    expect(await runVerify(join(folder, 'run'))).toMatchObject({ exit: 0, out: expect.stringMatching(/^PROVEN/u) });
  });
});

describe('a run that was made without a config', () => {
  test('is held against none, wherever there is one now', async () => {
    const folder = workFolder();
    const flags = { mentors: 'fixtures/first-steps/mentors.csv', mentees: 'fixtures/first-steps/mentees.csv' };
    const run = join(folder, 'run');
    expect(await runMatch({ ...flags, config: null, out: run })).toMatchObject({ exit: 0 });
    const { out } = await runVerify(run);
    expect(out).toMatch(/^PROVEN/u);
    expect(out).not.toContain('certificate.json');
    reseal(folder, ({ policy }) => Object.assign(policy, { must: [] }));
    expect(await runVerify(run)).toMatchObject({
      exit: 4,
      out: expect.stringContaining('REFUTED: must.not-the-same-person was changed since'),
    });
  });
});
