import type { ExplainedChange } from '../../domain/tandem-changes.ts';
import { wrapText } from '../layout/lines.ts';
import { type Layout, renderSections, type TextSection } from '../layout/sections.ts';
import { describeChange, nameSomebody, phraseChanges, phraseTelling, type ToldChanges } from '../words/changes.ts';

/** What changed from one run to another, for a terminal: each tandem that ended or began, why, and whom to tell. */
export function renderChanges(told: ToldChanges, layout: Layout): string {
  const { changes, telling } = told;
  const say = telling.words.changes;
  const describe = describeChange(telling);
  const listLines = (change: ExplainedChange) => [
    wrapText(say.pair(nameSomebody(change.mentor), nameSomebody(change.mentee)), layout.width, 2, 2),
    wrapText(`${describe(change)} ${phraseTelling(change, telling.words)}`.trim(), layout.width, 6),
  ];
  const makeSection = (head: string, isMeant: (change: ExplainedChange) => boolean): TextSection => [
    head,
    changes.filter(isMeant).flatMap(listLines),
  ];
  const sections: TextSection[] = [
    ['', [wrapText(phraseChanges(told), layout.width)]],
    ...(['ended', 'declined', 'new'] as const).map(kind =>
      makeSection(say.heads[kind], change => change.kind === kind),
    ),
    makeSection(say.heads.points, ({ why }) => why.kind === 'points'),
  ];
  return renderSections(
    sections.filter(([, lines]) => lines.length > 0),
    layout,
  );
}
