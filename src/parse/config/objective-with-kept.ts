import type { Level, Policy } from '../../domain/policy.ts';
import { insertBorderLevel } from './objective.ts';
import { PRESETS } from './presets.ts';

/**
 * A policy as its config would say it where an earlier run counts: `kept` stands in the objective by itself. Where the
 * objective is not the preset's, somebody wrote it, and it stays.
 */
export function hopeForEarlier(policy: Policy): Policy {
  const usual = listUsualLevels(policy);
  const isUsual = JSON.stringify(usual.filter(isNotKept)) === JSON.stringify(policy.objective);
  return isUsual ? { ...policy, objective: usual } : policy;
}

function listUsualLevels({ preset, prefer }: Policy): Level[] {
  const names = prefer.map(({ name }) => name);
  const usable = PRESETS[preset].objective.filter(
    level => level.kind !== 'preference' || names.includes(level.preference),
  );
  return insertBorderLevel(
    usable,
    prefer.filter(({ name, weight }) => name === 'within-one-country' && weight === 0),
  );
}

function isNotKept({ kind }: Level): boolean {
  return kind !== 'kept';
}
