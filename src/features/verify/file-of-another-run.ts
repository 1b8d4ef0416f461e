import type { FileRefutation } from '../../domain/refutation.ts';
import type { RunFile } from '../../domain/run-files.ts';
import { RUN_ID } from '../../domain/run-id.ts';
import { readPlainJson } from '../../parse/certificate.ts';
import { getEntry } from './compare-json.ts';

/**
 * Finds a file that says itself that it is of another run than the certificate; null where there is none. Two that
 * agree against the certificate show that the certificate is the stranger.
 * @param run the id in the certificate; null where its form has none.
 */
export function findForeignFile(run: string | null, files: ReadonlyMap<RunFile, Uint8Array>): FileRefutation | null {
  const [json, page] = [readSummaryRun(files.get('summary.json')), readPageRun(files.get('summary.md'))];
  if (run !== null && json !== null && json === page && json !== run)
    return { kind: 'file-of-other-run', file: 'certificate.json', run, expected: json };
  if (json !== null && json !== run)
    return { kind: 'file-of-other-run', file: 'summary.json', run: json, expected: run };
  if (page !== null && page !== run) return { kind: 'file-of-other-run', file: 'summary.md', run: page, expected: run };
  return null;
}

function readSummaryRun(bytes: Uint8Array | undefined): string | null {
  const run = getEntry(bytes && readPlainJson(bytes), 'run');
  return typeof run === 'string' && run === findId(run) ? run : null;
}

/** The last line of the page says it, in whichever language. */
function readPageRun(bytes: Uint8Array | undefined): string | null {
  const lines = new TextDecoder('utf-8').decode(bytes).trimEnd().split('\n');
  return findId(lines.at(-1) ?? '');
}

function findId(text: string): string | null {
  return RUN_ID.exec(text)?.[0] ?? null;
}
