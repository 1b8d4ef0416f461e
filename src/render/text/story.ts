import type { ProblemCode } from '../../domain/problem-facts.ts';
import { type Paint, UNPAINTED } from '../layout/paint.ts';
import { splitIntoWords, wrapWords } from '../layout/wrapped.ts';
import type { Words } from '../words/en/index.ts';
import type { ToldStories } from '../words/en/stories/index.ts';
import { getExample } from '../words/message-examples.ts';
import { tellProblem } from '../words/problem.ts';
import { formatProblem } from './problems.ts';

/** The longer story of a code, with what Markdown marks up in it. */
export interface Story {
  readonly code: string;
  readonly title: string;
  readonly text: string;
}

/** A story with an example of its message: both are made in the language of `words`. */
export function makeStory(code: ProblemCode, { stories, page }: ToldStories, words: Words): Story {
  const { title, why, whatToDo } = stories[code];
  return { code, title, text: [renderExample(code, words), why, page.whatToDo(whatToDo)].join('\n\n') };
}

/** The example of a code, as Markdown marks up what a program prints. */
export function renderExample(code: ProblemCode, words: Words): string {
  return `\`\`\`text\n${formatProblem(tellProblem(getExample(code), words), UNPAINTED, null, words)}\n\`\`\``;
}

/** Lines of text that are longer than this are tiring to read. */
const READABLE = 100;

/** A story for a terminal. @param width of it, or null where there is none. */
export function renderStory({ code, title, text }: Story, paint: Paint, width: number | null): string {
  const mark = code.startsWith('E') ? paint.bad : paint.warn;
  const blocks = text.split('\n\n').map(block => formatBlock(block, paint, width));
  return `${mark(code)}  ${paint.bold(title)}\n\n${blocks.join('\n\n')}\n`;
}

function formatBlock(block: string, paint: Paint, width: number | null): string {
  const [, example] = /^```\w*\n([\s\S]*)\n```$/u.exec(block) ?? [];
  if (example !== undefined) {
    return example
      .split('\n')
      .map(line => wrapWords(splitIntoWords(line, 2, paint.dim), width))
      .join('\n');
  }
  const words = splitIntoWords(block.replaceAll('\n', ' '), 0, word => word);
  return paintMarks(wrapWords(words, Math.min(width ?? READABLE, READABLE), ''), paint);
}

/** Marks of Markdown become those of a terminal. Lines get no longer by that. */
function paintMarks(text: string, paint: Paint): string {
  return text.replace(/\*\*([^*]+)\*\*|`([^`]+)`/gu, (_, strong?: string, code?: string) =>
    strong === undefined ? paint.good(code ?? '') : paint.bold(strong),
  );
}
