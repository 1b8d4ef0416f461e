import type { AboutProvenRun } from '../../domain/about-a-proven-run.ts';
import type { LevelValue } from '../../domain/certificate.ts';
import type { Verdict } from '../../domain/run-verdict.ts';
import type { SavedTable } from '../../domain/table-saved-again.ts';
import { makePlain } from '../../domain/text.ts';
import { wrapText } from '../layout/lines.ts';
import type { Layout } from '../layout/sections.ts';
import { leaveUnpainted, splitIntoWords, wrapWords } from '../layout/wrapped.ts';
import type { Words } from '../words/en/index.ts';
import { tellRefutation } from '../words/refutation.ts';
import { describeSavedTable } from '../words/table-saved-again.ts';
import { renderProof } from './proven.ts';

/** What a run was proven of: null where it, or its inputs, could not be read. */
type Proven = { readonly levels: readonly LevelValue[]; readonly about: AboutProvenRun } | null;

/** What verify found: PROVEN and of what, or REFUTED and by what. */
export function renderVerdict(verdict: Verdict, proven: Proven, words: Words, layout: Layout): string {
  const { paint, width } = layout;
  const about = proven === null ? '' : renderProof(proven.levels, proven.about, words, width);
  const say = words.verdict;
  switch (verdict.kind) {
    case 'refuted':
      return `${formatRefutation(tellRefutation(verdict.by, words), words, layout)}\n`;
    case 'proven':
      return `${paint.good(say.proven)}\n${about}${renderSavedTables(verdict.saved, words, width)}`;
    case 'holds':
      return `${paint.good(say.holds(verdict.version))}\n${about}`;
  }
}

function renderSavedTables(saved: readonly SavedTable[], words: Words, width: number | null): string {
  return saved.map(one => `${wrapText(describeSavedTable(one, words), width, 2, 2)}\n`).join('');
}

function formatRefutation(reason: string, { verdict }: Words, { paint, width }: Layout): string {
  const words = [
    ...splitIntoWords(`${verdict.refuted}:`, 0, paint.bad),
    ...splitIntoWords(makePlain(reason), 1, leaveUnpainted),
  ];
  return wrapWords(words, width);
}
