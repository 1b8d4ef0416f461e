/**
 * A process that runs tests with one mutant after the other. It is sent jobs, `{ mutant, modules: [{ module, tests }] }`, and answers
 * each with the first test that failed, or null. A job without a mutant runs all tests of a module and tells what each passes through.
 */
import children from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { startTests } from '@vitest/runner';
import { restoreAllMocks } from '@vitest/spy';
import fc from 'fast-check';

const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'];
/** A test that passes through so many times more switches than it does without a mutant does not end. */
const FACTOR = 20;
const SPARE = 5_000_000;

const now = { mutant: 0, passed: 0, most: Number.POSITIVE_INFINITY, seen: new Set() };
let loads = 0;

globalThis.$mutant = number => {
  now.passed += 1;
  if (now.mutant === 0) now.seen.add(number);
  else if (now.passed > now.most) throw new Error('does not end');
  return number === now.mutant;
};

// A process of its own would run what is built, and see no mutant: such tests are left out.
const LEFT_OUT = 'starts a process';
for (const name of ['spawn', 'spawnSync', 'fork', 'execFile', 'execFileSync', 'exec', 'execSync']) {
  children[name] = () => {
    throw new Error(LEFT_OUT);
  };
}
syncBuiltinESMExports();
// A mutant may send a signal where code only asks whether a process is there: to nobody but this one, which that ends.
const kill = process.kill.bind(process);
process.kill = (pid, signal) => (signal === 0 ? kill(pid, 0) : process.exit(1));
// One counterexample is enough: to look for a smaller one takes a hundred times as long.
fc.configureGlobal({ seed: 1, endOnFailure: true });
process.on('message', async job => process.send(job.mutant === 0 ? await measure(job) : await hunt(job)));
process.send('ready');

async function hunt({ mutant, modules }) {
  now.mutant = mutant;
  for (const { module, outside, tests } of modules) {
    const killer = await firstFailure(module, outside, new Map(tests.map(test => [test.name, test])));
    if (killer !== null) return { mutant, killer };
  }
  return { mutant, killer: null };
}

/**
 * @param outside how many switches are passed while the module is loaded, and between its tests.
 * @param tests those to run, by name, the fastest first; with what each passes through.
 */
async function firstFailure(module, outside, tests) {
  const order = [...tests.keys()];
  let killer = null;
  const begin = passed => {
    now.passed = 0;
    now.most = FACTOR * passed + SPARE;
  };
  begin(outside);
  const [file] = await run(module, {
    onCollected: ([{ tasks }]) => sortTasks(tasks, order),
    onBeforeRunTask: task => {
      const test = tests.get(nameOf(task));
      if (test === undefined || killer !== null) task.mode = 'skip';
      begin(test?.passed ?? 0);
    },
    onAfterRunTask: task => {
      if (task.result?.state === 'fail') killer ??= nameOf(task);
      begin(outside);
    },
  });
  return killer ?? (file.result?.state === 'fail' ? 'loading the tests' : null);
}

/** Tests among others, and groups of tests, by the place of their first one. */
function sortTasks(tasks, order) {
  const rankOf = task => {
    if (task.type === 'test') return order.indexOf(nameOf(task)) >>> 0;
    sortTasks(task.tasks, order);
    return task.tasks.length === 0 ? Number.POSITIVE_INFINITY : rankOf(task.tasks[0]);
  };
  const ranks = new Map(tasks.map(task => [task, rankOf(task)]));
  tasks.sort((a, b) => ranks.get(a) - ranks.get(b));
}

async function measure({ modules: [{ module }] }) {
  const tests = [];
  now.mutant = 0;
  now.seen = new Set();
  let atLoad = null;
  now.passed = 0;
  let outside = 0;
  // The machine's time, so that a busy one does not make tests long.
  let begun;
  const [file] = await run(module, {
    onCollected: () => {
      atLoad = now.seen;
    },
    onBeforeRunTask: () => {
      outside += now.passed;
      now.passed = 0;
      now.seen = new Set();
      begun = process.cpuUsage();
    },
    onAfterRunTask: task => {
      const { state, errors } = task.result ?? {};
      const { user, system } = process.cpuUsage(begun);
      const error = errors?.[0]?.message ?? null;
      const { passed } = now;
      now.passed = 0;
      if (state === undefined || state === 'skip' || error === LEFT_OUT) return;
      tests.push({
        name: nameOf(task),
        state,
        error,
        ms: (user + system) / 1000,
        passed,
        seen: [...now.seen],
      });
    },
  });
  outside += now.passed;
  return { tests, outside, atLoad: [...(atLoad ?? [])], error: file.result?.errors?.[0]?.message ?? null };
}

/** Loads a module anew and runs its tests. */
async function run(module, hooks) {
  loads += 1;
  const files = await startTests([module], { ...RUNNER, ...hooks });
  restoreAllMocks();
  for (const signal of SIGNALS) process.removeAllListeners(signal);
  return files;
}

const RUNNER = {
  config: {
    ...{ root: process.cwd(), setupFiles: [], name: '', passWithNoTests: true, allowOnly: true, maxConcurrency: 1 },
    ...{ testTimeout: 60_000, hookTimeout: 60_000, retry: 0, includeTaskLocation: false, diffOptions: {}, tags: [] },
    ...{ sequence: { shuffle: false, concurrent: false, seed: 1, hooks: 'stack', setupFiles: 'list' }, chaiConfig: {} },
  },
  importFile: module => import(`${module}?${loads}`),
};

function nameOf(task) {
  const own = task.name;
  return task.suite === undefined ? own : `${nameOf(task.suite)} > ${own}`;
}
