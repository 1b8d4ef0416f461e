import { InternalError } from '../domain/errors.ts';
import { faultOf } from '../solve/certify.ts';
import { largestOf } from '../solve/network.ts';
import { ATTEMPTS, isFaithful, packingFor } from '../solve/packing.ts';
import { priced } from './column-generation.ts';
import { decode, type Solved } from './decode.ts';
import { largestGains } from './gain-bounds.ts';
import { levelsOf, type Task } from './task.ts';

/**
 * From people to numbers, through the solver and its own check, and back.
 * @throws PointsTooLarge before any sum is inexact.
 */
export function solved(task: Task): Solved {
  const largest = largestGains(task, levelsOf(task));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const packing = packingFor(largest, attempt);
    const { encoding, solution } = priced(task, packing);
    if (solution === null || !isFaithful(packing, largest, solution.prices.map(largestOf))) continue;
    const fault = faultOf(encoding.arcs.network(encoding.nodes.count), solution);
    if (fault !== null) throw new InternalError(`the solver's result does not hold: ${fault}`);
    return decode(task, encoding, solution);
  }
  throw new InternalError('no packing of the levels was wide enough');
}
