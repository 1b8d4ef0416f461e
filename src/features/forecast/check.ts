import type { Proof } from '../../domain/certificate.ts';
import type { Clash } from '../../domain/demands.ts';
import { type Forecast, measureCoverage, measureGain, NO_GAIN, type RulesOnPerson } from '../../domain/forecast.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Terms } from '../../domain/policy.ts';
import { ignoreProgress, type Progress } from '../../domain/progress.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import { makePairing } from '../../pair/pairing.ts';
import { listRelaxations } from '../../pair/relaxed.ts';
import { fillUp } from '../../residual/augmenting-path.ts';
import { Openings } from '../../residual/one-more.ts';
import { KEEP_DEMANDS, ResidualGraph, type ResidualInputs } from '../../residual/residual-graph.ts';
import {
  COVERAGE,
  findMostTandems,
  findMostUnder,
  hasPriorities,
  isOneMentorEach,
  isScarce,
  raiseLimit,
} from '../match/most-tandems.ts';
import { type ForecastGains, makeForecast } from './forecast.ts';
import { testRules } from './rules-for-person.ts';

export type Checked =
  | { readonly kind: 'forecast'; readonly forecast: Forecast }
  /** Locks, minimums and least loads that cannot be met together. */
  | { readonly kind: 'clash'; readonly clash: Clash };

/**
 * What is possible at most, where the bottlenecks are, and what each rule and each limit
 * costs, before anybody is paired.
 */
export function check(roster: Roster, terms: Terms, watch: Progress = ignoreProgress): Checked {
  watch('compile');
  const pairing = makePairing(roster, terms);
  const best = findMostTandems(roster, terms, pairing, watch);
  if (best.kind === 'clash') return best;
  watch('explain');
  const inputs = { roster, terms, candidates: pairing.candidates };
  const whatIf = isPlain(roster)
    ? findGainsByFlow(new ResidualGraph(inputs, best.tandems, KEEP_DEMANDS))
    : findGainsBySolving(inputs, best, watch);
  // With mentees first, nobody goes without for the sake of something else.
  const first = { ...terms, policy: { ...terms.policy, objective: COVERAGE } };
  const findings = { ...pairing, roster, terms: first, tandems: best.tandems };
  return { kind: 'forecast', forecast: makeForecast(findings, whatIf) };
}

/** Tests the rules on one person. */
export function checkPerson(side: Side, index: number, roster: Roster, terms: Terms): RulesOnPerson {
  return testRules(side, index, { roster, terms, ...makePairing(roster, terms) });
}

/**
 * Whether one more tandem is one more mentee, whoever it is: then paths of people who move tell all there is to know.
 */
function isPlain(roster: Roster): boolean {
  return isOneMentorEach(roster) && !hasPriorities(roster);
}

function findGainsByFlow(residual: ResidualGraph): ForecastGains {
  const { roster, terms } = residual.inputs;
  const same = (gain: number) => ({ mentees: gain, tandems: gain });
  const helping = new Set(new Openings(residual).listLimits());
  return {
    bars: listRelaxations(terms).map(({ bar, terms: relaxed }) => ({
      bar,
      gain: same(fillUp(residual.copyWith({ candidates: makePairing(roster, relaxed).candidates }))),
    })),
    limits: terms.limits.flatMap(({ max }, limit) =>
      Number.isFinite(max) ? [{ limit, gain: same(helping.has(limit) ? 1 : 0) }] : [],
    ),
  };
}

/** Where mentees want several mentors or have priorities, the change is made and everything solved again. */
function findGainsBySolving(
  { roster, terms }: ResidualInputs,
  { tandems, proof }: { readonly tandems: readonly Tandem[]; readonly proof: Proof },
  watch: Progress,
): ForecastGains {
  const now = measureCoverage(tandems);
  const wanted = roster.mentees.reduce((sum, { wants }) => sum + wants, 0);
  const computeGain = (changed: Terms) =>
    measureGain(now, measureCoverage(findMostUnder(roster, changed, watch).tandems));
  return {
    bars: listRelaxations(terms).map(({ bar, terms: relaxed }) => ({
      bar,
      gain: now.tandems < wanted ? computeGain(relaxed) : NO_GAIN,
    })),
    limits: terms.limits.flatMap((limit, index) => {
      if (!Number.isFinite(limit.max)) return [];
      const mayHelp = isScarce(limit, proof.prices.limits[index]);
      return [{ limit: index, gain: mayHelp ? computeGain(raiseLimit(terms, index)) : NO_GAIN }];
    }),
  };
}
