/**
 * First meetings for a calendar: a file a tandem, and `kick-offs.ics` with all of them, to import.
 * A second import doubles an event.
 *
 * Sources: RFC 5545; RFC 5546, 3.2.1 and 3.2.5 (what is published, and taken back)
 */

import { listAddressColumns } from './email-columns.ts';
import type { ExportContext, ExportedFile, ExportFormat } from './format.ts';
import { makeTextFile, NO_LIMITS } from './format.ts';
import { renderCalendar } from './icalendar-text.ts';
import { describeEvents } from './tandem-events.ts';

export const ics: ExportFormat = {
  limits: { ...NO_LIMITS, needsAddress: false },
  isOfPairs: true,
  listColumns: listAddressColumns,
  makeFiles: (_, context) => new Map(makeCalendars(context)),
};

function makeCalendars(context: ExportContext): [string, ExportedFile][] {
  const { calendar } = context;
  if (calendar === null) return [];
  const { kickOff, plan } = calendar;
  const events = describeEvents(plan.events, context);
  const off = describeEvents(plan.cancelled, context);
  const all =
    events.length === 0 ? [] : [['kick-offs.ics', renderCalendar(events, kickOff, 'PUBLISH'), events.length] as const];
  return [
    ...all.map(([name, text, rows]) => [name, makeTextFile([text], rows)] as [string, ExportedFile]),
    ...events.map((event, at): [string, ExportedFile] => [
      `tandem-${at + 1}.ics`,
      makeTextFile([renderCalendar([event], kickOff, 'PUBLISH')], 1),
    ]),
    ...off.map((event, at): [string, ExportedFile] => [
      `cancel-${at + 1}.ics`,
      makeTextFile([renderCalendar([event], kickOff, 'CANCEL')], 1),
    ]),
  ];
}
