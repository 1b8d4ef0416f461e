import type { ChangeCorner } from '../../domain/change-curve.ts';
import { isKeptApart } from '../../domain/confidential-bars.ts';
import { findWorth } from '../../domain/objective-levels.ts';
import { countChanges, type ExplainedChange, isChanged } from '../../domain/tandem-changes.ts';
import { capitalise } from '../../domain/text.ts';
import type { ChangesPart, CurvePart } from '../../web/report/report-types.ts';
import { describeChange } from '../words/changes.ts';
import { formatPoints, type PageTelling, scaleTo } from './page-context.ts';
import { veilWords } from './veil-kept-apart.ts';

/** The page lists so many changes; changes.csv has all. */
const MOST_CHANGES = 50;

/** What became of the tandems of the earlier run, where the run was given one. */
export function buildChanges(telling: PageTelling): ChangesPart {
  const { run, words, say } = telling;
  const { head, columns } = say.changes;
  const frame = { head, columns, more: '' };
  if (run.changes === null) return { ...frame, lead: say.changes.none, rows: [] };
  const changed = run.changes.filter(isChanged);
  if (changed.length === 0) return { ...frame, lead: say.changes.same, rows: [] };
  const describe = describeChange({ roster: run.roster, terms: run.terms, words: veilWords(telling) });
  const counts = words.changes.between('', '', countChanges(run.changes)).replace(/^[^:]*: /u, '');
  const rest = changed.length - MOST_CHANGES;
  return {
    ...{ head, columns },
    lead: capitalise(counts),
    rows: changed.slice(0, MOST_CHANGES).map(change => ({
      change: words.changes.kinds[change.kind] ?? change.kind,
      mentor: change.mentor.name || change.mentor.id,
      mentee: change.mentee.name || change.mentee.id,
      why: isByDecision(change, telling) ? say.changes.byDecision : describe(change),
    })),
    more: rest > 0 ? say.changes.more(rest) : '',
  };
}

/** Whether a wish or a decision ended it: the page says no more of that. */
function isByDecision({ why }: ExplainedChange, { run }: PageTelling): boolean {
  if (why.kind === 'declined') return true;
  return why.kind === 'rule' && why.bars.some(bar => isKeptApart(bar, run.terms.policy));
}

/** What more changes would bring, where the run has its curve. */
export function buildCurve({ run, words, say: { curve: say } }: PageTelling): CurvePart | null {
  const { curve } = run;
  if (curve === null || curve.length < 2) return null;
  const first = curve[0]!;
  const gain = (corner: ChangeCorner) => corner.figures.score - first.figures.score;
  const [mostChanges, mostPoints] = [
    Math.max(...curve.map(({ figures }) => figures.changes)),
    Math.max(...curve.map(gain)),
  ];
  const own = findWorth(run.terms.policy.objective);
  return {
    ...{ head: say.head, lead: say.lead, label: say.label, columns: say.columns, x: say.x, y: say.y },
    rows: curve.map(corner => ({
      changes: words.grammar.formatNumber(corner.figures.changes),
      points: formatPoints(gain(corner), words),
      note: corner.worth === own ? say.thisRun : '',
      at: [scaleTo(mostChanges, corner.figures.changes), scaleTo(mostPoints, gain(corner))],
      isOwn: corner.worth === own,
    })),
  };
}
