#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { run } from '../dist/cli.js';

// V8 of Node 20 begins to optimise a function after it has run through 66 KB of bytecode. Of some hundred people that makes
// more work than it saves: the run is over when the optimised code is ready. Thirty times later, such a run takes a quarter less,
// and one of thousands no longer. Later versions of V8 count in another way, and may not know the setting.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=2000000');

process.exitCode = await run(process.argv.slice(2));
