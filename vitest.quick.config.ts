import { readdirSync, readFileSync } from 'node:fs';
import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** Files that begin with this are left out, and not even loaded. */
const TAG = '/** @module-tag slow */';
const slow = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map(name => `test/${name.replaceAll('\\', '/')}`)
  .filter(name => name.endsWith('.test.ts') && readFileSync(name, 'utf8').startsWith(TAG));

/** What runs in about a minute: no slow file, and few runs of a property. */
export default mergeConfig(usual, { test: { exclude: slow, env: { RMENTOR_RUNS: '40' } } });
