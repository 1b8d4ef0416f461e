import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import type { ProblemCode } from '../domain/problem-facts.ts';
import { makeStory, renderStory } from '../render/text/story.ts';
import type { ToldStories } from '../render/words/en/stories/index.ts';
import { LOAD_STORIES } from '../render/words/languages.ts';
import type { Context } from './shared/context.ts';
import { printJson } from './shared/report.ts';

/** `rmentor explain E012`: prints the longer story of each code. */
export async function explainCodes(
  asked: readonly string[],
  { json }: { readonly json?: boolean | undefined },
  shell: Context,
): Promise<ExitCode> {
  const told = await LOAD_STORIES[shell.words.language]();
  const stories = asked.map(name => makeStory(findCode(name, told), told, shell.words));
  if (json) await printJson('stories', { stories }, null, shell);
  else shell.out(stories.map(story => renderStory(story, shell.outPaint, shell.outWidth)).join('\n'));
  return EXIT.done;
}

function findCode(name: string, { stories }: ToldStories): ProblemCode {
  const known = Object.keys(stories).sort() as ProblemCode[];
  const code = known.find(one => one === name.toUpperCase());
  if (code === undefined) throw new UserError({ kind: 'unknown-code', code: name, known });
  return code;
}
