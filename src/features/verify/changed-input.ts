import { type DecisionRecord, type DeclinedPair, decisionRecord } from '../../domain/decisions.ts';
import { contentDigests, type Digests, digestOf } from '../../domain/digest.ts';
import type { PairFiles, Policy, Terms } from '../../domain/policy.ts';
import type { Role } from '../../domain/roles.ts';
import type { Roster } from '../../domain/roster.ts';
import { DECLINED, type InputRecord, type InputRecords } from '../../domain/run.ts';
import { counted } from '../../domain/text.ts';
import { changedPolicy } from './changed-settings.ts';
import { digestsInForm1, policyInForm1 } from './form-1.ts';

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
  readonly form: 1 | 2;
  readonly inputs: InputRecords;
  readonly policy: Policy;
}

/**
 * Which input is not that of the run, in one sentence, or null. The policy stands before what is said of pairs, because it
 * decides which earlier tandems count.
 */
export function changedInput(now: InputsNow, then: InputsThen): string | null {
  const { inputs } = then;
  const digests = digestsNow(now, then);
  const changed = (roles: readonly Role[]) =>
    roles.flatMap(role =>
      inputs[role] !== null && inputs[role].digest !== digests[role] ? [{ role, ...inputs[role] }] : [],
    );
  const [first] = changed(['mentors', 'mentees', 'limits']);
  if (first !== undefined) return hasChanged(first.role, first.path);
  const added = addedInput(now, then);
  if (added !== null) return added;
  const policy = now.asked && changedPolicy(then.policy, policyNow(now.asked, then));
  if (policy !== null) return policy;
  const [second] = changed(['pairs', 'previous']);
  return second === undefined ? changedHistory(inputs.history, digests.history) : hasChanged(second.role, second.path);
}

/** The decisions as they are now: those of the certificate, as far as today's inputs and declined.csv have them. */
export interface DecisionsNow {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly gone: readonly DeclinedPair[];
  readonly keepsOwn: boolean;
}

/** Which decision is not as the run took it, in one sentence, or null. */
export function changedDecisions(
  { roster, terms, gone, keepsOwn }: DecisionsNow,
  { form, decisions: then = null }: { readonly form: 1 | 2; readonly decisions?: DecisionRecord | null | undefined },
): string | null {
  if (form === 1) return null;
  const now = decisionRecord(roster, terms, gone, keepsOwn);
  if ((now?.declined ?? null) !== (then?.declined ?? null))
    return `${DECLINED} is not as the run took it: match again where it has been edited`;
  if (digestOf(now?.approved ?? []) !== digestOf(then?.approved ?? []))
    return 'the certificate has approved tandems that the inputs have not';
  return digestOf(now?.previous ?? null) === digestOf(then?.previous ?? null)
    ? null
    : 'the certificate keeps tandems of people who are not there';
}

function digestsNow({ roster, terms, said }: InputsNow, { form }: InputsThen): Digests {
  switch (form) {
    case 1:
      return digestsInForm1(roster, terms, said.history.length);
    case 2:
      return contentDigests(roster, terms, said);
  }
}

function policyNow(policy: Policy, { form }: InputsThen): Policy {
  switch (form) {
    case 1:
      return policyInForm1(policy);
    case 2:
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

function hasChanged(role: Role, path: string): string {
  return `the ${WORDS[role]} are not those of the run: ${path} has changed since, or is another file`;
}

/** What the run was made without, and what says something now. */
function addedInput({ terms, said }: InputsNow, { inputs }: InputsThen): string | null {
  const without = (what: string) => `the run was made without ${what}, and now there is some`;
  if (inputs.limits === null && terms.limits.length > 0) return without('limits');
  if (inputs.pairs === null && said.pairs !== null) return without('a file of pairs');
  if (inputs.previous === null && said.previous !== null) return without('a previous run');
  const { length } = inputs.history;
  return length === said.history.length
    ? null
    : `the run read ${counted(length, 'file')} of history, and now there are ${said.history.length}`;
}

/** The first of the run's files of history whose content none has now. */
function changedHistory(records: readonly InputRecord[], now: readonly string[]): string | null {
  const left = [...now];
  for (const { path, digest } of records) {
    const at = left.indexOf(digest);
    if (at < 0) return `the history is not that of the run: ${path} has changed since, or is another file`;
    left.splice(at, 1);
  }
  return null;
}
