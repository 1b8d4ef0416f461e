import type { Proof } from '../../domain/certificate.ts';
import type { Clash } from '../../domain/demands.ts';
import { coverageOf, type Forecast, gainBetween, NO_GAIN, type RulesOnPerson } from '../../domain/forecast.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import { unwatched, type Watch } from '../../domain/watch.ts';
import { pairingOf } from '../../pair/pairing.ts';
import { relaxations } from '../../pair/relaxed.ts';
import { fillUp } from '../../residual/augmenting-path.ts';
import { Arrangement, type Ground } from '../../residual/flow.ts';
import { Openings } from '../../residual/openings.ts';
import {
  COVERAGE,
  hasPriorities,
  isScarce,
  mostTandems,
  mostUnder,
  raised,
  wantsOneEach,
} from '../match/most-tandems.ts';
import { forecastOf, type WhatIf } from './forecast.ts';
import { rulesOn } from './rules-for-person.ts';

export type Checked =
  | { readonly kind: 'forecast'; readonly forecast: Forecast }
  /** Locks, minimums and least loads that cannot be met together. */
  | { readonly kind: 'clash'; readonly clash: Clash };

/** What is possible at most, where the bottlenecks are, and what each rule and each limit costs, before anybody is paired. */
export function check(roster: Roster, terms: Terms, watch: Watch = unwatched): Checked {
  watch('compile');
  const pairing = pairingOf(roster, terms);
  const best = mostTandems(roster, terms, pairing, watch);
  if (best.kind === 'clash') return best;
  watch('explain');
  const ground = { roster, terms, candidates: pairing.candidates };
  const whatIf = isPlain(roster) ? byChains(new Arrangement(ground, best.tandems)) : bySolving(ground, best, watch);
  // With mentees first, nobody goes without for the sake of something else.
  const first = { ...terms, policy: { ...terms.policy, objective: COVERAGE } };
  const findings = { ...pairing, roster, terms: first, tandems: best.tandems };
  return { kind: 'forecast', forecast: forecastOf(findings, whatIf) };
}

/** Tests the rules on one person. */
export function checkPerson(side: Side, index: number, roster: Roster, terms: Terms): RulesOnPerson {
  return rulesOn(side, index, { roster, terms, ...pairingOf(roster, terms) });
}

/** Whether one more tandem is one more mentee, whoever it is: then chains of people who move tell all there is to know. */
function isPlain(roster: Roster): boolean {
  return wantsOneEach(roster) && !hasPriorities(roster);
}

function byChains(arrangement: Arrangement): WhatIf {
  const { roster, terms } = arrangement.ground;
  const same = (gain: number) => ({ mentees: gain, tandems: gain });
  const helping = new Set(new Openings(arrangement).limits());
  return {
    bars: relaxations(terms).map(({ bar, terms: relaxed }) => ({
      bar,
      gain: same(fillUp(arrangement.under({ candidates: pairingOf(roster, relaxed).candidates }))),
    })),
    limits: terms.limits.flatMap(({ max }, limit) =>
      Number.isFinite(max) ? [{ limit, gain: same(helping.has(limit) ? 1 : 0) }] : [],
    ),
  };
}

/** Where mentees want several mentors or have priorities, the change is made and everything solved again. */
function bySolving(
  { roster, terms }: Ground,
  { tandems, proof }: { readonly tandems: readonly Tandem[]; readonly proof: Proof },
  watch: Watch,
): WhatIf {
  const now = coverageOf(tandems);
  const wanted = roster.mentees.reduce((sum, { wants }) => sum + wants, 0);
  const gainUnder = (changed: Terms) => gainBetween(now, coverageOf(mostUnder(roster, changed, watch).tandems));
  return {
    bars: relaxations(terms).map(({ bar, terms: relaxed }) => ({
      bar,
      gain: now.tandems < wanted ? gainUnder(relaxed) : NO_GAIN,
    })),
    limits: terms.limits.flatMap(({ max }, limit) => {
      if (!Number.isFinite(max)) return [];
      const mayHelp = isScarce(proof.prices.limits[limit], max === 0);
      return [{ limit, gain: mayHelp ? gainUnder(raised(terms, limit)) : NO_GAIN }];
    }),
  };
}
