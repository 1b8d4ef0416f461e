import { getLevelName, LEVELS, type Level, type Preference } from '../../domain/policy.ts';
import {
  badSetting,
  doubleName,
  type Location,
  type Parsed,
  type Problem,
  unknownName,
} from '../../domain/problems.ts';
import { findNearest } from '../text/nearest.ts';

/** The levels of the objective as written, or those of the preset as far as the preferences allow. */
export function readObjective(
  written: readonly string[] | undefined,
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
    const place = { file, column: `objective[${index}]`, value: name };
    if (written.indexOf(name) < index) problems.push(doubleName(place, 'level', name));
    const kind = LEVELS.find(level => level === name);
    if (kind !== undefined) {
      problems.push(...checkPosition(kind, written.slice(0, index), place));
      return [{ kind }];
    }
    if (preferences.includes(name)) return [{ kind: 'preference', preference: name }];
    const choice = [...LEVELS, ...preferences];
    problems.push(unknownName(place, 'level of the objective', name, findNearest(name, choice), choice));
    return [];
  });
  return { value, problems };
}

const MAKES_TANDEMS: readonly string[] = ['mentees', 'tandems', 'mentors'];

/** Levels that are best without any tandem must come after one that makes tandems. */
function checkPosition(kind: Level['kind'], before: readonly string[], place: Location): Problem[] {
  if (kind === 'balance' && before.every(name => name === 'kept' || name === 'balance')) {
    const hint = 'put it last: no load is more even than no mentees at all';
    return [badSetting(place, '"balance" comes before any level that makes tandems', hint)];
  }
  if (kind === 'worst' && !before.some(name => MAKES_TANDEMS.includes(name))) {
    const hint = `put it after one of ${MAKES_TANDEMS.join(', ')}: where there is no tandem, none is bad`;
    return [badSetting(place, '"worst" comes before any level that makes tandems', hint)];
  }
  return [];
}

/** Puts the level of a preference of our own before the score, unless the objective names it. */
export function insertBorderLevel(objective: readonly Level[], [border]: readonly Preference[]): Level[] {
  if (border === undefined || objective.some(level => getLevelName(level) === border.name)) return [...objective];
  const at = objective.findIndex(({ kind }) => kind === 'score' || kind === 'worst' || kind === 'balance');
  return objective.toSpliced(at < 0 ? objective.length : at, 0, { kind: 'preference', preference: border.name });
}
