/** The record of what was handed over of a programme: where it is, what it says, and what it is to say next. */
import { keyTandem, type TandemIds } from '../domain/decisions.ts';
import type { Disk } from '../domain/disk.ts';
import { UserError } from '../domain/errors.ts';
import { HANDED_OVER, type HandedEvent, type HandedOver, type HandOverRecord } from '../domain/hand-over.ts';
import { readHandedOver } from '../parse/handed-over.ts';

/**
 * Where it is kept what was handed over of a programme: beside its config, or where it has
 * none, beside the folder of its run.
 */
export function findHandedOverFile(disk: Disk, config: string | null, run: string): string {
  return disk.join(disk.dirname(config ?? run), HANDED_OVER);
}

/** What was handed over so far; nothing where there is no record. */
export function readHandOvers(disk: Disk, file: string): HandedOver {
  if (!disk.exists(file)) return { records: [], events: [] };
  const found = readHandedOver(disk.readBytes(file));
  if (found === null) throw new UserError({ kind: 'record-broken', path: file });
  return found;
}

/** Every tandem that people know of, whichever program told them, by its key. */
export function listToldTandems({ records }: HandedOver): ReadonlySet<string> {
  return new Set(records.flatMap(({ tandems }) => tandems.map(keyTandem)));
}

/**
 * Adds what is handed over to a program now.
 * @param planned what calendars know from now on; null where nothing was said of that.
 * @param stillKnown whether people go on knowing of the earlier tandems, because nobody was told that some ended.
 */
export function addHandOver(
  { records, events }: HandedOver,
  record: HandOverRecord,
  stillKnown: boolean,
  planned: readonly HandedEvent[] | null,
): HandedOver {
  const earlier = records.find(({ tool }) => tool === record.tool)?.tandems ?? [];
  const tandems = stillKnown ? mergeTandems(record.tandems, earlier) : record.tandems;
  const others = records.filter(({ tool }) => tool !== record.tool);
  return { records: [...others, { ...record, tandems }], events: planned ?? events };
}

function mergeTandems(now: readonly TandemIds[], earlier: readonly TandemIds[]): readonly TandemIds[] {
  const keys = new Set(now.map(keyTandem));
  return [...now, ...earlier.filter(ids => !keys.has(keyTandem(ids)))];
}
