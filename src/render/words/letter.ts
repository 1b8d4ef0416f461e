import type { Letter, LetterChoice, LetterReason, LetterTandem, RuleState } from '../../domain/letter.ts';
import { getOtherSide } from '../../domain/pair-keys.ts';
import type { VeiledCount } from '../../domain/veiled-count.ts';
import type { Line } from '../layout/lines.ts';
import { phraseBar } from './bars.ts';
import { describeGaps } from './data-gaps.ts';
import type { Words } from './en/index.ts';
import { findLevelWords } from './levels.ts';
import { describeLevels, describePolicy, describePreferences } from './rules.ts';

/** Why somebody has no tandem, or fewer than they want, in sentences to them. */
export function describeLetterReason(reason: LetterReason, side: Letter['side'], words: Words): string[] {
  const why = words.letter.why(nameLevels(reason, words), getOtherSide(side));
  const lacking = reason.kind === 'nobody-left' ? reason.lacking : [];
  return [why, ...(lacking.length === 0 ? [] : [words.letter.lacking(lacking)])];
}

function nameLevels(reason: LetterReason, words: Words): LetterReason {
  const name = (level: string) => findLevelWords(level, words).label;
  if (reason.kind === 'goals') return { ...reason, levels: reason.levels.map(name) };
  return reason.kind === 'no-gain' && reason.level !== null ? { ...reason, level: name(reason.level) } : reason;
}

/** Everything that is said of somebody without a tandem, or with too few. */
export function describeWhy({ why, again, shortfall, side }: Letter, words: Words): string[] {
  return [
    ...(why === null ? [] : describeLetterReason(why, side, words)),
    ...(again === null ? [] : [words.letter.again[again]]),
    ...(shortfall === null
      ? []
      : [words.letter.shortfall(shortfall.wants, shortfall.has), ...describeLetterReason(shortfall.why, side, words)]),
  ];
}

/** The cells of the person's row, and what is not repeated of it. */
export function describeOwnData({ own, leftOut }: Letter, words: Words): { cells: string[]; notes: string[] } {
  const { letter } = words;
  return {
    cells: own.map(({ column, value }) => letter.ownCell(letter.nameOwn(column), nameValue(column, value, words))),
    notes: [letter.namesOthers, ...(leftOut.length === 0 ? [] : [letter.leftOut(leftOut)])],
  };
}

/** Countries and languages are kept as codes. */
function nameValue(column: string, value: string, { grammar }: Words): string {
  if (column === 'country') return grammar.nameCountry(value);
  return column === 'languages' ? value.split(', ').map(grammar.nameLanguage).join(', ') : value;
}

/** Whether a tandem keeps the rules: first those that it does not, or that nobody could check. */
export function describeLetterRules({ rules }: LetterTandem, words: Words): string[] {
  const { letter, rules: say } = words;
  const name = (state: RuleState) =>
    rules
      .filter(one => one.state === state)
      .map(({ rule }) => say.describe(rule))
      .join('; ');
  const [excepted, open] = [name('excepted'), name('not-checked')];
  return [
    ...(excepted === '' ? [] : [letter.excepted(excepted)]),
    ...(open === '' ? [] : [letter.notChecked(open)]),
    letter.kept(excepted === '' && open === ''),
  ];
}

/** What each preference gives a tandem. */
export function describeLetterPoints({ preferences }: LetterTandem, words: Words): Line[] {
  const { grammar, letter, facts, rules } = words;
  return preferences.map(({ rule, holds, points, common }) => {
    const text = `${rules.describe(rule)}${common.length === 0 ? '' : `: ${letter.common(nameCommon(rule.field, common, words))}`}`;
    if (rule.weight === 0) return { mark: holds ? facts.counted.yes : facts.counted.no, text };
    const fit = grammar.formatNumber(points / rule.weight / 1000);
    return { mark: `${rule.weight} × ${fit} = ${grammar.formatNumber(points / 1000)}`, text };
  });
}

function nameCommon(column: string, values: readonly string[], words: Words): string[] {
  return values.map(value => nameValue(column, value, words));
}

/** Whom the person could be paired with, from all down to those who are left. */
export function describeChoice({ choice, side, policy }: Letter, words: Words): { head: string; lines: string[] } {
  const { letter } = words;
  const other = getOtherSide(side);
  if (choice === null) return { head: '', lines: [] };
  return {
    head: letter.choiceHead(other),
    lines: [
      letter.choice(choice.partners, other),
      ...groupAlike(choice).map(({ bars, count }) =>
        letter.ruledOut(
          bars.map(bar => phraseBar(bar, policy, words)),
          count,
          other,
        ),
      ),
      letter.left(choice.left, other),
      letter.keptApart(choice.keptApart, other),
      letter.veiled,
    ],
  };
}

/** What rules out as many, or as few, at the place of the first of them. */
function groupAlike({ ruledOut }: LetterChoice): { readonly bars: readonly string[]; readonly count: VeiledCount }[] {
  const keyOf = (count: VeiledCount) => (count.kind === 'exact' ? String(count.count) : count.kind);
  const keys = new Set(ruledOut.map(({ count }) => keyOf(count)));
  return [...keys].map(key => {
    const alike = ruledOut.filter(({ count }) => keyOf(count) === key);
    return { bars: alike.map(({ bar }) => bar), count: alike[0]!.count };
  });
}

type OpenRules = Pick<Letter, 'policy' | 'hasPriorities' | 'gaps'>;

/** The rules as anybody may read them: what is about vetoes, bans and declines is one line, which is always there. */
export function describeOpenRules({ policy, hasPriorities, gaps }: OpenRules, words: Words) {
  return {
    musts: [...describePolicy(policy, gaps, words), words.letter.keptApartRule],
    preferences: describePreferences(policy, [], gaps, words),
    levels: describeLevels(policy, hasPriorities, gaps, words),
    open: describeGaps(gaps, words),
  };
}
