import type { AboutProvenRun } from '../../domain/about-a-proven-run.ts';
import { DEMANDS, type LevelValue } from '../../domain/certificate.ts';
import { findGap, type Gaps, isNeeding } from '../../domain/data-gaps.ts';
import type { Rule } from '../../domain/policy.ts';
import { TIES } from '../../domain/ties.ts';
import { wrapText } from '../layout/lines.ts';
import { describeGaps } from '../words/data-gaps.ts';
import { phraseDecisions } from '../words/decision-counts.ts';
import type { Words } from '../words/en/index.ts';
import { convertToPoints, findLevelWords } from '../words/levels.ts';

/** What a proof says, in sentences that can be repeated to anybody, and what it is about. */
export function renderProof(
  levels: readonly LevelValue[],
  about: AboutProvenRun,
  words: Words,
  width: number | null,
): string {
  const first = levels.findIndex(({ level }) => level !== DEMANDS);
  const sentences = levels.map((level, index) => describeLevel(level, index === first, words));
  return [...describeSubject(about, words, width), ...sentences.map(text => wrapText(text, width, 2, 2))]
    .map(line => `${line}\n`)
    .join('');
}

function describeSubject(
  { mentors, mentees, standsAlone, must, gaps, overrides, held, ...decided }: AboutProvenRun,
  words: Words,
  width: number | null,
): string[] {
  const { verdict: say } = words;
  const open = describeGaps(gaps, words).map(line => wrapText(line, width, 4, 2));
  const decisions = phraseDecisions(decided, words);
  const known = [
    say.about(mentors.people, mentors.file, mentees.people, mentees.file),
    describeRules(must, gaps, words),
    ...(standsAlone ? [say.standsAlone] : []),
  ];
  const after = [
    ...(decisions === '' ? [] : [say.decisions(decisions)]),
    ...(held > 0 ? [say.held(held)] : []),
    ...(overrides > 0 ? [say.overrides(overrides)] : []),
  ];
  const wrap = (text: string) => wrapText(text, width, 2, 2);
  return [...known.map(wrap), ...(open.length > 0 ? [wrap(`${words.gaps.head}:`), ...open] : []), ...after.map(wrap)];
}

/**
 * The rules that were held against everybody, with those that keep people apart of whom they know nothing. Of others it
 * is said what the sheets leave open.
 */
function describeRules(must: readonly Rule[], gaps: Gaps, { rules, verdict: say }: Words): string {
  if (must.length === 0) return say.noRule;
  const whole = must.filter(({ name, rule }) => {
    const gap = findGap(gaps, 'must', name);
    return gap === undefined || (gap.state === 'partial' && isNeeding(rule));
  });
  return whole.length === 0 ? say.noWholeRule : say.rules(whole.map(rules.describe));
}

function describeLevel({ level, value }: LevelValue, isFirst: boolean, words: Words): string {
  const { verdict: say } = words;
  if (level === DEMANDS) return say.demandsMet;
  if (level === TIES) return words.rules.ties;
  if (value === null) return say.noTandem;
  return say.best(findLevelWords(level, words).better(convertToPoints(level, value)), isFirst);
}
