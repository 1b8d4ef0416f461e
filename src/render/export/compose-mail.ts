/**
 * Drafts as mails (RFC 5322, RFC 2045 to 2047): every header is ASCII, whatever is in it, and has the lines that are
 * given here and none more. There is no day and no number: the mail program gives them when somebody sends the draft.
 * Written here, because the library for it (nodemailer) always writes both, and brings clients for networks along;
 * tests read each mail back with a reader that is not ours.
 */
import type { MailDraft } from '../../domain/hand-over.ts';

/** The text of a mail, with lines that end as mails have them. */
export function composeMail({ from, to, subject, text, calendar }: MailDraft): string {
  const head = [
    'X-Unsent: 1',
    ...(from === null ? [] : [`From: ${encodeAddress(from)}`]),
    `To: ${to.map(({ name, address }) => `${encodeWords(name)}\r\n <${encodeAddress(address)}>`).join(',\r\n ')}`,
    `Subject: ${encodeWords(subject)}`,
    'MIME-Version: 1.0',
  ];
  const letter = makePart('text/plain; charset=utf-8', text.replace(/\r?\n/gu, '\r\n'));
  if (calendar === null) return [...head, letter].join('\r\n');
  const invitation = makePart(`text/calendar; charset=utf-8; method=${calendar.method}`, calendar.text);
  const attached = makePart('application/ics; name=invite.ics', calendar.text, 'attachment; filename=invite.ics');
  const both = joinParts('alternative', [letter, invitation]);
  return [...head, joinParts('mixed', [both, attached])].join('\r\n');
}

/** Base64 holds no line that could be taken for the end of a part. */
function makePart(type: string, text: string, disposition: string | null = null): string {
  const lines = encodeBase64(text).match(/.{1,76}/gu) ?? [];
  const head = [
    `Content-Type: ${type}`,
    ...(disposition === null ? [] : [`Content-Disposition: ${disposition}`]),
    'Content-Transfer-Encoding: base64',
  ];
  return [...head, '', ...lines, ''].join('\r\n');
}

function joinParts(kind: 'alternative' | 'mixed', parts: readonly string[]): string {
  const boundary = `rmentor-${kind}`;
  const body = parts.map(part => `--${boundary}\r\n${part}`).join('\r\n');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${body}\r\n--${boundary}--\r\n`;
}

/** Letters, digits and what else stands for nothing in a header. */
const PLAIN = /^[A-Za-z0-9](?:[A-Za-z0-9 '-]{0,58}[A-Za-z0-9])?$/u;

/** The bytes of an encoded word, so that with what is around it there are no more than 75 characters (RFC 2047, 2). */
const MOST_BYTES = 42;

/** A text in a header: as it is, or as encoded words, none of which cuts a character. */
function encodeWords(text: string): string {
  if (PLAIN.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (countBytes(word + character) > MOST_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map(one => `=?UTF-8?B?${encodeBase64(one)}?=`).join('\r\n ');
}

/**
 * An address whose domain is ASCII, as mail servers want it. What stands before the @ is ASCII already (see eml.ts).
 */
function encodeAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return /^[!-~]+$/u.test(domain) ? address : `${address.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
}

function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

function encodeBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join(''));
}
