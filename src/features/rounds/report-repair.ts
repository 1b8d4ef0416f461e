import { pickNamedPerson } from '../../domain/decisions.ts';
import { getOtherSide, makePair, makePairKey } from '../../domain/pair-keys.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type {
  AffectedPerson,
  Leaver,
  MovedTandem,
  Newcomer,
  RepairReport,
  ScoredPartner,
} from '../../domain/repair-report.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Pairing } from '../../pair/pairing.ts';
import { countBySide, type Repair, type RepairNeed, type Wanted } from './repair.ts';
import { makeStepInSearch } from './step-ins.ts';

/** A run as it was, people by their numbers in its own roster. */
export interface RunBefore {
  readonly roster: Roster;
  readonly tandems: readonly Tandem[];
  readonly score: Pairing['affinity']['score'];
}

/** Who left and who is new, and how far tandems may move. */
export interface RepairCall {
  readonly left: readonly Leaver[];
  readonly added: readonly Newcomer[];
  readonly mayMove: number;
}

/** Says what a repair did: for whom partners were looked for, who could have stepped in, and who moved. */
export function reportRepair(before: RunBefore, need: RepairNeed, repair: Repair, call: RepairCall): RepairReport {
  const { roster, wanted } = need;
  const now = repair.outcome.kind === 'matched' ? repair.outcome.matching.tandems : null;
  const affected = listAffected(before, need, repair, call, now);
  const has = countBySide(now ?? [], 'mentee', roster);
  const served = [...wanted.of].filter(([mentee, most]) => has[mentee]! >= most).length;
  return {
    ...call,
    affected,
    moves: now === null ? [] : listMoves(need, repair, now),
    ...{ wanted: { who: wanted.who, people: wanted.of.size }, served },
    ...{ isFewest: repair.isFewest, nextAt: repair.nextAt },
  };
}

/** Everybody who lost a partner or is new, mentees first. */
function listAffected(
  before: RunBefore,
  { roster, terms, pairing }: RepairNeed,
  { stay }: Repair,
  { added }: RepairCall,
  now: readonly Tandem[] | null,
): AffectedPerson[] {
  const find = makeStepInSearch({ roster, terms, ...pairing, tandems: stay });
  const lost = listLost(before, roster, stay);
  const kept = new Set(stay.map(keyIn(roster)));
  const fresh = now?.filter(tandem => !kept.has(keyIn(roster)(tandem))) ?? null;
  return SIDES.flatMap(side => {
    const other = getOtherSide(side);
    const score = (index: number, partner: number) => {
      const { mentor, mentee } = makePair(side, index, partner);
      return pairing.affinity.score(mentor, mentee);
    };
    const news = new Set(added.filter(one => one.side === side).map(({ person }) => person.id));
    const name = (index: number, points: number): ScoredPartner => ({
      person: pickNamedPerson(roster[`${other}s`][index]!),
      score: points,
    });
    return [...roster[`${side}s`].entries()].flatMap(([index, person]): AffectedPerson[] => {
      const own = lost.get(`${side} ${person.id}`) ?? [];
      if (own.length === 0 && !news.has(person.id)) return [];
      const partners = fresh?.filter(tandem => tandem[side] === index).map(tandem => tandem[other]) ?? null;
      return [
        {
          ...{ side, person: pickNamedPerson(person), lost: own },
          stepIns: find(side, index).map(one => name(one.index, one.score)),
          found: partners?.map(partner => name(partner, score(index, partner))) ?? null,
        },
      ];
    });
  });
}

const SIDES = ['mentee', 'mentor'] as const;

/** The partners whom people lost, by side and id. */
function listLost(
  { roster: then, tandems, score }: RunBefore,
  roster: Roster,
  stay: readonly Tandem[],
): ReadonlyMap<string, readonly ScoredPartner[]> {
  const staying = new Set(stay.map(({ mentor, mentee }) => keyIds(roster, mentor, mentee)));
  const lost = new Map<string, ScoredPartner[]>();
  for (const { mentor, mentee } of tandems) {
    if (staying.has(keyIds(then, mentor, mentee))) continue;
    const people = { mentor: then.mentors[mentor]!, mentee: then.mentees[mentee]! };
    for (const side of SIDES) {
      const key = `${side} ${people[side].id}`;
      const partner = { person: pickNamedPerson(people[getOtherSide(side)]), score: score(mentor, mentee) };
      lost.set(key, [...(lost.get(key) ?? []), partner]);
    }
  }
  return lost;
}

function keyIds({ mentors, mentees }: Roster, mentor: number, mentee: number): string {
  return JSON.stringify([mentors[mentor]!.id, mentees[mentee]!.id]);
}

function keyIn({ mentees }: Roster): (tandem: Tandem) => number {
  return ({ mentor, mentee }) => makePairKey(mentor, mentee, mentees.length);
}

function listMoves(
  { roster, pairing: { affinity }, isTold }: RepairNeed,
  { moved, stay }: Repair,
  now: readonly Tandem[],
): MovedTandem[] {
  const kept = new Set(stay.map(keyIn(roster)));
  return (moved ?? []).map(({ mentor, mentee }) => ({
    mentee: pickNamedPerson(roster.mentees[mentee]!),
    from: pickNamedPerson(roster.mentors[mentor]!),
    to: now
      .filter(tandem => tandem.mentee === mentee && !kept.has(keyIn(roster)(tandem)))
      .map(tandem => ({
        person: pickNamedPerson(roster.mentors[tandem.mentor]!),
        score: affinity.score(tandem.mentor, mentee),
      })),
    isTold: isTold?.({ mentor, mentee }) ?? false,
  }));
}

/**
 * How many tandems the mentees are to have for whom a repair moves others: as many as before, of those who lost a
 * mentor; where nobody did, one each of those who have none, since the slots that became free are theirs.
 * @param before how many each had, by id. @param wanted how many mentees are to have who are new, by id.
 */
export function findWanted(
  roster: Roster,
  stay: readonly Tandem[],
  before: (id: string) => number,
  wanted: 'lost' | ReadonlyMap<string, number>,
): Wanted {
  const has = countBySide(stay, 'mentee', roster);
  const added = wanted === 'lost' ? NOBODY : wanted;
  const all = [...roster.mentees.entries()].map(
    ([index, { id, wants }]) => [index, Math.min(wants, added.get(id) ?? before(id))] as const,
  );
  const lost = all.filter(([index, most]) => has[index]! < most);
  if (lost.length > 0) return { who: wanted === 'lost' ? 'lost' : 'new', of: new Map(lost) };
  return { who: 'waiting', of: new Map(all.flatMap(([index]) => (has[index] === 0 ? [[index, 1] as const] : []))) };
}

const NOBODY: ReadonlyMap<string, number> = new Map();
