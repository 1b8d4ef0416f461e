/** Which of the files that were dropped is what: only proposed, and chosen by whoever dropped them. */
import type { Disk } from '../../domain/disk.ts';
import { BUNDLED, RUN } from '../../domain/run-files.ts';
import { FOUND_ROLES, judgeSheets } from '../../features/setup/judge-sheets.ts';
import { readInEachRole } from '../../features/setup/read-in-each-role.ts';
import { listVisibleSheets } from '../../parse/text/sheet-names.ts';
import type { Source } from '../../parse/text/sheet-source.ts';
import { RUN_FOLDER } from './dropped-disk.ts';
import { isKnown } from './place-files.ts';
import type { EngineAnswer, SortedRole } from './questions.ts';

export async function sortSheets(disk: Disk, files: ReadonlyMap<string, Uint8Array>): Promise<EngineAnswer> {
  const paths = [...files.keys()].filter(path => !path.startsWith(`${RUN_FOLDER}/`) && !isNoSheet(path));
  const sources = await Promise.all(paths.map(path => openSheets(disk, path)));
  const found = sources.flat().map(source => {
    const readings = readInEachRole(source);
    return { name: source.file, readings, rows: readings.reduce((most, { rows }) => Math.max(most, rows), 0) };
  });
  const judged = judgeSheets(found);
  const findRole = (at: number): SortedRole | null =>
    isTandems(found[at]!.name) ? 'previous' : (FOUND_ROLES.find(role => judged[role] === at) ?? null);
  const sheets = found.map(({ name, rows }, at) => ({ path: name, rows, role: findRole(at) }));
  return { kind: 'sorted', sheets, isRun: files.has(`${RUN_FOLDER}/${RUN.marker}`) };
}

/** What is no sheet of a programme: pages and records, and what follows from a run. */
function isNoSheet(path: string): boolean {
  return /\.(?:json|html|md)$/iu.test(path) || (isKnown(path) && !isTandems(path) && !path.startsWith(BUNDLED));
}

/** The tandems of a run without the run, or what was decided of them. */
function isTandems(name: string): boolean {
  return name === 'tandems.csv' || name === 'decisions.csv';
}

async function openSheets(disk: Disk, path: string): Promise<readonly Source[]> {
  const opened = (await disk.readSheets([path])).get(path)!;
  const sheets = opened.workbook?.value == null ? [] : listVisibleSheets(opened.workbook.value.sheets);
  if (sheets.length < 2) return [{ file: path, ...opened }];
  return sheets.map(({ name }) => ({ file: `${path}#${name}`, ...opened, sheet: name }));
}
