import { FIRM_BETWEEN, findOuterComma, fold, splitList } from '../../domain/text.ts';

/** Columns that hold lists. */
export const LIST_COLUMNS = ['languages', 'topics', 'not_with'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/**
 * Splits the cells of a column as `splitList` does, but not within an answer that the config lists whole:
 * "Apps, devices and gadgets".
 * @param options the answers; each is found without regard to case and given as the config writes it.
 */
export function makeSplitter(options: readonly string[]): (cell: string) => string[] {
  if (options.length === 0) return splitList;
  const longestFirst = options.map(fold).toSorted((a, b) => b.length - a.length);
  const written = new Map(options.map(option => [fold(option), option]));
  return cell => {
    const isFirm = FIRM_BETWEEN.test(cell);
    const parts: string[] = [];
    for (let rest = cell.replace(BETWEEN, ''); rest !== ''; ) {
      const option = longestFirst.find(name => hasAtStart(rest, name));
      const length = option?.length ?? (isFirm ? rest.search(/[;|\n]|$/u) : findOuterComma(rest));
      parts.push(option === undefined ? rest.slice(0, length).trim() : written.get(option)!);
      rest = rest.slice(length).replace(BETWEEN, '');
    }
    return parts;
  };
}

/** Whether a list begins with the whole of an answer. */
function hasAtStart(list: string, answer: string): boolean {
  return list.slice(0, answer.length).toLowerCase() === answer && /^\s*(?:[;|,\n]|$)/u.test(list.slice(answer.length));
}

/** What stands between two parts. */
const BETWEEN = /^[\s;|,]+/u;
