import type { FileContent } from '../domain/disk.ts';
import { HAND_OVER_FILES } from '../domain/hand-over.ts';
import type { MadeHandOver } from '../folders/hand-over-run.ts';
import { putSheet } from '../io/put.ts';
import { isHandedOver, renderHandedOver } from '../render/run/handed-over.ts';
import { isProblemTable } from '../render/run/problem-table.ts';
import { publishUnlessDry } from './publish-unless-dry.ts';

/** What a call says of how a hand-over is written. */
export interface WritingCall {
  readonly out: string;
  /** Whether it is noted what was handed over; it is where nothing is said. */
  readonly record?: boolean;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** What became of it: the files that would be replaced, where nothing was written, and where it was noted. */
export interface WrittenHandOver {
  readonly replaced: readonly string[] | null;
  readonly record: string | null;
}

/** Writes the files of a hand-over, all or none, and then notes that people know of their tandems. */
export async function publishHandOver(
  { kept, record }: Pick<MadeHandOver, 'kept' | 'record'>,
  files: ReadonlyMap<string, FileContent>,
  call: WritingCall,
): Promise<WrittenHandOver> {
  const publication = {
    ...{ ...HAND_OVER_FILES, folder: call.out, files, force: call.force ?? false, inputs: kept },
    isOurs: isProblemTable,
  };
  const replaced = await publishUnlessDry(publication, call);
  if (replaced !== null || call.record === false) return { replaced, record: null };
  putSheet(record.file, '--from', renderHandedOver(record.next), isHandedOver);
  return { replaced, record: record.file };
}
