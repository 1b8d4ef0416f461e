import type { Problem } from '../../domain/problems.ts';
import { listLevelNames, orderLevels, readOrder } from '../../features/setup/level-order.ts';
import {
  listUnknownValues,
  makeColumnFinder,
  readMeaning,
  STATUSES,
  type UnknownValue,
} from '../../features/setup/unknown-values.ts';
import { addValues, isCounted } from '../../features/setup/value-settings.ts';
import type { Answers } from './answers.ts';
import { askNumber, askScreen, askUntilRead, BACK, type Dialogue, LETTERS } from './question-screens.ts';
import { type AsUnderstood, listPeopleSheets } from './read-sheets.ts';

/** The order of the levels of both sheets, or null where they have no names without one. */
export async function askLevelOrder(
  dialogue: Dialogue,
  { problems }: AsUnderstood,
): Promise<readonly string[] | 'back' | null> {
  const { talk, words } = dialogue;
  const named = listLevelNames(problems);
  if (named.length === 0) return null;
  const { names, isSure } = orderLevels(named);
  const usual = names.map((_, at) => at + 1).join(' ');
  talk.say(`\n${words.levelsHead}\n`);
  for (const [at, name] of names.entries()) talk.say(`  ${String(at + 1).padStart(2)}  ${name}\n`);
  return askUntilRead<readonly string[] | 'back'>(dialogue, words.levelsPrompt(isSure ? usual : null), answer => {
    if (answer === BACK) return { value: 'back' };
    if (answer === '') return { value: isSure ? names : [] };
    const order = readOrder(answer, names);
    return order === null ? words.badOrder(names.length) : { value: order };
  });
}

/** One screen: what the words mean that no column understands. Null where all are understood. */
export async function askValues(
  dialogue: Dialogue,
  understood: AsUnderstood,
  answers: Answers,
  isFirst: boolean,
): Promise<Answers['values'] | 'back' | null> {
  const { words } = dialogue;
  const unknown = listUnknownValues(understood.problems, makeColumnFinder(listPeopleSheets(understood))).slice(
    0,
    LETTERS.length,
  );
  if (unknown.length === 0) return null;
  const screen = {
    head: words.valuesHead,
    listRows: (values: readonly UnknownValue[]) =>
      values.map(({ column, word, count, proposed }, at) => ({
        label: `${words.columns[column] ?? column}: ${words.sayValue(word, count)}`,
        shown: [words.sayMeaning(proposed)],
        isGuess: proposed !== null && proposed === unknown[at]!.proposed,
        isOpen: proposed === null,
      })),
    listNotes: () => listEmptied(understood.problems, dialogue),
    change: async (values: readonly UnknownValue[], at: number, answer: string) => {
      const meaning = await askMeaning(dialogue, values[at]!, answers.levels, answer);
      return meaning === null ? values : values.with(at, { ...values[at]!, proposed: meaning });
    },
  };
  const answer = await askScreen<readonly UnknownValue[]>(dialogue, screen, unknown, isFirst);
  if (answer === 'back') return answer;
  const meant = listMeant(answer);
  return meant.length === 0 ? null : addValues(answers.values, meant);
}

/** What words most likely mean, for whoever only counts people. */
export function guessValues(understood: AsUnderstood): Answers['values'] {
  const unknown = listUnknownValues(understood.problems, makeColumnFinder(listPeopleSheets(understood)));
  return addValues({}, listMeant(unknown));
}

function listMeant(values: readonly UnknownValue[]) {
  return values.flatMap(({ column, word, proposed }) =>
    proposed === null ? [] : [{ column, word, meaning: proposed }],
  );
}

/** What a word means; null where it is to stay unknown. */
async function askMeaning(
  dialogue: Dialogue,
  { column, word }: UnknownValue,
  levels: readonly string[],
  given: string,
): Promise<string | number | null> {
  const { words } = dialogue;
  const choices: readonly string[] = column === 'status' ? STATUSES : column === 'level' ? levels : [];
  if (choices.length > 0) {
    const shown = choices.map(choice => words.sayMeaning(choice).replace(/^= /u, ''));
    const number = await askNumber(dialogue, words.choiceMeaning(word), shown, given, 1);
    return number === null ? null : choices[number - 1]!;
  }
  const prompt = isCounted(column) ? words.numberMeaning(word) : words.textMeaning(word);
  return askUntilRead<string | number | null>(
    dialogue,
    prompt,
    answer => {
      if (answer === '') return { value: null };
      const meaning = readMeaning(column, answer, levels);
      return meaning === null ? words.badMeaning(answer) : { value: meaning };
    },
    given,
  );
}

/** What was read as empty, so that nobody looks for it among the questions. */
function listEmptied(problems: readonly Problem[], { words }: Dialogue): readonly string[] {
  const emptied = problems.filter((problem): problem is Problem<'W190'> => problem.code === 'W190');
  const said = new Set(emptied.flatMap(({ facts }) => facts.words));
  return said.size === 0 ? [] : [words.readAsEmpty([...said])];
}
