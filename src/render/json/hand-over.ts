import type { ToldHandOver } from '../../domain/hand-over.ts';

/** What `export --json` prints: which files were written, and how many people and tandems they tell of; no name. */
export function buildHandOverJson({
  tool,
  folder,
  isWritten,
  files,
  handing,
  disclosed,
  record,
}: ToldHandOver): object {
  const { run, since, includesDrafts, counts, tandems, ended } = handing;
  return {
    ...{ tool, folder, written: isWritten, run, since, includesDrafts },
    ...{ files, record, disclosed },
    tandems: { ...counts, handedOver: tandems.length, ended: ended.length },
  };
}
