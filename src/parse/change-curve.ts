import { z } from 'zod';
import { hasDouble, indexPrices, MOST_LEVELS, prices, readPlainJson, type WrittenProof, worst } from './certificate.ts';
import { worth } from './config/config.ts';

/** A corner as written: people by their ids, not yet held against any roster. */
export interface WrittenCorner extends WrittenProof {
  /** Points that a change must bring; null where kept tandems come before all points. */
  readonly worthAChange: number | null;
  readonly tandems: readonly { readonly mentor: string; readonly mentee: string }[];
}

/** More corners are written by nobody. */
const MOST_CORNERS = 20;

const levels = z.array(z.strictObject({ level: z.string(), value: z.number().nullable() })).max(MOST_LEVELS);

const CURVE = z.strictObject({
  schemaVersion: z.literal(1),
  run: z.string(),
  corners: z
    .array(
      z.strictObject({
        worthAChange: worth.nullable(),
        changes: z.int(),
        points: z.number(),
        between: levels,
        tandems: z.array(z.strictObject({ mentor: z.string(), mentee: z.string() })),
        levels,
        prices,
        worst,
      }),
    )
    .min(1)
    .max(MOST_CORNERS),
  seal: z.string(),
});

/** The corners that curve.json holds; null for what is not of its form. */
export function readCurve(bytes: Uint8Array): readonly WrittenCorner[] | null {
  const { data } = CURVE.safeParse(readPlainJson(bytes));
  return data?.corners.some(hasDouble)
    ? null
    : (data?.corners.map(corner => ({ ...corner, ...indexPrices(corner) })) ?? null);
}
