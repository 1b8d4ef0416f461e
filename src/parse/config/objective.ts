import { FEWER_EARLIER, getFigure, LEVELS, type LevelKind, WEIGHED } from '../../domain/objective-level-table.ts';
import { getLevelName, type Level, type Preference } from '../../domain/policy.ts';
import {
  badSetting,
  doubleName,
  type Location,
  type Parsed,
  type Problem,
  unknownName,
} from '../../domain/problems.ts';
import { findNearest } from '../text/nearest.ts';
import type { Config } from './config.ts';

/** The levels of the objective as written, or those of the preset as far as the preferences allow. */
export function readObjective(
  { objective: written, worthAChange }: Pick<Config, 'objective' | 'worthAChange'>,
  preset: readonly Level[],
  prefer: readonly Preference[],
  file: string,
): Parsed<Level[]> {
  const preferences = prefer.map(({ name }) => name);
  if (written === undefined) {
    const usable = preset.filter(level => level.kind !== 'preference' || preferences.includes(level.preference));
    return { value: usable, problems: [] };
  }
  const problems: Problem[] = [];
  const value = written.flatMap((name, index): Level[] => {
    const location = { file, column: `objective[${index}]`, value: name };
    if (written.indexOf(name) < index) problems.push(doubleName(location, 'level', name));
    const kind = LEVELS.find(level => level === name);
    if (kind !== undefined) {
      problems.push(...checkPosition(kind, written.slice(0, index), location));
      return [{ kind }];
    }
    // As certificates hold it; in a config, `kept` is written and becomes this.
    if (name === WEIGHED && worthAChange !== undefined)
      return [{ kind: WEIGHED, worth: Math.round(1000 * worthAChange) }];
    if (preferences.includes(name)) return [{ kind: 'preference', preference: name }];
    const choice = [...LEVELS, ...preferences];
    problems.push(unknownName(location, 'level of the objective', name, findNearest(name, choice), choice));
    return [];
  });
  return { value, problems };
}

/** Levels that are best without any tandem must come after one that makes tandems. */
function checkPosition(kind: LevelKind, before: readonly string[], location: Location): Problem[] {
  const isMade = (needs: readonly Making[]) => before.some(name => needs.includes(getMaking(name)));
  switch (kind) {
    case 'balance':
      return isMade(['always', 'perhaps']) ? [] : [badSetting(location, { kind: 'level too early', level: kind })];
    case 'worst': {
      if (isMade(['always'])) return [];
      const after = LEVELS.filter(level => makesTandems(level) === 'always');
      return [badSetting(location, { kind: 'level too early', level: kind, after })];
    }
    case 'mentees':
    case 'tandems':
    case 'mentors':
    case 'kept':
    case 'fewer-earlier':
    case 'score':
      return [];
  }
}

/** Whether a level is better with a tandem more: with any, with some by what fits, or with none that is new. */
type Making = 'always' | 'perhaps' | 'never';

function makesTandems(kind: LevelKind): Making {
  switch (kind) {
    case 'mentees':
    case 'tandems':
    case 'mentors':
      return 'always';
    case 'worst':
    case 'fewer-earlier':
    case 'score':
      return 'perhaps';
    case 'kept':
    case 'balance':
      return 'never';
  }
}

/** The same for a level by its name: what is none of LEVELS is a preference. */
function getMaking(name: string): Making {
  const kind = LEVELS.find(level => level === name);
  return kind === undefined ? 'perhaps' : makesTandems(kind);
}

/** Puts the level of a preference of our own before the score, unless the objective names it. */
export function insertBorderLevel(objective: readonly Level[], [border]: readonly Preference[]): Level[] {
  if (border === undefined || objective.some(level => getLevelName(level) === border.name)) return [...objective];
  // Points and even loads come after what counts people and tandems.
  const at = objective.findIndex(({ kind }) => getFigure(kind) !== 'ones');
  return objective.toSpliced(at < 0 ? objective.length : at, 0, { kind: 'preference', preference: border.name });
}

/**
 * With a history, those who had fewer earlier tandems come first among what is still equal,
 * unless the objective says where.
 */
export function appendFewerEarlier(objective: readonly Level[]): Level[] {
  if (objective.some(({ kind }) => kind === FEWER_EARLIER)) return [...objective];
  return [...objective, { kind: FEWER_EARLIER }];
}
