/** Columns whose words the config can map. */
export const MAPPED = [
  'status',
  'level',
  'capacity',
  'min_load',
  'wants',
  'priority',
  'country',
  'languages',
  'timezone',
] as const;
export type MappedColumn = (typeof MAPPED)[number];

/** By column, what words mean: the setting "values". */
export type ValueSettings = Readonly<Partial<Record<MappedColumn, Readonly<Record<string, string | number>>>>>;

export function isMapped(column: string | null): column is MappedColumn {
  return MAPPED.some(name => name === column);
}

export function findMappedColumn(name: string): MappedColumn | null {
  return isMapped(name) ? name : null;
}

/** Whether the words of a column mean numbers. */
export function isCounted(column: MappedColumn): boolean {
  return COUNTED.includes(column);
}

const COUNTED: readonly MappedColumn[] = ['capacity', 'min_load', 'wants', 'priority'];

/** The setting with what words mean now. */
export function addValues(
  settings: ValueSettings,
  meant: readonly { readonly column: MappedColumn; readonly word: string; readonly meaning: string | number }[],
): ValueSettings {
  let all = settings;
  for (const { column, word, meaning } of meant) {
    all = { ...all, [column]: { ...all[column], [word]: meaning } };
  }
  return all;
}
