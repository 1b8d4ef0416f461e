import { figuresOf } from './chain/figures.ts';
import type { Prices, Proof } from './domain/certificate.ts';
import { contentDigests, digestOf } from './domain/digest.ts';
import { restored } from './domain/formula.ts';
import type { Tandem } from './domain/pairing.ts';
import type { Limit, Terms } from './domain/policy.ts';
import type { Participant, Roster } from './domain/roster.ts';
import { ALTERNATES, ROLES, type RunFile } from './domain/run.ts';
import { hasInvisible, shown } from './domain/text.ts';
import { unwatched, type Watch } from './domain/watch.ts';
import { alternatesOf } from './explain/alternates.ts';
import { matchingOf } from './explain/matching.ts';
import { type Pairing, pairingOf } from './pair/pairing.ts';
import { readPlainJson, type WrittenCertificate, type WrittenPrices } from './parse/certificate.ts';
import type { Programme } from './parse/programme.ts';
import { readTable, type Table } from './parse/table.ts';
import type { Table as MadeTable } from './render/csv.ts';
import { resultTables } from './render/run.ts';
import { summaryPage } from './render/summary-page.ts';
import { audit } from './verify/audit.ts';
import { tableDifference, valueDifference } from './verify/compare.ts';
import { refutation } from './verify/prove.ts';

/** A finished run as found: its files' bytes, and what its certificate says. */
export interface FoundRun {
  readonly certificate: WrittenCertificate;
  readonly files: Readonly<Record<Exclude<RunFile, 'certificate.json' | typeof ALTERNATES>, Uint8Array>> &
    Readonly<Record<typeof ALTERNATES, Uint8Array | null>>;
}

/** A run whose tandems are proven best for its people and terms. */
export interface ProvenRun {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly pairing: Pairing;
  readonly tandems: readonly Tandem[];
  readonly proof: Proof;
}

type ReadRun = ProvenRun & { readonly delimiter: string };

/**
 * Re-checks a finished run from its inputs, without the solver: that the inputs are those it was made from, that the
 * tandems keep every rule, that its prices prove them best on every level, and that every other file says what follows.
 * Returns what refutes the run, in one sentence, or null: it is proven.
 */
export function verifyRun(programme: Programme, run: FoundRun, watch: Watch = unwatched): string | null {
  const changed = changedInput(programme, run.certificate);
  if (changed !== null) return changed;
  const proven = provenRun(programme, run, watch);
  if (typeof proven === 'string') return proven;
  return (
    differingFile(proven, run) ?? (run.certificate.sealed ? null : 'certificate.json was changed after it was written')
  );
}

/** The tandems of a run whose inputs have not changed, if its prices prove them best; or what refutes that, in one sentence. */
export function provenRun(
  { roster, terms }: Programme,
  { files, certificate }: FoundRun,
  watch: Watch = unwatched,
): ReadRun | string {
  watch('compile');
  const pairing = pairingOf(roster, terms);
  watch('prove');
  const found = readTandems(files['tandems.csv'], roster);
  if (typeof found === 'string') return `tandems.csv ${found}`;
  const { tandems } = found;
  const proof = proofFor(certificate, roster, terms.limits);
  if (typeof proof === 'string') return proof;
  const fault =
    audit(roster, terms, pairing.eligibility, tandems)[0] ?? refutation({ roster, terms, ...pairing, tandems }, proof);
  return fault ?? { roster, terms, pairing, ...found, proof };
}

/** Which input is not that of the run, in one sentence, or null. */
export function changedInput(
  { roster, terms }: Pick<Programme, 'roster' | 'terms'>,
  { inputs, policy }: WrittenCertificate,
): string | null {
  const digests = contentDigests(roster, terms);
  const records = ROLES.flatMap(role => (inputs[role] === null ? [] : [{ role, now: digests[role], ...inputs[role] }]));
  const earlier = inputs.history.map(record => ({ role: 'history', now: digests.pairs, ...record }));
  const changed = [...records, ...earlier].find(({ digest, now }) => digest !== now);
  if (changed !== undefined) {
    return `the ${changed.role} are not those of the run: ${changed.path} has changed since, or is another file`;
  }
  const saysPairs = inputs.pairs !== null || inputs.previous !== null || inputs.history.length > 0;
  const isAdded = (inputs.limits === null && terms.limits.length > 0) || (!saysPairs && terms.pairs.length > 0);
  if (isAdded) return 'the run was made without limits or without anything said of pairs, and now there is some';
  return digestOf(terms.policy) === digestOf(policy)
    ? null
    : 'the policy is not that of the run: the config has changed since';
}

/** The tandems of tandems.csv, and the delimiter in it; or what is wrong with the file. */
function readTandems(bytes: Uint8Array, roster: Roster): { tandems: Tandem[]; delimiter: string } | string {
  const table = tableOf('tandems.csv', bytes);
  if (typeof table === 'string') return table;
  const mentors = indexes(roster.mentors);
  const mentees = indexes(roster.mentees);
  const column = { mentor: table.header.indexOf('mentor_id'), mentee: table.header.indexOf('mentee_id') };
  if (column.mentor < 0 || column.mentee < 0) return 'has no columns mentor_id and mentee_id';
  const tandems: Tandem[] = [];
  for (const { row, cells } of table.rows) {
    const ids = { mentor: restored(cells[column.mentor] ?? ''), mentee: restored(cells[column.mentee] ?? '') };
    const mentor = mentors.get(ids.mentor);
    const mentee = mentees.get(ids.mentee);
    if (mentor === undefined) return `row ${row}: ${shown(ids.mentor)} is the id of no mentor`;
    if (mentee === undefined) return `row ${row}: ${shown(ids.mentee)} is the id of no mentee`;
    tandems.push({ mentor, mentee });
  }
  return {
    tandems: tandems.sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee),
    delimiter: table.delimiter ?? ',',
  };
}

function indexes(people: readonly Participant[]): ReadonlyMap<string, number> {
  return new Map(people.map(({ id }, index) => [id, index]));
}

/** A table of a run; or what is wrong with it. */
function tableOf(file: string, bytes: Uint8Array): Table | string {
  if (hasInvisible(new TextDecoder('utf-8').decode(bytes))) return 'has invisible characters';
  const { value, problems } = readTable({ file, bytes }, LOOKING);
  const [problem] = problems;
  if (problem !== undefined) return problem.row === null ? problem.message : `row ${problem.row}: ${problem.message}`;
  return value ?? 'is empty';
}

const LOOKING = {
  columnOf: (header: string) => (/^(mentor_|mentee_|role$|id$|reason$)/u.test(header) ? header : null),
  columns: [],
  encoding: 'UTF-8',
  restores: false,
};

/** The proof with its prices in the order of the roster and the limits, or what is wrong with it. */
function proofFor(
  { levels, prices, worst }: WrittenCertificate,
  roster: Roster,
  limits: readonly Limit[],
): Proof | string {
  const indexOf = { mentor: indexes(roster.mentors), mentee: indexes(roster.mentees) };
  const tandems = worst?.better?.tandems.map(({ mentor, mentee }) => ({
    mentor: indexOf.mentor.get(mentor) ?? -1,
    mentee: indexOf.mentee.get(mentee) ?? -1,
  }));
  if (tandems?.some(({ mentor, mentee }) => mentor < 0 || mentee < 0))
    return 'certificate.json names tandems of people who are not there';
  const lists = [prices, ...(worst === null ? [] : [worst.all]), ...(worst?.better ? [worst.better.prices] : [])];
  const fault = lists.map(list => unknownPrice(list, roster, limits)).find(found => found !== null);
  if (fault !== undefined) return fault;
  const better =
    worst?.better && tandems
      ? { floor: worst.better.floor, tandems, prices: aligned(worst.better.prices, roster, limits) }
      : null;
  return {
    levels,
    prices: aligned(prices, roster, limits),
    worst: worst === null ? null : { all: aligned(worst.all, roster, limits), better },
  };
}

function aligned(prices: WrittenPrices, roster: Roster, limits: readonly Limit[]): Prices {
  return {
    mentors: roster.mentors.map(({ id }) => prices.mentors.get(id) ?? null),
    mentees: roster.mentees.map(({ id }) => prices.mentees.get(id) ?? null),
    limits: limits.map(({ side, place }) => prices.limits.get(`${side} ${place}`) ?? null),
  };
}

/** Everybody must have a price, if only null, and nobody else. */
function unknownPrice(prices: WrittenPrices, roster: Roster, limits: readonly Limit[]): string | null {
  const expected = {
    mentors: roster.mentors.map(({ id }) => id),
    mentees: roster.mentees.map(({ id }) => id),
    limits: limits.map(({ side, place }) => `${side} ${place}`),
  };
  for (const kind of ['mentors', 'mentees', 'limits'] as const) {
    const missing = expected[kind].find(key => !prices[kind].has(key));
    if (missing !== undefined) return `certificate.json has no price for ${shown(missing)} among the ${kind}`;
    if (prices[kind].size > expected[kind].length) return `certificate.json has prices for ${kind} who are not there`;
  }
  return null;
}

/** Writes the result files again from the tandems, and tells the first difference. */
function differingFile(
  { roster, terms, pairing, tandems, proof, delimiter }: ReadRun,
  { files, certificate }: FoundRun,
): string | null {
  const findings = { roster, terms, tandems, ...pairing };
  const matching = matchingOf(findings, figuresOf(findings, proof));
  const most = certificate.alternates;
  const alternates = most === undefined ? null : alternatesOf(findings, most);
  const expected = resultTables({ roster, terms, matching, alternates, parts: pairing.affinity.parts, delimiter });
  return (
    differingTable('tandems.csv', files, expected, ['mentor_id', 'mentee_id'], ['status']) ??
    differingTable('unmatched.csv', files, expected, ['role', 'id']) ??
    differingSummary(files['summary.json'], JSON.parse(JSON.stringify(matching.summary))) ??
    differingPage(files['summary.md'], summaryPage(matching.summary)) ??
    differingAlternates(files[ALTERNATES], expected[ALTERNATES])
  );
}

/** The page is compared line by line. */
function differingPage(bytes: Uint8Array, expected: string): string | null {
  const found = new TextDecoder('utf-8').decode(bytes).split('\n');
  const lines = expected.split('\n');
  const at = lines.findIndex((line, index) => line !== found[index]);
  if (at >= 0) return `summary.md says ${shown(found[at] ?? '')} in line ${at + 1}; it is ${shown(lines[at]!)}`;
  return found.length > lines.length ? `summary.md goes on behind line ${lines.length}` : null;
}

/** The file is there where the certificate says so, and only there. */
function differingAlternates(found: Uint8Array | null, expected: MadeTable | null): string | null {
  if (found === null || expected === null) {
    if (found === expected) return null;
    return found === null ? `${ALTERNATES} is missing` : `${ALTERNATES} is not from this run`;
  }
  const keys = ['mentee_id', 'mentor_id'];
  return differingTable(ALTERNATES, { [ALTERNATES]: found }, { [ALTERNATES]: expected }, keys);
}

function differingTable<File extends 'tandems.csv' | 'unmatched.csv' | typeof ALTERNATES>(
  file: File,
  found: Readonly<Record<File, Uint8Array>>,
  expected: Readonly<Record<File, MadeTable>>,
  keys: readonly string[],
  free: readonly string[] = [],
): string | null {
  const is = tableOf(file, found[file]);
  if (typeof is === 'string') return `${file} ${is}`;
  const difference = tableDifference({ ...is, rows: is.rows.map(({ cells }) => cells) }, expected[file], keys, free);
  return difference === null ? null : `${file} ${difference}`;
}

function differingSummary(bytes: Uint8Array, expected: unknown): string | null {
  const found = readPlainJson(bytes);
  if (found === undefined) return 'summary.json is not JSON, or says a thing twice';
  const difference = valueDifference(found, expected);
  return difference === null ? null : `summary.json ${difference}`;
}
