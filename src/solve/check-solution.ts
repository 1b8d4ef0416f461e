/**
 * Checks a solution against the network by three functions that know no algorithm: the flow is a circulation within the
 * capacities, flow and prices are complementary, and the prices give the same values as the flow.
 *
 * Why this proves it: a circulation gains the same at reduced gains as at its own (prices cancel at every node). At
 * reduced gains, an arc whose vector is lexicographically positive is full and one whose vector is negative is empty,
 * so no circulation within the capacities gains more. Ahuja, Magnanti & Orlin, Network Flows (1993), §9.3
 * (complementary slackness), here over vectors in lexicographic order, which are an ordered group like the integers.
 */
import { computeReducedGain, type Network, type Solution } from './network-definition.ts';

/** The first fault found, in words for whoever mends the solver, or null. */
export function findViolation(network: Network, solution: Solution): string | null {
  return (
    findFlowViolation(network, solution.flow) ??
    findSlacknessViolation(network, solution) ??
    findValueViolation(network, solution)
  );
}

function findFlowViolation(network: Network, flow: Int32Array): string | null {
  const balance = new Float64Array(network.nodes);
  for (let arc = 0; arc < flow.length; arc++) {
    const units = flow[arc]!;
    if (units < 0 || units > network.capacity[arc]!) return `arc ${arc} carries ${units} of ${network.capacity[arc]}`;
    balance[network.from[arc]!]! -= units;
    balance[network.to[arc]!]! += units;
  }
  const unbalanced = balance.findIndex(units => units !== 0);
  return unbalanced < 0 ? null : `node ${unbalanced} keeps ${balance[unbalanced]} units`;
}

function findSlacknessViolation(network: Network, { flow, prices }: Solution): string | null {
  for (let arc = 0; arc < flow.length; arc++) {
    const sign = findSign(network, prices, arc);
    if (sign > 0 && flow[arc] !== network.capacity[arc]) return `arc ${arc} should be full`;
    if (sign < 0 && flow[arc] !== 0) return `arc ${arc} should be empty`;
  }
  return null;
}

/** The sign of the first level on which the reduced gain of an arc is not 0. */
function findSign(network: Network, prices: readonly Float64Array[], arc: number): number {
  for (let level = 0; level < prices.length; level++) {
    const gain = computeReducedGain(network, network.gains[level]!, prices[level]!, arc);
    if (gain !== 0) return Math.sign(gain);
  }
  return 0;
}

/**
 * What a level is worth by prices is what the arcs that should be full gain at reduced gains;
 * none that carries nothing should.
 */
function findValueViolation(network: Network, { flow, prices, values }: Solution): string | null {
  const dual = new Float64Array(values.length);
  for (let arc = 0; arc < flow.length; arc++) {
    if (flow[arc] === 0 || findSign(network, prices, arc) <= 0) continue;
    for (let level = 0; level < dual.length; level++) {
      dual[level]! += network.capacity[arc]! * computeReducedGain(network, network.gains[level]!, prices[level]!, arc);
    }
  }
  const wrong = values.findIndex((value, level) => value !== dual[level]);
  return wrong < 0 ? null : `level ${wrong} is worth ${values[wrong]} by its flow and ${dual[wrong]} by its prices`;
}
