import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainCommand } from '../../../src/commands/explain.ts';
import { MESSAGE_AREAS } from '../../../src/domain/message-areas.ts';
import type { ProblemCode } from '../../../src/domain/problem-facts.ts';
import type { Paint } from '../../../src/render/layout/paint.ts';
import { renderMessagesPage } from '../../../src/render/text/messages-page.ts';
import { renderExample, renderStory } from '../../../src/render/text/story.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { told as told_de } from '../../../src/render/words/de/stories/index.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { told as told_en } from '../../../src/render/words/en/stories/index.ts';
import { troubleOf } from '../../io/support.ts';
import { listening } from '../../support/run.ts';

const same = (text: string) => text;
const PLAIN: Paint = { bold: same, dim: same, good: same, bad: same, warn: same };
const CODES: readonly ProblemCode[] = Object.values(MESSAGE_AREAS).flat();

describe('the page of messages', () => {
  test.each([
    ['docs/messages.md', told_en, en],
    ['docs/meldungen.md', told_de, de],
  ])('is as the catalogue makes it (npm run words): %s', (page, told, words) => {
    expect(readFileSync(page, 'utf8')).toBe(renderMessagesPage(told, words));
  });

  test('has each code once', () => expect([...CODES].sort()).toEqual(Object.keys(told_en.stories).sort()));

  test('shows messages as they really are: some case of the fixtures gives each example', () => {
    const folder = 'fixtures/bad-inputs';
    const cases = readdirSync(folder).filter(name => existsSync(join(folder, name, 'expected.txt')));
    const said = cases.map(name => readFileSync(join(folder, name, 'expected.txt'), 'utf8'));
    const lines = new Set(said.flatMap(text => text.split('\n')));
    const examples = CODES.map(code => renderExample(code, en).split('\n')[1] ?? '');
    expect(examples.filter(line => !lines.has(line))).toEqual([]);
  });
});

describe('rmentor explain CODE', () => {
  test('prints the story without marks, in lines that fit', () => {
    const example = 'people.csv:7:role  E999  "boss" is not a role we ever heard of  (ask them)';
    const text = `\`\`\`text\n${example}\n\`\`\`\n\nTwo\nlines.\n\n**What to do:** ask with \`--role\` what they are.`;
    expect(renderStory({ code: 'E999', title: 'Unknown', text }, PLAIN, 50)).toBe(
      [
        ...['E999  Unknown', ''],
        ...['  people.csv:7:role  E999  "boss" is not a role we', '    ever heard of  (ask them)', ''],
        ...['Two lines.', ''],
        ...['What to do: ask with --role what they are.', ''],
      ].join('\n'),
    );
  });

  test('takes codes in any case, several at once, and as JSON', async () => {
    const { out } = await listening(shell => explainCommand(['e012', 'W034'], { json: true }, shell));
    expect(JSON.parse(out)).toMatchObject({
      stories: [{ code: 'E012', title: 'Not a whole number' }, { code: 'W034' }],
    });
    expect(await troubleOf(() => listening(shell => explainCommand(['E999'], {}, shell)))).toMatchObject({
      exit: 2,
      message: '"E999" is not the code of a message',
    });
  });

  test('tells the story in the language of the screen', async () => {
    const { out } = await listening(shell => explainCommand(['E012'], {}, shell), { words: de });
    expect(out).toMatch(/^E012 {2}Keine ganze Zahl\n[\s\S]*\nWas zu tun ist: Schreiben Sie nur Ziffern\./u);
  });
});
