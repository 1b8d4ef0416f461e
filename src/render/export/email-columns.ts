/** What sheets with a row a tandem ask of the people in them: an address each. */
import type { ExportColumn } from './columns.ts';

export function listAddressColumns(): readonly ExportColumn[] {
  return [{ name: 'email', kind: 'address', from: 'email', getCell: ({ person }) => person.email }];
}
