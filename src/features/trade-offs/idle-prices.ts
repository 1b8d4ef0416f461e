import { DEMANDS, type Proof } from '../../domain/certificate.ts';
import type { IdlePrice } from '../../domain/idle-price.ts';
import { findLevelKind } from '../../domain/objective-levels.ts';
import type { ExchangeSearch } from '../../residual/exchange-path.ts';
import type { GraphInputs } from '../../residual/priced-graph.ts';

/**
 * How many pairs are looked at in all: each search may come by every pair, and a page is not to make a run much longer.
 */
const MOST_LOOKS = 4e6;

/**
 * What a tandem would cost for each mentor without one, by itself, in the order of the roster: the cheapest exchange
 * at the prices of the proof, which is exact (see residual/exchange-path.ts). null where `worst` has no such prices,
 * or where it would take too long.
 * @param prepare makes what searches the exchanges, where that is needed.
 */
export function priceIdleMentors(
  scene: GraphInputs,
  proof: Proof,
  prepare: () => ExchangeSearch,
): readonly IdlePrice[] | null {
  const { roster, tandems } = scene;
  const paired = new Set(tandems.map(({ mentor }) => mentor));
  const idle = roster.mentors.flatMap((_, mentor) => (paired.has(mentor) ? [] : [mentor]));
  const looks = idle.length * roster.mentors.length * roster.mentees.length;
  if (proof.worst !== null || looks > MOST_LOOKS) return null;
  if (idle.length === 0) return [];
  const search = prepare();
  return idle.map(mentor => judgeCost(search.findCostOfOneMore(mentor), proof));
}

function judgeCost(cost: readonly number[] | null, { levels }: Proof): IdlePrice {
  if (cost === null) return { kind: 'impossible' };
  const kinds = levels.map(({ level }) => (level === DEMANDS ? DEMANDS : findLevelKind(level)));
  const lost = kinds.findIndex((_, at) => (cost[at] ?? 0) !== 0);
  const points = kinds.indexOf('score');
  if (kinds[lost] === DEMANDS) return { kind: 'impossible' };
  if (points < 0 || (lost >= 0 && lost < points)) return { kind: 'more' };
  return { kind: 'points', thousandths: cost[points]! };
}
