/**
 * What becomes of mentees and tandems where one number is raised by one (a limit, a mentor's slots), from the
 * prices of a proof and without solving.
 *
 * Why it is exact: best tandems with the number raised differ from ours by round trips of steps, of which those that
 * were possible before gain nothing at the prices (see residual/exchange-path.ts). The raised unit is one step, so one
 * trip at most goes through it, and the best is that step with the shortest way back from where it leads to where it
 * came from. If that trip costs less than nothing, it is made, and else everything stays as it is: ties are the last
 * level, so that the best tandems are the only ones. A number whose next unit would not gain at its price brings
 * nothing: the same prices prove the same tandems then. (Ahuja, Magnanti & Orlin, Network Flows (1993), §3.5 and §9.3.)
 */

import { type LevelWorth, listLevelWorths } from '../../certificate/level-worths.ts';
import { listSections } from '../../certificate/prove.ts';
import type { Prices, Proof } from '../../domain/certificate.ts';
import { type Coverage, NO_GAIN } from '../../domain/forecast.ts';
import type { Roster } from '../../domain/roster.ts';
import type { GraphInputs } from '../../residual/priced-graph.ts';
import { type Holder, listHolders } from '../../residual/unit-costs.ts';
import { RaisedTrips } from './raised-trips.ts';

/** A number that is raised by one: a limit's maximum, or a mentor's slots. Both by their index. */
export interface RaisedNumber {
  readonly kind: 'limit' | 'slot';
  readonly index: number;
}

/** Which figures are asked for: fewer of them take fewer levels. */
export type Figures = 'mentees' | 'mentees and tandems';

/**
 * For each number, raised alone, how many more mentees and tandems there are then; below 0 where another
 * level comes first. null where prices do not tell: `worst`, which is no sum, comes before what decides
 * the figures. The proof must hold.
 */
export function computeRaiseGains(
  scene: GraphInputs,
  proof: Proof,
  raises: readonly RaisedNumber[],
  figures: Figures = 'mentees and tandems',
): (Coverage | null)[] {
  const levels = listLevelWorths(scene);
  const decisive = levels.slice(0, countDecisiveLevels(levels, scene.roster, figures));
  const holders: Holder[] = [];
  for (const holder of listHolders(scene, scene.tandems, proof.prices)) holders[holder.node] = holder;
  const getNode = ({ kind, index }: RaisedNumber) => 1 + index + (kind === 'limit' ? 0 : scene.terms.limits.length);
  const getHolder = (raise: RaisedNumber) => holders[getNode(raise)]!;
  if (decisive.some(({ kind }) => kind === 'worst')) {
    const sections = listSections(scene, levels, proof);
    const isIdle = (raise: RaisedNumber) =>
      !sections.some(({ prices, levels: own }) => canGain(getHolder(raise), getPrice(prices, raise), own));
    return raises.map(raise => (isIdle(raise) ? NO_GAIN : null));
  }
  const prices = proof.worst?.all ?? proof.prices;
  const isOpened = (raise: RaisedNumber) => {
    const holder = getHolder(raise);
    return holder.used === holder.most && canGain(holder, getPrice(prices, raise), decisive);
  };
  const opened = raises.filter(isOpened).map(getNode);
  const gains = opened.length === 0 ? null : new RaisedTrips(scene, decisive, prices).computeGains(opened);
  return raises.map(raise => gains?.get(getNode(raise)) ?? NO_GAIN);
}

/** How many levels, from the first on, decide the figures: all of them where they do not count what is asked for. */
function countDecisiveLevels(levels: readonly LevelWorth[], { mentees }: Roster, figures: Figures): number {
  const [served, tandems] = [countLevelsUpTo(levels, 'mentees'), countLevelsUpTo(levels, 'tandems')];
  if (figures === 'mentees' && mentees.some(({ wants }) => wants > 1)) return Math.min(served, levels.length);
  const isOneEach = mentees.every(({ wants }) => wants === 1);
  return Math.min(levels.length, isOneEach ? Math.min(served, tandems) : Math.max(served, tandems));
}

/** How many levels there are up to the last one of a kind; more than any where there is none. */
function countLevelsUpTo(levels: readonly LevelWorth[], kind: LevelWorth['kind']): number {
  const last = levels.findLastIndex(level => level.kind === kind);
  return last < 0 ? Number.POSITIVE_INFINITY : last + 1;
}

function getPrice(prices: Prices, { kind, index }: RaisedNumber): readonly number[] | null {
  return (kind === 'limit' ? prices.limits : prices.mentors)[index] ?? null;
}

/**
 * Whether the unit beyond the last could gain at a price. No price is about what there is none of;
 * what else has none is of no use.
 */
function canGain({ most, gainOf }: Holder, price: readonly number[] | null, levels: readonly LevelWorth[]): boolean {
  if (most === 0) return true;
  if (price === null) return false;
  for (const [level, worth] of levels.entries()) {
    const gain = gainOf(worth, most + 1) + price[level]!;
    if (gain !== 0) return gain > 0;
  }
  return false;
}

/** What each limit that has a maximum would bring, raised by one. */
export function computeLimitGains(scene: GraphInputs, proof: Proof): (limit: number) => Coverage | null {
  const raises = [...scene.terms.limits.entries()].flatMap(([index, { max }]) =>
    Number.isFinite(max) ? [{ kind: 'limit', index } satisfies RaisedNumber] : [],
  );
  const gains = computeRaiseGains(scene, proof, raises);
  const known = new Map(raises.map(({ index }, at) => [index, gains[at]!]));
  return limit => (known.get(limit) === undefined ? NO_GAIN : known.get(limit)!);
}
