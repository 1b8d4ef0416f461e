import fs from 'node:fs';
import { findErrorCode } from './file-system.ts';

/** Standard output or standard error, with a memory of whether all that was written has arrived. */
export interface Output {
  /** Writes all of a text. Does not throw: once something was lost, or the reader has left, the rest is left out. */
  readonly write: (text: string) => void;
  /** Waits until the stream has taken everything. @returns the system's code of why something was lost, or null. */
  readonly end: () => Promise<string | null>;
}

/** A stream of the process as an output. A reader that has seen enough (`rmentor … | head`, EPIPE) has lost nothing. */
export function openOutput(stream: NodeJS.WriteStream & { readonly fd: number }): Output {
  const { fd } = stream;
  const isOnDisk = isFile(fd) && !stream.isTTY;
  let isOver = false;
  let cause: string | null = null;
  const stop = (error: unknown): void => {
    const code = findErrorCode(error);
    if (code === null) throw error;
    isOver = true;
    if (code !== 'EPIPE') cause ??= code;
  };
  stream.on('error', stop);
  const write = (text: string): void => {
    if (isOver) return;
    try {
      // A stream of Node writes to a file once: of a text that the disk takes in part,
      // the rest would be lost in silence.
      if (isOnDisk) fs.writeFileSync(fd, Buffer.from(text));
      else stream.write(text);
    } catch (error) {
      stop(error);
    }
  };
  const end = async (): Promise<string | null> => {
    // An empty text comes after all others. A stream that fails answers first, and tells why a moment later.
    if (!isOver && !isOnDisk) await new Promise(resolve => stream.write('', () => setImmediate(resolve)));
    return cause;
  };
  return { write, end };
}

/** Whether there is a file or a device behind a stream, rather than a pipe. Windows does not tell of every handle. */
function isFile(fd: number): boolean {
  try {
    const stat = fs.fstatSync(fd);
    return stat.isFile() || stat.isCharacterDevice();
  } catch (error) {
    if (findErrorCode(error) === null) throw error;
    return false;
  }
}
