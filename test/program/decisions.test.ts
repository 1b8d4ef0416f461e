/** @module-tag slow */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatchFlags } from '../../src/commands/match.ts';
import { programmes } from '../support/rosters.ts';
import { filesIn, runCheck, runMatch, runVerify, workFolder, writeProgramme } from '../support/run.ts';
import { runs } from '../support/runs.ts';
import { isProven, MENTEES, MENTORS } from '../support/small-programme.ts';

/** What somebody does to a row of tandems.csv. */
interface Decision {
  readonly status: string;
  readonly note: string;
}

type Row = Readonly<Record<string, string>>;

function rowsIn(folder: string, file = 'tandems.csv'): Row[] {
  const text = readFileSync(join(folder, file), 'utf8');
  return parse(text, { bom: true, columns: true, delimiter: [',', ';'], relax_column_count: true });
}

/** Saves tandems.csv as Excel does where a comma is a decimal sign. */
function save(folder: string, rows: readonly Row[]): void {
  const text = stringify([...rows], { header: true, bom: true, delimiter: ';', record_delimiter: '\r\n' });
  writeFileSync(join(folder, 'tandems.csv'), text);
}

function decide(folder: string, decisions: Readonly<Record<string, Partial<Decision>>>): void {
  save(
    folder,
    rowsIn(folder).map(row => ({ ...row, ...decisions[pairOf(row)] })),
  );
}

function pairOf({ mentor_id, mentee_id }: Row): string {
  return `${mentor_id} ${mentee_id}`;
}

function byText(one: Row, other: Row): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** A small programme and its first run. */
async function begun(more: Partial<MatchFlags> = {}) {
  const folder = workFolder();
  const flags = {
    mentors: join(folder, 'mentors.csv'),
    mentees: join(folder, 'mentees.csv'),
    out: join(folder, 'run'),
    config: null,
    ...more,
  };
  writeFileSync(flags.mentors, MENTORS.join('\n'));
  writeFileSync(flags.mentees, MENTEES.join('\n'));
  expect(await runMatch(flags)).toMatchObject({ exit: 0 });
  const pairs = rowsIn(flags.out).map(pairOf);
  const edit = (file: 'mentors' | 'mentees', from: string, to: string) =>
    writeFileSync(flags[file], readFileSync(flags[file], 'utf8').replace(from, to));
  return { flags, pairs, edit, run: flags.out };
}

/** What a call said of the files of a folder, without its path. */
function said({ err }: { readonly err: string }, run: string): string {
  return err.replaceAll(run, 'run').replace(/^Written.*\n/mu, '');
}

describe('a match into a folder that holds decisions', () => {
  test.each(['+49 30 1', '-1', '=1+1', "'1", 'Se?or', 'a &amp; b', 'k. A.'])(
    'keeps the note %j, and verifies before and after',
    async note => {
      const { flags, run } = await begun();
      decide(run, { '001 101': { status: 'approved', note } });
      await isProven(run);
      expect(await runMatch(flags)).toMatchObject({ exit: 0 });
      await isProven(run);
      expect(await runMatch(flags)).toMatchObject({ exit: 0 });
      await isProven(run);
    },
  );

  test('keeps what is approved, bars what is declined, and says so; the next one is the same to the byte', async () => {
    const { flags, pairs, run } = await begun();
    expect(pairs).toEqual(['001 101', '002 103', '003 102']);
    decide(run, {
      '001 101': { status: 'approved', note: '=went "well"; ask again' },
      '002 103': { status: 'declined' },
    });
    const second = await runMatch(flags);
    expect(second.exit).toBe(0);
    expect(said(second, run)).toBe(
      'Decisions taken from run: 1 approved tandem stays, 1 declined pair is not offered again. All other tandems are made anew. To start without decisions, add --fresh.\n',
    );
    const rows = rowsIn(run);
    expect(rows.map(pairOf)).toContain('001 101');
    expect(rows.map(pairOf)).not.toContain('002 103');
    expect(rows.find(row => pairOf(row) === '001 101')).toMatchObject({
      status: 'approved',
      note: `'=went "well"; ask again`,
    });
    expect(rowsIn(run, 'declined.csv').map(pairOf)).toEqual(['002 103']);
    const { out } = await runVerify(run);
    expect(out).toContain('Decisions: 1 approved tandem stays, 1 declined pair is not offered again.');
    await isProven(run);
    const before = filesIn(run);
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    expect(filesIn(run)).toEqual(before);
  });

  test('takes ids that a spreadsheet took the zeros from, where the name fits', async () => {
    const { flags, run } = await begun();
    save(
      run,
      rowsIn(run).map((row, at) => ({
        ...row,
        ...{ mentor_id: String(Number(row['mentor_id'])), mentor_email: '' },
        ...(at === 0 ? { status: 'Approved' } : {}),
      })),
    );
    expect(await runMatch(flags)).toMatchObject({ exit: 0, err: expect.stringContaining('1 approved tandem stays') });
    expect(rowsIn(run)[0]).toMatchObject({ mentor_id: '001', status: 'approved' });
    await isProven(run);
  });

  test('says nothing where there are none, and forgets drafts', async () => {
    const { flags, run } = await begun();
    const before = filesIn(run);
    expect(said(await runMatch(flags), run)).toBe('');
    expect(filesIn(run)).toEqual(before);
  });

  test('keeps a note with a draft that is a tandem again, and tells one that is not', async () => {
    const { flags, run } = await begun();
    decide(run, {
      '001 101': { note: 'meet in May' },
      '002 103': { note: 'call first' },
      '003 102': { status: 'declined' },
    });
    const { err } = await runMatch(flags);
    const kept = rowsIn(run).filter(({ note }) => note !== '');
    const told = ['meet in May', 'call first'].filter(note => err.includes(`the note "${note}" is lost`));
    expect([...kept.map(({ note }) => note), ...told].sort()).toEqual(['call first', 'meet in May']);
    await isProven(run);
  });

  test('starts without them with --fresh', async () => {
    const { flags, run } = await begun();
    const before = filesIn(run);
    decide(run, { '001 101': { status: 'declined' } });
    expect(said(await runMatch({ ...flags, fresh: true }), run)).toBe('');
    expect(filesIn(run)).toEqual(before);
  });

  test('keeps declined pairs of people who left until they are back, or the row is deleted', async () => {
    const { flags, edit, run } = await begun();
    decide(run, { '002 103': { status: 'declined', note: 'they know each other' } });
    edit('mentees', '103,Finn Roth,finn@example.org,Sales,DE,', '104,Gus Vidal,gus@example.org,Sales,DE,');
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    const [gone] = rowsIn(run, 'declined.csv');
    expect(gone).toMatchObject({
      mentor_id: '002',
      mentee_id: '103',
      mentee_name: 'Finn Roth',
      note: 'they know each other',
    });
    await isProven(run);
    const before = filesIn(run);
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    expect(filesIn(run)).toEqual(before);
    edit('mentees', '104,Gus Vidal,gus@', '103,Finn Roth,finn@');
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    expect(rowsIn(run).map(pairOf)).not.toContain('002 103');
    await isProven(run);
    rmSync(join(run, 'declined.csv'));
    expect((await runVerify(run)).out).toBe(
      'REFUTED: declined.csv was changed after this run; run rmentor match again\n',
    );
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    expect(rowsIn(run).map(pairOf)).toContain('002 103');
    await isProven(run);
  });

  test('is what check goes by where the config names the folder', async () => {
    const config = join(workFolder(), 'rmentor.config.json');
    const { flags, run } = await begun();
    const of = { mentors: flags.mentors, mentees: flags.mentees };
    writeFileSync(config, JSON.stringify({ ...of, out: run }));
    expect((await runCheck({ config })).err).toBe('');
    decide(run, { '002 103': { status: 'declined' } });
    const { exit, err, out } = await runCheck({ config, verbose: true });
    expect(exit).toBe(0);
    expect(err).toMatch(/^Decisions in \S+run count: 1 declined pair is not offered again\.\n$/u);
    await runMatch({ config });
    expect((await runCheck({ config, verbose: true })).out).toBe(out);
    expect((await runCheck({ config: null, verbose: true, ...of })).out).not.toBe(out);
  });

  test('is refuted where declined.csv calls somebody otherwise than the sheets do', async () => {
    const { flags, run } = await begun();
    decide(run, { '002 103': { status: 'declined' } });
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    await isProven(run);
    const file = join(run, 'declined.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Ben Okoro', 'Ben Okorro'));
    expect((await runVerify(run)).out).toMatch(/^REFUTED: declined\.csv /u);
  });

  test('keeps declined people who are in no sheet apart by whatever is known of them', async () => {
    const { flags, run } = await begun();
    decide(run, { '002 103': { status: 'declined' } });
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    const [known = {}] = rowsIn(run, 'declined.csv');
    const others = (['mentor', 'mentee'] as const).flatMap(side => {
      const blank = {
        ...known,
        [`${side}_id`]: '',
        [`${side}_name`]: 'Old Name',
        [`${side}_email`]: 'old@example.org',
      };
      return [
        blank,
        { ...blank, [`${side}_name`]: 'Another Name' },
        { ...blank, [`${side}_email`]: 'another@example.org' },
        { ...blank, [`${side}_id`]: '901' },
      ];
    });
    const rows = [known, ...others];
    writeFileSync(join(run, 'declined.csv'), stringify(rows, { header: true, bom: true }));
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    const kept = rowsIn(run, 'declined.csv');
    expect(kept.toSorted(byText)).toEqual(rows.toSorted(byText));
    await isProven(run);
    const before = filesIn(run);
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    expect(filesIn(run)).toEqual(before);
    for (const at of kept.keys()) {
      writeFileSync(join(run, 'declined.csv'), stringify(kept.toSpliced(at, 1), { header: true, bom: true }));
      expect((await runVerify(run)).out).toMatch(/^REFUTED: declined\.csv /u);
    }
  });

  test.each(['tandems.csv', ''])(
    'keeps the drafts of its own tandems.csv where --previous names it or its folder (%j), and verifies',
    async file => {
      const { flags, run, edit } = await begun();
      decide(run, { '001 101': { status: 'approved' } });
      const previous = join(run, file);
      edit('mentors', '003,Cem Aydin,cem@example.org,IT,DE,1', '003,Cem Aydin,cem@example.org,Legal,DE,1');
      expect(await runMatch({ ...flags, previous })).toMatchObject({ exit: 0 });
      expect(rowsIn(run).map(pairOf)).toEqual(['001 101', '002 103', '003 102']);
      await isProven(run);
      const before = filesIn(run);
      expect(await runMatch({ ...flags, previous })).toMatchObject({ exit: 0 });
      expect(filesIn(run)).toEqual(before);
    },
  );

  test('takes what was decided in a previous run elsewhere', async () => {
    const { flags, run } = await begun();
    decide(run, { '001 101': { status: 'approved', note: 'yes' }, '002 103': { status: 'declined' } });
    const out = join(workFolder(), 'next');
    const next = await runMatch({ ...flags, previous: join(run, 'tandems.csv'), out });
    expect(next.err).toContain('1 approved tandem stays, 1 declined pair is not offered again');
    expect(rowsIn(out).find(row => pairOf(row) === '001 101')).toMatchObject({ status: 'approved', note: 'yes' });
    expect(rowsIn(out, 'declined.csv').map(pairOf)).toEqual(['002 103']);
    await isProven(out);
    const last = join(workFolder(), 'last');
    expect(await runMatch({ ...flags, out: run, fresh: true })).toMatchObject({ exit: 0 });
    // Of the run before, only declined.csv says so.
    decide(run, { '002 103': { status: 'declined' } });
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    expect(rowsIn(run, 'declined.csv')).toHaveLength(1);
    expect(await runMatch({ ...flags, previous: join(run, 'tandems.csv'), out: last })).toMatchObject({ exit: 0 });
    expect(rowsIn(last, 'declined.csv').map(pairOf)).toEqual(['002 103']);
    await isProven(last);
  });
});

describe('an approved tandem that cannot stay', () => {
  test('ends with a warning where somebody has withdrawn', async () => {
    const { flags, run, edit } = await begun();
    decide(run, { '003 102': { status: 'approved' } });
    edit('mentors', '003,Cem Aydin,cem@example.org,IT,DE,1,', '003,Cem Aydin,cem@example.org,IT,DE,1,withdrawn');
    const { exit, err } = await runMatch(flags);
    expect(exit).toBe(0);
    expect(err).toContain('the approved tandem of Cem Aydin and Eva Lind ends: Cem Aydin withdrew');
    await isProven(run);
  });

  test('is told where somebody is not in the sheets, and let go of on demand', async () => {
    const { flags, run, edit } = await begun();
    decide(run, { '003 102': { status: 'approved' } });
    edit('mentors', '003,Cem Aydin,cem@example.org,IT,DE,1,', '004,Gus Vidal,gus@example.org,IT,DE,1,');
    const before = filesIn(run);
    expect(await runMatch(flags)).toMatchObject({ exit: 2, err: expect.stringContaining('E190') });
    expect(filesIn(run)).toEqual(before);
    for (const releaseApproved of ['left', true] as const) {
      for (const [file, text] of Object.entries(before)) writeFileSync(join(run, file), text);
      const { exit, err } = await runMatch({ ...flags, releaseApproved });
      expect(exit).toBe(0);
      expect(err).toContain('is released: Cem Aydin is not among the mentors in the sheets');
      await isProven(run);
    }
  });

  test('is told where a rule keeps the two apart, and let go of on demand', async () => {
    const { flags, run } = await begun();
    decide(run, { '003 102': { status: 'approved' } });
    const pairs = join(workFolder(), 'pairs.csv');
    writeFileSync(pairs, 'mentor,mentee,action\n003,102,ban\n');
    expect(await runMatch({ ...flags, pairs })).toMatchObject({
      exit: 2,
      err: expect.stringContaining('they may not be paired (the list of pairs bans them)'),
    });
    expect(await runMatch({ ...flags, pairs, releaseApproved: 'left' })).toMatchObject({ exit: 2 });
    expect(await runMatch({ ...flags, pairs, releaseApproved: true })).toMatchObject({
      exit: 0,
      err: expect.stringContaining('is released: they may not be paired (the list of pairs bans them)'),
    });
    await isProven(run);
  });

  test('clashes where places are gone, and gives way on demand: as few as possible, who scores least', async () => {
    const { flags, run, edit } = await begun();
    decide(run, Object.fromEntries(['001 101', '002 103', '003 102'].map(pair => [pair, { status: 'approved' }])));
    const rows = rowsIn(run);
    save(run, [
      ...rows,
      { ...rows[0], mentee_id: '103', mentee_name: 'Finn Roth', mentee_email: '', status: 'approved' },
    ]);
    edit('mentors', '001,Ada Lang,ada@example.org,Sales,DE,2', '001,Ada Lang,ada@example.org,Sales,DE,1');
    const clash = await runMatch(flags);
    expect(clash.exit).toBe(3);
    expect(said(clash, run).replaceAll(/\S*mentees\.csv|\S*mentors\.csv/gu, 'sheet')).toMatchInlineSnapshot(`
      "These 2 demands cannot be met together:
        run/tandems.csv:2  approved tandem of Ada Lang and Dora Nagy
        run/tandems.csv:5  approved tandem of Ada Lang and Finn Roth
      What there is too little of:
        sheet:2  Ada Lang has 1 slot
      Remove one of them, and the other can be met; or make room for it.
      --release-approved lets go of as few approved tandems as possible.
      "
    `);
    const released = await runMatch({ ...flags, releaseApproved: true });
    expect(released.exit).toBe(0);
    expect(released.err.match(/tandem of (.*) is released/gu)).toEqual([
      'tandem of Ada Lang and Finn Roth is released',
    ]);
    expect(rowsIn(run).map(pairOf)).toEqual(['001 101', '002 103', '003 102']);
    await isProven(run);
  });

  test('says nothing of tandems that a rule would let stay by a lock with a reason', async () => {
    const { flags, run } = await begun();
    decide(run, { '003 102': { status: 'approved' } });
    const pairs = join(workFolder(), 'pairs.csv');
    const history = join(workFolder(), 'history.csv');
    writeFileSync(pairs, 'mentor,mentee,action,reason\n003,102,lock,they asked for it\n');
    writeFileSync(history, 'mentor,mentee\n003,102\n');
    const again = await runMatch({ ...flags, pairs, history: [history], allowOverride: true });
    expect(again).toMatchObject({ exit: 0, err: expect.not.stringContaining('E191') });
    expect(rowsIn(run).find(row => pairOf(row) === '003 102')).toMatchObject({
      status: 'approved',
      override: 'they asked for it',
    });
    await isProven(run);
  });
});

const decision = fc.record({
  status: fc.constantFrom('draft', 'draft', 'approved', 'approved', 'declined', ''),
  note: fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 20 })),
});

test('whatever is decided on the tandems of any programme: approved ones stay, declined ones do not come back', async () => {
  await fc.assert(
    fc.asyncProperty(programmes(), fc.infiniteStream(decision), fc.boolean(), async (programme, stream, keeps) => {
      const folder = workFolder();
      const run = join(folder, 'run');
      const { previous: _, ...flags } = { ...writeProgramme(programme, folder), out: run };
      const first = await runMatch(flags);
      if (first.exit !== 0) return;
      const forced = [...rowsIn(folder, 'pairs.csv'), ...rowsIn(folder, 'history.csv')].filter(
        row => row['action'] === 'lock' || row['next_round'] === 'continue',
      );
      const locked = new Set(forced.map(row => `${row['mentor']} ${row['mentee']}`));
      const decided = rowsIn(run).map(row => {
        const { status, note } = stream.next().value as Decision;
        return { ...row, status: status === 'declined' && locked.has(pairOf(row)) ? 'draft' : status, note };
      });
      if (decided.length > 0) save(run, decided);
      const next = { ...flags, ...(keeps ? { previous: join(run, 'tandems.csv') } : {}) };
      const second = await runMatch(next);
      const of = (status: string) => decided.filter(row => row.status === status).map(pairOf);
      // Without those who declined, a minimum may be out of reach.
      if (second.exit === 3) return void expect(of('declined').length).toBeGreaterThan(0);
      expect(second.exit, second.err).toBe(0);
      const now = rowsIn(run);
      const approved = now.filter(({ status }) => status === 'approved').map(pairOf);
      expect(approved.sort()).toEqual(of('approved').sort());
      expect(now.map(pairOf).filter(pair => of('declined').includes(pair))).toEqual([]);
      const declined = of('declined').length === 0 ? [] : rowsIn(run, 'declined.csv').map(pairOf);
      expect(declined.sort()).toEqual(of('declined').sort());
      await isProven(run);
      // Tandems that are new now are earlier ones the next time.
      if (keeps) expect(await runMatch(next)).toMatchObject({ exit: 0 });
      const before = filesIn(run);
      expect(await runMatch(next)).toMatchObject({ exit: 0 });
      expect(filesIn(run)).toEqual(before);
    }),
    { numRuns: runs(100) },
  );
}, 600_000);
