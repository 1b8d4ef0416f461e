import { MESSAGE_AREAS, type MessageArea } from '../../domain/message-areas.ts';
import type { ProblemCode } from '../../domain/problem-facts.ts';
import { leaveUnpainted, splitIntoWords, wrapWords } from '../layout/wrapped.ts';
import type { Words } from '../words/en/index.ts';
import type { ToldStories } from '../words/en/stories/index.ts';
import { makeStory, renderExample } from './story.ts';

/** The page of all messages, as Markdown: what `explain` tells of each code. */
export function renderMessagesPage(told: ToldStories, words: Words): string {
  const { title, intro, details } = told.page;
  const areas = Object.keys(MESSAGE_AREAS) as MessageArea[];
  const parts = [
    `# ${title}`,
    wrapParagraph(intro),
    renderExample('E012', words),
    ...details.map(wrapParagraph),
    ...areas.flatMap(area => renderArea(area, told, words)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function renderArea(area: MessageArea, told: ToldStories, words: Words): string[] {
  const codes: readonly ProblemCode[] = MESSAGE_AREAS[area];
  return [`## ${told.page.areas[area]}`, ...codes.map(code => renderPart(code, told, words))];
}

function renderPart(code: ProblemCode, told: ToldStories, words: Words): string {
  const { title, text } = makeStory(code, told, words);
  const [example = '', ...paragraphs] = text.split('\n\n');
  return [`### ${code} ${title}`, example, ...paragraphs.map(wrapParagraph)].join('\n\n');
}

/** How long a line of the page is at most, where it is more than one word. */
const LINE = 120;

function wrapParagraph(text: string): string {
  return wrapWords(splitIntoWords(text, 0, leaveUnpainted), LINE, '');
}
