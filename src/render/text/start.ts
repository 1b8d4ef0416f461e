import { alignColumns } from '../layout/aligned.ts';
import { wrapText } from '../layout/lines.ts';
import type { Layout } from '../layout/sections.ts';
import type { Words } from '../words/en/index.ts';

/** Where to begin, for a terminal. @param sheets the files of this folder that look like sheets of a programme. */
export function renderStart(sheets: readonly string[], { start }: Words, { paint, width }: Layout): string {
  const steps = start.steps.map(([call, what], at) => [String(at + 1), call, what]);
  return [
    paint.bold(start.title),
    '',
    ...alignColumns(steps, () => true).map(row => `  ${row}`),
    '',
    start.allCommands,
    ...(sheets.length === 0 ? [] : [wrapText(start.sayFound(sheets), width)]),
    '',
  ].join('\n');
}
