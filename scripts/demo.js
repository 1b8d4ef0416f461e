// Pairs the model programme into demo/ and checks the result: what `npm run demo` shows.
import { cpSync, rmSync } from 'node:fs';
import { run } from '../dist/cli.cjs';

rmSync('demo', { recursive: true, force: true });
cpSync('fixtures/model-programme', 'demo', { recursive: true });
const exit = await run(['match', '--config', 'demo/rmentor.config.json']);
process.exitCode = exit === 0 ? await run(['verify', 'demo/run']) : exit;
