import { fileURLToPath } from 'node:url';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { shown } from '../domain/text.ts';
import { ownFile } from '../io/own-files.ts';
import { readBytes } from '../io/read.ts';
import { jsonText } from '../render/layout/harmless.ts';
import { type Story, storiesIn, storyText } from '../render/text/story.ts';
import type { ExplainFlags } from './explain-people.ts';
import type { Shell } from './shared/context.ts';

/** The page that a person reads, and that is shipped with the program. */
const PAGE = ownFile('docs/messages.md');

/** `rmentor explain`: codes have stories; anything else, or whatever is asked of a run, is a person. */
export async function explainCommand(asked: readonly string[], flags: ExplainFlags, shell: Shell): Promise<ExitCode> {
  if (flags.run === undefined && asked.every(name => CODE.test(name))) return explainCodes(asked, flags, shell);
  const { explainPeople } = await import('./explain-people.ts');
  return explainPeople(asked, flags, shell);
}

const CODE = /^[EW]\d{3}$/iu;

/** `rmentor explain E012`: prints the longer story of each code. */
function explainCodes(asked: readonly string[], { json }: ExplainFlags, shell: Shell): ExitCode {
  const stories = storiesIn(new TextDecoder().decode(readBytes(fileURLToPath(PAGE))));
  const told = asked.map(name => storyOf(name, stories));
  if (json) shell.out(jsonText({ schemaVersion: 1, stories: told }));
  else shell.out(told.map(story => storyText(story, shell.outPaint, shell.outWidth)).join('\n'));
  return EXIT.done;
}

function storyOf(name: string, stories: readonly Story[]): Story {
  const found = stories.find(({ code }) => code === name.toUpperCase());
  if (found !== undefined) return found;
  const known = stories.map(({ code }) => code).sort();
  const hint = `known are: ${known.join(' ')}; where it is somebody's id, say which run it is about: --run FOLDER`;
  throw new UserError(`${shown(name)} is the code of no message`, EXIT.input, hint);
}
