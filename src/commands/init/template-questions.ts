import { CROSS_BORDER, PRESET_NAMES } from '../../domain/policy.ts';
import { splitList } from '../../domain/text.ts';
import { exists } from '../../io/file-system.ts';
import { splitSheetPath } from '../../io/sheets.ts';
import { type Draft, hasBothSheets, hasOwnSheets, TEMPLATE_KINDS, USUAL_LEVELS } from './answers.ts';
import { askUntilRead, BACK, type Dialogue, type Step } from './question-screens.ts';

/**
 * What is asked about templates, a step a question. Each asks again until there is an
 * answer; Enter takes what is in [ ].
 */
export function listTemplateSteps(
  dialogue: Dialogue,
  usualDelimiter: string,
  rebase: (path: string) => string,
): Step<Draft>[] {
  const { talk, words } = dialogue;
  const askChoice = makeChoiceAsker(dialogue);
  const askPath = (side: 'mentors' | 'mentees') =>
    askIf(
      draft => draft[side] === undefined,
      async draft => {
        talk.say(`\n${words.sheetHead(side)}\n`);
        const path = await askFor(dialogue, words.sheetPrompt, '', text => {
          if (text === '') return { value: null };
          const file = unquote(text);
          return exists(splitSheetPath(file).path) ? { value: rebase(file) } : words.noFile(file);
        });
        return path === BACK ? BACK : { ...draft, [side]: path };
      },
    );
  return [
    askPath('mentors'),
    askPath('mentees'),
    askChoice('templates', TEMPLATE_KINDS, 'csv', words.templatesHead, words.which, draft => !hasBothSheets(draft)),
    askChoice(
      'delimiter',
      [';', ','],
      usualDelimiter,
      words.delimiterHead,
      words.betweenCells,
      draft => !hasBothSheets(draft) && draft.templates !== 'xlsx',
    ),
  ];
}

/** What is asked about rules where both sheets are templates. */
export function listRuleSteps(dialogue: Dialogue): Step<Draft>[] {
  const { talk, words } = dialogue;
  const askChoice = makeChoiceAsker(dialogue);
  const isNew = (draft: Draft) => !hasOwnSheets(draft);
  return [
    askChoice(
      'preset',
      PRESET_NAMES,
      'reverse',
      [words.presetHead, ...words.presetLines].join('\n'),
      words.which,
      isNew,
    ),
    askIf(
      draft => isNew(draft) && draft.levels === undefined && draft.preset !== 'none',
      async draft => {
        talk.say(`\n${words.levelNamesHead}\n`);
        const levels = await askFor(dialogue, words.withCommas, USUAL_LEVELS.join(', '), text => ({
          value: splitList(text),
        }));
        return levels === BACK ? BACK : { ...draft, levels };
      },
    ),
    askChoice('crossBorder', CROSS_BORDER, 'allow', words.crossBorderHead, CROSS_BORDER.join(', '), isNew),
  ];
}

/** Paths that are dropped on a terminal come in quotes. */
function unquote(path: string): string {
  return path.replace(/^(["'])(.*)\1$/u, '$2');
}

function askIf(isAsked: (draft: Draft) => boolean, ask: (draft: Draft) => Promise<Draft | typeof BACK>): Step<Draft> {
  return async draft => {
    if (!isAsked(draft)) return null;
    const answer = await ask(draft);
    return answer === BACK ? 'back' : answer;
  };
}

/** Makes steps that ask for one of some words. The beginning of one will do, where it is that of one only. */
function makeChoiceAsker(dialogue: Dialogue) {
  const { talk, words } = dialogue;
  return <Key extends keyof Draft>(
    key: Key,
    choices: readonly (Draft[Key] & string)[],
    usual: string,
    head: string,
    prompt: string,
    isWanted: (draft: Draft) => boolean,
  ): Step<Draft> =>
    askIf(
      draft => draft[key] === undefined && isWanted(draft),
      async draft => {
        talk.say(`\n${head}\n`);
        const answer = await askFor(dialogue, prompt, usual, text => {
          const chosen = choices.filter(choice => choice.startsWith(text.toLowerCase()));
          return chosen.length === 1 ? { value: chosen[0]! } : words.again(choices);
        });
        return answer === BACK ? BACK : { ...draft, [key]: answer };
      },
    );
}

/** Asks until there is an answer, or somebody wants to go back. */
function askFor<Value>(
  dialogue: Dialogue,
  prompt: string,
  usual: string,
  read: (text: string) => { readonly value: Value } | string,
): Promise<Value | typeof BACK> {
  return askUntilRead<Value | typeof BACK>(
    dialogue,
    `${prompt.replace(/: $/u, '')}${usual === '' ? '' : ` [${usual}]`}: `,
    text => (text === BACK ? { value: BACK } : read(text || usual)),
  );
}
