/** @module-tag slow */

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { initCommand } from '../../src/commands/init.ts';
import { sampleCommand } from '../../src/commands/sample.ts';
import { validateCommand } from '../../src/commands/validate.ts';
import { de } from '../../src/render/words/de/index.ts';
import { filesIn, listening, runMatch, workFolder } from '../support/run.ts';

const config = 'fixtures/explain/rmentor.config.json';

describe('rmentor match --dry-run', () => {
  test('does everything but write, and says so', async () => {
    const out = join(workFolder(), 'run');
    const { exit, out: said } = await runMatch({ config, out, dryRun: true });
    expect(exit).toBe(0);
    expect(existsSync(out)).toBe(false);
    expect(said).toMatch(/^PAIRED/u);
    expect(said.slice(said.indexOf('DRY RUN')).replaceAll(out, 'run').replaceAll(/\s+/gu, ' ')).toBe(
      'DRY RUN Nothing was written. Without --dry-run, run would hold tandems.csv, unmatched.csv, reserve.csv, summary.json, summary.md, report.html and certificate.json. ',
    );
  });

  test('says what would be replaced, and leaves it', async () => {
    const out = join(workFolder(), 'run');
    await runMatch({ config, out, alternates: 2 });
    const before = filesIn(out);
    const { out: said } = await runMatch({ config, out, dryRun: true }, { words: de });
    expect(filesIn(out)).toEqual(before);
    expect(said.replaceAll(/\s+/gu, ' ')).toContain(
      'anstelle der bisherigen: alternates.csv, certificate.json, report.html, reserve.csv, summary.json, summary.md, tandems.csv und unmatched.csv.',
    );
  });

  test('ends as a match would', async () => {
    const out = workFolder();
    const gates = [{ figure: 'coverage', percent: '100' }] as const;
    expect(await runMatch({ config, out: join(out, 'run'), dryRun: true, gates })).toMatchObject({ exit: 1 });
    writeFileSync(join(out, 'mine.txt'), 'mine');
    await expect(runMatch({ config, out, dryRun: true })).rejects.toMatchObject({
      exit: 2,
      trouble: { kind: 'folder-holds-others' },
    });
  });

  test('keeps standard output for JSON', async () => {
    const out = join(workFolder(), 'run');
    const said = await runMatch({ config, out, dryRun: true, json: true });
    expect(JSON.parse(said.out)).toMatchObject({ tandems: expect.any(Number) });
    expect(said.err).toContain('Nothing was written.');
    expect(await runMatch({ config, out, dryRun: true, quiet: true })).toMatchObject({ out: '', err: '' });
  });
});

describe('other commands that write', () => {
  test('rmentor init --dry-run writes nothing', async () => {
    const folder = join(workFolder(), 'programme');
    const { err } = await listening(shell => initCommand(folder, { yes: true, dryRun: true }, shell));
    expect(existsSync(folder)).toBe(false);
    expect(err.replaceAll(folder, 'programme')).toContain(
      'Nothing was written. Without --dry-run there would be, in programme: mentors.csv, mentees.csv, limits.csv and rmentor.config.json.',
    );
  });

  test('say nothing with --quiet where nothing is wrong', async () => {
    const folder = workFolder();
    const nothing = { exit: 0, out: '', err: '' };
    const init = await listening(shell => initCommand(join(folder, 'a'), { yes: true, quiet: true }, shell));
    expect(init).toEqual(nothing);
    const size = { mentors: 5, mentees: 5, countries: 2, departments: 3, seed: 1 };
    const sampled = await listening(shell => sampleCommand({ ...size, out: join(folder, 'b'), quiet: true }, shell));
    expect(sampled).toEqual(nothing);
    const sheets = { config: join(folder, 'a', 'rmentor.config.json'), normalised: join(folder, 'c'), quiet: true };
    expect(await listening(shell => validateCommand(sheets, shell))).toEqual(nothing);
    expect(existsSync(join(folder, 'c', 'mentors.csv'))).toBe(true);
  });
});
