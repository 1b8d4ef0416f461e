import { noonOf } from './days.ts';

/**
 * Minutes ahead of UTC of a time zone on a day: of an IANA zone (Europe/Berlin), of UTC, UTC+2 or +05:30. null where the zone
 * is known and no day is given; 'unknown' for anything else.
 */
export function offsetOf(zone: string, day: string): number | null | 'unknown' {
  const fixed = /^(?:UTC|GMT)?\s*(?:([+-])(\d{1,2})(?::?([0-5]\d))?)?$/iu.exec(zone);
  if (fixed) return signed(fixed[1] ?? '+', Number(fixed[2] ?? 0), Number(fixed[3] ?? 0));
  const format = formatFor(zone);
  if (format === null) return 'unknown';
  if (day === '') return null;
  const name = format.formatToParts(noonOf(day)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const found = /^GMT(?:([+-])(\d{2}):(\d{2}))?/u.exec(name);
  return found ? signed(found[1] ?? '+', Number(found[2] ?? 0), Number(found[3] ?? 0)) : 'unknown';
}

function signed(sign: string, hours: number, minutes: number): number | 'unknown' {
  const offset = hours * 60 + minutes;
  if (offset > 14 * 60) return 'unknown';
  return sign === '-' && offset > 0 ? -offset : offset;
}

function formatFor(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}
