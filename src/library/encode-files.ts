import type { FileContent } from '../domain/disk.ts';

/** Files as they are written, by name. What is made piece by piece is made once, here. */
export function encodeFiles(files: ReadonlyMap<string, FileContent>): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  const encode = (content: FileContent) => {
    if (content instanceof Uint8Array) return content;
    return encoder.encode(typeof content === 'string' ? content : [...content].join(''));
  };
  return new Map([...files].map(([name, content]) => [name, encode(content)]));
}
