import { z } from 'zod';
import type { LevelValue } from '../domain/certificate.ts';
import { digestOf } from '../domain/digest.ts';
import type { InputRecord, Role } from '../domain/run.ts';

const price = z.array(z.number()).nullable();
const input = z.strictObject({ path: z.string(), digest: z.string() }).nullable();

const CERTIFICATE = z.strictObject({
  schemaVersion: z.literal(1),
  program: z.string(),
  config: z.string().nullable(),
  inputs: z.strictObject({ mentors: input, mentees: input, limits: input, pairs: input }),
  policy: z.unknown(),
  levels: z.array(z.strictObject({ level: z.string(), value: z.number() })),
  prices: z.strictObject({
    mentors: z.array(z.strictObject({ id: z.string(), price })),
    mentees: z.array(z.strictObject({ id: z.string(), price })),
    limits: z.array(z.strictObject({ side: z.enum(['mentor', 'mentee']), country: z.string(), price })),
  }),
  seal: z.string(),
});

/** A certificate as written: prices by id, not yet held against any roster. */
export interface WrittenCertificate {
  readonly config: string | null;
  readonly inputs: Readonly<Record<Role, InputRecord | null>>;
  readonly policy: unknown;
  readonly levels: readonly LevelValue[];
  readonly prices: {
    readonly mentors: ReadonlyMap<string, readonly number[] | null>;
    readonly mentees: ReadonlyMap<string, readonly number[] | null>;
    /** By side and country: "mentee DE". */
    readonly limits: ReadonlyMap<string, readonly number[] | null>;
  };
  /** Whether the seal fits the rest. */
  readonly sealed: boolean;
}

/** Reads certificate.json; a text says what is wrong with it. */
export function readCertificate(bytes: Uint8Array): WrittenCertificate | string {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8').decode(bytes));
  } catch {
    return 'it is not JSON';
  }
  const result = CERTIFICATE.safeParse(json);
  if (!result.success) {
    const [issue] = result.error.issues;
    return `${issue?.path.join('.') || 'it'} is not as a certificate has it`;
  }
  const { seal, ...content } = result.data;
  const { mentors, mentees, limits } = content.prices;
  return {
    ...content,
    prices: {
      mentors: new Map(mentors.map(({ id, price }) => [id, price])),
      mentees: new Map(mentees.map(({ id, price }) => [id, price])),
      limits: new Map(limits.map(({ side, country, price }) => [`${side} ${country}`, price])),
    },
    sealed: digestOf(content) === seal,
  };
}
