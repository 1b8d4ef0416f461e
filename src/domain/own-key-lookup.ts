/**
 * The entry of a table under a word that somebody else wrote: a header, a cell, a word of the config or of the call.
 * undefined where there is none, also for words like `constructor`, to which every plain object answers.
 */
export function findEntry<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
