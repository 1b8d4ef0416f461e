/** The engine's thread: takes one question at a time, and says how far it has come. The page ends the thread to cancel. */
import type { Stage } from '../../domain/progress.ts';
import { answerTask } from './answer.ts';
import type { EngineReport, EngineTask } from './questions.ts';

/** What comes in: a question, and the name and version of the program. */
export interface SentTask {
  readonly task: EngineTask;
  readonly program: string;
}

/** A thread, of which TypeScript only knows what a page has. */
interface Thread {
  onmessage: ((event: MessageEvent<SentTask>) => void) | null;
  readonly postMessage: (report: EngineReport) => void;
}

export function listen(): void {
  const thread = globalThis as unknown as Thread;
  thread.onmessage = ({ data: { task, program } }) => {
    thread.postMessage({ kind: 'progress', stage: 'read', done: 0, total: 0 });
    answerTask(task, { program, watch: makeWatch(thread) }).then(
      answer => thread.postMessage({ kind: 'answer', answer }),
      // What nobody expected goes to the page as what it is.
      error => thread.postMessage({ kind: 'failed', message: String(error) }),
    );
  };
}

/** A message a stage and a hundredth of it, so that the page has time for others. */
function makeWatch(thread: Thread) {
  let last = '';
  return (stage: Stage, done = 0, total = 0) => {
    const share = total === 0 ? 0 : Math.floor((100 * done) / total);
    const now = `${stage} ${share}`;
    if (now === last) return;
    last = now;
    thread.postMessage({ kind: 'progress', stage, done, total });
  };
}
