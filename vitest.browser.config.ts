import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

const { RMENTOR_CHROMIUM = '/usr/bin/chromium', RMENTOR_FIREFOX = '/usr/bin/firefox-esr' } = process.env;

/** Pages in real browsers; RMENTOR_CHROMIUM and RMENTOR_FIREFOX say where these are. */
const config = mergeConfig(usual, { test: { env: { RMENTOR_CHROMIUM, RMENTOR_FIREFOX } } });
// A browser on a busy machine may miss a click: it is asked once more, and vitest says so.
Object.assign(config.test, { include: ['test/browser/**/*.test.ts'], exclude: [], maxWorkers: 2, retry: 1 });
export default config;
