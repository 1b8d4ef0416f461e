import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

const { RMENTOR_CHROMIUM = '/usr/bin/chromium', RMENTOR_FIREFOX = '/usr/bin/firefox-esr' } = process.env;

/** Pages in real browsers; RMENTOR_CHROMIUM and RMENTOR_FIREFOX say where these are. */
const config = mergeConfig(usual, { test: { env: { RMENTOR_CHROMIUM, RMENTOR_FIREFOX } } });
Object.assign(config.test, { include: ['test/browser/**/*.test.ts'], exclude: [], maxWorkers: 2 });
export default config;
