/** A column with more different cells than this is one of names, and remembering them would cost more than it saves. */
const MOST = 4096;
/** After so many different cells it shows whether there will be: by then some have come again in any other column. */
const TRIAL = 512;
const LEAST_REPEATS = TRIAL / 32;

/** A function of texts that works out each once. */
export interface Memo<Value> {
  (text: string): Value;
  /** All that it has given; null where that was too much to remember. */
  readonly listValues: () => Iterable<Value> | null;
}

/** The same function, but each text is worked out once: most cells of a sheet repeat, and equal cells then share their value. */
export function memoise<Value>(work: (text: string) => Value): Memo<Value> {
  const known = new Map<string, Value>();
  let repeats = 0;
  let isWorthIt = true;
  const recall = (text: string) => {
    if (!isWorthIt) return work(text);
    const found = known.get(text);
    if (found !== undefined) {
      repeats++;
      return found;
    }
    const value = work(text);
    known.set(text, value);
    if (known.size > MOST || (known.size === TRIAL && repeats < LEAST_REPEATS)) {
      isWorthIt = false;
      known.clear();
    }
    return value;
  };
  return Object.assign(recall, { listValues: () => (isWorthIt ? known.values() : null) });
}
