import type { Words } from '../en/index.ts';
import { formatCount, formatNumber } from './grammar.ts';

/** By the kind of a level. A preference may have a name of its own. */
export const levels: Words['levels'] = {
  mentees: name => {
    const mentees = name === 'mentees' ? 'Mentees' : name.replace('mentees of priority', 'Mentees mit Priorität');
    return {
      goal: 'möglichst viele Mentees bekommen ein Tandem',
      label: `${mentees} mit Tandem`,
      change: (size, isLess) =>
        name === 'mentees'
          ? `${formatCount(size, 'Mentee')} ${sayLess(isLess)} mit Tandem`
          : `${formatNumber(size)} ${mentees} ${sayLess(isLess)} mit Tandem`,
      better: value => `bringt mehr ${mentees} in ein Tandem (${value})`,
    };
  },
  tandems: () => ({
    goal: 'möglichst viele Tandems (Mentees können mehrere wünschen)',
    label: 'Tandems',
    change: (size, isLess) => `${formatCount(size, 'Tandem')} ${sayLess(isLess)}`,
    better: value => `hat mehr Tandems (${value})`,
  }),
  mentors: () => ({
    goal: 'möglichst viele Mentorinnen und Mentoren bekommen ein Tandem',
    label: 'Mentorinnen und Mentoren mit Tandem',
    change: (size, isLess) =>
      `${size === 1 ? '1 Mentorin oder Mentor' : `${formatNumber(size)} Mentorinnen und Mentoren`} ${sayLess(isLess)} mit Tandem`,
    better: value => `bringt mehr Mentorinnen und Mentoren in ein Tandem (${value})`,
  }),
  kept: () => ({
    goal: 'möglichst viele Tandems des vorherigen Laufs bleiben',
    label: 'Tandems, die vom vorherigen Lauf bleiben',
    change: (size, isLess) =>
      `${formatCount(size, 'Tandem')} ${sayLess(isLess)}, ${size === 1 ? 'das' : 'die'} vom vorherigen Lauf ${size === 1 ? 'bleibt' : 'bleiben'}`,
    better: value => `behält mehr Tandems des vorherigen Laufs (${value})`,
  }),
  worst: () => ({
    goal: 'das Tandem mit den wenigsten Punkten hat möglichst viele',
    label: 'Punkte des schwächsten Tandems',
    change: (size, isLess) => `${formatPoints(size)} ${sayLess(isLess)} für das schwächste Tandem`,
    better: value => `hat ein besseres schwächstes Tandem (${formatPoints(value)})`,
  }),
  score: () => ({
    goal: 'alle Tandems zusammen haben möglichst viele Punkte',
    label: 'Punkte aller Tandems zusammen',
    change: (size, isLess) => `insgesamt ${formatPoints(size)} ${sayLess(isLess)}`,
    better: value => `passt insgesamt besser (${formatPoints(value)})`,
  }),
  'kept-and-score': () => ({
    goal: 'ein Tandem des vorherigen Laufs wird nur geändert, wenn das genug Punkte bringt',
    label: 'Punkte, mit denen für beibehaltene Tandems',
    change: (size, isLess) => `${formatPoints(size)} ${sayLess(isLess)}, mit denen für beibehaltene Tandems`,
    better: value => `kommt auf mehr Punkte, mit denen für beibehaltene Tandems (${formatPoints(value)})`,
  }),
  balance: () => ({
    goal: 'die Mentees sind möglichst gleichmäßig auf die Mentorinnen und Mentoren verteilt',
    label: 'ungleiche Verteilung der Mentees',
    change: (_, isLess) => `eine ${isLess ? 'weniger gleichmäßige' : 'gleichmäßigere'} Verteilung der Mentees`,
    better: () => 'verteilt die Mentees gleichmäßiger',
  }),
  'fewer-earlier': () => ({
    goal: 'Mentees mit weniger früheren Tandems kommen zuerst',
    label: 'Vorrang der Mentees mit weniger früheren Tandems',
    change: (_, isLess) => `${sayLess(isLess)} Vorrang für Mentees mit weniger früheren Tandems`,
    better: () => 'berücksichtigt mehr Mentees, die weniger frühere Tandems hatten',
  }),
  preference: name => ({
    goal: `möglichst viele ${qualify(name)}`,
    label: qualify(name),
    change: (size, isLess) => `${formatNumber(size)} ${sayLess(isLess)} bei ${qualify(name, 'dat')}`,
    better: value => `hat mehr ${qualify(name)} (${value})`,
  }),
};

/** Tandems that meet a preference: those with names of ours as people call them. */
function qualify(name: string, form: 'nom' | 'dat' = 'nom'): string {
  const adjective = ADJECTIVES[name];
  if (adjective === undefined) return `Tandems mit „${name}“`;
  return `${adjective}${form === 'dat' ? 'n' : ''} Tandems`;
}

const ADJECTIVES: Readonly<Record<string, string>> = {
  'cross-department': 'abteilungsübergreifende',
  'cross-border': 'grenzüberschreitende',
};

function sayLess(isLess: boolean): string {
  return isLess ? 'weniger' : 'mehr';
}

function formatPoints(count: number): string {
  return formatCount(count, 'Punkt', 'Punkte');
}

export const objective: Words['objective'] = {
  sayTradeOff: (lost, won) => `Wenn Sie ${lost} in Kauf nehmen, ist möglich: ${won}.`,
  levelColumns: ['Was zählt, in dieser Reihenfolge', 'jetzt', 'dann'],
  evenSpread: 'gleichmäßige Verteilung der Mentees',
  sayDifference: difference =>
    difference === 0 ? 'gleich' : `${formatNumber(Math.abs(difference))} ${sayLess(difference < 0)}`,
};
