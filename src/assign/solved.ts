import { InternalError } from '../domain/errors.ts';
import { faultOf } from '../solve/certify.ts';
import { type Network, type Solution, valuesOf } from '../solve/network.ts';
import { ATTEMPTS, isFaithful, type Packing, packingFor, unpacked } from '../solve/packing.ts';
import { decode, type Solved } from './decode.ts';
import { limitPrices } from './guess.ts';
import { priced } from './pricing.ts';
import type { Running } from './running.ts';
import { levelsOf, type Task } from './task.ts';
import { largestGains } from './worth.ts';

/**
 * From people to numbers, through the solver and its own check, and back.
 * @throws PointsTooLarge before any sum is inexact.
 */
export function solved(task: Task): Solved {
  const largest = largestGains(task, levelsOf(task));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const packing = packingFor(largest, attempt);
    const { encoding, running } = priced(task, packing, limitPrices(task));
    const network = encoding.arcs.network(encoding.nodes.count);
    const solution = solutionOf(network, running, packing);
    if (!isFaithful(packing, largest, solution.prices.map(largestOf))) continue;
    const fault = faultOf(network, solution);
    if (fault !== null) throw new InternalError(`the solver's result does not hold: ${fault}`);
    return decode(task, encoding, solution);
  }
  throw new InternalError('no packing of the levels was wide enough');
}

/** The flow with prices level by level, at which the root's is 0. */
function solutionOf(network: Network, running: Running, packing: Packing): Solution {
  const { price, limbs } = running.circulation;
  const flow = Int32Array.from(network.from.keys(), arc => running.flow(arc));
  const prices = network.gains.map(() => new Float64Array(network.nodes));
  const own = new Float64Array(limbs);
  for (let node = 0; node < network.nodes; node++) {
    for (let l = 0; l < limbs; l++) own[l] = price[node * limbs + l]! - price[l]!;
    unpacked(packing, own, 0).forEach((digit, level) => {
      prices[level]![node] = digit;
    });
  }
  return { flow, prices, values: valuesOf(network, flow) };
}

function largestOf(prices: Float64Array): number {
  return prices.reduce((most, price) => Math.max(most, Math.abs(price)), 0);
}
