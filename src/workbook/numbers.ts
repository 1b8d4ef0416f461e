/**
 * How spreadsheets show numbers. Format codes: ECMA-376 part 1, §18.8.30 and §18.8.31.
 */

/**
 * A number with the 15 digits that spreadsheets keep; of a longer one the beginning alone is
 * certain, and only that is given.
 */
export function formatNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  if (Math.abs(rounded) < 1e15) return String(rounded);
  return rounded.toExponential(14).replace(/\.?0*e\+/u, 'E+');
}

/** Formats of Excel that a style names by number, and that show a day or a time. */
const DAYS = /^(?:1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8])$/u;

/** Whether a format shows a number as a day or a time. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return DAYS.test(String(id));
  if (/\[(?:h+|m+|s+)\]/iu.test(code)) return true;
  return /[ydhs]|m{3}|am\/pm|a\/p/iu.test(stripTexts(code).replace(/General/giu, ''));
}

/** A format without what it only puts beside a number: colours, languages, texts, blanks. */
function stripTexts(code: string): string {
  return code.replace(/\[[^\]]*\]|\\.|"[^"]*"|[*_]./gu, '');
}

/** Signs that a format shows as they are. */
const AS_THEY_ARE = /^[-+() :!^&'~{}<>=$]$/u;
/** The part of a format for numbers from 0. */
const SECTION = /^(?:"[^"]*"|\\.|[^;"])*/u;
/** A piece of a format: a digit, General, a text, blanks, a colour or language, or anything else. */
const PIECE = /([0#?])|(General)|"([^"]*)"|\\(.)|[*_].|\[(?:\$([^\]-]*)[^\]]*|[A-Z]{3,7})\]|(.)/giu;
const ZEROS = /^0+$/u;

/**
 * A whole number as a format shows it that only adds zeros and texts, as formats of ids do: 45 by "E"0000 is E0045.
 * Null for all other formats, which show quantities: decimals, thousands, percents, conditions.
 */
export function formatByCode(value: number, code: string): string | null {
  if (!Number.isSafeInteger(value) || value < 0) return null;
  const section = SECTION.exec(code)![0];
  const parts: (string | null)[] = [];
  for (const [piece, digit, general, quoted, escaped, currency, other] of section.matchAll(PIECE)) {
    if (digit !== undefined) parts.push(digit === '0' ? '0' : null);
    else if (general !== undefined) parts.push(null);
    else if (quoted !== undefined || escaped !== undefined) parts.push(` ${quoted ?? escaped}`);
    else if (other !== undefined && !AS_THEY_ARE.test(other)) return null;
    else if (other !== undefined) parts.push(` ${other}`);
    else if (/^[*_]/u.test(piece)) continue;
    else parts.push(` ${currency ?? ''}`);
  }
  return fillDigits(String(Number(value.toPrecision(15))), parts);
}

/**
 * @param parts a text behind a blank, or a digit: '0' for one that shows a zero where
 * there is no digit, null for another.
 */
function fillDigits(digits: string, parts: readonly (string | null)[]): string | null {
  const isDigitPart = (part: string | null) => part === null || part === '0';
  const count = parts.filter(isDigitPart).length;
  if (count === 0) return null;
  let left = digits.length;
  let remaining = count;
  let text = '';
  for (const part of parts.toReversed()) {
    if (!isDigitPart(part)) text = part!.slice(1) + text;
    else {
      remaining--;
      const from = remaining === 0 ? 0 : Math.max(0, left - 1);
      text = (left > 0 ? digits.slice(from, left) : (part ?? '')) + text;
      left = from;
    }
  }
  return text;
}

/** Whether a format shows nothing but zeros in front: 00000. */
export function isZeros(code: string): boolean {
  return ZEROS.test(code);
}

const DAY = 86_400_000;
/** The day 0 of Excel, and of workbooks that came from a Macintosh. */
const DAY_0 = Date.UTC(1899, 11, 30);
const DAY_0_OF_1904 = Date.UTC(1904, 0, 1);
/** Excel takes 1900 for a leap year, so that days before its 29th of February count one less. */
const FIRST_OF_MARCH = 61;

/** A day like 2026-03-01, with the time where there is one; a number below 1 is a time alone. '' for what is no day. */
export function formatDay(value: number, isFrom1904: boolean): string {
  if (!isFrom1904 && value < 0) return '';
  const start = isFrom1904 ? DAY_0_OF_1904 : value < FIRST_OF_MARCH ? DAY_0 + DAY : DAY_0;
  const at = start + Math.round(value * 86_400) * 1000;
  if (!(Math.abs(at) <= 8.64e15)) return '';
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  const clock = time.slice(0, 8);
  if (value >= 0 && value < 1) return clock;
  return clock === '00:00:00' ? day : `${day}T${clock}`;
}
