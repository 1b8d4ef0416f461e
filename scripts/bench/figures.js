// @ts-check
// The arithmetic of a benchmark, and numbers in words.

/**
 * @param {readonly number[]} values at least one
 * @returns {number}
 */
export function median(values) {
  const ordered = values.toSorted((a, b) => a - b);
  const middle = ordered.length >> 1;
  const upper = ordered[middle] ?? Number.NaN;
  return ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * The power of the size with which the time grows between two sizes.
 *
 * @param {{ readonly size: number, readonly time: number }} small
 * @param {{ readonly size: number, readonly time: number }} large
 * @returns {number}
 */
export function growth(small, large) {
  return Math.log(large.time / small.time) / Math.log(large.size / small.size);
}

/**
 * @param {number} ms
 * @returns {string}
 */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : ms < 100_000 ? 1 : 0)} s`;
}

/**
 * @param {number | null} bytes null where it was not measured
 * @returns {string}
 */
export function megabytes(bytes) {
  return bytes === null ? '–' : `${Math.round(bytes / 1e6)} MB`;
}

/**
 * A ratio with two or three digits that say something.
 *
 * @param {number} value
 * @returns {string}
 */
export function ratio(value) {
  return `${value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0)} ×`;
}

/**
 * @param {number} mentors
 * @param {number} mentees
 * @returns {string}
 */
export function people(mentors, mentees) {
  const grouped = (/** @type {number} */ count) => String(count).replace(/\B(?=(\d{3})+$)/gu, ',');
  return `${grouped(mentors)} × ${grouped(mentees)}`;
}

/**
 * A Markdown table that can be read as it is: the first column to the left, all others to the right.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
export function table(head, rows) {
  const width = head.map((_, column) => Math.max(...[head, ...rows].map(row => (row[column] ?? '').length), 3));
  const line = (/** @type {readonly string[]} */ row) => {
    const cells = width.map((w, c) => (c === 0 ? (row[c] ?? '').padEnd(w) : (row[c] ?? '').padStart(w)));
    return `| ${cells.join(' | ')} |`;
  };
  const rule = width.map((w, c) => (c === 0 ? '-'.repeat(w) : `${'-'.repeat(w - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
