import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type DiffFlags, diffCommand } from '../../src/commands/diff.ts';
import type { MatchFlags } from '../../src/commands/match.ts';
import type { Context } from '../../src/commands/shared/context.ts';
import { de } from '../../src/render/words/de/index.ts';
import { filesIn, listening, runMatch, runVerify, workFolder } from '../support/run.ts';

type Row = Readonly<Record<string, string>>;

const MENTORS = [
  'id,name,email,department,country,capacity,status',
  'm1,Ada Lang,ada@example.org,Sales,DE,1,',
  'm2,Ben Okoro,ben@example.org,Finance,FR,1,',
  'm3,Cem Aydin,cem@example.org,IT,DE,1,',
];
const MENTEES = [
  'id,name,email,department,country,not_with,status',
  'e1,Dora Nagy,dora@example.org,Legal,DE,,',
  'e2,Eva Lind,eva@example.org,Legal,FR,,',
  'e3,Finn Roth,finn@example.org,Sales,DE,,',
  'e4,Gil Pohl,gil@example.org,Legal,DE,,',
];
const FIRST = 'mentor_id,mentee_id,status,score\nm1,e1,draft,1\nm2,e2,draft,1\nm3,e3,approved,1\nold,e4,draft,\n';

/** A programme with earlier tandems, and what `match` is called with. */
function begun(edits: { readonly mentors?: readonly string[]; readonly mentees?: readonly string[] } = {}) {
  const folder = workFolder();
  const flags = {
    mentors: join(folder, 'mentors.csv'),
    mentees: join(folder, 'mentees.csv'),
    previous: join(folder, 'previous.csv'),
    out: join(folder, 'run'),
    config: null,
  } satisfies Partial<MatchFlags>;
  writeFileSync(flags.mentors, (edits.mentors ?? MENTORS).join('\n'));
  writeFileSync(flags.mentees, (edits.mentees ?? MENTEES).join('\n'));
  writeFileSync(flags.previous, FIRST);
  const edit = (file: 'mentors' | 'mentees' | 'previous', from: string, to: string) =>
    writeFileSync(flags[file], readFileSync(flags[file], 'utf8').replace(from, to));
  return { flags, edit, run: flags.out };
}

function rowsIn(run: string, file: string): Row[] {
  return parse(readFileSync(join(run, file), 'utf8'), { bom: true, columns: true, delimiter: [',', ';'] });
}

function tell(run: string): string[] {
  return rowsIn(run, 'changes.csv').map(row => {
    const { change, mentor_id, mentee_id, reason, why, tell_mentor, tell_mentee } = row;
    return `${change} ${mentor_id} ${mentee_id} ${reason} (${tell_mentor}, ${tell_mentee}) ${why}`.trim();
  });
}

/** What the screen says, as if it were wide. */
function joinLines({ out }: { readonly out: string }): string {
  return out.replaceAll(/\s+/gu, ' ');
}

describe('changes.csv', () => {
  test('tells of every tandem what became of it, why, and whom to tell', async () => {
    const { flags, run } = begun({
      mentors: MENTORS.with(1, 'm1,Ada Lang,ada@example.org,Sales,DE,1,withdrawn'),
      mentees: MENTEES.with(2, 'e2,Eva Lind,eva@example.org,Legal,FR,Finance,'),
    });
    const out = joinLines(await runMatch(flags));
    expect(tell(run)).toEqual([
      'ended m1 e1 left (left, yes) Ada Lang withdrew.',
      'ended m2 e2 rule (yes, yes) A rule keeps the two apart now: a request not to be paired.',
      "ended old e4 left (left, yes) old is not in the mentors' sheet any more.",
      'new m2 e1 other-mentor (yes, yes) Dora Nagy was with Ada Lang before. Ben Okoro was with Eva Lind before.',
      'approved m3 e3 points (no, no) The points are now 100, and were 1.',
    ]);
    expect(out).toContain('since the last run: 1 approved kept, 1 new, 3 ended');
    expect((await runVerify(run)).out).toMatch(/^PROVEN/u);
  });

  test('is counted on the screen as it counts', async () => {
    const { flags, edit, run } = begun();
    edit('previous', 'm2,e2,draft', 'm2,e2,declined');
    const out = joinLines(await runMatch(flags));
    const count = (change: string) => rowsIn(run, 'changes.csv').filter(row => row['change'] === change).length;
    expect(out).toContain(
      `since the last run: ${count('approved')} approved kept, ${count('declined')} declined, ${count('kept')} others kept, ${count('new')} new, ${count('ended')} ended`,
    );
  });

  test('is not there without earlier tandems, and goes with them', async () => {
    const { flags, run } = begun();
    await runMatch(flags);
    expect(filesIn(run)).toHaveProperty(['changes.csv']);
    const { previous: _, ...others } = flags;
    await runMatch(others);
    expect(filesIn(run)).not.toHaveProperty(['changes.csv']);
    expect((await runVerify(run)).out).toMatch(/^PROVEN/u);
  });

  test('is the same again where nothing has changed since, though the run was written over the earlier tandems', async () => {
    const { flags, edit, run } = begun();
    const { previous: _, ...first } = flags;
    await runMatch(first);
    const again = { ...first, previous: join(run, 'tandems.csv') };
    const [, { mentor_name: gone }] = rowsIn(run, 'tandems.csv') as [Row, Row];
    const sheet = readFileSync(flags.mentors, 'utf8').split('\n');
    const left = sheet.filter(line => !line.includes(`,${gone},`));
    writeFileSync(flags.mentors, [...left, 'm9,Nora Sand,nora@example.org,Board,DE,1,'].join('\n'));
    await runMatch(again);
    const before = filesIn(run);
    expect(tell(run).filter(line => !line.startsWith('kept'))).not.toEqual([]);
    expect((await runVerify(run)).out).toMatch(/^PROVEN/u);
    const out = joinLines(await runMatch(again));
    expect(filesIn(run)).toEqual(before);
    expect(out).toContain('since the last run: 2 kept, 1 new, 1 ended');
    edit('mentees', 'Finn', 'Fynn');
    await runMatch(again);
    expect(tell(run).every(line => line.startsWith('kept'))).toBe(true);
    expect((await runVerify(run)).out).toMatch(/^PROVEN/u);
  });

  test('is refuted where it, or the file that the earlier tandems are in, says something else than it did', async () => {
    const { flags, edit, run } = begun();
    await runMatch(flags);
    const file = join(run, 'changes.csv');
    const text = readFileSync(file, 'utf8');
    for (const [from, to] of [
      ['old', 'older'],
      ['any more', 'yet'],
      [',1,', ',2,'],
      ['left', 'yes'],
      ['approved', 'draft'],
    ] as const) {
      writeFileSync(file, text.replace(from, to));
      expect((await runVerify(run)).out).toMatch(/^REFUTED/u);
    }
    writeFileSync(file, text);
    expect((await runVerify(run)).out).toMatch(/^PROVEN/u);
    edit('previous', 'm1,e1,draft,1', 'm1,e1,draft,2');
    expect((await runVerify(run)).out).toMatch(/^REFUTED: .*previous\.csv/u);
  });
});

interface ChangeJson {
  readonly change: string;
  readonly reason: { readonly kind: string };
  readonly why: string;
}

/** A run, and the one of a later day. */
async function compared() {
  const { flags, edit, run: next } = begun();
  const { previous, ...first } = flags;
  const old = join(next, '..', 'old');
  await runMatch({ ...first, out: old });
  edit('mentees', 'Dora Nagy', 'Dora |Nagy|');
  const lines = readFileSync(first.mentors, 'utf8').split('\n');
  writeFileSync(first.mentors, [...lines.slice(0, 3), 'm9,Nora Sand,nora@example.org,Board,DE,1,'].join('\n'));
  await runMatch({ ...first, previous: join(old, 'tandems.csv') });
  const diff = async (more: DiffFlags = {}, shell: Partial<Context> = {}, folder = next) => {
    const said = await listening(one => diffCommand(old, folder, more, one), shell);
    return { ...said, out: said.out.replaceAll(old, 'old').replaceAll(next, 'next') };
  };
  return { diff, old, next };
}

describe('rmentor diff', () => {
  test('knows people by their names where a spreadsheet took zeros from their ids', async () => {
    const { flags, edit, run } = begun();
    const { previous: _, ...first } = flags;
    for (const file of ['mentors', 'mentees'] as const) {
      for (const number of [1, 2, 3, 4])
        edit(file, `${file === 'mentors' ? 'm' : 'e'}${number},`, `00${number + (file === 'mentors' ? 0 : 5)},`);
    }
    await runMatch(first);
    const old = join(run, '..', 'old');
    cpSync(run, old, { recursive: true });
    const table = join(old, 'tandems.csv');
    const text = readFileSync(table, 'utf8')
      .replaceAll(/\b00(\d)/gu, '$1')
      .replaceAll(/,[a-z]+@example\.org/gu, ',');
    writeFileSync(table, text);
    const same = await listening(shell => diffCommand(old, run, {}, shell));
    expect(same.out).toBe('Nothing changed: 3 tandems stay as before.\n');
  });

  test('tells what changed.csv tells, in words, as facts and as a table', async () => {
    const { diff, next } = await compared();
    const { exit, out } = await diff();
    expect(exit).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "From old to next: 2 kept, 1 new, 1 ended.

      Ended
        Cem Aydin and Eva Lind
            Cem Aydin is not in the mentors' sheet any more. Tell Eva Lind. Do not write to Cem Aydin.

      New
        Nora Sand and Gil Pohl
            Gil Pohl had no mentor before. Tell Nora Sand and Gil Pohl.
      "
    `);
    const json = JSON.parse((await diff({ json: true })).out);
    const rows = rowsIn(next, 'changes.csv').map(({ change, reason, why }) => ({ change, reason, why }));
    expect(json.changes.map(({ change, reason, why }: ChangeJson) => ({ change, reason: reason.kind, why }))).toEqual(
      rows,
    );
    expect(json).toMatchObject({ changed: true, counts: { kept: 2, new: 1, ended: 1, approved: 0, declined: 0 } });
    expect((await diff({ markdown: true })).out).toMatchInlineSnapshot(`
      "From old to next: 2 kept, 1 new, 1 ended.

      | change | mentor | mentee | points | why | tell |
      | --- | --- | --- | --- | --- | --- |
      | ended | m3 | e2 | 100 | m3 is not in the mentors' sheet any more. | Tell e2. Do not write to m3. |
      | new | m9 | e4 | 100 | e4 had no mentor before. | Tell m9 and e4. |
      "
    `);
    expect((await diff({ markdown: true, names: true })).out).toMatchInlineSnapshot(`
      "From old to next: 2 kept, 1 new, 1 ended.

      | change | mentor | mentee | points | why | tell |
      | --- | --- | --- | --- | --- | --- |
      | ended | Cem Aydin | Eva Lind | 100 | Cem Aydin is not in the mentors' sheet any more. | Tell Eva Lind. Do not write to Cem Aydin. |
      | new | Nora Sand | Gil Pohl | 100 | Gil Pohl had no mentor before. | Tell Nora Sand and Gil Pohl. |
      "
    `);
    expect((await diff({}, { words: de })).out).toMatchInlineSnapshot(`
      "Von old zu next: 2 behalten, 1 neu, 1 beendet.

      Beendet
        Cem Aydin und Eva Lind
            Cem Aydin steht nicht mehr in der Tabelle der Mentoren. Geben Sie Eva Lind Bescheid. Schreiben Sie nicht an Cem Aydin.

      Neu
        Nora Sand und Gil Pohl
            Gil Pohl hatte vorher kein Tandem. Geben Sie Nora Sand und Gil Pohl Bescheid.
      "
    `);
  });

  test('ends with exit 1 where anything changed and that is asked for, and with 0 where nothing did', async () => {
    const { diff, old } = await compared();
    expect(await diff({ exitCode: true })).toMatchObject({ exit: 1 });
    const { flags, run } = begun();
    const { previous: _, ...first } = flags;
    await runMatch(first);
    const same = await listening(shell => diffCommand(run, run, { exitCode: true }, shell));
    expect(same).toMatchObject({ exit: 0, out: 'Nothing changed: 3 tandems stay as before.\n' });
    const broken = join(old, '..', 'broken');
    cpSync(old, broken, { recursive: true });
    writeFileSync(join(broken, 'tandems.csv'), 'mentor;mentee\na;b\n');
    await expect(listening(shell => diffCommand(broken, run, {}, shell))).rejects.toMatchObject({ exit: 4 });
  });
});
