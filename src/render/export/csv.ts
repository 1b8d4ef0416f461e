/**
 * Sheets for people, to look through and to keep: a row a person, and `tandems.csv` with a row a tandem. They open by a
 * double click in Excel (see ../run/csv.ts); neutralised are all cells but addresses and phone numbers.
 */
import { type HandedTandem, TANDEMS_FILE } from '../../domain/hand-over.ts';
import type { Side } from '../../domain/roster.ts';
import { type CellUse, listColumns, PLAIN_NAMES } from './columns.ts';
import { type ExportFormat, listRows, makeTextFile, NO_LIMITS } from './format.ts';
import { writeSheetForPeople } from './sheet-for-people.ts';

export const csv: ExportFormat = {
  limits: { ...NO_LIMITS, isForPeople: true },
  isOfPairs: false,
  listColumns: (mailing, context) => listColumns(mailing, context.handing, PLAIN_NAMES, context),
  makeFiles: (sheets, { handing, delimiter }) =>
    new Map([
      ...sheets.map(sheet => {
        const table = { header: sheet.columns.map(({ name }) => name), rows: listRows(sheet) };
        const kinds = sheet.columns.map(({ kind }) => kind);
        const text = writeSheetForPeople(table, kinds, delimiter);
        return [`${sheet.group}.csv`, makeTextFile(text, sheet.recipients.length, sheet.group)] as const;
      }),
      [`${TANDEMS_FILE}.csv`, makeTextFile(writeTandems(handing.tandems, delimiter), handing.tandems.length)],
    ]),
};

const FACTS = ['id', 'name', 'email', 'department', 'country'] as const;
const SIDES: readonly Side[] = ['mentor', 'mentee'];

/** The tandems as they are in the run, ordered by mentor and mentee; what people noted beside them stays there. */
function writeTandems(tandems: readonly HandedTandem[], delimiter: string): Iterable<string> {
  const columns = SIDES.flatMap(side => FACTS.map(fact => ({ side, fact })));
  const kinds = columns.map(({ fact }): CellUse => (fact === 'email' ? 'address' : 'text'));
  const rows = tandems.map(tandem => [...columns.map(({ side, fact }) => tandem[side][fact]), tandem.status]);
  const header = [...columns.map(({ side, fact }) => `${side}_${fact}`), 'status'];
  return writeSheetForPeople({ header, rows }, [...kinds, 'text'], delimiter);
}
