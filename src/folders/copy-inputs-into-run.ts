import type { Disk } from '../domain/disk.ts';
import type { Role } from '../domain/input-roles.ts';
import { BUNDLED } from '../domain/run-files.ts';
import type { InputPaths } from './inputs.ts';

/**
 * Copies of a programme's inputs that stand in the folder of its run, and the inputs by the names that they have there.
 */
export interface Bundle {
  readonly paths: Omit<InputPaths, 'out'>;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Names a copy of each input for what it is, whatever it was called: input-mentors.csv. Two
 * sheets of one workbook are one file.
 * @param bytes of each input as it was read, by its name.
 */
export function makeBundle(
  disk: Disk,
  { config, sheets, history }: InputPaths,
  bytes: ReadonlyMap<string, Uint8Array>,
): Bundle {
  const files = new Map<string, Uint8Array>();
  const names = new Map<string, string>();
  const take = (path: string, called: string): string => {
    const { path: file, sheet } = disk.splitSheetPath(path);
    const content = bytes.get(path)!;
    // Standard input that is read for two things is the same each time.
    const name = names.get(file) ?? `${BUNDLED}${called}${findExtension(disk.extname(file), content)}`;
    names.set(file, name);
    files.set(name, content);
    return sheet === null ? name : `${name}#${sheet}`;
  };
  const takeSheet = (role: Role) => sheets[role] && take(sheets[role], role);
  if (config !== null) files.set(BUNDLED_CONFIG, bytes.get(config)!);
  return {
    paths: {
      config: config && BUNDLED_CONFIG,
      sheets: {
        mentors: takeSheet('mentors'),
        mentees: takeSheet('mentees'),
        limits: takeSheet('limits'),
        pairs: takeSheet('pairs'),
        previous: takeSheet('previous'),
        carryOver: sheets.carryOver && take(sheets.carryOver, 'carry-over'),
      },
      history: history.map((path, at) => take(path, `history-${at + 1}`)),
    },
    files,
  };
}

const BUNDLED_CONFIG = `${BUNDLED}config.json`;

/** A workbook says by its bytes that it is one. */
function findExtension(written: string, bytes: Uint8Array): string {
  const extension = written.toLowerCase();
  if (/^\.[a-z0-9]{1,8}$/u.test(extension)) return extension;
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? '.xlsx' : '.csv';
}
