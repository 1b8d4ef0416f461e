import type { Forecast } from '../domain/forecast.ts';
import type { Arrangement } from './arrangement.ts';
import { Chains } from './chains.ts';

/** For each limit with a maximum, how many more tandems there can be if it is higher by one: one, or none. */
export function limitGains(arrangement: Arrangement): Forecast['limits'] {
  const { limits } = arrangement.ground.terms;
  const { outerOf } = arrangement.nesting;
  const [places, wishes] = [new Chains(arrangement, 'mentor'), new Chains(arrangement, 'mentee')];
  return [...limits.entries()]
    .filter(([, { max }]) => Number.isFinite(max))
    .map(([limit, { side }]) => {
      const [given, wanted] = side === 'mentor' ? [outerOf[limit]!, limit] : [limit, outerOf[limit]!];
      const gain = places.hasLimit(given) && wishes.hasLimit(wanted) ? 1 : 0;
      return { limit, gain: { mentees: gain, tandems: gain } };
    });
}
