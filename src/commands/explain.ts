import { fileURLToPath } from 'node:url';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { resolveOwnFile } from '../io/own-files.ts';
import { readBytes } from '../io/read.ts';
import { renderJson } from '../render/layout/harmless.ts';
import { parseStories, renderStory, type Story } from '../render/text/story.ts';
import type { ExplainFlags } from './explain-people.ts';
import type { Context } from './shared/context.ts';

/** The page that a person reads, and that is shipped with the program. */
const PAGE = resolveOwnFile('docs/messages.md');

/** `rmentor explain`: codes have stories; anything else, or whatever is asked of a run, is a person. */
export async function explainCommand(asked: readonly string[], flags: ExplainFlags, shell: Context): Promise<ExitCode> {
  if (flags.run === undefined && asked.every(name => CODE.test(name))) return explainCodes(asked, flags, shell);
  const { explainPeople } = await import('./explain-people.ts');
  return explainPeople(asked, flags, shell);
}

const CODE = /^[EW]\d{3}$/iu;

/** `rmentor explain E012`: prints the longer story of each code. */
function explainCodes(asked: readonly string[], { json }: ExplainFlags, shell: Context): ExitCode {
  const stories = parseStories(new TextDecoder().decode(readBytes(fileURLToPath(PAGE))));
  const told = asked.map(name => getStory(name, stories));
  if (json) shell.out(renderJson({ schemaVersion: 1, stories: told }));
  else shell.out(told.map(story => renderStory(story, shell.outPaint, shell.outWidth)).join('\n'));
  return EXIT.done;
}

function getStory(name: string, stories: readonly Story[]): Story {
  const found = stories.find(({ code }) => code === name.toUpperCase());
  if (found !== undefined) return found;
  const known = stories.map(({ code }) => code).sort();
  throw new UserError({ kind: 'unknown-code', code: name, known });
}
