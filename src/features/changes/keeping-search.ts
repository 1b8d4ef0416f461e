import type { LevelChange } from '../../domain/account.ts';
import { DEMANDS, type Proof } from '../../domain/certificate.ts';
import type { Tandem } from '../../domain/pairing.ts';
import { TIES } from '../../domain/ties.ts';
import { ExchangeSearch } from '../../residual/exchange-path.ts';
import type { GraphInputs } from '../../residual/priced-graph.ts';
import type { Findings } from '../../residual/usage.ts';

/** Tandems that are proven best, and all that decided on them. */
export type ChangeFindings = Findings & GraphInputs;

/**
 * How many pairs are looked at in all: each search may come by every pair, and a second is as
 * long as anybody waits for a reason.
 */
const MOST_LOOKS = 5e7;

/**
 * What the levels would come to with a pair that is none of the tandems: the cheapest exchange at the prices of the
 * proof, which is exact (see residual/exchange-path.ts). The search says null where no exchange keeps all demands;
 * there is no search where `worst` has no such prices, or so many pairs are asked for that it would take too long.
 * @param asked how many pairs it will be asked for.
 */
export function makeKeepingSearch(
  findings: ChangeFindings,
  proof: Proof,
  asked: number,
): ((pair: Tandem) => readonly LevelChange[] | null) | null {
  const { mentors, mentees } = findings.roster;
  if (proof.worst !== null || asked * mentors.length * mentees.length > MOST_LOOKS) return null;
  let search: ExchangeSearch | null = null;
  const demands = proof.levels.findIndex(({ level }) => level === DEMANDS);
  return pair => {
    search ??= new ExchangeSearch(findings, proof, 'tandems');
    const path = search.findPairingPath(pair);
    if (path === null || (demands >= 0 && path.cost[demands]! > 0)) return null;
    return proof.levels.flatMap(({ level, value }, at) =>
      level === DEMANDS || level === TIES ? [] : [{ level, is: value, wouldBe: (value ?? 0) - path.cost[at]! }],
    );
  };
}
