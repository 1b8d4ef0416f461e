/** A column with more different cells than this is one of names, and remembering them would cost more than it saves. */
const MOST = 4096;

/** The same function, but each text is worked out once: most cells of a sheet repeat, and equal cells then share their value. */
export function memoise<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  let isWorthIt = true;
  return text => {
    if (!isWorthIt) return work(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = work(text);
    known.set(text, value);
    if (known.size > MOST) {
      isWorthIt = false;
      known.clear();
    }
    return value;
  };
}
