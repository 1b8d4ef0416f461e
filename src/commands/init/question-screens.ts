import type { Conversation } from '../../io/conversation.ts';
import { alignRows } from '../../render/layout/labelled-rows.ts';
import type { Words } from '../../render/words/en/index.ts';

/** A conversation in somebody's language, on lines of some length. */
export interface Dialogue {
  readonly talk: Conversation;
  readonly words: Words['init'];
  readonly width: number;
}

/** What somebody says who wants to change the answer before. */
export const BACK = '<';

/** One question: what is known after its answer, "back", or null where there is nothing to ask. */
export type Step<State> = (state: State, isFirst: boolean) => Promise<State | 'back' | null>;

/** Asks one question after the other, and goes back to those that were asked where somebody wants to. */
export async function runSteps<State>(first: State, steps: readonly Step<State>[]): Promise<State> {
  const asked: { readonly state: State; readonly at: number }[] = [];
  let [state, at] = [first, 0];
  while (at < steps.length) {
    const answer = await steps[at]!(state, asked.length === 0);
    if (answer === 'back') {
      const last = asked.pop();
      if (last !== undefined) [state, at] = [last.state, last.at];
      continue;
    }
    if (answer !== null) {
      asked.push({ state, at });
      state = answer;
    }
    at++;
  }
  return state;
}

/** A line of a screen: what it is about, and what is taken for it unless somebody changes it. */
export interface ScreenRow {
  readonly label: string;
  readonly shown: readonly string[];
  readonly isGuess: boolean;
  /** Whether nothing is taken, so that it has to be asked by itself. */
  readonly isOpen?: boolean;
}

/** Questions that are answered together, because most answers are right as they are proposed. */
export interface QuestionScreen<State> {
  readonly head: string;
  readonly listRows: (state: State) => readonly ScreenRow[];
  /** What is told below the rows. */
  readonly listNotes?: (state: State) => readonly string[];
  /** Asks for another answer to the row at an index; with `answer` where it came along with the letter. */
  readonly change: (state: State, at: number, answer: string) => Promise<State>;
}

/** Shows a screen until its answers are taken. Enter takes all, a letter changes one. */
export async function askScreen<State>(
  dialogue: Dialogue,
  screen: QuestionScreen<State>,
  first: State,
  isFirst: boolean,
): Promise<State | 'back'> {
  const { talk, words } = dialogue;
  let state = first;
  for (;;) {
    showScreen(dialogue, screen, state);
    const answer = await talk.ask(words.screenPrompt(!isFirst));
    if (answer === BACK && !isFirst) return 'back';
    if (answer === '') return askOpenRows(screen, state);
    const rows = screen.listRows(state);
    const at = LETTERS.indexOf(answer.charAt(0).toLowerCase());
    if (at >= 0 && at < rows.length && !/^\p{L}/u.test(answer.slice(1))) {
      state = await screen.change(state, at, answer.slice(1).trim());
    } else talk.say(`${words.noLetter(LETTERS[rows.length - 1] ?? 'a')}\n`);
  }
}

/** So many rows have a letter. */
export const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

async function askOpenRows<State>(screen: QuestionScreen<State>, first: State): Promise<State> {
  let state = first;
  for (const [at, row] of screen.listRows(first).entries()) {
    if (row.isOpen) state = await screen.change(state, at, '');
  }
  return state;
}

function showScreen<State>({ talk, words, width }: Dialogue, screen: QuestionScreen<State>, state: State): void {
  const rows = screen.listRows(state);
  const cells = rows.map(({ label, shown, isGuess }, at) => ({
    head: `  ${LETTERS[at]} ${isGuess ? '?' : ' '} ${label}`,
    lines: shown,
  }));
  const notes = [
    ...(screen.listNotes?.(state) ?? []),
    ...(rows.some(({ isGuess }) => isGuess) ? [words.guessMark] : []),
  ];
  const noted =
    notes.length === 0
      ? []
      : alignRows(
          notes.map(note => ({ head: '', lines: [note] })),
          width,
        );
  talk.say(
    `\n${alignRows([{ head: screen.head, lines: [] }, ...cells], width).join('\n')}\n${noted.map(line => `${line}\n`).join('')}`,
  );
}

/** Asks until an answer can be read. @param read the value of an answer, or what is said of one that has none. */
export async function askUntilRead<Value>(
  { talk }: Pick<Dialogue, 'talk'>,
  prompt: string,
  read: (answer: string) => { readonly value: Value } | string,
  given = '',
): Promise<Value> {
  let answer = given;
  for (;;) {
    const text = answer || (await talk.ask(prompt));
    const result = read(text);
    if (typeof result !== 'string') return result.value;
    talk.say(`${result}\n`);
    answer = '';
  }
}

/** Asks for the number of a choice; 0 is none, and Enter leaves what there is: null. */
export function askNumber(
  dialogue: Dialogue,
  prompt: string,
  choices: readonly string[],
  given: string,
  least: 0 | 1 = 0,
): Promise<number | null> {
  const { talk, words, width } = dialogue;
  if (given === '')
    talk.say(
      `${alignRows(
        choices.map((choice, at) => ({ head: `  ${String(at + 1).padStart(2)}`, lines: [choice] })),
        width,
      ).join('\n')}\n`,
    );
  return askUntilRead(
    dialogue,
    prompt,
    answer => {
      if (answer === '') return { value: null };
      const number = /^\d{1,4}$/u.test(answer) ? Number(answer) : -1;
      return number >= least && number <= choices.length ? { value: number } : words.noNumber(least, choices.length);
    },
    given,
  );
}
