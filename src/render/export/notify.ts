/**
 * GOV.UK Notify: CSV whose first column is `email address`. A placeholder of the template must be a column and no cell
 * of it may be empty; the recipient's column may stand there once; any other name that is repeated becomes a list, so
 * that each partner is a cell of `partners`. It refuses a whole file with more than 100,000 rows, and addresses with
 * letters beyond ASCII, quotes or semicolons before the @.
 *
 * Source: alphagov/notifications-utils, recipients.py (get_rows, _get_error_for_field) and
 * recipient_validation/email_address.py; the number of rows: notifications.service.gov.uk/guidance/bulk-sending
 */
import type { Recipient } from '../../domain/hand-over.ts';
import type { Participant } from '../../domain/roster.ts';
import {
  countPartners,
  type ExportColumn,
  FORMER,
  makeExtraColumn,
  nameFormerPartners,
  OWN_FACTS,
  tellOwnFact,
  tellPartnerFact,
} from './columns.ts';
import { makeCsvFiles } from './csv-for-programs.ts';
import { type ExportContext, type ExportFormat, NO_LIMITS } from './format.ts';

const MOST_ROWS = 100_000;

export const notify: ExportFormat = {
  limits: {
    ...NO_LIMITS,
    ...{ needsAddress: true, longestAddress: 320, mailbox: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+$/iu },
  },
  isOfPairs: false,
  listColumns: (mailing, context) => {
    const { extra, since } = context.handing;
    const columns: ExportColumn[] = [
      ...OWN_FACTS.map(fact => makeTextColumn(fact, fact, one => tellOwnFact(fact, one, context))),
      ...countPartners(mailing).map(number => ({
        ...makeTextColumn('partners', null, one => tellPartner(one, number, context)),
        isListed: true,
      })),
      ...(since === null ? [] : [makeTextColumn(FORMER, null, nameFormerPartners)]),
      ...extra.map(column => makeExtraColumn(column, column.header)),
    ];
    const filled = columns.map(column => fillColumn(column, context.handOver.nothing));
    return [
      { name: 'email address', kind: 'address', from: 'email', getCell: ({ person }) => person.email },
      ...filled,
    ];
  },
  makeFiles: sheets => makeCsvFiles(sheets, ',', MOST_ROWS),
};

function makeTextColumn(name: string, from: string | null, getCell: ExportColumn['getCell']): ExportColumn {
  return { name, kind: 'text', from, getCell };
}

/** Cells of a list may be empty: Notify leaves them out of it. */
function fillColumn(column: ExportColumn, nothing: string): ExportColumn {
  return column.isListed ? column : { ...column, getCell: one => column.getCell(one) || nothing };
}

/** "Ada Brandt, Marketing, ada@example.org" */
function tellPartner({ partners }: Recipient, number: number, context: ExportContext): string {
  const partner: Participant | undefined = partners[number - 1];
  if (partner === undefined) return '';
  return (['name', 'department', 'email'] as const)
    .map(fact => tellPartnerFact(fact, partner, context))
    .filter(text => text !== '')
    .join(', ');
}
