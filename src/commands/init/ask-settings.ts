import { CROSS_BORDER, PRESET_NAMES } from '../../domain/policy.ts';
import type { Draft } from './answers.ts';
import { askNumber, askScreen, askUntilRead, type Dialogue, type ScreenRow } from './question-screens.ts';

/** What is asked of the rules besides: all has a usual answer. */
interface StartingRules {
  readonly preset: (typeof PRESET_NAMES)[number];
  readonly crossBorder: (typeof CROSS_BORDER)[number];
  readonly capacity: number;
}

type SettingName = keyof StartingRules;

const USUAL: StartingRules = { preset: 'reverse', crossBorder: 'allow', capacity: 1 };

/**
 * One screen: the settings that no flag has answered. @param asksCapacity whether the sheet does not say
 * how many mentees a mentor can have.
 */
export async function askSettings(
  dialogue: Dialogue,
  draft: Draft,
  asksCapacity: boolean,
  isFirst: boolean,
): Promise<Draft | 'back' | null> {
  const names: readonly SettingName[] = [
    ...(draft.preset === undefined ? (['preset'] as const) : []),
    ...(draft.crossBorder === undefined ? (['crossBorder'] as const) : []),
    ...(asksCapacity && draft.capacity == null ? (['capacity'] as const) : []),
  ];
  if (names.length === 0) return null;
  const { words } = dialogue;
  const screen = {
    head: words.settingsHead,
    listRows: (settings: StartingRules): ScreenRow[] =>
      names.map(name => ({
        label: words.settings[name],
        shown: [saySetting(name, settings, dialogue)],
        isGuess: false,
      })),
    change: (settings: StartingRules, at: number, answer: string) =>
      changeSetting(dialogue, settings, names[at]!, answer),
  };
  const answer = await askScreen<StartingRules>(dialogue, screen, USUAL, isFirst);
  if (answer === 'back') return answer;
  const { preset, crossBorder, capacity } = answer;
  return { ...{ preset, crossBorder }, ...draft, ...(names.includes('capacity') ? { capacity } : {}) };
}

function saySetting(name: SettingName, settings: StartingRules, { words }: Dialogue): string {
  switch (name) {
    case 'preset':
      return words.presets[settings.preset];
    case 'crossBorder':
      return words.crossBorders[settings.crossBorder];
    case 'capacity':
      return words.sayCapacity(settings.capacity);
  }
}

async function changeSetting(
  dialogue: Dialogue,
  settings: StartingRules,
  name: SettingName,
  given: string,
): Promise<StartingRules> {
  const { words } = dialogue;
  const prompt = words.choicePrompt(words.settings[name]);
  switch (name) {
    case 'preset': {
      const shown = PRESET_NAMES.map(preset => words.presets[preset]);
      const number = await askNumber(dialogue, prompt, shown, given, 1);
      return number === null ? settings : { ...settings, preset: PRESET_NAMES[number - 1]! };
    }
    case 'crossBorder': {
      const shown = CROSS_BORDER.map(way => words.crossBorders[way]);
      const number = await askNumber(dialogue, prompt, shown, given, 1);
      return number === null ? settings : { ...settings, crossBorder: CROSS_BORDER[number - 1]! };
    }
    case 'capacity': {
      const read = (answer: string) =>
        /^\d{1,6}$/u.test(answer) ? { value: Number(answer) } : words.badMeaning(answer);
      return { ...settings, capacity: await askUntilRead(dialogue, words.capacityPrompt, read, given) };
    }
  }
}
