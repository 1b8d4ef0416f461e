import { audit } from '../../certificate/feasibility.ts';
import { findRefutation } from '../../certificate/prove.ts';
import type { Prices, Proof } from '../../domain/certificate.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Limit, Terms } from '../../domain/policy.ts';
import type { Problem } from '../../domain/problems.ts';
import { ignoreProgress, type Progress } from '../../domain/progress.ts';
import type { Roster } from '../../domain/roster.ts';
import { ALTERNATES, DECLINED, FORM, type RunFile } from '../../domain/run.ts';
import { quoteValue } from '../../domain/text.ts';
import { makePairing, type Pairing } from '../../pair/pairing.ts';
import { NOT_PLAIN, readPlainJson, type WrittenCertificate, type WrittenPrices } from '../../parse/certificate.ts';
import type { Programme } from '../../parse/programme.ts';
import { findDifferingName, indexById, readRunTable, readRunTandems } from '../../parse/run-tables.ts';
import type { Table } from '../../parse/table/table.ts';
import type { CsvTable as MadeTable } from '../../render/run/csv.ts';
import { buildResultTables } from '../../render/run/run.ts';
import { renderSummaryPage } from '../../render/run/summary-page.ts';
import { en, type Words } from '../../render/words/en/index.ts';
import { tellProblem } from '../../render/words/problem.ts';
import { findAlternates } from '../alternates/alternates.ts';
import { buildMatching } from '../result/result.ts';
import { computeFigures } from '../trade-offs/figures.ts';
import { findChangedDecision, findChangedInput } from './changed-input.ts';
import { findChangedSettings } from './changed-settings.ts';
import { findTableDifference, findValueDifference } from './compare-files.ts';

export { findChangedInput, findChangedSettings };

/** A finished run as found: its files' bytes, and what its certificate says. */
export interface FoundRun {
  readonly certificate: WrittenCertificate;
  readonly files: Readonly<Record<Exclude<RunFile, 'certificate.json' | OptionalFile>, Uint8Array>> &
    Readonly<Record<OptionalFile, Uint8Array | null>>;
}

/** The files that not every run has. */
type OptionalFile = typeof ALTERNATES | typeof DECLINED;

/** A run whose tandems are proven best for its people and terms. */
export interface ProvenRun {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly pairing: Pairing;
  readonly tandems: readonly Tandem[];
  readonly proof: Proof;
}

type ReadRun = ProvenRun & { readonly table: Table; readonly gone: Programme['gone'] };

/** What is said of a run, by a version of the program. */
export type RunVerdict =
  /** Its tandems are best, and every file of it says what follows. */
  | { readonly kind: 'proven' }
  /** Its tandems are best; but another version made it, which may say the same in other words. */
  | { readonly kind: 'holds'; readonly version: string }
  | { readonly kind: 'refuted'; readonly by: string }
  /** Another version made it, and this one takes its inputs for others: they have changed, or are read otherwise now. */
  | { readonly kind: 'other-inputs'; readonly version: string; readonly why: string };

/**
 * Re-checks a finished run from its inputs, without the solver: that the inputs are those it was made from, that the
 * tandems keep every rule, that its prices prove them best on every level, and that every other file says what follows.
 * Of a run that another version of the program made, files are only held to be about the tandems.
 * @param program who asks, with the version: "rmentor 0.2.0".
 * @param words of the run's language.
 */
export function verifyRun(
  programme: Programme,
  run: FoundRun,
  program: string,
  words: Words,
  watch: Progress = ignoreProgress,
): RunVerdict {
  const { certificate } = run;
  const { version, form } = certificate;
  const isOurs = `rmentor ${version}` === program;
  if (isOurs && form !== FORM) return makeRefuted(`certificate.json is not as ${program} writes it`);
  const changed = findChangedInput(programme, certificate);
  if (changed !== null) return isOurs ? makeRefuted(changed) : { kind: 'other-inputs', version, why: changed };
  const proven = proveRun(programme, run, watch);
  if (typeof proven === 'string') return makeRefuted(proven);
  const differs = isOurs ? findDifference(proven, run, words) : findDifferingName(proven);
  if (differs !== null) return makeRefuted(differs);
  if (!certificate.sealed) return makeRefuted('certificate.json was changed after it was written');
  return isOurs ? { kind: 'proven' } : { kind: 'holds', version };
}

function makeRefuted(by: string): RunVerdict {
  return { kind: 'refuted', by };
}

/** The tandems of a run whose inputs have not changed, if its prices prove them best; or what refutes that, in one sentence. */
export function proveRun(
  programme: Programme,
  { files, certificate }: FoundRun,
  watch: Progress = ignoreProgress,
): ReadRun | string {
  const { roster, terms, gone } = programme;
  const changed = findChangedDecision(programme, certificate);
  if (changed !== null) return changed;
  watch('compile');
  const pairing = makePairing(roster, terms);
  watch('prove');
  const found = readRunTandems(files['tandems.csv'], roster);
  if (typeof found === 'string' || 'code' in found) return `tandems.csv ${phraseFault(found)}`;
  const { tandems } = found;
  const proof = alignProof(certificate, roster, terms.limits);
  if (typeof proof === 'string') return proof;
  const fault =
    audit(roster, terms, pairing.eligibility, tandems)[0] ??
    findRefutation({ roster, terms, ...pairing, tandems }, proof);
  return fault ?? { roster, terms, gone, pairing, ...found, proof };
}

/** The proof with its prices in the order of the roster and the limits, or what is wrong with it. */
function alignProof(
  { levels, prices, worst }: WrittenCertificate,
  roster: Roster,
  limits: readonly Limit[],
): Proof | string {
  const indexOf = { mentor: indexById(roster.mentors), mentee: indexById(roster.mentees) };
  const tandems = worst?.better?.tandems.map(({ mentor, mentee }) => ({
    mentor: indexOf.mentor.get(mentor) ?? -1,
    mentee: indexOf.mentee.get(mentee) ?? -1,
  }));
  if (tandems?.some(({ mentor, mentee }) => mentor < 0 || mentee < 0))
    return 'certificate.json names tandems of people who are not there';
  const lists = [prices, ...(worst === null ? [] : [worst.all]), ...(worst?.better ? [worst.better.prices] : [])];
  const fault = lists.map(list => findPriceMismatch(list, roster, limits)).find(found => found !== null);
  if (fault !== undefined) return fault;
  const better =
    worst?.better && tandems
      ? { floor: worst.better.floor, tandems, prices: alignPrices(worst.better.prices, roster, limits) }
      : null;
  return {
    levels,
    prices: alignPrices(prices, roster, limits),
    worst: worst === null ? null : { all: alignPrices(worst.all, roster, limits), better },
  };
}

/** Prices that everybody has, if only null. */
function alignPrices(prices: WrittenPrices, roster: Roster, limits: readonly Limit[]): Prices {
  return {
    mentors: roster.mentors.map(({ id }) => prices.mentors.get(id)!),
    mentees: roster.mentees.map(({ id }) => prices.mentees.get(id)!),
    limits: limits.map(({ side, place }) => prices.limits.get(`${side} ${place}`)!),
  };
}

/** Everybody must have a price, if only null, and nobody else. */
function findPriceMismatch(prices: WrittenPrices, roster: Roster, limits: readonly Limit[]): string | null {
  const expected = {
    mentors: roster.mentors.map(({ id }) => id),
    mentees: roster.mentees.map(({ id }) => id),
    limits: limits.map(({ side, place }) => `${side} ${place}`),
  };
  for (const kind of ['mentors', 'mentees', 'limits'] as const) {
    const missing = expected[kind].find(key => !prices[kind].has(key));
    if (missing !== undefined) return `certificate.json has no price for ${quoteValue(missing)} among the ${kind}`;
    if (prices[kind].size > expected[kind].length) return `certificate.json has prices for ${kind} who are not there`;
  }
  return null;
}

/** Writes the result files again from the tandems, and tells the first difference. */
function findDifference(
  { roster, terms, gone, pairing, tandems, proof, table }: ReadRun,
  { files, certificate }: FoundRun,
  words: Words,
): string | null {
  const findings = { roster, terms, tandems, ...pairing };
  const matching = buildMatching(findings, computeFigures(findings, proof));
  const most = certificate.alternates;
  const alternates = most === undefined ? null : findAlternates(findings, most);
  const { parts } = pairing.affinity;
  const expected = buildResultTables({
    roster,
    terms,
    matching,
    gone,
    alternates,
    parts,
    words,
    delimiter: table.delimiter!,
  });
  return (
    findRunTableDifference(
      'tandems.csv',
      table,
      expected['tandems.csv'],
      ['mentor_id', 'mentee_id'],
      ['status', 'note'],
    ) ??
    findBytesDifference('unmatched.csv', files['unmatched.csv'], expected['unmatched.csv'], ['role', 'id']) ??
    findSummaryDifference(files['summary.json'], JSON.parse(JSON.stringify(matching.summary))) ??
    findPageDifference(files['summary.md'], renderSummaryPage(matching.summary, words)) ??
    findOptionalFileDifference(DECLINED, files, expected, [...DECLINED_KEYS]) ??
    findOptionalFileDifference(ALTERNATES, files, expected, ['mentee_id', 'mentor_id'])
  );
}

/** The page is compared line by line. */
function findPageDifference(bytes: Uint8Array, expected: string): string | null {
  const found = new TextDecoder('utf-8').decode(bytes).split('\n');
  const lines = expected.split('\n');
  const at = lines.findIndex((line, index) => line !== found[index]);
  if (at >= 0)
    return `summary.md says ${quoteValue(found[at] ?? '')} in line ${at + 1}; it is ${quoteValue(lines[at]!)}`;
  return found.length > lines.length ? `summary.md goes on behind line ${lines.length}` : null;
}

/** People who are in no sheet may have no id, or share one. */
const DECLINED_KEYS = ['mentor', 'mentee'].flatMap(side => [`${side}_id`, `${side}_name`, `${side}_email`]);

/** The file is there where the certificate says so, and only there. */
function findOptionalFileDifference<File extends OptionalFile>(
  file: File,
  files: Readonly<Record<File, Uint8Array | null>>,
  tables: Readonly<Record<File, MadeTable | null>>,
  keys: readonly string[],
): string | null {
  const [found, expected] = [files[file], tables[file]];
  if (found === null) return expected === null ? null : `${file} is missing`;
  return expected === null ? `${file} is not from this run` : findBytesDifference(file, found, expected, keys);
}

function findBytesDifference(
  file: string,
  found: Uint8Array,
  expected: MadeTable,
  keys: readonly string[],
): string | null {
  const table = readRunTable(file, found);
  return typeof table === 'string' || 'code' in table
    ? `${file} ${phraseFault(table)}`
    : findRunTableDifference(file, table, expected, keys);
}

/** What is wrong with a file that cannot be read as a table. */
export function phraseFault(fault: Problem | string): string {
  if (typeof fault === 'string') return fault;
  const { row, message } = tellProblem(fault, en);
  return row === null ? `cannot be read: ${message}` : `row ${row}: ${message}`;
}

/** @param keys columns that say what a row is about; @param free columns that may say what they like. */
function findRunTableDifference(
  file: string,
  found: Table,
  expected: MadeTable,
  keys: readonly string[],
  free: readonly string[] = [],
): string | null {
  const difference = findTableDifference(makeCellTable(found), expected, keys, free);
  return difference === null ? null : `${file} ${difference}`;
}

function makeCellTable({ header, rows }: Table) {
  return { header, rows: rows.map(({ cells }) => cells) };
}

function findSummaryDifference(bytes: Uint8Array, expected: unknown): string | null {
  const found = readPlainJson(bytes);
  if (found === undefined) return `summary.json is ${NOT_PLAIN}`;
  const difference = findValueDifference(found, expected);
  return difference === null ? null : `summary.json ${difference}`;
}
