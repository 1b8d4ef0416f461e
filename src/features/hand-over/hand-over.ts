import { keyTandem, type NamedPerson, pickNamedPerson, type TandemIds } from '../../domain/decisions.ts';
import { groupBy } from '../../domain/group-by.ts';
import {
  type Audience,
  type EarlierHandOver,
  type ExtraColumn,
  getGroupSide,
  type HandedTandem,
  type HandOver,
  type Mailing,
  type Recipient,
  type RecipientGroup,
} from '../../domain/hand-over.ts';
import { getOtherSide } from '../../domain/pair-keys.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { PairNote } from '../../domain/policy.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import type { TANDEM_STATUSES } from '../../domain/run-files.ts';

/** A finished run whose tandems hold, and what people decided on them since. */
export interface DecidedRun {
  readonly run: string;
  readonly roster: Roster;
  readonly tandems: readonly Tandem[];
  readonly notes: readonly PairNote[];
}

/** What a call asks to be handed over. */
export interface HandOverRequest {
  readonly audiences: readonly Audience[];
  readonly includesDrafts: boolean;
  /** The earlier hand-over since which only changes are told; null where all is. */
  readonly since: EarlierHandOver | null;
  readonly extra: readonly ExtraColumn[];
}

/**
 * What of a run is told to whom. Only tandems that people approved count, unless drafts are asked for; a person all of
 * whose tandems are drafts or declined is told nothing, and is no person without a tandem either. Nobody is told who
 * left, withdrew, or offers no slot.
 */
export function makeHandOver({ run, roster, tandems, notes }: DecidedRun, asked: HandOverRequest): HandOver {
  const { includesDrafts, since, extra } = asked;
  const findStatus = makeStatusLookup(notes);
  const statuses = tandems.map(findStatus);
  const handed = tandems.flatMap((tandem, at): HandedTandem[] => {
    const status = statuses[at]!;
    const isHanded = status === 'approved' || (status === 'draft' && includesDrafts);
    if (!isHanded) return [];
    return [{ mentor: roster.mentors[tandem.mentor]!, mentee: roster.mentees[tandem.mentee]!, status }];
  });
  const ended = since === null ? [] : listEnded(since.tandems, tandems, statuses, roster);
  const paired = { roster, tandems, handed, ended };
  const groups: readonly RecipientGroup[] = [
    ...asked.audiences,
    ...(since === null ? [] : (['ended-mentors', 'ended-mentees'] as const)),
  ];
  const known = new Set(since?.tandems.map(keyTandem));
  const ids = handed.map(({ mentor, mentee }) => ({ mentor: mentor.id, mentee: mentee.id }));
  const mailings = groups.map((group): Mailing => {
    const all = listRecipients(group, paired);
    return { group, recipients: since === null ? all : all.filter(one => isNews(one, known)) };
  });
  const count = (status: (typeof TANDEM_STATUSES)[number]) => statuses.filter(one => one === status).length;
  return {
    ...{ run, ended, mailings },
    ...{ tandems: handed.filter((_, at) => !known.has(keyTandem(ids[at]!))), told: ids },
    counts: { approved: count('approved'), drafts: count('draft'), declined: count('declined') },
    ...{ includesDrafts, since: since?.run ?? null, extra },
  };
}

function makeStatusLookup(notes: readonly PairNote[]): (tandem: Tandem) => (typeof TANDEM_STATUSES)[number] {
  const noted = new Map(notes.map(note => [`${note.mentor} ${note.mentee}`, note]));
  return ({ mentor, mentee }) => {
    const note = noted.get(`${mentor} ${mentee}`);
    return note?.declined ? 'declined' : note?.approved ? 'approved' : 'draft';
  };
}

/** Tandems that people were told of and that are none any more: an approved one that is a draft again still is one. */
function listEnded(
  earlier: readonly TandemIds[],
  tandems: readonly Tandem[],
  statuses: readonly string[],
  roster: Roster,
): HandOver['ended'] {
  const stay = new Set(
    tandems.flatMap(({ mentor, mentee }, at) =>
      statuses[at] === 'declined'
        ? []
        : [keyTandem({ mentor: roster.mentors[mentor]!.id, mentee: roster.mentees[mentee]!.id })],
    ),
  );
  const name = makePersonLookup(roster);
  return earlier
    .filter(ids => !stay.has(keyTandem(ids)))
    .map(({ mentor, mentee }) => ({ mentor: name('mentor', mentor), mentee: name('mentee', mentee) }));
}

/** Somebody by id as the sheets name them today; who is in none is known by the id alone. */
function makePersonLookup({ mentors, mentees, withdrawn }: Roster): (side: Side, id: string) => NamedPerson {
  const people = { mentor: index(mentors), mentee: index(mentees) };
  for (const { side, person } of withdrawn) if (!people[side].has(person.id)) people[side].set(person.id, person);
  return (side, id) => {
    const found = people[side].get(id);
    return found === undefined ? { id, name: '', email: '' } : pickNamedPerson(found);
  };
}

function index(people: readonly Participant[]): Map<string, Participant> {
  return new Map(people.map(person => [person.id, person]));
}

interface Paired extends Pick<HandOver, 'ended'> {
  readonly roster: Roster;
  /** All tandems of the run, and those that are handed over. */
  readonly tandems: readonly Tandem[];
  readonly handed: readonly HandedTandem[];
}

function listRecipients(group: RecipientGroup, { roster, tandems, handed, ended }: Paired): Recipient[] {
  const side = getGroupSide(group);
  const other = getOtherSide(side);
  const partners = groupBy(
    handed,
    one => one[side].id,
    one => one[other],
  );
  const former = groupBy(
    ended,
    one => one[side].id,
    one => one[other],
  );
  const inAny = new Set(tandems.map(tandem => tandem[side]));
  return roster[`${side}s`].flatMap((person, at): Recipient[] => {
    const recipient = { side, person, partners: partners.get(person.id) ?? [], former: former.get(person.id) ?? [] };
    return isIn(group, recipient, inAny.has(at)) ? [recipient] : [];
  });
}

/** @param isPaired whether the person is in any tandem of the run, handed over or not. */
function isIn(group: RecipientGroup, { person, partners, former }: Recipient, isPaired: boolean): boolean {
  switch (group) {
    case 'mentors':
    case 'mentees':
      return partners.length > 0;
    case 'ended-mentors':
    case 'ended-mentees':
      return partners.length === 0 && former.length > 0;
    case 'unmatched-mentors':
    case 'unmatched-mentees':
      return !isPaired && former.length === 0 && !isWithoutSlots(person);
  }
}

function isWithoutSlots(person: Participant): boolean {
  return 'capacity' in person && person.capacity === 0;
}

/** Whether somebody has a partner of whom they were not told, or lost one of whom they were. */
function isNews({ side, person, partners, former }: Recipient, known: ReadonlySet<string>): boolean {
  const key = (partner: Participant) =>
    keyTandem(
      side === 'mentor' ? { mentor: person.id, mentee: partner.id } : { mentor: partner.id, mentee: person.id },
    );
  return former.length > 0 || partners.some(partner => !known.has(key(partner)));
}
