import { type EarlierTandem, keyTandem, makeDecisionRecord, pickIds, type TandemIds } from '../domain/decisions.ts';
import { computeDigest, digestContents } from '../domain/digest.ts';
import { ROLES } from '../domain/input-roles.ts';
import { readCertificate, type WrittenCertificate } from './certificate.ts';
import { keepOnly } from './decisions-of-certificate.ts';
import type { Programme } from './programme.ts';
import { readRunChanges } from './run-table-ids.ts';

/** Two files of the run that a new one replaces; null for one that is not there. */
export interface ReplacedRun {
  readonly certificate: Uint8Array | null;
  readonly changes: Uint8Array | null;
}

/**
 * A programme that is to keep the tandems of the run it replaces. Where nothing has changed since that
 * run, it is to keep what that run was to keep: so it becomes the same to the byte, and changes.csv goes
 * on telling what there is to tell.
 */
export function repeatUnchanged(programme: Programme, { certificate: bytes, changes }: ReplacedRun): Programme {
  const { earlier, keepsOwn, roster } = programme;
  if (!keepsOwn || earlier === null || bytes === null || changes === null) return programme;
  const read = readCertificate(bytes);
  const before = readRunChanges(changes);
  if (read.kind !== 'read' || before === null) return programme;
  const { certificate } = read;
  const previous = certificate.decisions?.previous ?? null;
  const isRepeated = previous !== null && isOfRun(earlier, before.now) && isUnchanged(programme, certificate);
  if (!isRepeated || computeDigest(before.earlier) !== certificate.earlier) return programme;
  const notes = keepOnly(programme.terms.pairs, previous, roster);
  return { ...programme, earlier: before.earlier, terms: { ...programme.terms, pairs: notes } };
}

/** Whether these are the tandems that the run had, and nobody put in or took out a row. */
function isOfRun(earlier: readonly EarlierTandem[], run: readonly TandemIds[]): boolean {
  const keys = new Set(run.map(keyTandem));
  return keys.size === earlier.length && earlier.every(one => keys.has(keyTandem(pickIds(one))));
}

/** Whether sheets, rules and decisions are those that a run was made from. */
function isUnchanged(programme: Programme, { inputs, policy, decisions }: WrittenCertificate): boolean {
  const { roster, terms, said } = programme;
  const digests = digestContents(roster, terms, said);
  const record = makeDecisionRecord({ ...programme, keepsOwn: true });
  const then = [
    ROLES.map(role => inputs[role]?.digest ?? NOTHING),
    inputs.history.map(({ digest }) => digest),
    ...[policy, decisions?.approved ?? [], decisions?.declined ?? null, decisions?.left ?? []],
  ];
  const now = [
    ROLES.map(role => digests[role]),
    digests.history.toSorted(),
    ...[terms.policy, record?.approved ?? [], record?.declined ?? null, record?.left ?? []],
  ];
  return computeDigest(then) === computeDigest(now);
}

/** The digest of a file that there is not. */
const NOTHING = computeDigest([]);
