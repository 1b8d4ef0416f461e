import { InternalError, PointsTooLarge } from '../domain/errors.ts';
import { faultOf } from '../solve/certify.ts';
import { unsafeLevel } from '../solve/network.ts';
import { solve } from '../solve/simplex.ts';
import { decode, type Solved } from './decode.ts';
import { encode, type Task } from './encode.ts';

/** From people to numbers, through the solver and its own check, and back. @throws PointsTooLarge before any sum is inexact. */
export function solved(task: Task): Solved {
  const encoding = encode(task);
  const unsafe = unsafeLevel(encoding.network);
  if (unsafe >= 0) throw new PointsTooLarge(encoding.levels[unsafe]!);
  const solution = solve(encoding.network);
  const fault = faultOf(encoding.network, solution);
  if (fault !== null) throw new InternalError(`the solver's result does not hold: ${fault}`);
  return decode(task, encoding, solution);
}
