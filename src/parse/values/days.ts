/**
 * A day as YYYY-MM-DD from 2026-03-01, 01.03.2026 or 1.3.2026; null where it is no day.
 * 01/03/2026 is refused: it means two.
 */
export function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : german ? german.slice(1).reverse() : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const isDay =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= countDaysInMonth(Number(year), Number(month));
  return isDay ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

function countDaysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The same day of the month some months later, or the last of that month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const later = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(later / 12), (later % 12) + 1];
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(Math.min(date, countDaysInMonth(toYear, toMonth)))}`;
}

/**
 * Milliseconds from 1970-01-01 to noon (UTC) of a day, by counting days from March on, so that leap days come last.
 * Hinnant, chrono-compatible low-level date algorithms (2013), days_from_civil.
 */
export function computeNoon(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return ((era * 146_097 + dayOfEra - 719_468) * 24 + 12) * 3_600_000;
}

/**
 * A day as spreadsheets show what they took for one: 13-Feb, Feb-13, 13. Feb, 13.02.2026, 2026-02-13. MAR-12 is a name.
 */
export function mayBeDay(cell: string): boolean {
  if (cell.length > LONGEST_SHOWN || !BETWEEN_PARTS.test(cell) || !/\d/u.test(cell)) return false;
  return IN_DIGITS.test(cell) || (/\p{Ll}/u.test(cell) && WITH_MONTH.test(cell));
}

const LONGEST_SHOWN = 14;

/** There are many ids without any of these, and looking at them in full takes its time. */
const BETWEEN_PARTS = /[-. ]/u;

const IN_DIGITS = /^(?:\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})$/u;

/** As programs shorten them in seven languages. */
const MONTH = `(?:${[
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sept?', 'oct', 'nov', 'dec'],
  ...['mär', 'mrz', 'mai', 'okt', 'dez', 'févr?', 'mars', 'avr', 'juin', 'juil', 'août', 'déc'],
  ...['gen', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'dic', 'ene', 'abr', 'mrt', 'mei'],
  ...['sty', 'lut', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paź', 'lis', 'gru'],
].join('|')})`;

const WITH_MONTH = new RegExp(
  String.raw`^(?:\d{1,2}[-. ]\s?${MONTH}\.?(?:[-. ]\s?\d{2,4})?|${MONTH}\.?[-. ]\s?\d{2,4})$`,
  'iu',
);
