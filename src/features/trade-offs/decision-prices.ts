import { DEMANDS, type Proof } from '../../domain/certificate.ts';
import type { DecisionPrice, DecisionPrices, PricedPartner } from '../../domain/decision-price.ts';
import { makePairKey } from '../../domain/pair-keys.ts';
import type { Tandem } from '../../domain/pairing.ts';
import { mustMeet } from '../../domain/policy.ts';
import type { Side } from '../../domain/roster.ts';
import { TIES } from '../../domain/ties.ts';
import type { ExchangePath, ExchangeSearch } from '../../residual/exchange-path.ts';
import type { GraphInputs } from '../../residual/priced-graph.ts';

/**
 * How many pairs are looked at in all, for what declining costs and for other partners: a page
 * is not to make a run much longer.
 */
const MOST_LOOKS = { declined: 8e6, partners: 3e6 };

/** How many other partners are told. */
const TOLD = 3;

/**
 * What decisions about tandems would cost, each by itself: declining one, and the cheapest other partners of both.
 * Each is one exchange at the prices of the proof, so that it is exact (see residual/exchange-path.ts). Other
 * partners are told of the tandems with the lowest fit, as far as the looks go. null where `worst` has no such
 * prices, or where it would take too long.
 * @param prepare makes what searches exchanges, where that is needed.
 */
export function priceDecisions(scene: GraphInputs, proof: Proof, prepare: () => ExchangeSearch): DecisionPrices | null {
  const { roster, tandems, affinity } = scene;
  const pairs = roster.mentors.length * roster.mentees.length;
  if (proof.worst !== null || tandems.length * pairs > MOST_LOOKS.declined) return null;
  const search = prepare();
  const isDemanded = makeDemandCheck(scene);
  const score = ({ mentor, mentee }: Tandem) => affinity.score(mentor, mentee);
  const order = tandems.map((_, at) => at).sort((a, b) => score(tandems[a]!) - score(tandems[b]!));
  const asked = new Set(order.slice(0, Math.floor(MOST_LOOKS.partners / (2 * Math.max(1, pairs)))));
  const price = (path: ExchangePath | null, mentee: number) => makePrice(path, mentee, proof);
  const partings = findPartings(tandems, search);
  const findPartners = (side: Side) => {
    const find = makePartnerFinder(side, { search, price });
    return tandems.map((tandem, at) => (asked.has(at) ? find(tandem) : []));
  };
  return {
    declined: tandems.map((pair, at) => (isDemanded(pair) ? 'demanded' : price(partings[at]!, pair.mentee))),
    mentors: findPartners('mentee'),
    mentees: findPartners('mentor'),
  };
}

/** The path that ends each tandem, in their order. */
function findPartings(tandems: readonly Tandem[], search: ExchangeSearch): readonly (ExchangePath | null)[] {
  const ofMentor = new Map<number, number[]>();
  for (const [at, { mentor }] of tandems.entries()) ofMentor.set(mentor, [...(ofMentor.get(mentor) ?? []), at]);
  const partings = tandems.map((): ExchangePath | null => null);
  for (const [mentor, places] of ofMentor) {
    const paths = search.findPartingPaths(
      mentor,
      places.map(at => tandems[at]!.mentee),
    );
    places.forEach((at, nth) => {
      partings[at] = paths[nth]!;
    });
  }
  return partings;
}

function makeDemandCheck({ roster, terms }: GraphInputs): (pair: Tandem) => boolean {
  const key = ({ mentor, mentee }: Tandem) => makePairKey(mentor, mentee, roster.mentees.length);
  const demanded = new Set(terms.pairs.filter(mustMeet).map(key));
  return pair => demanded.has(key(pair));
}

/** null where demands would not be met. @param mentee of the decision, who is not counted among the others. */
function makePrice(path: ExchangePath | null, mentee: number, { levels }: Proof): DecisionPrice {
  const demands = levels.findIndex(({ level }) => level === DEMANDS);
  if (path === null || (demands >= 0 && path.cost[demands]! > 0)) return null;
  const others = new Set([...path.begun, ...path.ended].map(tandem => tandem.mentee));
  others.delete(mentee);
  return {
    moves: others.size,
    levels: levels.flatMap(({ level, value }, at) =>
      level === DEMANDS || level === TIES ? [] : [{ level, is: value, wouldBe: (value ?? 0) - path.cost[at]! }],
    ),
  };
}

interface PartnerTools {
  readonly search: ExchangeSearch;
  readonly price: (path: ExchangePath, mentee: number) => DecisionPrice;
}

/** Finds the cheapest other partners of somebody in a tandem. @param side of whom they are looked for. */
function makePartnerFinder(side: Side, { search, price }: PartnerTools): (tandem: Tandem) => PricedPartner[] {
  // Somebody may be in several tandems.
  const found = new Map<number, ReadonlyMap<number, ExchangePath>>();
  return tandem => {
    const index = tandem[side];
    const paths = found.get(index) ?? search.findCheapestPaths(side, index, TOLD);
    found.set(index, paths);
    return listPartners(side, tandem, paths, price);
  };
}

function listPartners(
  side: Side,
  tandem: Tandem,
  paths: ReadonlyMap<number, ExchangePath>,
  price: PartnerTools['price'],
): PricedPartner[] {
  const index = tandem[side];
  return [...paths].flatMap(([partner, path]) => {
    const found = price(path, side === 'mentee' ? index : partner);
    const isInstead = path.ended.some(({ mentor, mentee }) => mentor === tandem.mentor && mentee === tandem.mentee);
    return found === null ? [] : [{ partner, price: found, isInstead }];
  });
}
