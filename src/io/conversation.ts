import { createInterface } from 'node:readline';
import { UserError } from '../domain/errors.ts';

/** The two ends of a terminal, or what stands for them. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Questions and answers, one after the other. */
export interface Conversation {
  /** Shows a text that waits for no answer. */
  readonly say: (text: string) => void;
  /** The line that is the answer, without blanks around it. Throws a UserError where no answer will ever come. */
  readonly ask: (prompt: string) => Promise<string>;
  readonly end: () => void;
}

/** As a shell says it of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/**
 * Begins a conversation. Lines that come before their question are kept for it, so that all answers can be pasted at
 * once. (The question of readline/promises loses them, and waits for ever once the input has ended.)
 */
export function startConversation({ input, output }: Terminal): Conversation {
  const lines = createInterface({ input, output });
  const early: string[] = [];
  let hasEnded = false;
  let waiting: { readonly answer: (line: string) => void; readonly fail: (error: UserError) => void } | null = null;
  lines.on('line', line => {
    if (waiting === null) early.push(line);
    else waiting.answer(line);
    waiting = null;
  });
  lines.on('close', () => {
    hasEnded = true;
    waiting?.fail(makeUnansweredError());
  });
  lines.on('SIGINT', () => {
    lines.close();
    output.write('\n');
    process.exit(INTERRUPTED);
  });
  return {
    say: text => void output.write(text),
    end: () => lines.close(),
    ask: async prompt => {
      // Where the input has ended, lines that came early are still answers; but a readline
      // that is closed prompts for nothing.
      if (hasEnded) output.write(prompt);
      else {
        lines.setPrompt(prompt);
        lines.prompt();
      }
      const line = early.shift();
      if (line !== undefined) return line.trim();
      if (hasEnded) throw makeUnansweredError();
      return (await new Promise<string>((answer, fail) => (waiting = { answer, fail }))).trim();
    },
  };
}

function makeUnansweredError(): UserError {
  return new UserError({ kind: 'answers-ended' });
}
