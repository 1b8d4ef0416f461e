/** Letters that no decomposition takes to ASCII, and umlauts as German headquarters write them. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

/**
 * The part of an e-mail address before the @, in ASCII: "Søren Åkerblom" → "soren.akerblom". It holds one full stop
 * and no digit, so that a number after it never makes it somebody else's.
 */
export function makeAccount(firstName: string, lastName: string): string {
  return `${transliterate(firstName)}.${transliterate(lastName)}`;
}

function transliterate(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^a-z-]/g, letter => LETTERS.get(letter) ?? letter.normalize('NFD'))
    .replace(/[^a-z-]/g, '');
}
