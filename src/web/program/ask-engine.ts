/**
 * Asks the engine in a thread of its own, made of the text of the page's one script. Ending the
 * thread is how work is cancelled.
 */
import { putBack } from '../engine/answer-pieces.ts';
import type { EngineAnswer, EngineReport, EngineTask } from '../engine/questions.ts';

/** A question that is being answered. */
export interface OpenQuestion {
  readonly answer: Promise<EngineAnswer>;
  readonly cancel: () => void;
}

/** Why there is no answer: a fault of ours, or a browser that starts no thread. */
export class EngineFault extends Error {
  readonly isSilent: boolean;

  constructor(message: string, isSilent: boolean) {
    super(message);
    this.isSilent = isSilent;
  }
}

/** A thread says so at once when it starts; a failure to start may say nothing at all. */
const SILENCE_MS = 20_000;

const thread = typeof document === 'undefined' ? '' : (document.currentScript?.textContent ?? '');

let url: string | null = null;

export function askEngine(
  task: EngineTask,
  watch: (report: Extract<EngineReport, { kind: 'progress' }>) => void,
): OpenQuestion {
  url ??= URL.createObjectURL(new Blob([thread], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const answer = new Promise<EngineAnswer>((resolve, reject) => {
    const silence = setTimeout(() => reject(new EngineFault('', true)), SILENCE_MS);
    worker.onerror = event => {
      event.preventDefault();
      reject(new EngineFault(event.message ?? '', event.message === undefined));
    };
    let whole: EngineAnswer | null = null;
    worker.onmessage = ({ data }: MessageEvent<EngineReport>) => {
      clearTimeout(silence);
      if (data.kind === 'progress') watch(data);
      else if (data.kind === 'failed') reject(new EngineFault(data.message, false));
      else if (data.kind === 'end') resolve(whole!);
      else {
        if (data.kind === 'answer') whole = data.answer;
        else putBack(whole!, data.piece);
        worker.postMessage('taken');
      }
    };
    worker.postMessage({ task, program: document.documentElement.dataset['program'] });
  });
  const end = () => worker.terminate();
  return { answer: answer.finally(end), cancel: end };
}
