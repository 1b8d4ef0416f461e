/** Which texts mail programs take for an address. */

/** Whether a text can be the name of a mail server, in any script. */
export function isMailDomain(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}.-]+$/u.test(text) && URL.canParse(`http://${text}`);
}

/** Whether a text is one address and nothing else, so that a header of a mail may hold it: ASCII before the @. */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && /^[\w.!#$%&'*+/=?^`{|}~-]+$/u.test(text.slice(0, at)) && isMailDomain(text.slice(at + 1));
}
