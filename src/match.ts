import { proofOf, tandemsOf } from './assign/decode.ts';
import { encode } from './assign/encode.ts';
import { tryDemands } from './assign/trial.ts';
import { DEMANDS, type Proof } from './domain/certificate.ts';
import { type Clash, type Demand, demandsOf, unitsOf } from './domain/demands.ts';
import { InternalError } from './domain/errors.ts';
import type { Matching } from './domain/matching.ts';
import type { Candidates, Tandem } from './domain/pairing.ts';
import type { Terms } from './domain/policy.ts';
import type { Roster } from './domain/roster.ts';
import { smallestClash } from './explain/clash.ts';
import { matchingOf } from './explain/matching.ts';
import { withoutRoom } from './explain/roomless.ts';
import { candidatesOf, type Pairing, pairingOf } from './pair/pairing.ts';
import { faultOf } from './solve/certify.ts';
import { type Network, type Solution, unsafeLevel } from './solve/network.ts';
import { solve } from './solve/simplex.ts';
import { audit } from './verify/audit.ts';
import { refutation } from './verify/prove.ts';

/** What became of a roster under its terms. */
export type Outcome =
  | { readonly kind: 'matched'; readonly matching: Matching; readonly proof: Proof; readonly parts: readonly string[] }
  /** Locks and minimums that cannot be met together. */
  | { readonly kind: 'clash'; readonly clash: Clash }
  /** Points so large that their sums would not be exact on this level. */
  | { readonly kind: 'too-large'; readonly level: string };

/**
 * The way from people to tandems, in the order in which it happens: who may meet and how well they fit, the problem in
 * numbers, its solution, the solver's own check, the tandems with their proof, the same checked as by a stranger, and why.
 */
export function match(roster: Roster, terms: Terms): Outcome {
  const pairing = pairingOf(roster, terms);
  const candidates = candidatesOf(roster, pairing);
  const encoding = encode(roster, terms, candidates);
  const unsafe = unsafeLevel(encoding.network);
  if (unsafe >= 0) return { kind: 'too-large', level: encoding.levels[unsafe]! };
  const solution = checked(encoding.network, solve(encoding.network));
  const proof = proofOf(roster, terms, encoding, solution);
  if (!meetsDemands(terms, proof)) return { kind: 'clash', clash: clashOf(roster, terms, candidates) };
  const tandems = tandemsOf(encoding, solution);
  holdAgainstRules({ roster, terms, pairing, tandems }, proof);
  const findings = { roster, terms, eligibility: pairing.eligibility, candidates, tandems };
  return { kind: 'matched', matching: matchingOf(findings, pairing.affinity), proof, parts: pairing.affinity.parts };
}

function checked(network: Network, solution: Solution): Solution {
  const fault = faultOf(network, solution);
  if (fault !== null) throw new InternalError(`the solver's result does not hold: ${fault}`);
  return solution;
}

function meetsDemands(terms: Terms, proof: Proof): boolean {
  const demanded = demandsOf(terms).reduce((sum, demand) => sum + unitsOf(demand), 0);
  return (proof.levels.find(({ level }) => level === DEMANDS)?.value ?? 0) === demanded;
}

/** Nothing leaves that `rmentor verify` would not accept. */
function holdAgainstRules(
  { roster, terms, pairing, tandems }: { roster: Roster; terms: Terms; pairing: Pairing; tandems: readonly Tandem[] },
  proof: Proof,
): void {
  const fault =
    audit(roster, terms, pairing.eligibility, tandems)[0] ?? refutation({ roster, terms, ...pairing, tandems }, proof);
  if (fault !== null) throw new InternalError(`the tandems do not stand up to the rules: ${fault}`);
}

function clashOf(roster: Roster, terms: Terms, candidates: Candidates): Clash {
  const all = demandsOf(terms);
  const trial = (required: readonly Demand[]) => tryDemands(roster, terms, candidates, all, required);
  const demands = smallestClash(all, required => trial(required).unmet);
  if (demands === null) throw new InternalError('demands that clashed can be met');
  const { short } = trial(demands);
  const isShown = [short.mentors, short.mentees, short.limits].some(({ length }) => length > 0);
  return { demands, short: isShown ? short : withoutRoom(demands, { roster, terms, candidates }) };
}
