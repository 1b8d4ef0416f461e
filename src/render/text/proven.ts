import { DEMANDS, type LevelValue } from '../../domain/certificate.ts';
import { findGap, type Gaps } from '../../domain/gaps.ts';
import { formatCount, joinNames, makePlain } from '../../domain/text.ts';
import { TIES } from '../../domain/ties.ts';
import { phraseDecisions } from '../words/decisions.ts';
import { en } from '../words/en/index.ts';
import { describeGaps } from '../words/gaps.ts';
import { convertToPoints, findLevelWords } from '../words/levels.ts';

/** What a proven run was made from. */
export interface ProofSubject {
  readonly mentors: { readonly people: number; readonly file: string };
  readonly mentees: { readonly people: number; readonly file: string };
  /** Whether there was no config to hold against what the certificate says of settings and rules. */
  readonly standsAlone: boolean;
  /** The names of the rules that no tandem may break. */
  readonly must: readonly string[];
  /** What the sheets leave open for rules, preferences and limits. */
  readonly gaps: Gaps;
  /** How many tandems are approved, and how many pairs declined. */
  readonly approved: number;
  readonly declined: number;
  /** How many locked pairs break one all the same. */
  readonly overrides: number;
}

/** What a proof says, in sentences that can be repeated to anybody, and what it is about. */
export function renderProof(levels: readonly LevelValue[], about: ProofSubject): string {
  const first = levels.findIndex(({ level }) => level !== DEMANDS);
  const sentences = levels.map((level, index) => describeLevel(level, index === first));
  return [...describeSubject(about), ...sentences].map(line => `  ${makePlain(line)}\n`).join('');
}

function describeSubject({ mentors, mentees, standsAlone, must, gaps, overrides, ...decided }: ProofSubject): string[] {
  const people = [
    `${formatCount(mentors.people, 'mentor')} (${mentors.file})`,
    `${formatCount(mentees.people, 'mentee')} (${mentees.file})`,
  ];
  const open = describeGaps(gaps, en).map(line => `  ${line}`);
  const broken = `${formatCount(overrides, 'locked pair')} may break a rule, for a reason that tandems.csv gives.`;
  const alone = 'Settings and rules are those in certificate.json; there was no config to hold against them.';
  const words = phraseDecisions(decided, en);
  return [
    `About ${people.join(' and ')}.`,
    describeRules(must, gaps),
    ...(standsAlone ? [alone] : []),
    ...(open.length > 0 ? [`${en.gaps.head}:`, ...open] : []),
    ...(words === '' ? [] : [`Decisions: ${words}.`]),
    ...(overrides > 0 ? [broken] : []),
  ];
}

/** The rules that were held against everybody; of others it is said what the sheets leave open. */
function describeRules(must: readonly string[], gaps: Gaps): string {
  if (must.length === 0) return 'There is no rule.';
  const whole = must.filter(name => findGap(gaps, 'must', name) === undefined);
  return whole.length === 0
    ? 'There is no rule for which the sheets say everything.'
    : `Rules: ${joinNames(whole, 99)}.`;
}

function describeLevel({ level, value }: LevelValue, isFirst: boolean): string {
  if (level === DEMANDS) return 'Every lock, minimum and least load is met.';
  if (level === TIES) return 'What is still equal is decided by a hash of the ids, not by rows or names.';
  if (value === null) return 'There is no tandem, so none is the worst.';
  const none = isFirst ? 'No other pairing that keeps the rules, slots and limits' : 'Among those, none';
  return `${none} ${findLevelWords(level, en).better(convertToPoints(level, value))}.`;
}
