import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WORKER = join(import.meta.dirname, 'worker.js');
/** In memory where that is possible: a disk takes longer to confirm a file than everything else takes. */
const MEMORY = '/dev/shm';
/** Modules that were loaded stay in memory, so that a process is over after so many mutants. */
const MOST = 40;
/** How long a job may take: this, and so many times what its tests take without a mutant. Only what passes no switch comes to it. */
const PATIENCE = 30_000;
const FACTOR = 10;

/** Asks a process of its own for one job after the other, and begins a new one where it does not answer. */
export class Hunter {
  #process = null;
  #folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'rmentor-mutants-'));
  #jobs = 0;

  /** @returns the answer to a job without a mutant; else what killed the mutant, or null. */
  async ask(job) {
    if (this.#jobs >= MOST) this.#end();
    this.#process ??= await this.#begun();
    this.#jobs += 1;
    const tests = job.modules.flatMap(({ tests }) => tests ?? []);
    const patience = job.mutant === 0 ? 1_000_000 : PATIENCE + FACTOR * tests.reduce((sum, { ms }) => sum + ms, 0);
    const answer = await this.#answer(job, patience);
    if (typeof answer === 'string') this.#end();
    if (job.mutant === 0) return answer;
    return typeof answer === 'string' ? answer : answer.killer;
  }

  dismiss() {
    this.#end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #end() {
    this.#process?.removeAllListeners();
    this.#process?.kill('SIGKILL');
    this.#process = null;
    this.#jobs = 0;
  }

  /** Files that tests leave behind when they fail stay in one folder. */
  async #begun() {
    const env = { ...process.env, TMPDIR: this.#folder, RMENTOR_RUNS: '5' };
    const child = fork(WORKER, { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    await new Promise((resolve, reject) => child.once('message', resolve).once('exit', reject));
    child.removeAllListeners();
    return child;
  }

  #answer(job, patience) {
    return new Promise(resolve => {
      const over = setTimeout(() => resolve('no answer in time'), patience);
      const end = answer => {
        clearTimeout(over);
        this.#process.removeAllListeners();
        resolve(answer);
      };
      this.#process.once('message', end).once('exit', () => end('the process ended'));
      this.#process.send(job);
    });
  }
}
