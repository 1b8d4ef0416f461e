/** The first meetings of tandems as calendars show them. */
import type { PlannedEvent } from '../../domain/hand-over.ts';
import type { Participant, Side } from '../../domain/roster.ts';
import type { ExportContext } from './format.ts';
import type { CalendarEvent } from './icalendar-text.ts';

/**
 * @returns each with whoever of the two takes part now; who has left is named where the
 * sheets still do, and not invited.
 */
export function describeEvents(
  events: readonly PlannedEvent[],
  { handOver, people, calendar }: ExportContext,
): CalendarEvent[] {
  const find = (side: Side, id: string): Participant | undefined => people[side].get(id);
  return events.map(({ uid, sequence, mentor, mentee }) => {
    const both = [find('mentor', mentor), find('mentee', mentee)];
    const names = [both[0]?.name ?? mentor, both[1]?.name ?? mentee] as const;
    return {
      ...{ uid, sequence, title: handOver.eventTitle(calendar?.kickOff.programme ?? '', ...names) },
      people: both.flatMap(one =>
        one === undefined || one.email === '' ? [] : [{ name: one.name, address: one.email }],
      ),
    };
  });
}
