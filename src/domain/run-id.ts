import { computeDigest } from './digest.ts';
import type { InputRecord, RunRecord } from './run-files.ts';

/** What a run is made from, as its certificate has it. */
export type RunOrigin = Pick<
  RunRecord,
  'inputs' | 'language' | 'allowOverride' | 'encoding' | 'alternates' | 'earlier' | 'delimiter'
> & {
  readonly settings: unknown;
  readonly decisions?: unknown;
  readonly policy: unknown;
};

/** Enough digits to tell the runs of a programme apart, few enough to read them out. */
const DIGITS = 12;

/** A run's id, by which its files are told from those of another: 12 digits and letters. */
export const RUN_ID = /\b[\da-f]{12}\b/u;

/**
 * Names a run by what it is made from: the same inputs, policy and decisions give the same id with the same version,
 * wherever they are. Certificates hold it, so that it may change only where their form does.
 */
export function computeRunId(program: string, origin: RunOrigin): string {
  const {
    inputs,
    language,
    delimiter,
    allowOverride,
    encoding,
    alternates,
    earlier,
    settings,
    policy,
    decisions = null,
  } = origin;
  const { history, ...sheets } = inputs;
  const digests = Object.entries(sheets).map(([role, record]) => [role, pickDigest(record)]);
  const content = {
    ...{ program, sheets: Object.fromEntries(digests), history: history.map(pickDigest) },
    ...{ language, delimiter, allowOverride, encoding, alternates, settings, policy, decisions },
    ...(earlier === undefined ? {} : { earlier }),
  };
  return computeDigest(content).slice('sha256:'.length, 'sha256:'.length + DIGITS);
}

function pickDigest(record: InputRecord | null | undefined): string | null {
  return record?.digest ?? null;
}
