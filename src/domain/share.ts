/** A part of a whole, with the percentage that everybody is shown. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  /** With one decimal, for example 82.4; null where there is nothing to count. */
  readonly percent: number | null;
}

/**
 * The only place where a percentage is made: once, from the two counts, half up to one decimal, in whole numbers. 100
 * means all and 0 means none: what is nearly all is 99.9, and what is nearly none is 0.1.
 * @param part from 0 to `whole`; both are whole numbers up to a trillion.
 */
export function makeShare(part: number, whole: number): Share {
  return { part, whole, percent: whole === 0 ? null : computeTenths(part, whole) / 10 };
}

function computeTenths(part: number, whole: number): number {
  const doubled = 2000 * part + whole;
  // The remainder is taken off first, so that the division is exact.
  const tenths = (doubled - (doubled % (2 * whole))) / (2 * whole);
  if (tenths === 1000 && part < whole) return 999;
  return tenths === 0 && part > 0 ? 1 : tenths;
}

/** "82.4 %", or "–" where there is nothing to count. */
export function formatPercent({ percent }: Share): string {
  return percent === null ? '–' : `${percent.toFixed(1)} %`;
}
