/**
 * The sheets of people as their page shows them: cells as they were understood to be,
 * numbered as a spreadsheet numbers them.
 */
import type { Disk } from '../../domain/disk.ts';
import type { Inputs } from '../../folders/inputs.ts';
import { readConfig } from '../../parse/config/config.ts';
import { deriveReading } from '../../parse/config/sheet-reading.ts';
import { readShownTable } from '../../parse/programme.ts';
import type { ShownSheet } from './questions.ts';

export async function showSheets(
  disk: Disk,
  { understood, paths: { config } }: Inputs,
): Promise<readonly ShownSheet[]> {
  const shown: ShownSheet[] = [];
  const settings = config === null ? {} : readConfig(config, disk.readBytes(config)).value;
  const { columns } = deriveReading(settings, config ?? '').value;
  for (const { role, file } of understood.sheets) {
    const found = (await disk.readSheets([file])).get(file)!;
    const table = readShownTable(role, { file, ...found }, columns, settings.encoding ?? null);
    if (table !== null) shown.push({ role, file, ...pick(table) });
  }
  return shown;
}

function pick({ header, headerRow, rows }: Omit<ShownSheet, 'role' | 'file'>) {
  return { header, headerRow, rows: rows.map(({ row, cells }) => ({ row, cells })) };
}
