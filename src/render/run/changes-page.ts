import { type ExplainedChange, isChanged } from '../../domain/tandem-changes.ts';
import { describeChange, nameSomebody, phraseChanges, phraseTelling, type ToldChanges } from '../words/changes.ts';
import { escapeMarkdown, formatTable } from './markdown.ts';

/** What changed from one run to another as a table in Markdown, for a pull request. */
export function renderChangesMarkdown(told: ToldChanges): string {
  const { telling } = told;
  const changes = told.changes.filter(isChanged);
  const { changes: say, grammar } = telling.words;
  const describe = describeChange(telling);
  const formatScore = ({ score, earlier }: ExplainedChange) => {
    const points = score ?? earlier?.score ?? null;
    return points === null ? '' : grammar.formatNumber(points / 1000);
  };
  const cells = [
    ({ kind }: ExplainedChange) => say.kinds[kind],
    ({ mentor }: ExplainedChange) => nameSomebody(mentor),
    ({ mentee }: ExplainedChange) => nameSomebody(mentee),
    formatScore,
    describe,
    (change: ExplainedChange) => phraseTelling(change, telling.words),
  ];
  const columns = say.columns.map((name, at) => ({ name, cell: cells[at]! }));
  const table = changes.length === 0 ? [] : ['', ...formatTable(columns, changes)];
  return `${[escapeMarkdown(phraseChanges(told)), ...table].join('\n')}\n`;
}
