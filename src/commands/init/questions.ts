import { CROSS_BORDER, PRESET_NAMES } from '../../domain/policy.ts';
import { shortenValue, splitList } from '../../domain/text.ts';
import type { Conversation } from '../../io/conversation.ts';
import { splitSheetPath } from '../../io/sheets.ts';
import { exists } from '../../io/system.ts';
import { TEMPLATE_KINDS, USUAL_LEVELS } from './answers.ts';

/** What `init` asks a person, a function a question. Each asks again until there is an answer; Enter takes what is in [ ]. */

export async function askSheet(talk: Conversation, side: string): Promise<string | null> {
  talk.say(`\nIs there a sheet of the ${side} already, or an export of one?\n`);
  return answer(talk, 'Its path, or Enter for a template', '', path => {
    if (path === '') return { value: null };
    const file = unquote(path);
    return exists(splitSheetPath(file).path) ? { value: file } : `${file} does not exist.`;
  });
}

/** Paths that are dropped on a terminal come in quotes. */
function unquote(path: string): string {
  return path.replace(/^(["'])(.*)\1$/u, '$2');
}

export function askTemplates(talk: Conversation): Promise<(typeof TEMPLATE_KINDS)[number]> {
  talk.say('\nTemplates can be CSV files, or the sheets of one Excel workbook.\n');
  return askChoice(talk, 'Which', TEMPLATE_KINDS, 'csv');
}

export function askDelimiter(talk: Conversation, usual: string): Promise<string> {
  talk.say('\nIn CSV, Excel wants ; between cells where a decimal comma is usual (1,5),\nand , elsewhere.\n');
  return askChoice(talk, 'Between cells', [';', ','], usual);
}

export function askPreset(talk: Conversation): Promise<(typeof PRESET_NAMES)[number]> {
  talk.say('\nWho mentors whom?\n');
  talk.say('  reverse  juniors mentor seniors\n  classic  seniors mentor juniors\n');
  talk.say('  peer     colleagues at most one level apart\n  none     no rules but those you write\n');
  return askChoice(talk, 'Which', PRESET_NAMES, 'reverse');
}

export function askLevels(talk: Conversation): Promise<readonly string[]> {
  talk.say('\nWhat are the levels of seniority called, lowest first?\n');
  return askNames(talk, 'With commas between them', USUAL_LEVELS);
}

/** @param trouble what the sheets lack an order of. */
export function askOrder(talk: Conversation, trouble: string): Promise<readonly string[]> {
  talk.say(`\nIn your sheets ${trouble}.\n`);
  return askNames(talk, 'The levels, lowest first, with commas between them, or Enter for later', []);
}

export function askCrossBorder(talk: Conversation): Promise<(typeof CROSS_BORDER)[number]> {
  talk.say('\nMay a tandem span two countries?\n');
  return askChoice(talk, CROSS_BORDER.join(', '), CROSS_BORDER, 'allow');
}

/** @param headers among which it may be. @returns the header, or null where there is none. */
export function askColumn(
  talk: Conversation,
  file: string,
  column: string,
  headers: readonly string[],
): Promise<string | null> {
  talk.say(`\nWhich column of ${file} holds ${column}?\n`);
  headers.forEach((header, index) => {
    talk.say(`  ${index + 1}  ${shortenValue(header)}\n`);
  });
  return answer(talk, 'Its number, or Enter for none', '', text => {
    if (text === '') return { value: null };
    const header = headers[Number(text) - 1] ?? headers.find(name => name === text);
    return header === undefined ? `Write a number from 1 to ${headers.length}.` : { value: header };
  });
}

/** The beginning of a choice will do, where it is that of one only. */
function askChoice<Choice extends string>(
  talk: Conversation,
  prompt: string,
  choices: readonly Choice[],
  usual: string,
): Promise<Choice> {
  return answer(talk, prompt, usual, text => {
    const chosen = choices.filter(choice => choice.startsWith(text.toLowerCase()));
    return chosen.length === 1 ? { value: chosen[0]! } : `Write ${choices.join(' or ')}.`;
  });
}

function askNames(talk: Conversation, prompt: string, usual: readonly string[]): Promise<readonly string[]> {
  return answer(talk, prompt, usual.join(', '), text => ({ value: splitList(text) }));
}

async function answer<Value>(
  talk: Conversation,
  prompt: string,
  usual: string,
  read: (text: string) => { readonly value: Value } | string,
): Promise<Value> {
  for (;;) {
    const text = await talk.ask(`${prompt}${usual === '' ? '' : ` [${usual}]`}: `);
    const result = read(text || usual);
    if (typeof result !== 'string') return result.value;
    talk.say(`${result}\n`);
  }
}
