import type { Solved } from './assign/decode.ts';
import { solved } from './assign/solved.ts';
import type { Task } from './assign/task.ts';
import type { Someone } from './domain/called.ts';
import type { Clash } from './domain/demands.ts';
import { coverageOf, type Forecast, gainBetween, NO_GAIN, type RulesOnPerson } from './domain/forecast.ts';
import type { Level, Terms } from './domain/policy.ts';
import type { Roster } from './domain/roster.ts';
import { unwatched, type Watch } from './domain/watch.ts';
import { Arrangement, type Ground } from './explain/arrangement.ts';
import { forecastOf, type WhatIf } from './explain/forecast.ts';
import { limitGains } from './explain/gains.ts';
import { rulesOn } from './explain/rules-on.ts';
import { clashOf, meetsDemands, taskOf } from './match.ts';
import { type Pairing, pairingOf } from './pair/pairing.ts';
import { relaxations } from './pair/relaxed.ts';

export type Checked =
  | { readonly kind: 'forecast'; readonly forecast: Forecast }
  /** Locks, minimums and least loads that cannot be met together. */
  | { readonly kind: 'clash'; readonly clash: Clash };

/** What is possible at most, where the bottlenecks are, and what each rule and each limit costs, before anybody is paired. */
export function check(roster: Roster, terms: Terms, watch: Watch = unwatched): Checked {
  watch('compile');
  const first = { ...terms, policy: { ...terms.policy, objective: COVERAGE } };
  const pairing = pairingOf(roster, first);
  const task = coverageTask(roster, first, pairing, watch);
  const found = solved(task);
  if (!meetsDemands(task, found.values)) return { kind: 'clash', clash: clashOf(task) };
  watch('explain');
  const ground = { roster, terms: first, candidates: pairing.candidates };
  const whatIf = isPlain(roster) ? byChains(new Arrangement(ground, found.tandems)) : bySolving(ground, found, watch);
  return { kind: 'forecast', forecast: forecastOf({ ...ground, ...pairing, tandems: found.tandems }, whatIf) };
}

/** Tests the rules on one person. */
export function checkPerson({ side, index }: Someone, roster: Roster, terms: Terms): RulesOnPerson {
  return rulesOn(side, index, { roster, terms, ...pairingOf(roster, terms) });
}

/** As many mentees as possible, then as many tandems. */
const COVERAGE: readonly Level[] = [{ kind: 'mentees' }, { kind: 'tandems' }];

function coverageTask(roster: Roster, terms: Terms, pairing: Pairing, watch: Watch): Task {
  const task = taskOf(roster, terms, pairing, watch);
  // Where everybody wants one mentor, the second level is the first once more.
  const levels = isPlain(roster) ? task.levels.slice(0, 1) : task.levels;
  return { ...task, levels, ties: null };
}

/** Whether one more tandem is one more mentee, whoever it is: then chains of people who move tell all there is to know. */
function isPlain({ mentees }: Roster): boolean {
  return mentees.every(({ wants, priority }) => wants === 1 && priority === mentees[0]!.priority);
}

function byChains(arrangement: Arrangement): WhatIf {
  const { roster, terms } = arrangement.ground;
  const bars = relaxations(terms).map(({ bar, terms: relaxed }) => {
    const gain = arrangement.under({ candidates: pairingOf(roster, relaxed).candidates }).fill();
    return { bar, gain: { mentees: gain, tandems: gain } };
  });
  return { bars, limits: limitGains(arrangement) };
}

/** Where mentees want several mentors or have priorities, the change is made and everything solved again. */
function bySolving({ roster, terms }: Ground, { tandems, prices }: Solved, watch: Watch): WhatIf {
  const now = coverageOf(tandems);
  const wanted = roster.mentees.reduce((sum, { wants }) => sum + wants, 0);
  const gainUnder = (changed: Terms) => {
    const task = coverageTask(roster, changed, pairingOf(roster, changed), watch);
    return gainBetween(now, coverageOf(solved(task).tandems));
  };
  return {
    bars: relaxations(terms).map(({ bar, terms: relaxed }) => ({
      bar,
      gain: now.tandems < wanted ? gainUnder(relaxed) : NO_GAIN,
    })),
    limits: terms.limits.flatMap(({ max }, limit) => {
      if (!Number.isFinite(max)) return [];
      // What costs nothing is not scarce.
      const isScarce = prices.limits[limit]?.some(price => price !== 0) ?? max === 0;
      return [{ limit, gain: isScarce ? gainUnder(raised(terms, limit)) : NO_GAIN }];
    }),
  };
}

/** Terms in which one limit is higher by one. */
function raised(terms: Terms, index: number): Terms {
  return {
    ...terms,
    limits: terms.limits.map((limit, other) => (other === index ? { ...limit, max: limit.max + 1 } : limit)),
  };
}
