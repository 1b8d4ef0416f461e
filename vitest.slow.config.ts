import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

const { RMENTOR_RUNS = '2000' } = process.env;

/** Ten times the runs of each property; RMENTOR_RUNS asks for others. */
export default mergeConfig(usual, { test: { testTimeout: 36_000_000, env: { RMENTOR_RUNS } } });
