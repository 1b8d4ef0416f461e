import { posix } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE_PATHS } from '../../../src/web/engine/path-functions.ts';
import { runs } from '../../support/runs.ts';

const parts = fc.array(fc.constantFrom('a', 'b.csv', 'c d.x', '.hidden', 'x.', '.', 'run'), {
  minLength: 1,
  maxLength: 4,
});
const paths = parts.map(list => list.join('/'));

/** Node's answers begin at the root, and a folder of its own is '.'; in a page all is below one folder. */
const below = (path: string) => posix.resolve('/', path).slice(1);

test('paths are put together as Node does it below one folder', () => {
  fc.assert(
    fc.property(paths, paths, (one, other) => {
      expect(PAGE_PATHS.join(one, '..', other)).toBe(below(posix.join(one, '..', other)));
      expect(PAGE_PATHS.resolve(one, other)).toBe(below(posix.join(one, other)));
      expect(PAGE_PATHS.relative(one, other)).toBe(posix.relative(`/${below(one)}`, `/${below(other)}`));
      expect(PAGE_PATHS.basename(one)).toBe(posix.basename(below(one)));
      expect(PAGE_PATHS.extname(one)).toBe(posix.extname(below(one)));
      expect(PAGE_PATHS.dirname(one)).toBe(posix.dirname(`/${below(one)}`).slice(1));
    }),
    { numRuns: runs(500) },
  );
});
