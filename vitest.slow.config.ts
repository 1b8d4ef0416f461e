import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

const { RMENTOR_RUNS = '2000', RMENTOR_SEED = String(Math.floor(Math.random() * 2 ** 31)) } = process.env;
console.log(`RMENTOR_RUNS=${RMENTOR_RUNS} RMENTOR_SEED=${RMENTOR_SEED}`);

/** Ten times the runs of each property, on cases that are new each time; RMENTOR_RUNS and RMENTOR_SEED ask for others. */
export default mergeConfig(usual, { test: { testTimeout: 36_000_000, env: { RMENTOR_RUNS, RMENTOR_SEED } } });
