import { z } from 'zod';
import { computeDigest } from '../../domain/digest.ts';
import { LEVELS, WEIGHED } from '../../domain/objective-level-table.ts';
import { findWorth } from '../../domain/objective-levels.ts';
import { getLevelName, type Policy, PRESET_NAMES, type Preference, type Rule } from '../../domain/policy.ts';
import { RULES } from '../../domain/rule-table.ts';
import { CONFIG, type Config } from './config.ts';
import { MOST_RULES, readPolicy } from './policy.ts';
import type { Fields } from './rules.ts';

const RULE = z.strictObject({
  name: z.string(),
  rule: z.enum(RULES),
  field: z.string(),
  by: z.number().nullable(),
});

/** A policy in force as certificates hold it, as far as its form goes. */
const POLICY = z.strictObject({
  preset: z.enum(PRESET_NAMES),
  levels: z.array(z.string()),
  must: z.array(RULE).max(MOST_RULES),
  prefer: z.array(RULE.extend({ weight: z.number(), ranks: z.array(z.number()).nullable() })).max(MOST_RULES),
  objective: z.array(
    z.union([
      z.strictObject({ kind: z.enum(LEVELS) }),
      z.strictObject({ kind: z.literal('preference'), preference: z.string() }),
      z.strictObject({ kind: z.literal(WEIGHED), worth: z.number() }),
    ]),
  ),
  pairsOnly: z.boolean(),
  repeatAfterMonths: z.number().nullable(),
  start: z.string(),
});

/**
 * The policy in force that a certificate holds; null where no config could have asked for it. It is read
 * as a config that says all of it and leaves nothing to a preset, since presets may change: so what is
 * asked of settings is asked of it.
 */
export function readHeldPolicy(written: unknown): Policy | null {
  const { data: policy } = POLICY.safeParse(written);
  const { data: config } = CONFIG.safeParse(policy && convertToConfig(policy));
  if (policy === undefined || config === undefined) return null;
  const { value, problems } = readPolicy(config, 'certificate.json', AS_NAMED, {
    hasPrevious: false,
    hasHistory: false,
  });
  const isWhole = problems.length === 0 && computeDigest({ ...value, preset: policy.preset }) === computeDigest(policy);
  return isWhole ? policy : null;
}

function convertToConfig({ levels, must, prefer, objective, pairsOnly, repeatAfterMonths, start }: Policy): Config {
  const worth = findWorth(objective);
  return {
    preset: 'none',
    levels: [...levels],
    must: must.map(convertRule),
    prefer: prefer.map(convertPreference),
    objective: objective.map(getLevelName),
    ...(worth === null ? {} : { worthAChange: worth / 1000 }),
    ...(pairsOnly ? { pairs: 'only' } : {}),
    ...(repeatAfterMonths === null ? {} : { repeat: { afterMonths: repeatAfterMonths } }),
    ...(start === '' ? {} : { start }),
  };
}

function convertRule({ name, rule, field, by }: Rule) {
  return { name, rule, ...(field === '' ? {} : { field }), ...(by === null ? {} : { by }) };
}

function convertPreference({ weight, ranks, ...rule }: Preference) {
  return { ...convertRule(rule), weight, ...(ranks === null ? {} : { ranks: ranks.map(fit => fit / 1000) }) };
}

/** Rules name their columns as they were found in the sheets, which say themselves whether they have changed. */
const FIELDS: Fields = { all: [], named: name => name, repeated: new Set() };
const AS_NAMED = { must: FIELDS, prefer: FIELDS };
