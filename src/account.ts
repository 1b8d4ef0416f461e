import type { Alternative, PairAccount, PersonAccount, WhatIf } from './domain/account.ts';
import { numbersIn } from './domain/bits.ts';
import type { LevelValue } from './domain/certificate.ts';
import type { Unmatched } from './domain/matching.ts';
import type { Tandem } from './domain/pairing.ts';
import type { Side } from './domain/roster.ts';
import { TIES } from './domain/ties.ts';
import { unwatched, type Watch } from './domain/watch.ts';
import { movesBetween } from './explain/moves.ts';
import { reasonsOf } from './explain/reasons.ts';
import { rivalriesOf } from './explain/rivalries.ts';
import { Situation } from './explain/situation.ts';
import { type Forced, forcing, valuesOf, type Wish } from './forced.ts';
import { verdictsIn } from './pair/verdict.ts';
import { byCost, leastCosts } from './verify/least-cost.ts';
import type { ProvenRun } from './verify.ts';

/** Why two people are a tandem or none, and what would be if it were the other way round: solved again with the pair forced. */
export function accountOfPair(run: ProvenRun, pair: Tandem, watch: Watch = unwatched): PairAccount {
  watch('explain');
  const { roster, terms, pairing, tandems } = run;
  const isTandem = tandems.some(({ mentor, mentee }) => mentor === pair.mentor && mentee === pair.mentee);
  return {
    verdict: verdictsIn(roster, terms, pairing)(pair.mentor, pair.mentee),
    isTandem,
    whatIf: whatIfIn(run)(isTandem ? 'apart' : 'together', pair).whatIf,
  };
}

/** Why somebody has the tandems they have, or none, and what the best others would change. @param index −1 for who withdrew. */
export function accountOfPerson(
  run: ProvenRun,
  { side, index, person }: Pick<PersonAccount, 'side' | 'index' | 'person'>,
  watch: Watch = unwatched,
): PersonAccount {
  const { roster, terms, pairing, tandems } = run;
  const findings = { roster, terms, tandems, ...pairing };
  const own = tandems.filter(tandem => tandem[side] === index);
  const isTheirs = (one: Unmatched) => one.side === side && one.person.id === person.id;
  const verdictOf = verdictsIn(roster, terms, pairing);
  watch('explain');
  return {
    ...{ side, index, person },
    tandems: own.map(({ mentor, mentee }) => verdictOf(mentor, mentee)),
    rivalries: own.length === 0 ? [] : rivalriesOf(findings, new Situation(findings), side, index),
    unmatched: own.length > 0 ? null : (reasonsOf(findings).find(isTheirs) ?? null),
    alternatives: index < 0 ? NONE : alternativesFor(run, side, index, watch),
  };
}

const NONE = { best: [], others: 0, isProven: true };

/** How many alternatives are told, and how many pairs are solved at most to find them. */
const TOLD = 3;
const MOST_SOLVED = 6;

/**
 * The pairs of somebody that would cost the whole least. Prices say what each costs at least; they are solved in that order,
 * until none that is left could be cheaper than those found.
 */
function alternativesFor(run: ProvenRun, side: Side, index: number, watch: Watch): PersonAccount['alternatives'] {
  const pairs = possiblePairs(run, side, index);
  const whatIf = whatIfIn(run);
  const found: (Alternative & { readonly cost: readonly number[] })[] = [];
  let solved = 0;
  const isDone = (least: readonly number[]) => found.length >= TOLD && byCost(found[TOLD - 1]!.cost, least) < 0;
  for (; solved < pairs.length && solved < MOST_SOLVED && !isDone(pairs[solved]!.least); solved++) {
    watch('explain', solved, MOST_SOLVED);
    const { pair } = pairs[solved]!;
    const result = whatIf('together', pair);
    if (result.whatIf.kind === 'impossible') continue;
    const partner = pair[side === 'mentor' ? 'mentee' : 'mentor'];
    found.push({ partner, score: run.pairing.affinity.score(pair.mentor, pair.mentee), ...result });
    found.sort((a, b) => byCost(a.cost, b.cost));
  }
  return {
    best: found.slice(0, TOLD).map(({ partner, score, whatIf }) => ({ partner, score, whatIf })),
    others: pairs.length,
    isProven: solved === pairs.length || isDone(pairs[solved]!.least),
  };
}

/** Everybody whom somebody may meet and has not, with what pairing them costs at least; the cheapest first. */
function possiblePairs({ roster, terms, pairing, tandems, proof }: ProvenRun, side: Side, index: number) {
  const leastOf = leastCosts({ roster, terms, tandems, ...pairing }, proof);
  const has = new Set(tandems.filter(tandem => tandem[side] === index).map(tandem => tandem[partnerOf(side)]));
  return numbersIn(pairing.candidates.partnersOf(side, index))
    .filter(partner => !has.has(partner))
    .map(partner => (side === 'mentor' ? { mentor: index, mentee: partner } : { mentor: partner, mentee: index }))
    .flatMap(pair => {
      const least = leastOf(pair.mentor, pair.mentee);
      return least === null ? [] : [{ pair, least }];
    })
    .sort((a, b) => byCost(a.least, b.least));
}

function partnerOf(side: Side): Side {
  return side === 'mentor' ? 'mentee' : 'mentor';
}

/** Forces pairs, and holds what comes of it against the run. `cost` is a number for each level of the proof. */
function whatIfIn({ roster, terms, pairing, tandems, proof }: ProvenRun) {
  const force = forcing(roster, terms, pairing);
  return (wish: Wish, pair: Tandem): { readonly whatIf: WhatIf; readonly cost: readonly number[] } => {
    const forced = force(wish, pair);
    if (forced.kind === 'impossible') return { whatIf: forced, cost: [] };
    const cost = costs(proof.levels, forced);
    const levels = valuesOf(proof.levels).map(({ level, value }, at) => ({
      ...{ level, is: value },
      wouldBe: forced.values[at]!.value,
    }));
    return {
      cost,
      whatIf: {
        kind: 'possible',
        isBetter: (cost.find(number => number !== 0) ?? 0) < 0,
        levels: levels.filter(({ level }) => level !== TIES),
        moves: movesBetween(tandems, forced.tandems, pair),
      },
    };
  };
}

/** Demands are met either way. Where there is no worst tandem, it cannot be better or worse. */
function costs(now: readonly LevelValue[], { values }: Extract<Forced, { kind: 'possible' }>): number[] {
  const then = new Map(values.map(({ level, value }) => [level, value]));
  return now.map(({ level, value }) => {
    const other = then.get(level);
    return value === null || other === undefined || other === null ? 0 : value - other;
  });
}
