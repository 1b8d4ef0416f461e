/**
 * First meetings as iCalendar (RFC 5545, RFC 5546): times in UTC, since Outlook passes over time zones that Windows
 * does not know; lines are folded by octets (ical-generator). As a file that somebody imports, METHOD:PUBLISH; as an
 * invitation, METHOD:REQUEST with ORGANIZER and the same method in the mail; METHOD:CANCEL takes one back. Nothing
 * depends on a clock: DTSTAMP is the start.
 *
 * Sources: learn.microsoft.com answers 814077 (time zones); RFC 5546, 3.2.2 and 3.2.5 (updates and cancellations)
 */
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { KickOff } from '../../domain/hand-over.ts';

/** What happens to an event: it is shown, people are asked to come, or it is off. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly people: readonly { readonly name: string; readonly address: string }[];
}

/** A calendar of some events. */
export function renderCalendar(events: readonly CalendarEvent[], kickOff: KickOff, method: CalendarMethod): string {
  const calendar = ical({ prodId: '//rmentor//rmentor//EN', method: ICalCalendarMethod[method] });
  const start = new Date(kickOff.start);
  for (const { uid, sequence, title, people } of events) {
    const event = calendar.createEvent({
      ...{ id: uid, sequence, stamp: start, start, end: new Date(kickOff.start + kickOff.minutes * 60_000) },
      ...{
        summary: makeLine(title),
        status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      },
    });
    if (method === 'PUBLISH' || kickOff.organiser === null) continue;
    event.organizer({ name: kickOff.organiser, email: kickOff.organiser });
    for (const { name, address } of people) {
      event.createAttendee({
        ...{ name: makeParameter(name), email: address, rsvp: method === 'REQUEST' },
        ...{ role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION },
      });
    }
  }
  return `${calendar.toString()}\r\n`;
}

/** A text in one line, without what controls anything. */
export function makeLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** A text as the value of a parameter, which can hold no double quote (RFC 5545, 3.2). */
function makeParameter(text: string): string {
  return makeLine(text).replaceAll('"', "'");
}
