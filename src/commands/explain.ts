import { fileURLToPath } from 'node:url';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { fold } from '../domain/text.ts';
import { resolveOwnFile } from '../io/own-files.ts';
import { readBytes } from '../io/read.ts';
import { renderJson } from '../render/layout/harmless.ts';
import { parseStories, renderStory, type Story } from '../render/text/story.ts';
import type { ExplainFlags } from './explain-people.ts';
import type { Context } from './shared/context.ts';

/** The page that a person reads, and that is shipped with the program. */
const PAGE = resolveOwnFile('docs/messages.md');

/** The flags of `explain` as they are written. */
interface AskedFlags extends ExplainFlags {
  /** Whether codes are meant, whoever bears one as an id. */
  readonly code?: boolean;
}

/** `rmentor explain`: codes have stories; anything else, whatever is asked of a run, and who bears a code as an id, is a person. */
export async function explainCommand(
  asked: readonly string[],
  { code, ...flags }: AskedFlags,
  shell: Context,
): Promise<ExitCode> {
  if (code) return explainCodes(asked, flags, shell);
  const areCodes = flags.run === undefined && asked.every(name => CODE.test(name));
  if (areCodes && !(await nameAnybody(asked, flags))) return explainCodes(asked, flags, shell);
  const { explainPeople } = await import('./explain-people.ts');
  const exit = await explainPeople(asked, flags, shell);
  if (areCodes) shell.err(`${shell.words.asides.isCodeToo(asked)}\n`);
  return exit;
}

async function nameAnybody(asked: readonly string[], flags: ExplainFlags): Promise<boolean> {
  const { listIdsInRun } = await import('./shared/ids-in-run.ts');
  const ids = new Set(listIdsInRun(flags).map(fold));
  return asked.some(name => ids.has(fold(name)));
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
