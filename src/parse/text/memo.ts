/** When cells are given up; ../cell-codes/assembly/ has the same numbers, and a test compares them. */
export const GIVING_UP = {
  /** More different cells than this are not remembered: it would take too much memory. */
  most: 65_536,
  /** After so many different cells, and after twice as many each time, it is seen whether cells repeat. */
  trial: 512,
  /**
   * A column that would have more different cells, were all as likely, is one of names or
   * addresses: each costs more than it saves.
   */
  likely: 8192,
} as const;

/**
 * The same function, but each text is worked out once: most cells of a sheet repeat, and
 * equal cells then share their value.
 */
export function memoise<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  let repeats = 0;
  let trial: number = GIVING_UP.trial;
  let isWorthIt = true;
  return (text: string) => {
    if (!isWorthIt) return work(text);
    const found = known.get(text);
    if (found !== undefined) {
      repeats++;
      return found;
    }
    const value = work(text);
    known.set(text, value);
    if (known.size === trial) {
      trial *= 2;
      // Of n different cells out of that many, n² / 2 for each have come twice.
      isWorthIt = known.size < GIVING_UP.most && repeats >= known.size ** 2 / (2 * GIVING_UP.likely);
      if (!isWorthIt) known.clear();
    }
    return value;
  };
}

/** The same function, which keeps its last answer: for texts that several ask about one behind the other. */
export function keepLast<Value>(work: (text: string) => Value): (text: string) => Value {
  let last: { readonly text: string; readonly value: Value } | null = null;
  return text => {
    if (last === null || last.text !== text) last = { text, value: work(text) };
    return last.value;
  };
}
