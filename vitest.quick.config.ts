import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** What runs in less than a minute: no file that is tagged as slow (`@module-tag slow` at its head), and few runs of a property. */
export default mergeConfig(usual, { test: { tagsFilter: ['!slow'], env: { RMENTOR_RUNS: '40' } } });
