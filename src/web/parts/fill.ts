/** Sentences with gaps, as a page holds them: its script has the numbers, and the catalogue of words the sentence. */

/** Fills "{name}" in a sentence. A gap of which nothing is known stays, so that a test sees it. */
export function fillSentence(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (gap, name: string) => String(values[name] ?? gap));
}
