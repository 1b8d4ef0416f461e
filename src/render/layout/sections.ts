import { formatHeading } from './lines.ts';
import type { Paint } from './paint.ts';

/** Where a text is shown; `width` is null where there is no terminal, so that a line may have any length. */
export interface Layout {
  readonly paint: Paint;
  readonly width: number | null;
}

/** Lines below a heading; '' for none. */
export type TextSection = readonly [head: string, lines: readonly string[]];

/** Sections with a blank line between two. Those that say nothing are left out. */
export function renderSections(sections: readonly TextSection[], layout: Layout): string {
  return sections
    .map(section => listSectionLines(section, layout))
    .filter(lines => lines.length > 0)
    .map(lines => `${lines.join('\n')}\n`)
    .join('\n');
}

/** A section with its heading as lines. */
export function listSectionLines([head, lines]: TextSection, { paint, width }: Layout): readonly string[] {
  return head === '' ? lines : [formatHeading(head, paint, width), ...lines];
}
