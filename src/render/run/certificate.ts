import type { Prices, Proof, WorstProof } from '../../domain/certificate.ts';
import { computeDigest } from '../../domain/digest.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Limit } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { FORM, type RunRecord } from '../../domain/run-files.ts';

/**
 * certificate.json. `prices` holds, for each person and limit, one integer a level in the order of
 * `levels` (null for whom no open pair concerns); `run` names the run; `seal` is the digest of everything
 * else, so that an edit shows at once.
 */
export function* renderCertificate(
  record: RunRecord,
  run: string,
  roster: Roster,
  limits: readonly Limit[],
  program: string,
): Generator<string> {
  const { prices, encoding, alternates, worthAChange, earlier, decisions, worst } = record;
  const { config, inputs, language, allowOverride, settings, delimiter, policy, tandems, levels } = record;
  const content = {
    ...{ schemaVersion: FORM, program, run },
    ...{ config, inputs, language, allowOverride },
    ...(encoding === undefined ? {} : { encoding }),
    ...(alternates === undefined ? {} : { alternates }),
    ...(earlier === undefined ? {} : { earlier }),
    ...(worthAChange === undefined ? {} : { worthAChange }),
    ...{ settings, delimiter },
    ...(decisions === null ? {} : { decisions }),
    ...{ policy, tandems, levels },
    ...makeNamers(roster, limits).nameProof({ prices, worst }),
  };
  yield* writeObject({ ...content, seal: computeDigest(content) });
  yield '\n';
}

/** Proofs and tandems by the ids of people, and by what limits are of. */
export function makeNamers({ mentors, mentees }: Roster, limits: readonly Limit[]) {
  const namePrices = (list: Prices) => ({
    mentors: mentors.map(({ id }, m) => ({ id, price: list.mentors[m]! })),
    mentees: mentees.map(({ id }, e) => ({ id, price: list.mentees[e]! })),
    limits: limits.map(({ place, side }, l) => ({ side, place, price: list.limits[l]! })),
  });
  const pickIds = ({ mentor, mentee }: Tandem) => ({
    mentor: mentors[mentor]!.id,
    mentee: mentees[mentee]!.id,
  });
  const nameWorst = ({ all, better }: WorstProof) => ({
    all: namePrices(all),
    better: better && { floor: better.floor, tandems: better.tandems.map(pickIds), prices: namePrices(better.prices) },
  });
  const nameProof = ({ prices, worst }: Pick<Proof, 'prices' | 'worst'>) => ({
    prices: namePrices(prices),
    worst: worst && nameWorst(worst),
  });
  return { nameProof, pickIds };
}

/** JSON with a line for each key, and for each entry of a list in it: long, but a difference shows where it is. */
export function* writeObject(value: object, indent = ''): Generator<string> {
  const inner = `${indent}  `;
  let before = '';
  yield '{\n';
  for (const [key, entry] of Object.entries(value)) {
    yield `${before}${inner}${JSON.stringify(key)}: `;
    yield* writeEntry(entry, inner);
    before = ',\n';
  }
  yield `\n${indent}}`;
}

function* writeEntry(entry: unknown, indent: string): Generator<string> {
  if (Array.isArray(entry) && entry.some(item => typeof item === 'object')) {
    let before = '[\n';
    for (const item of entry) {
      yield `${before}${indent}  ${JSON.stringify(item)}`;
      before = ',\n';
    }
    yield `\n${indent}]`;
  } else if (typeof entry === 'object' && entry !== null && !Array.isArray(entry) && Object.keys(entry).length > 0)
    yield* writeObject(entry, indent);
  else yield JSON.stringify(entry);
}
