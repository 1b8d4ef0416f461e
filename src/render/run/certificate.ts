import type { Prices } from '../../domain/certificate.ts';
import { computeDigest } from '../../domain/digest.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Limit } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { FORM, type RunRecord } from '../../domain/run.ts';

/**
 * certificate.json. `prices` holds, for each person and limit, one integer a level in the order of `levels` (null for whom
 * no open pair concerns); `run` names the run; `seal` is the digest of everything else, so that an edit shows at once.
 */
export function* renderCertificate(
  record: RunRecord,
  run: string,
  roster: Roster,
  limits: readonly Limit[],
  program: string,
): Generator<string> {
  const { prices, encoding, alternates, earlier, decisions, worst } = record;
  const { config, inputs, language, allowOverride, settings, delimiter, policy, tandems, levels } = record;
  const { namePrices, pickIds } = makeNamers(roster, limits);
  const better = worst?.better && {
    floor: worst.better.floor,
    tandems: worst.better.tandems.map(pickIds),
    prices: namePrices(worst.better.prices),
  };
  const content = {
    ...{ schemaVersion: FORM, program, run },
    ...{ config, inputs, language, allowOverride },
    ...(encoding === undefined ? {} : { encoding }),
    ...(alternates === undefined ? {} : { alternates }),
    ...(earlier === undefined ? {} : { earlier }),
    ...{ settings, delimiter },
    ...(decisions === null ? {} : { decisions }),
    ...{ policy, tandems, levels },
    prices: namePrices(prices),
    worst: worst && { all: namePrices(worst.all), better: better ?? null },
  };
  yield* writeObject({ ...content, seal: computeDigest(content) });
  yield '\n';
}

/** Prices and tandems by the ids of people, and by what limits are of. */
function makeNamers({ mentors, mentees }: Roster, limits: readonly Limit[]) {
  const namePrices = (list: Prices) => ({
    mentors: mentors.map(({ id }, m) => ({ id, price: list.mentors[m]! })),
    mentees: mentees.map(({ id }, e) => ({ id, price: list.mentees[e]! })),
    limits: limits.map(({ place, side }, l) => ({ side, place, price: list.limits[l]! })),
  });
  const pickIds = ({ mentor, mentee }: Tandem) => ({
    mentor: mentors[mentor]!.id,
    mentee: mentees[mentee]!.id,
  });
  return { namePrices, pickIds };
}

/** JSON with a line for each key, and for each entry of a list in it: long, but a difference shows where it is. */
function* writeObject(value: object, indent = ''): Generator<string> {
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
