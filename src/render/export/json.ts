/**
 * All that is handed over, for scripts: `hand-over.json`. Every text is as in the sheets, byte for byte; control
 * characters and what a CI system would run are escaped, so that a script may print it.
 */
import { type NamedPerson, pickNamedPerson } from '../../domain/decisions.ts';
import type { ExtraColumn, HandOver, Recipient } from '../../domain/hand-over.ts';
import type { Participant } from '../../domain/roster.ts';
import { renderJson } from '../layout/neutralise-ci-commands.ts';
import { tellExtraFacts } from './columns.ts';
import { type ExportFormat, makeTextFile, NO_LIMITS } from './format.ts';

export const json: ExportFormat = {
  limits: NO_LIMITS,
  isOfPairs: false,
  listColumns: () => [],
  makeFiles: (_, { handing }) =>
    new Map([['hand-over.json', makeTextFile([renderJson(buildHandOver(handing))], handing.tandems.length)]]),
};

function buildHandOver({ run, since, includesDrafts, tandems, ended, mailings, extra }: HandOver): object {
  return {
    ...{ schemaVersion: 1, run, since, includesDrafts },
    tandems: tandems.map(({ mentor, mentee, status }) => ({
      ...{ mentor: pickNamedPerson(mentor), mentee: pickNamedPerson(mentee), status },
    })),
    ended: ended.map(({ mentor, mentee }) => ({ mentor: pickFormer(mentor), mentee: pickFormer(mentee) })),
    groups: Object.fromEntries(
      mailings.map(({ group, recipients }) => [group, recipients.map(one => buildRecipient(one, extra))]),
    ),
  };
}

function buildRecipient({ side, person, partners, former }: Recipient, extra: readonly ExtraColumn[]): object {
  return {
    ...{ role: side, ...buildPerson(person), partners: partners.map(buildPerson) },
    former: former.map(pickFormer),
    ...(extra.length === 0 ? {} : { columns: tellExtraFacts(person, extra) }),
  };
}

/** Who has left is named, and can not be written to. */
function pickFormer({ id, name }: NamedPerson): object {
  return { id, name };
}

/** What people tell each other anyway: no rank, no manager, nobody's wishes. */
function buildPerson({ id, name, email, department, country, city, languages, topics }: Participant): object {
  return { id, name, email, department, country, city, languages, topics };
}
