import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dropCommand } from '../../src/commands/drop.ts';
import { AUDIENCES } from '../../src/domain/hand-over.ts';
import { beginApproved, beginHostile, decideAll, type HandedRun, runExport } from '../support/hand-over.ts';
import { filesIn, listening } from '../support/run.ts';

type Json = Parameters<typeof z.fromJSONSchema>[0];

/** What a JSON schema says against a value; null for nothing. */
function makeCheck(name: string): (value: unknown) => unknown {
  const text = readFileSync(join('fixtures/hand-over-schemas', `${name}.schema.json`), 'utf8');
  const schema = z.fromJSONSchema(JSON.parse(text) as Json);
  return value => schema.safeParse(value).error?.issues ?? null;
}

const AUDIENCE = [...AUDIENCES];

async function handOver(handed: HandedRun, flags: Parameters<typeof runExport>[1]): Promise<readonly unknown[]> {
  expect(await runExport(handed, { audience: AUDIENCE, includeDraft: true, ...flags })).toMatchObject({ exit: 0 });
  const files = Object.entries(filesIn(join(handed.folder, 'told'))).filter(([name]) => name.endsWith('.json'));
  return files.map(([, text]): unknown => JSON.parse(text));
}

describe('what is JSON', () => {
  test('keeps to the limits that SendGrid documents, whatever is in the sheets', async () => {
    const check = makeCheck('sendgrid');
    for (const handed of [await beginApproved(), await beginHostile()]) {
      const requests = await handOver(handed, { to: 'sendgrid' });
      expect(requests.length).toBeGreaterThan(1);
      expect(requests.map(check)).toEqual(requests.map(() => null));
    }
    // The schema is one that refuses: more than 1,000, no recipient, a key that SendGrid does not know.
    const one = { to: [{ email: 'a@example.org' }], dynamic_template_data: {} };
    expect(check({ personalizations: Array(1000).fill(one) })).toBeNull();
    for (const wrong of [Array(1001).fill(one), [], [{ ...one, to: [] }], [{ ...one, note: '' }]]) {
      expect(check({ personalizations: wrong })).not.toBeNull();
    }
  });

  test('has for scripts the form that it has, in each way to hand over', async () => {
    const check = makeCheck('hand-over');
    const handed = await beginApproved();
    const [all] = await handOver(handed, { to: 'json', with: ['telefon'] });
    await listening(shell => dropCommand(['m3'], { from: handed.run, quiet: true }, shell));
    decideAll(handed, () => 'approved');
    const [changed] = await handOver(handed, { to: 'json', since: true });
    const [hostile] = await handOver(await beginHostile(), { to: 'json', with: ['own'] });
    for (const told of [all, changed, hostile]) expect(check(told)).toBeNull();
    expect(changed).toMatchObject({ ended: [{ mentor: { id: 'm3' } }] });
    const { groups: _, ...rest } = all as Record<string, unknown>;
    for (const wrong of [rest, { ...(all as object), notes: [] }]) expect(check(wrong)).not.toBeNull();
  });
});
