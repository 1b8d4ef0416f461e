import { EXPORT_TOOLS, type HandedOver } from '../../domain/hand-over.ts';

/**
 * handed-over.json: what each program was handed last, in the order of the programs. Only ids are in it, and no day.
 */
export function renderHandedOver({ records, events }: HandedOver): string {
  const handOvers = records
    .toSorted((one, other) => EXPORT_TOOLS.indexOf(one.tool) - EXPORT_TOOLS.indexOf(other.tool))
    .map(({ tool, run, digest, tandems }) => ({
      ...{ tool, run, digest },
      tandems: tandems.map(({ mentor, mentee }) => ({ mentor, mentee })),
    }));
  return `${JSON.stringify({ schemaVersion: 1, handOvers, ...(events.length === 0 ? {} : { events }) }, null, 2)}\n`;
}

/** Whether a text is such a record. */
export function isHandedOver(text: string): boolean {
  return /^\{\s*"schemaVersion": 1,\s*"handOvers": \[/u.test(text);
}
