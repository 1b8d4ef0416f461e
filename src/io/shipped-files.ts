import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { resolve } = createRequire(import.meta.url);

const HERE = pathToFileURL(resolve('rmentor/package.json'));

/**
 * Where a file is that is shipped with the program, wherever the asking module came to stand.
 * @param path from the package's folder.
 */
export function resolveOwnFile(path: 'package.json' | 'dist/worker.cjs' | 'dist/rmentor.html'): URL {
  return new URL(path, HERE);
}

/** The version that package.json says. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(resolveOwnFile('package.json'), 'utf8')) as { version: string };
  return version;
}

/** Name and version, as certificates have them. */
export function nameProgram(version = readVersion()): string {
  return `rmentor ${version}`;
}

/** Whether trouble is that a file or a package of the program itself is not there. */
export function isMissingPart(trouble: unknown): boolean {
  const code = trouble instanceof Error && 'code' in trouble ? trouble.code : null;
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
}

/** What such a file holds. */
export function readOwnFile(path: 'dist/rmentor.html'): Uint8Array {
  return readFileSync(resolveOwnFile(path));
}
