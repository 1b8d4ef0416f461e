import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { resolve } = createRequire(import.meta.url);

/** Where a file is that is shipped with the program and exported by its package.json, wherever the asking module came to stand. */
export function resolveOwnFile(name: 'package.json' | 'worker'): URL {
  return pathToFileURL(resolve(`rmentor/${name}`));
}

/** Whether trouble is that a file or a package of the program itself is not there. */
export function isMissingPart(trouble: unknown): boolean {
  const code = trouble instanceof Error && 'code' in trouble ? trouble.code : null;
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
}
