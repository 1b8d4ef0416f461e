import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

const { RMENTOR_OFFICE = 'soffice' } = process.env;

/** What people do in a spreadsheet program, done by LibreOffice; RMENTOR_OFFICE says how it is called. */
const config = mergeConfig(usual, { test: { env: { RMENTOR_OFFICE } } });
Object.assign(config.test, {
  include: ['test/office/**/*.test.ts', 'test/program/programme-over-rounds.test.ts'],
  exclude: [],
});
export default config;
