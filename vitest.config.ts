import { defineConfig } from 'vitest/config';

/** Properties try the same cases in every `npm test`, which so needs no luck; another seed tries others. */
const { RMENTOR_SEED = '20261128' } = process.env;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/office/**', 'test/browser/**'],
    setupFiles: ['./test/support/seed.ts'],
    // Tests read English; those of other languages say so.
    env: { RMENTOR_SEED, LC_ALL: 'C' },
    tags: [{ name: 'slow', description: 'takes more than a few seconds: left out of npm run test:quick' }],
    testTimeout: 600_000,
    // One core less, as is usual, would leave half of a machine with two idle.
    maxWorkers: '100%',
    reporters: ['default', './test/support/closing-line.ts'],
  },
});
