import { z } from 'zod';
import type { LevelValue } from '../domain/certificate.ts';
import { digestOf } from '../domain/digest.ts';
import type { InputRecords } from '../domain/run.ts';
import { plainJson } from './json.ts';

const price = z.array(z.number()).nullable();
const source = z.strictObject({ path: z.string(), digest: z.string() });
const input = source.nullable();

const prices = z.strictObject({
  mentors: z.array(z.strictObject({ id: z.string(), price })),
  mentees: z.array(z.strictObject({ id: z.string(), price })),
  limits: z.array(z.strictObject({ side: z.enum(['mentor', 'mentee']), place: z.string(), price })),
});

const better = z.strictObject({
  floor: z.number(),
  tandems: z.array(z.strictObject({ mentor: z.string(), mentee: z.string() })),
  prices,
});

const CERTIFICATE = z.strictObject({
  schemaVersion: z.literal(1),
  program: z.string(),
  config: z.string().nullable(),
  inputs: z.strictObject({
    mentors: input,
    mentees: input,
    limits: input,
    pairs: input,
    previous: input,
    history: z.array(source),
  }),
  allowOverride: z.boolean(),
  encoding: z.string().optional(),
  alternates: z.int().positive().optional(),
  policy: z.unknown(),
  levels: z.array(z.strictObject({ level: z.string(), value: z.number().nullable() })),
  prices,
  worst: z.strictObject({ all: prices, better: better.nullable() }).nullable(),
  seal: z.string(),
});

/** Prices by id, and by side and place: "mentee DE". */
export type WrittenPrices = Readonly<
  Record<'mentors' | 'mentees' | 'limits', ReadonlyMap<string, readonly number[] | null>>
>;

/** A certificate as written: prices by id, not yet held against any roster. */
export interface WrittenCertificate {
  readonly config: string | null;
  readonly inputs: InputRecords;
  readonly allowOverride: boolean;
  readonly encoding?: string | undefined;
  readonly alternates?: number | undefined;
  readonly policy: unknown;
  readonly levels: readonly LevelValue[];
  readonly prices: WrittenPrices;
  readonly worst: {
    readonly all: WrittenPrices;
    readonly better: {
      readonly floor: number;
      readonly tandems: readonly { readonly mentor: string; readonly mentee: string }[];
      readonly prices: WrittenPrices;
    } | null;
  } | null;
  /** Whether the seal fits the rest. */
  readonly sealed: boolean;
}

/** JSON in which no key stands twice; undefined for anything else. */
export function readPlainJson(bytes: Uint8Array): unknown {
  return plainJson(new TextDecoder('utf-8').decode(bytes));
}

/** Reads certificate.json; a text says what is wrong with it. */
export function readCertificate(bytes: Uint8Array): WrittenCertificate | string {
  const json = readPlainJson(bytes);
  if (json === undefined) return 'it is not JSON, or says a thing twice';
  const result = CERTIFICATE.safeParse(json);
  if (!result.success) {
    const [issue] = result.error.issues;
    return `${issue?.path.join('.') || 'it'} is not as a certificate has it`;
  }
  const { seal, ...content } = result.data;
  if ([content.prices, content.worst?.all, content.worst?.better?.prices].some(hasDouble))
    return 'it has two prices for one';
  const { worst } = content;
  return {
    ...content,
    prices: byName(content.prices),
    worst: worst && {
      all: byName(worst.all),
      better: worst.better && { ...worst.better, prices: byName(worst.better.prices) },
    },
    sealed: digestOf(content) === seal,
  };
}

function hasDouble(list: z.output<typeof prices> | undefined): boolean {
  if (list === undefined) return false;
  const keys = [
    list.mentors.map(({ id }) => id),
    list.mentees.map(({ id }) => id),
    list.limits.map(({ side, place }) => `${side} ${place}`),
  ];
  return keys.some(names => new Set(names).size < names.length);
}

function byName({ mentors, mentees, limits }: z.output<typeof prices>): WrittenPrices {
  return {
    mentors: new Map(mentors.map(({ id, price }) => [id, price])),
    mentees: new Map(mentees.map(({ id, price }) => [id, price])),
    limits: new Map(limits.map(({ side, place, price }) => [`${side} ${place}`, price])),
  };
}
