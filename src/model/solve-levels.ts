import { InternalError } from '../domain/errors.ts';
import { findViolation } from '../solve/check-solution.ts';
import { findLargest } from '../solve/network-definition.ts';
import { ATTEMPTS, isFaithful, makePacking } from '../solve/packing.ts';
import { generateColumns } from './column-generation.ts';
import { decode, type Solved } from './decode.ts';
import { boundGains } from './largest-gains.ts';
import { narrowToRoom, priceEverybody } from './narrow-to-room.ts';
import { listTaskLevels, type Task } from './task.ts';

/**
 * From people to numbers, through the solver and its own check, and back.
 * @throws PointsTooLarge before any sum is inexact.
 */
export function solveLevels(task: Task): Solved {
  const narrow = narrowToRoom(task);
  return (narrow && priceEverybody(task, solveAmongSearched(narrow))) ?? solveAmongSearched(task);
}

function solveAmongSearched(task: Task): Solved {
  const largest = boundGains(task, listTaskLevels(task));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const packing = makePacking(largest, attempt);
    const { encoding, solution } = generateColumns(task, packing);
    if (solution === null || !isFaithful(packing, largest, solution.prices.map(findLargest))) continue;
    const fault = findViolation(encoding.arcs.buildNetwork(encoding.nodes.count), solution);
    if (fault !== null) throw new InternalError(`the solver's result does not hold: ${fault}`);
    return decode(task, encoding, solution);
  }
  throw new InternalError('no packing of the levels was wide enough');
}
