import { describe, expect, test } from 'vitest';
import type { EarlierTandem } from '../../../src/domain/decisions.ts';
import { computeDigest } from '../../../src/domain/digest.ts';
import type { PairNote } from '../../../src/domain/policy.ts';
import type { RunFile } from '../../../src/domain/run-files.ts';
import { readTakenEarlier } from '../../../src/features/verify/taken-earlier.ts';
import { mentee, mentor, note, roster, terms } from '../../support/rosters.ts';

const PEOPLE = roster([mentor('m1'), mentor('m2')], [mentee('e1'), mentee('e2')]);

const named = (id: string) => ({ id, name: id.toUpperCase(), email: '' });

function earlierTandem(mentorId: string, menteeId: string, status = 'draft'): EarlierTandem {
  return { mentor: named(mentorId), mentee: named(menteeId), status, score: 2000 };
}

/** changes.csv about some earlier tandems, and one that is new. */
function changesTable(earlier: readonly EarlierTandem[]): string {
  const header = 'change,mentor_id,mentor_name,mentee_id,mentee_name,status_before,score_before';
  const rows = earlier.map(
    ({ mentor, mentee, status }) => `kept,${mentor.id},${mentor.name},${mentee.id},${mentee.name},${status},2`,
  );
  return [header, ...rows, 'new,m2,M2,e1,E1,,'].join('\r\n');
}

interface Taking {
  readonly table?: string;
  readonly digest?: string;
  readonly pairs?: readonly PairNote[];
}

/** What is taken from a run that was to keep some tandems, m1 / e1 where nothing else is said. */
function take(earlier: readonly EarlierTandem[], { table, digest, pairs = [KEPT] }: Taking = {}) {
  const bytes = new TextEncoder().encode(table ?? changesTable(earlier));
  const files = new Map<RunFile, Uint8Array>([['changes.csv', bytes]]);
  return readTakenEarlier(files, digest ?? computeDigest(earlier), { roster: PEOPLE, terms: terms({ pairs }) });
}

const KEPT = note({ mentor: 0, mentee: 0, kept: true });
const CHANGED = { kind: 'decisions-changed', list: 'earlier' };

describe('the earlier tandems of a run', () => {
  const own = [earlierTandem('m1', 'e1')];

  test('are those in changes.csv, where the certificate says that there are any', () => {
    expect(take(own)).toEqual(own);
    const files = new Map<RunFile, Uint8Array>([['changes.csv', new TextEncoder().encode(changesTable(own))]]);
    const kept = { roster: PEOPLE, terms: terms({ pairs: [KEPT] }) };
    expect(readTakenEarlier(files, undefined, kept)).toBeNull();
    expect(readTakenEarlier(new Map(), computeDigest(own), kept)).toEqual({
      kind: 'file-missing',
      file: 'changes.csv',
    });
  });

  test('must be those of which the certificate has the digest', () => {
    expect(take(own, { digest: computeDigest([earlierTandem('m1', 'e1', 'approved')]) })).toEqual(CHANGED);
  });

  test('cannot be read from what is not changes.csv', () => {
    expect(take(own, { table: 'mentor,mentee\r\nm1,e1\r\n' })).toEqual(CHANGED);
    expect(take([], { table: 'mentor_id\r\nm1\r\n', pairs: [] })).toEqual(CHANGED);
    // Not even where the certificate has the digest of nothing.
    for (const nothing of [null, undefined]) {
      expect(take([], { table: 'mentor_id\r\n', digest: computeDigest(nothing), pairs: [] })).toEqual(CHANGED);
    }
  });

  test('must hold each tandem that the run was to keep', () => {
    const further = note({ mentor: 1, mentee: 1, kept: true });
    expect(take(own, { pairs: [KEPT, further] })).toEqual(CHANGED);
    expect(take([...own, earlierTandem('m2', 'e2')], { pairs: [KEPT, further] })).toHaveLength(2);
    // Whatever else is said of a pair, it was no tandem.
    expect(take(own, { pairs: [KEPT, note({ mentor: 1, mentee: 1, banned: true, met: true })] })).toEqual(own);
  });

  test('must be tandems that the run was to keep, unless they were declined', () => {
    expect(take([...own, earlierTandem('m1', 'e2')])).toEqual(CHANGED);
    expect(take([...own, earlierTandem('m2', 'e1')])).toEqual(CHANGED);
    expect(take([...own, earlierTandem('m2', 'e2', 'approved')])).toEqual(CHANGED);
    expect(take([...own, earlierTandem('m2', 'e2', 'declined')])).toHaveLength(2);
  });

  test('may be of people who take no part now', () => {
    expect(take([...own, earlierTandem('m1', 'e9')])).toHaveLength(2);
    expect(take([...own, earlierTandem('m9', 'e1')])).toHaveLength(2);
    // Somebody of the other side is nobody of this one.
    expect(take([earlierTandem('e1', 'm1'), ...own])).toHaveLength(2);
  });
});
