/** What keeps the pages from being as the code is, as things that have no sentence yet: collected, so that all is told at once, a line each. */
const lines = [];

/** Notes that something has no text. @param what with its name, as in `rule "same"`; @param where the table and its file. */
export function noteLacking(what, where) {
  lines.push(`${what} lacks its sentence: write it in ${where}`);
}

/** Notes that a text is of nothing. */
export function noteIdle(what, where) {
  lines.push(`${what} is none any more: take its sentence out of ${where}`);
}

/** Notes anything else, as a sentence that says what to do. */
export function noteFault(sentence) {
  lines.push(sentence);
}

/** What was noted since this was asked last, each once. */
export function takeLacking() {
  return [...new Set(lines.splice(0))];
}

/**
 * What is said of each thing that the code knows, by its name. Notes what has no text and leaves it out, and notes texts of nothing, so
 * that no page falls behind the code.
 * @param where the table of the texts and its file.
 */
export function lookUpTexts(what, names, texts, where) {
  for (const name of Object.keys(texts)) if (!names.includes(name)) noteIdle(`${what} "${name}"`, where);
  return names.flatMap(name => {
    const text = requireText(`${what} "${name}"`, texts[name], where);
    return text === '' ? [] : [[name, text]];
  });
}

/** A text that must be there; '' where it is not, which is noted. */
export function requireText(what, text, where) {
  if (text !== undefined && text !== '') return text;
  noteLacking(what, where);
  return '';
}
