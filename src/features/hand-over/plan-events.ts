import { keyTandem, type TandemIds } from '../../domain/decisions.ts';
import { computeDigest } from '../../domain/digest.ts';
import type { EventPlan, HandedEvent, KickOff, PlannedEvent } from '../../domain/hand-over.ts';

/**
 * Plans the first meetings of tandems. Calendars take an event for another state of one that they have where it has the
 * same UID and a higher SEQUENCE (RFC 5546, 2.1.4 and 3.2): so the number grows where the time has changed, and where a
 * meeting is cancelled; the same call gives the same events. What makes the UID is the programme, the round and the two
 * ids, so that a next round has events of its own.
 */
export function planEvents(
  tandems: readonly TandemIds[],
  ended: readonly TandemIds[],
  kickOff: KickOff,
  earlier: readonly HandedEvent[],
): EventPlan {
  const known = new Map(earlier.map(event => [keyTandem(event), event]));
  const digest = computeDigest({ start: kickOff.start, minutes: kickOff.minutes });
  const plan = (ids: TandemIds, state: string | null): HandedEvent => {
    const before = known.get(keyTandem(ids));
    const sequence = before === undefined ? 0 : before.digest === state ? before.sequence : before.sequence + 1;
    const { mentor, mentee } = ids;
    return { mentor, mentee, sequence, digest: state };
  };
  const now = tandems.map(ids => plan(ids, digest));
  // Nobody needs to hear that a meeting is off of which no calendar knows.
  const off = ended.filter(ids => known.has(keyTandem(ids))).map(ids => plan(ids, null));
  for (const event of [...now, ...off]) known.set(keyTandem(event), event);
  return {
    events: now.map(event => nameEvent(event, kickOff)),
    cancelled: off.map(event => nameEvent(event, kickOff)),
    known: [...known.values()],
  };
}

function nameEvent({ mentor, mentee, sequence }: HandedEvent, { programme, round }: KickOff): PlannedEvent {
  const digest = computeDigest([programme, round, mentor, mentee]).slice('sha256:'.length, 'sha256:'.length + 32);
  return { mentor, mentee, sequence, uid: `${digest}@rmentor.invalid` };
}
