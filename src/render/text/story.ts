import type { Paint } from '../layout/paint.ts';
import { splitIntoWords, wrapWords } from '../layout/wrapped.ts';

/** The longer story of a code: its part of docs/messages.md, with what Markdown marks up in it. */
export interface Story {
  readonly code: string;
  readonly title: string;
  readonly text: string;
}

/** The stories on a page: the parts below headings that begin with a code. */
export function parseStories(page: string): Story[] {
  const parts = page.replaceAll('\r\n', '\n').split(/^#{1,3} /mu);
  return parts.flatMap(part => {
    const [, code, title, text] = /^([EW]\d{3}) (.+)\n([\s\S]*)$/u.exec(part) ?? [];
    return code === undefined || title === undefined || text === undefined ? [] : [{ code, title, text: text.trim() }];
  });
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
