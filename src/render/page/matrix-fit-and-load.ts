import type { FlowTable } from '../../domain/report-facts.ts';
import type { FitPart, LoadPart, MatrixPart } from '../../web/report/report-types.ts';
import { formatPoints, type PageTelling, scaleTo } from './page-context.ts';

/** Who mentors whom: a number in each cell, a tint as help. */
export function buildMatrix({ facts, say: { matrix: say } }: PageTelling): MatrixPart {
  const { flows } = facts;
  const frame = { head: say.head, corner: say.mentor, total: say.total };
  const key = { tandems: say.tandems, own: say.key.own, none: say.key.none };
  if (flows === null) {
    return { ...frame, lead: say.none, columns: [], rows: [], totals: [], all: 0, key: { ...key, tints: [] } };
  }
  const names = [
    ...flows.departments.map(department => department || say.unknown),
    ...(flows.others > 0 ? [say.others(flows.others)] : []),
  ];
  const bins = makeTints(findMost(flows.tandems.flat()));
  const isOwn = (row: number, column: number) => row === column && (flows.departments[row] ?? '') !== '';
  const own = flows.tandems.reduce((sum, row, at) => sum + (isOwn(at, at) ? row[at]! : 0), 0);
  return {
    ...frame,
    lead: say.lead(own),
    columns: names,
    rows: flows.tandems.map((row, at) => ({
      name: names[at]!,
      cells: row.map((tandems, column) => ({ tandems, tint: findTint(tandems, bins), isOwn: isOwn(at, column) })),
      total: sumUp(row),
    })),
    totals: names.map((_, column) => sumUp(flows.tandems.map(row => row[column]!))),
    all: sumUp(flows.tandems.map(sumUp)),
    key: { ...key, tints: bins.map((to, at) => say.range((bins[at - 1] ?? 0) + 1, to)) },
  };
}

function sumUp(numbers: FlowTable['tandems'][number]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** How many tints there are besides that of 0. */
const TINTS = 5;

/**
 * The largest number of each tint, so that each tint is about as many times the one before: 1, 2, 3, 5, 8. The roots
 * are found in whole numbers, since a power with a fraction may differ from one machine to the next.
 */
export function makeTints(most: number): readonly number[] {
  const bins: number[] = [];
  let bound = 0;
  for (let tint = 1; tint <= TINTS; tint++) {
    while (bound < most && BigInt(bound + 1) ** BigInt(TINTS) <= BigInt(most) ** BigInt(tint)) bound++;
    bins.push(Math.max(bound, (bins.at(-1) ?? 0) + 1));
  }
  return bins.filter((_, at) => (bins[at - 1] ?? 0) < most).map(bin => Math.min(bin, most));
}

function findTint(count: number, bins: readonly number[]): number {
  return count === 0 ? 0 : bins.findIndex(bin => count <= bin) + 1;
}

/** How many tandems have how many points, as bars with their numbers. */
export function buildFit({ facts: { fit }, words, say: { fit: say } }: PageTelling): FitPart {
  const frame = { head: say.head, table: say.table, columns: say.columns };
  if (fit === null) return { ...frame, lead: say.none, bins: [] };
  const most = findMost(fit.bins.map(({ tandems }) => tandems));
  return {
    ...frame,
    lead: say.lead(fit.width / 1000),
    bins: fit.bins.map(({ from, tandems }) => ({
      from: formatPoints(from, words),
      range: say.range(formatPoints(from, words), formatPoints(from + fit.width, words)),
      tandems,
      height: scaleTo(most, tandems),
    })),
  };
}

/** Mentors by what they offer and what they have. */
export function buildLoad({ run, say: { load: say } }: PageTelling): LoadPart {
  const { load } = run.matching.summary;
  const capacities = [...new Set(load.map(({ capacity }) => capacity))].sort((a, b) => a - b);
  const loads = Array.from({ length: findMost(load.map(row => row.load)) + 1 }, (_, at) => at);
  const bins = makeTints(Math.max(1, findMost(load.map(({ mentors }) => mentors))));
  const frame = { head: say.head, lead: say.lead, offered: say.offered, mentees: say.mentees, total: say.total };
  return {
    ...frame,
    loads,
    rows: capacities.map(capacity => {
      const counts = loads.map(one => load.find(row => row.capacity === capacity && row.load === one)?.mentors ?? 0);
      return {
        name: say.slots(capacity),
        cells: counts.map((mentors, at) => (at > capacity ? null : { mentors, tint: findTint(mentors, bins) })),
        total: sumUp(counts),
      };
    }),
  };
}

/** The largest of some counts; 0 where there are none. */
function findMost(counts: readonly number[]): number {
  return counts.reduce((most, count) => Math.max(most, count), 0);
}
