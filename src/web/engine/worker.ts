/**
 * The engine's thread: takes one question at a time, and says how far it has come. The page ends the thread to cancel.
 */
import type { Stage } from '../../domain/progress.ts';
import { answerTask } from './answer.ts';
import { listBuffers, splitAnswer } from './answer-pieces.ts';
import type { EngineAnswer, EngineReport, EngineTask, Piece } from './questions.ts';

/** What comes in first: a question, and the name and version of the program. */
export interface SentTask {
  readonly task: EngineTask;
  readonly program: string;
}

/** What comes in when a part of the answer was taken. */
export type Taken = 'taken';

/** A thread, of which TypeScript only knows what a page has. */
interface Thread {
  onmessage: ((event: MessageEvent<SentTask | Taken>) => void) | null;
  readonly postMessage: (report: EngineReport, handedOver?: readonly ArrayBuffer[]) => void;
}

export function listen(): void {
  const thread = globalThis as unknown as Thread;
  const left: Piece[] = [];
  thread.onmessage = ({ data }) => {
    if (data === 'taken') {
      const piece = left.shift();
      thread.postMessage(piece === undefined ? { kind: 'end' } : { kind: 'piece', piece });
      return;
    }
    thread.postMessage({ kind: 'progress', stage: 'read', done: 0, total: 0 });
    answerTask(data.task, { program: data.program, watch: makeWatch(thread) }).then(
      answer => left.push(...beginAnswer(thread, answer)),
      // What nobody expected goes to the page as what it is.
      error => thread.postMessage({ kind: 'failed', message: String(error) }),
    );
  };
}

/** Sends an answer but its long lists. @returns what is to follow. */
function beginAnswer(thread: Thread, answer: EngineAnswer): readonly Piece[] {
  const { rest, pieces } = splitAnswer(answer);
  thread.postMessage({ kind: 'answer', answer: rest }, listBuffers(answer));
  return pieces;
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
