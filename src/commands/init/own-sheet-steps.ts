import { type Answers, type Draft, hasOwnSheets } from './answers.ts';
import { askColumns, buildColumnSetting, type ChosenColumns, proposeAllColumns } from './ask-columns.ts';
import { askSettings } from './ask-settings.ts';
import { askLevelOrder, askValues, guessValues } from './ask-words.ts';
import type { Dialogue, Step } from './question-screens.ts';
import { type AsUnderstood, SIDES, type SideSheet } from './read-sheets.ts';

/** What is known so far, with the columns of the user's own sheets once these were opened. */
export interface OwnDraft {
  readonly draft: Draft;
  readonly columns: ChosenColumns | null;
}

/** How sheets are read by answers, the unanswered ones as usual. */
export interface SheetReader {
  readonly read: (draft: Draft) => Promise<AsUnderstood>;
  readonly settle: (draft: Draft) => Answers;
}

/** The questions about the user's own sheets: a screen for the columns of each, one for words, one for rules. */
export function listOwnSteps(dialogue: Dialogue, reader: SheetReader): Step<OwnDraft>[] {
  const onlyOwn =
    (ask: Step<OwnDraft>): Step<OwnDraft> =>
    async (state, isFirst) =>
      hasOwnSheets(state.draft) ? ask(state, isFirst) : null;
  return [
    ...SIDES.map(side => onlyOwn(makeColumnsStep(dialogue, reader, side))),
    onlyOwn(async ({ draft, columns }) => {
      const levels = await askLevelOrder(dialogue, await reader.read(withColumns(draft, columns)));
      return wrapAnswer(levels, found => ({ draft: { ...draft, levels: found }, columns }));
    }),
    // As many screens as there are words for: each has as many as there are letters.
    ...Array.from({ length: MOST_SCREENS }, () =>
      onlyOwn(async ({ draft, columns }, isFirst) => {
        const known = withColumns(draft, columns);
        const values = await askValues(dialogue, await reader.read(known), reader.settle(known), isFirst);
        return wrapAnswer(values, found => ({ draft: { ...draft, values: found }, columns }));
      }),
    ),
    onlyOwn(async ({ draft, columns }, isFirst) => {
      const isRead = columns?.chosen.mentors.some(({ column, indexes }) => column === 'capacity' && indexes.length > 0);
      const answer = await askSettings(dialogue, draft, draft.mentors != null && isRead !== true, isFirst);
      return wrapAnswer(answer, found => ({ draft: found, columns }));
    }),
  ];
}

const MOST_SCREENS = 4;

function wrapAnswer<Value extends object>(
  answer: Value | 'back' | null,
  take: (value: Value) => OwnDraft,
): OwnDraft | 'back' | null {
  return answer === 'back' || answer === null ? answer : take(answer);
}

/** The answers with what was chosen of the columns. */
export function withColumns(draft: Draft, columns: ChosenColumns | null): Draft {
  return columns === null ? draft : { ...draft, columns: buildColumnSetting(columns) };
}

function makeColumnsStep(dialogue: Dialogue, { read }: SheetReader, side: SideSheet): Step<OwnDraft> {
  return async ({ draft, columns }, isFirst) => {
    if (draft[side] == null) return null;
    const first = columns ?? proposeAllColumns(await read(draft));
    if (first.sheets[side] === null) return null;
    // Rows with words that are not known are not read: people in them count, whatever these mean.
    const readGuessed = async (found: ChosenColumns) => {
      const known = withColumns(draft, found);
      const values = guessValues(await read(known));
      return read({ ...known, values });
    };
    const chosen = await askColumns(dialogue, side, first, readGuessed, isFirst);
    return chosen === 'back' ? chosen : { draft, columns: chosen };
  };
}
