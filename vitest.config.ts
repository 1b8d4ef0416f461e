import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 600_000,
    // One core less, as is usual, would leave half of a machine with two idle.
    maxWorkers: '100%',
    reporters: ['default', './test/support/closing-line.ts'],
  },
});
