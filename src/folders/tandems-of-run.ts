import { pickIds } from '../domain/decisions.ts';
import type { Disk } from '../domain/disk.ts';
import type { EarlierHandOver } from '../domain/hand-over.ts';
import type { Roster } from '../domain/roster.ts';
import { readRunEarlier } from '../parse/run-table-ids.ts';
import { makeDoesNotHoldError } from './saved-run.ts';

const TANDEMS = 'tandems.csv';

/** The tandems of an earlier run that people know, by its folder: those that were not declined. */
export function readTandemsOfRun(disk: Disk, folder: string, roster: Roster): EarlierHandOver {
  disk.recover(folder);
  const found = readRunEarlier(disk.readBytes(disk.join(folder, TANDEMS)), roster);
  if ('kind' in found) {
    throw makeDoesNotHoldError(
      folder,
      found.kind === 'unreadable'
        ? { kind: 'file-unreadable', file: TANDEMS, problem: found.problem }
        : { kind: 'file-faulty', file: TANDEMS, fault: found },
    );
  }
  return { run: folder, tandems: found.filter(({ status }) => status !== 'declined').map(pickIds) };
}
