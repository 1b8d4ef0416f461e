import { z } from 'zod';
import { EXPORT_TOOLS, type HandedOver } from '../domain/hand-over.ts';
import { RUN_ID } from '../domain/run-id.ts';
import { parsePlainJson } from './config/json.ts';

const digest = z.string().regex(/^sha256:[\da-f]{64}$/u);

const RECORD = z.strictObject({
  schemaVersion: z.literal(1),
  handOvers: z.array(
    z.strictObject({
      tool: z.enum(EXPORT_TOOLS),
      run: z.string().regex(RUN_ID),
      digest,
      tandems: z.array(z.strictObject({ mentor: z.string(), mentee: z.string() })),
    }),
  ),
  events: z
    .array(
      z.strictObject({
        mentor: z.string(),
        mentee: z.string(),
        sequence: z.int().min(0).max(1_000_000),
        digest: digest.nullable(),
      }),
    )
    .optional(),
});

/** Reads handed-over.json; null where it is none. */
export function readHandedOver(bytes: Uint8Array): HandedOver | null {
  const json = parsePlainJson(new TextDecoder('utf-8').decode(bytes));
  const read = RECORD.safeParse(json, { jitless: true });
  return read.success ? { records: read.data.handOvers, events: read.data.events ?? [] } : null;
}
