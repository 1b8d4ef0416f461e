/** The page's cards about the limits (how much of each is used) and about how far each level of the objective came. */
import type { CountedLimit, LevelReach } from '../../domain/report-facts.ts';
import type { Bar, LevelsPart, LimitRow, LimitsPart } from '../../web/report/report-types.ts';
import { isInSquares, nameLevel } from '../words/levels.ts';
import { type PageTelling, scaleTo } from './page-context.ts';

/** All maximums: used, allowed and wanted, on one scale, so that a small country stays small. */
export function buildLimits({ facts, words, say: { limits: say } }: PageTelling): LimitsPart {
  const { limits } = facts;
  const whole = limits.reduce((most, { max, wanted }) => Math.max(most, wanted, Math.min(max, 2 * wanted)), 0);
  const buildRow = (limit: CountedLimit): LimitRow => {
    const { place, side, used, max, wanted, oneMore } = limit;
    const isUsedUp = used === max;
    return {
      name: say.name(words.grammar.nameCountry(place), side),
      bar: buildLimitBar(limit, whole, say.bar(used, max, wanted)),
      ...{ wanted: String(wanted), used: say.ofMax(used, max), isUsedUp, free: String(max - used) },
      oneMore: !isUsedUp ? say.hasRoom : oneMore === null ? say.unknown : say.gain(oneMore.mentees, oneMore.tandems),
    };
  };
  const usedUp = limits.filter(({ used, max }) => used === max).length;
  const shown = Math.max(usedUp, Math.min(limits.length, LEAST_SHOWN));
  const more = limits.slice(shown);
  return {
    ...{ head: say.head, columns: say.columns, key: say.key },
    lead: limits.length === 0 ? say.none : say.lead(usedUp, limits.length),
    rows: limits.slice(0, shown).map(buildRow),
    more: more.length === 0 ? null : { head: say.more(more.length), rows: more.map(buildRow) },
  };
}

/** So many limits are shown where fewer are used up; the others are folded away. */
const LEAST_SHOWN = 6;

function buildLimitBar({ used, max, wanted }: CountedLimit, whole: number, label: string): Bar {
  return {
    is: scaleTo(whole, used),
    end: scaleTo(whole, wanted),
    mark: max > whole ? null : scaleTo(whole, max),
    label,
  };
}

/** What each level of the objective came to, of what it would be if everybody got everything. */
export function buildLevels({ facts, words, say: { levels: say } }: PageTelling): LevelsPart {
  const buildRow = (reach: LevelReach, at: number): LevelsPart['rows'][number] => {
    const { level, value, whole } = reach;
    const most = at === 0 ? say.most : say.mostOfRest;
    const name = nameLevel(level, words);
    const { formatNumber } = words.grammar;
    if (value === null) return { name, value: '–', bar: null, note: words.summary.noTandem };
    if (isInSquares(level)) return { name, value: say.evenly, bar: null, note: most };
    const shown = formatNumber(value);
    if (whole === null) return { name, value: shown, bar: null, note: most };
    return {
      ...{ name, value: shown, note: `${say.ofWhole(shown, formatNumber(whole))}. ${most}` },
      bar: { is: scaleTo(whole, value), end: 100, mark: null, label: say.ofWhole(shown, formatNumber(whole)) },
    };
  };
  return { head: say.head, lead: say.lead, rows: facts.levels.map(buildRow), key: say.key };
}
