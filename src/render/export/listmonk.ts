/**
 * listmonk: CSV with exactly `email,name,attributes`, the last a JSON object. It passes over what is no
 * JSON and imports the person without; an address of more than 1,000 bytes is refused; of an address that
 * stands there twice, the last row wins.
 *
 * Source: knadh/listmonk, internal/subimporter/importer.go (LoadCSV, ValidateFields)
 */
import type { Recipient } from '../../domain/hand-over.ts';
import {
  FORMER,
  nameFormerPartners,
  OWN_FACTS,
  PARTNER_FACTS,
  tellExtraFacts,
  tellOwnFact,
  tellPartnerFact,
} from './columns.ts';
import { makeCsvFiles } from './csv-for-programs.ts';
import { type ExportContext, type ExportFormat, NO_LIMITS } from './format.ts';

export const listmonk: ExportFormat = {
  limits: { ...NO_LIMITS, needsAddress: true, longestAddress: 1000 },
  isOfPairs: false,
  listColumns: (_, context) => [
    { name: 'email', kind: 'address', from: 'email', getCell: ({ person }) => person.email },
    { name: 'name', kind: 'text', from: 'name', getCell: ({ person }) => person.name },
    { name: 'attributes', kind: 'text', from: null, getCell: one => JSON.stringify(makeAttributes(one, context)) },
  ],
  makeFiles: sheets => makeCsvFiles(sheets, ','),
};

function makeAttributes(recipient: Recipient, context: ExportContext): object {
  const { extra, since } = context.handing;
  const { person, partners } = recipient;
  return {
    ...Object.fromEntries(
      OWN_FACTS.filter(fact => fact !== 'name').map(fact => [fact, tellOwnFact(fact, recipient, context)]),
    ),
    partners: partners.map(partner =>
      Object.fromEntries(PARTNER_FACTS.map(fact => [fact, tellPartnerFact(fact, partner, context)])),
    ),
    ...(since === null ? {} : { [FORMER]: nameFormerPartners(recipient) }),
    ...tellExtraFacts(person, extra),
  };
}
