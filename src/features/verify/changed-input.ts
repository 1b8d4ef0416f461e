import {
  type DecidedProgramme,
  type DecisionRecord,
  type EarlierTandem,
  makeDecisionRecord,
} from '../../domain/decisions.ts';
import { computeDigest, type Digests, digestContents, digestHistoryNotes } from '../../domain/digest.ts';
import type { Role } from '../../domain/input-roles.ts';
import type { PairFiles, Policy, Terms } from '../../domain/policy.ts';
import type { InputRefutation } from '../../domain/refutation.ts';
import type { Roster } from '../../domain/roster.ts';
import type { InputRecord, InputRecords } from '../../domain/run-files.ts';
import type { CertificateForm } from '../../parse/certificate.ts';
import { findChangedPolicy } from './changed-settings.ts';
import { computeForm1Digests, convertPolicyToForm1, dropFewerEarlier } from './form-1.ts';

/** The inputs as they are now. */
export interface InputsNow {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly said: PairFiles;
  readonly earlier: readonly EarlierTandem[] | null;
  /** The policy that the config asks for; null where nobody knows. */
  readonly asked: Policy | null;
}

/** What a certificate says of its inputs. */
export interface InputsThen {
  readonly form: CertificateForm;
  readonly inputs: InputRecords;
  readonly earlier?: string | undefined;
  readonly policy: Policy;
}

/**
 * Which input is not that of the run, or null. The policy stands before what is said of pairs, because it
 * decides which earlier tandems count.
 */
export function findChangedInput(now: InputsNow, then: InputsThen): InputRefutation | null {
  const { inputs } = then;
  const digests = computeDigests(now, then);
  const listChanged = (roles: readonly Role[]) =>
    roles.flatMap(role =>
      inputs[role] != null && inputs[role].digest !== digests[role] ? [makeChanged(role, inputs[role])] : [],
    );
  // Whom an earlier run left waiting decides what priority mentees have.
  if (inputs.carryOver === undefined && now.terms.carriedOver !== null)
    return { kind: 'input-added', role: 'carryOver' };
  const [first] = listChanged(['carryOver', 'mentors', 'mentees', 'limits']);
  if (first !== undefined) return first;
  const added = findAddedInput(now, then);
  if (added !== null) return added;
  const policy = now.asked && findChangedPolicy(then.policy, convertPolicy(now.asked, then));
  if (policy !== null) return policy;
  const [second] = listChanged(['pairs', 'previous']);
  return second ?? findChangedEarlier(now, then) ?? findChangedHistory(inputs.history, digests.history);
}

/**
 * Which decisions are not as the run took them, or null.
 * @param programme the decisions as they are now: those of the certificate, as far as today's
 * inputs and declined.csv have them.
 */
export function findChangedDecision(
  programme: DecidedProgramme,
  {
    form,
    decisions: then = null,
  }: { readonly form: CertificateForm; readonly decisions?: DecisionRecord | null | undefined },
): InputRefutation | null {
  if (form === 1) return null;
  const now = makeDecisionRecord(programme);
  const digestList = (record: DecisionRecord | null, one: (typeof RECORDED)[number]) =>
    computeDigest(record?.[one] ?? (one === 'approved' ? [] : null));
  const list = RECORDED.find(one => digestList(now, one) !== digestList(then, one));
  return list === undefined ? null : { kind: 'decisions-changed', list };
}

const RECORDED = ['declined', 'approved', 'previous', 'left', 'held'] as const;

function computeDigests({ roster, terms, said }: InputsNow, { form }: InputsThen): Digests {
  switch (form) {
    case 1:
      return computeForm1Digests(roster, terms, said.history.length);
    case 2:
      return { ...digestContents(roster, terms, said), history: digestHistoryNotes(roster, said) };
    case 3:
      return digestContents(roster, terms, said);
  }
}

function convertPolicy(policy: Policy, { form }: InputsThen): Policy {
  switch (form) {
    case 1:
      return convertPolicyToForm1(policy);
    case 2:
      return { ...policy, objective: dropFewerEarlier(policy.objective) };
    case 3:
      return policy;
  }
}

function makeChanged(role: Role | 'history', { path }: InputRecord): InputRefutation {
  return { kind: 'input-changed', role, path };
}

/** What the run was made without, and what says something now. */
function findAddedInput({ terms, said }: InputsNow, { inputs }: InputsThen): InputRefutation | null {
  if (inputs.limits === null && terms.limits.length > 0) return { kind: 'input-added', role: 'limits' };
  if (inputs.pairs === null && said.pairs !== null) return { kind: 'input-added', role: 'pairs' };
  if (inputs.previous === null && said.previous !== null) return { kind: 'input-added', role: 'previous' };
  const [before, now] = [inputs.history.length, said.history.length];
  return before === now ? null : { kind: 'history-files', before, now };
}

/** Whether the previous run names other tandems, or other points of them, than changes.csv was made from. */
function findChangedEarlier(
  { earlier }: InputsNow,
  { inputs: { previous }, earlier: then }: InputsThen,
): InputRefutation | null {
  if (earlier === null || previous === null || then === undefined || computeDigest(earlier) === then) return null;
  return makeChanged('previous', previous);
}

/** The first of the run's files of history whose content none has now. */
function findChangedHistory(records: readonly InputRecord[], now: readonly string[]): InputRefutation | null {
  const left = [...now];
  for (const record of records) {
    const at = left.indexOf(record.digest);
    if (at < 0) return makeChanged('history', record);
    left.splice(at, 1);
  }
  return null;
}
