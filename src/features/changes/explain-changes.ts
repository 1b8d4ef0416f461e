import type { LevelChange } from '../../domain/account.ts';
import type { Proof } from '../../domain/certificate.ts';
import type { EarlierTandem, NamedPerson } from '../../domain/decisions.ts';
import { countTandemsPerLimit, findLimitsAround, type LimitsAround } from '../../domain/limit-tree.ts';
import { makePairKey } from '../../domain/pair-keys.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { PairNote } from '../../domain/policy.ts';
import type { Side } from '../../domain/roster.ts';
import {
  type ChangeReason,
  type ExplainedChange,
  type Leaving,
  listChanges,
  type TandemChange,
  type Telling,
} from '../../domain/tandem-changes.ts';
import { type ChangeFindings, makeKeepingSearch } from './keeping-search.ts';

/** What became of each tandem of an earlier run, which tandems are new, and why; in the order of `CHANGES`. */
export function explainChanges(
  findings: ChangeFindings,
  proof: Proof,
  earlier: readonly EarlierTandem[],
): ExplainedChange[] {
  const { roster, terms, tandems, affinity } = findings;
  const changes = listChanges(earlier, tandems, roster, terms);
  const scene = makeScene(findings, proof, changes);
  return changes.map(change => {
    const { pair } = change;
    const score = pair !== null && isNow(change) ? affinity.score(pair.mentor, pair.mentee) : null;
    return { ...change, why: explainChange(change, score, scene), tell: decideTelling(change, scene), score };
  });
}

/** Everything that reasons are found by. */
interface Scene {
  readonly findings: ChangeFindings;
  readonly findNote: (pair: Tandem) => PairNote | undefined;
  readonly findLeaving: (side: Side, person: NamedPerson) => Leaving | null;
  readonly around: LimitsAround;
  /** How many of the earlier tandems that stay each person and limit has. */
  readonly stay: Readonly<Record<Side, Int32Array>> & { readonly limits: readonly number[] };
  /** All changes that somebody is in. */
  readonly listOwn: (side: Side, person: NamedPerson) => readonly TandemChange[];
  /** What the levels would come to with a tandem that ended; null where that is not worked out. */
  readonly findKeeping: ((pair: Tandem) => readonly LevelChange[] | null) | null;
}

function makeScene(findings: ChangeFindings, proof: Proof, changes: readonly TandemChange[]): Scene {
  const { roster, terms } = findings;
  const keyPair = ({ mentor, mentee }: Tandem) => makePairKey(mentor, mentee, roster.mentees.length);
  const notes = new Map(terms.pairs.map(note => [keyPair(note), note]));
  const around = findLimitsAround(roster, terms);
  const staying = changes.flatMap(change =>
    change.earlier !== null && isNow(change) && change.pair !== null ? [change.pair] : [],
  );
  const ended = changes.filter(({ kind, pair }) => kind === 'ended' && pair !== null).length;
  const own = groupByPerson(changes);
  return {
    ...{ findings, around },
    findNote: pair => notes.get(keyPair(pair)),
    findLeaving: makeLeavingLookup(findings),
    stay: {
      mentor: countBySide(staying, 'mentor', roster.mentors.length),
      mentee: countBySide(staying, 'mentee', roster.mentees.length),
      limits: countTandemsPerLimit(around, staying),
    },
    listOwn: (side, { id }) => own.get(`${side} ${id}`) ?? [],
    findKeeping: makeKeepingSearch(findings, proof, ended),
  };
}

function makeLeavingLookup({ roster }: ChangeFindings): Scene['findLeaving'] {
  const here = { mentor: new Set(roster.mentors.map(getId)), mentee: new Set(roster.mentees.map(getId)) };
  const withdrawn = new Set(roster.withdrawn.map(({ side, person }) => `${side} ${person.id}`));
  return (side, { id }) => {
    if (here[side].has(id)) return null;
    return withdrawn.has(`${side} ${id}`) ? 'withdrew' : 'not-there';
  };
}

function getId({ id }: { readonly id: string }): string {
  return id;
}

function groupByPerson(changes: readonly TandemChange[]): ReadonlyMap<string, readonly TandemChange[]> {
  const groups = new Map<string, TandemChange[]>();
  for (const change of changes) {
    for (const side of SIDES) {
      const key = `${side} ${change[side].id}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [change]);
      else known.push(change);
    }
  }
  return groups;
}

function countBySide(tandems: readonly Tandem[], side: Side, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const tandem of tandems) counts[tandem[side]]!++;
  return counts;
}

const SIDES = ['mentor', 'mentee'] as const;

function isNow({ kind }: Pick<TandemChange, 'kind'>): boolean {
  return kind === 'new' || kind === 'approved' || kind === 'kept';
}

function explainChange(change: TandemChange, score: number | null, scene: Scene): ChangeReason {
  const { kind, pair, earlier } = change;
  switch (kind) {
    case 'new':
      return explainNew(change, scene);
    case 'approved':
    case 'kept':
      return earlier?.score != null && earlier.score !== score ? { kind: 'points' } : { kind: 'stays' };
    case 'declined':
      return { kind: 'declined', remark: (pair && scene.findNote(pair)?.remark) ?? '' };
    case 'ended':
      return explainEnd(change, scene);
  }
}

/**
 * The first of these is the reason: somebody left, a rule, no slot, a limit, an approval that was
 * let go of; or others are better.
 */
function explainEnd({ mentor, mentee, pair, earlier }: TandemChange, scene: Scene): ChangeReason {
  const left = { mentor: scene.findLeaving('mentor', mentor), mentee: scene.findLeaving('mentee', mentee) };
  if (pair === null) return { kind: 'left', who: left };
  const { eligibility, terms } = scene.findings;
  const bits = eligibility.barred(pair.mentor, pair.mentee);
  const bars = eligibility.bars.filter((_, bar) => (bits >>> bar) & 1);
  if (bars.length > 0) return { kind: 'rule', bars };
  const full = findFullPerson(pair, scene);
  if (full !== null) return full;
  const limit = listLimits(pair, scene.around).find(index => scene.stay.limits[index]! >= terms.limits[index]!.max);
  if (limit !== undefined) return { kind: 'limit', limit };
  if (earlier?.status === 'approved') return { kind: 'released' };
  return explainMove({ mentor, mentee, pair }, scene);
}

/** Who has as many of the earlier tandems that stay as they can have. */
function findFullPerson(pair: Tandem, { stay, findings: { roster } }: Scene): ChangeReason | null {
  const most = { mentor: roster.mentors[pair.mentor]!.capacity, mentee: roster.mentees[pair.mentee]!.wants };
  const side = SIDES.find(one => stay[one][pair[one]]! >= most[one]);
  return side === undefined ? null : { kind: 'slots', side, slots: most[side] };
}

/** The limits that count a pair. */
function listLimits(pair: Tandem, { homeOf, outerOf, outside }: LimitsAround): number[] {
  return SIDES.flatMap(side => {
    const limits: number[] = [];
    for (let limit = homeOf[side][pair[side]]!; limit !== outside; limit = outerOf[limit]!) limits.push(limit);
    return limits;
  });
}

function explainMove(
  { mentor, mentee, pair }: Pick<TandemChange, Side> & { readonly pair: Tandem },
  { findKeeping, listOwn }: Scene,
): ChangeReason {
  const keeping = findKeeping === null ? null : findKeeping(pair);
  if (findKeeping !== null && keeping === null) return { kind: 'no-room' };
  const listNew = (side: Side, person: NamedPerson, other: Side) =>
    listOwn(side, person).flatMap(change => (change.kind === 'new' ? [change.pair![other]] : []));
  return {
    kind: 'moved',
    mentees: listNew('mentor', mentor, 'mentee'),
    mentors: listNew('mentee', mentee, 'mentor'),
    keeping,
  };
}

function explainNew({ mentor, mentee, pair }: TandemChange, { findNote, listOwn }: Scene): ChangeReason {
  const note = pair === null ? undefined : findNote(pair);
  if (note?.locked) return { kind: 'forced', remark: note.reason };
  if (note?.continues) return { kind: 'continued' };
  const isOver = ({ kind }: TandemChange) => kind === 'ended' || kind === 'declined';
  const slotOf = listOwn('mentor', mentor).flatMap(change => (isOver(change) ? [change.mentee] : []));
  const own = listOwn('mentee', mentee).filter(({ earlier }) => earlier !== null);
  const insteadOf = own.flatMap(change => (isOver(change) ? [change.mentor] : []));
  if (insteadOf.length > 0) return { kind: 'other-mentor', slotOf, insteadOf };
  return { kind: own.length === 0 ? 'first-mentor' : 'one-more', slotOf };
}

/** Whoever has other people now is told; who left is not there. */
function decideTelling({ kind, mentor, mentee }: TandemChange, { findLeaving }: Scene): Record<Side, Telling> {
  const isTold = kind === 'new' || kind === 'ended' || kind === 'declined';
  const decide = (side: Side, person: NamedPerson): Telling => {
    if (!isTold) return 'no';
    return findLeaving(side, person) === null ? 'yes' : 'left';
  };
  return { mentor: decide('mentor', mentor), mentee: decide('mentee', mentee) };
}
