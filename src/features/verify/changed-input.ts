import { type DecisionRecord, type DeclinedPair, makeDecisionRecord } from '../../domain/decisions.ts';
import { computeDigest, type Digests, digestContents } from '../../domain/digest.ts';
import type { PairFiles, Policy, Terms } from '../../domain/policy.ts';
import type { Role } from '../../domain/roles.ts';
import type { Roster } from '../../domain/roster.ts';
import { DECLINED, type InputRecord, type InputRecords } from '../../domain/run.ts';
import { formatCount } from '../../domain/text.ts';
import type { CertificateForm } from '../../parse/certificate.ts';
import { findChangedPolicy } from './changed-settings.ts';
import { computeForm1Digests, convertPolicyToForm1 } from './form-1.ts';

/** The inputs as they are now. */
export interface InputsNow {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly said: PairFiles;
  /** The policy that the config asks for; null where nobody knows. */
  readonly asked: Policy | null;
}

/** What a certificate says of its inputs. */
export interface InputsThen {
  readonly form: CertificateForm;
  readonly inputs: InputRecords;
  readonly policy: Policy;
}

/**
 * Which input is not that of the run, in one sentence, or null. The policy stands before what is said of pairs, because it
 * decides which earlier tandems count.
 */
export function findChangedInput(now: InputsNow, then: InputsThen): string | null {
  const { inputs } = then;
  const digests = computeDigests(now, then);
  const listChanged = (roles: readonly Role[]) =>
    roles.flatMap(role =>
      inputs[role] !== null && inputs[role].digest !== digests[role] ? [{ role, ...inputs[role] }] : [],
    );
  const [first] = listChanged(['mentors', 'mentees', 'limits']);
  if (first !== undefined) return describeChangedInput(first.role, first.path);
  const added = findAddedInput(now, then);
  if (added !== null) return added;
  const policy = now.asked && findChangedPolicy(then.policy, convertPolicy(now.asked, then));
  if (policy !== null) return policy;
  const [second] = listChanged(['pairs', 'previous']);
  return second === undefined
    ? findChangedHistory(inputs.history, digests.history)
    : describeChangedInput(second.role, second.path);
}

/** The decisions as they are now: those of the certificate, as far as today's inputs and declined.csv have them. */
export interface DecisionsNow {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly gone: readonly DeclinedPair[];
  readonly keepsOwn: boolean;
}

/** Which decision is not as the run took it, in one sentence, or null. */
export function findChangedDecision(
  { roster, terms, gone, keepsOwn }: DecisionsNow,
  {
    form,
    decisions: then = null,
  }: { readonly form: CertificateForm; readonly decisions?: DecisionRecord | null | undefined },
): string | null {
  if (form === 1) return null;
  const now = makeDecisionRecord(roster, terms, gone, keepsOwn);
  if ((now?.declined ?? null) !== (then?.declined ?? null))
    return `${DECLINED} is not as the run took it: match again where it has been edited`;
  if (computeDigest(now?.approved ?? []) !== computeDigest(then?.approved ?? []))
    return 'the certificate has approved tandems that the inputs have not';
  return computeDigest(now?.previous ?? null) === computeDigest(then?.previous ?? null)
    ? null
    : 'the certificate keeps tandems of people who are not there';
}

function computeDigests({ roster, terms, said }: InputsNow, { form }: InputsThen): Digests {
  switch (form) {
    case 1:
      return computeForm1Digests(roster, terms, said.history.length);
    case 2:
    case 3:
      return digestContents(roster, terms, said);
  }
}

function convertPolicy(policy: Policy, { form }: InputsThen): Policy {
  switch (form) {
    case 1:
      return convertPolicyToForm1(policy);
    case 2:
    case 3:
      return policy;
  }
}

const WORDS: Readonly<Record<Role, string>> = {
  mentors: 'mentors',
  mentees: 'mentees',
  limits: 'limits',
  pairs: 'pairs',
  previous: 'previous tandems',
};

function describeChangedInput(role: Role, path: string): string {
  return `the ${WORDS[role]} are not those of the run: ${path} has changed since, or is another file`;
}

/** What the run was made without, and what says something now. */
function findAddedInput({ terms, said }: InputsNow, { inputs }: InputsThen): string | null {
  const phraseAdded = (what: string) => `the run was made without ${what}, and now there is some`;
  if (inputs.limits === null && terms.limits.length > 0) return phraseAdded('limits');
  if (inputs.pairs === null && said.pairs !== null) return phraseAdded('a file of pairs');
  if (inputs.previous === null && said.previous !== null) return phraseAdded('a previous run');
  const { length } = inputs.history;
  return length === said.history.length
    ? null
    : `the run read ${formatCount(length, 'file')} of history, and now there are ${said.history.length}`;
}

/** The first of the run's files of history whose content none has now. */
function findChangedHistory(records: readonly InputRecord[], now: readonly string[]): string | null {
  const left = [...now];
  for (const { path, digest } of records) {
    const at = left.indexOf(digest);
    if (at < 0) return `the history is not that of the run: ${path} has changed since, or is another file`;
    left.splice(at, 1);
  }
  return null;
}
