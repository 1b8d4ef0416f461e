import { z } from 'zod';
import { EXPORT_TOOLS, type HandOverRecord } from '../domain/hand-over.ts';
import { RUN_ID } from '../domain/run-id.ts';
import { parsePlainJson } from './config/json.ts';

const RECORD = z.strictObject({
  schemaVersion: z.literal(1),
  handOvers: z.array(
    z.strictObject({
      tool: z.enum(EXPORT_TOOLS),
      run: z.string().regex(RUN_ID),
      digest: z.string().regex(/^sha256:[\da-f]{64}$/u),
      tandems: z.array(z.strictObject({ mentor: z.string(), mentee: z.string() })),
    }),
  ),
});

/** Reads handed-over.json; null where it is none. */
export function readHandedOver(bytes: Uint8Array): readonly HandOverRecord[] | null {
  const json = parsePlainJson(new TextDecoder('utf-8').decode(bytes));
  const read = RECORD.safeParse(json, { jitless: true });
  return read.success ? read.data.handOvers : null;
}
