import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { EngineAnswer, EngineTask, Roles } from '../../src/web/engine/questions.ts';
import type { OpenPage } from './browsers.ts';

/** The program as one page. */
export const PROGRAM_PAGE = 'dist/rmentor.html';

/** An answer of the engine, with files as bytes in base64, since only JSON leaves a browser. */
export type SentAnswer = Omit<Extract<EngineAnswer, { kind: 'matched' }>, 'kind' | 'run' | 'zip'> & {
  readonly kind: EngineAnswer['kind'];
  readonly text: string;
  readonly message: string;
  readonly run: Readonly<Record<string, string>>;
  readonly zip: string;
  readonly sheets: readonly { readonly rows: readonly object[] }[];
};

/** Has the engine answer in a thread of the page, made as the page makes it. */
export function askEngine(
  page: OpenPage,
  kind: EngineTask['kind'],
  paths: readonly string[],
  roles: Roles,
): Promise<SentAnswer> {
  const files = paths.map(path => ({ name: basename(path), base64: readFileSync(path).toString('base64') }));
  return page.evaluate(ask, { kind, files, roles });
}

interface Sent {
  readonly kind: EngineTask['kind'];
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  readonly roles: Roles;
}

type WholeAnswer = Omit<SentAnswer, 'run' | 'zip'> & { run?: Map<string, Uint8Array>; zip?: Uint8Array };

function ask({ kind, files, roles }: Sent): Promise<SentAnswer> {
  const text = document.querySelector('script:not([type])')!.textContent!;
  const thread = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  const encode = (bytes: Uint8Array) => {
    let letters = '';
    for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(letters);
  };
  const dropped = files.map(({ name, base64 }) => ({
    name,
    bytes: Uint8Array.from(atob(base64), letter => letter.charCodeAt(0)),
  }));
  // In pieces, as the page puts them together (src/web/engine/answer-pieces.ts).
  let whole: WholeAnswer;
  const fill = (path: readonly string[], rows: readonly unknown[]) =>
    (path.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], whole) as unknown[]).push(...rows);
  return new Promise((resolve, reject) => {
    thread.onerror = event => reject(new Error(`the thread: ${event.message}`));
    thread.onmessage = ({ data }) => {
      if (data.kind === 'failed') reject(new Error(data.message));
      if (data.kind === 'answer') whole = data.answer;
      if (data.kind === 'piece') fill(data.piece.path, data.piece.rows);
      if (data.kind === 'answer' || data.kind === 'piece') thread.postMessage('taken');
      if (data.kind !== 'end') return;
      thread.terminate();
      const { run, zip, ...answer } = whole;
      const sent = run && Object.fromEntries([...run].map(([name, bytes]) => [name, encode(bytes)]));
      resolve({ ...answer, run: sent!, zip: (zip && encode(zip))! });
    };
    const task = { kind, files: dropped, roles, language: 'en' };
    thread.postMessage({ task, program: document.documentElement.dataset['program'] });
  });
}
