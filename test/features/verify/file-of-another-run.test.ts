import { describe, expect, test } from 'vitest';
import type { RunFile } from '../../../src/domain/run-files.ts';
import { findForeignFile } from '../../../src/features/verify/file-of-another-run.ts';

const OWN = '0123456789ab';
const OTHER = 'ba9876543210';
const THIRD = 'cccccccccccc';

/** The file that is of another run than the certificate, by what the summary and its page say of themselves. */
function findForeign(certificate: string | null, json: string | null, page: string | null) {
  const files = new Map<RunFile, Uint8Array>();
  if (json !== null) files.set('summary.json', new TextEncoder().encode(json));
  if (page !== null) files.set('summary.md', new TextEncoder().encode(page));
  return findForeignFile(certificate, files);
}

const json = (run: unknown) => JSON.stringify({ run, tandems: 3 });
const page = (run: string) => `# Summary\n\nTandems: 3\n\nRun ${run}.\n`;

describe('the files of a run', () => {
  test('are of one run where each says so', () => {
    expect(findForeign(OWN, json(OWN), page(OWN))).toBeNull();
  });

  test.each<[what: string, json: string, page: string, file: RunFile, run: string, expected: string]>([
    ['a summary of another run', json(OTHER), page(OWN), 'summary.json', OTHER, OWN],
    ['a page of another run', json(OWN), page(OTHER), 'summary.md', OTHER, OWN],
    ['a summary and a page of two other runs', json(OTHER), page(THIRD), 'summary.json', OTHER, OWN],
    ['a certificate of another run than the two others', json(OTHER), page(OTHER), 'certificate.json', OWN, OTHER],
    ['a summary of another run and a page that does not say', json(OTHER), '# Summary\n', 'summary.json', OTHER, OWN],
    ['a page of another run and a summary that does not say', '{}', page(OTHER), 'summary.md', OTHER, OWN],
  ])('show %s', (_, json, page, file, run, expected) => {
    expect(findForeign(OWN, json, page)).toEqual({ kind: 'file-of-other-run', file, run, expected });
  });

  test('are of no run that has an id where the certificate is of a form without one', () => {
    const foreign = (file: RunFile) => ({ kind: 'file-of-other-run', file, run: OTHER, expected: null });
    expect(findForeign(null, json(OTHER), page(OTHER))).toEqual(foreign('summary.json'));
    expect(findForeign(null, '{}', page(OTHER))).toEqual(foreign('summary.md'));
    expect(findForeign(null, '{}', '# Summary\n')).toBeNull();
  });

  test('are not foreign for what is missing, or says of no run that it is its own', () => {
    expect(findForeign(OWN, null, null)).toBeNull();
    expect(findForeign(OWN, 'no JSON', '')).toBeNull();
    expect(findForeign(OWN, json([OTHER]), page(OWN))).toBeNull();
    expect(findForeign(OWN, json(`run ${OTHER}`), page(OWN))).toBeNull();
    expect(findForeign(OWN, JSON.stringify({ of: { run: OTHER } }), page(OWN))).toBeNull();
    expect(findForeign(OWN, json(OWN), page(`${OTHER}99`))).toBeNull();
  });

  test('say it in the last line of the page, whatever stands above and however many lines are empty below', () => {
    expect(findForeign(OWN, json(OWN), `${page(OTHER)}${page(OWN)}`)).toBeNull();
    expect(findForeign(OWN, json(OWN), `${page(OWN)}${page(OTHER)}\n \n\n`)).toMatchObject({ file: 'summary.md' });
  });
});
