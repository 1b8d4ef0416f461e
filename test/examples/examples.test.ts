/** @module-tag slow */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packProgram } from '../support/packed.ts';

const EXAMPLES = resolve('examples');
const home = mkdtempSync(join(tmpdir(), 'rmentor-examples-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const HEADER = 'id,name,email,department,country,status';
const NAMES = ['Ada Brandt', 'Ben Okoro', 'Eva Lind', 'Finn Roth', 'Gina Moreau', 'Nora Sand', '@example.org'];
const MENTORS = [
  'm1,Ada Brandt,ada@example.org,Marketing,DE,active',
  'm2,Ben Okoro,ben@example.org,IT,DE,active',
  'm3,Nora Sand,nora@example.org,Legal,DE,active',
];
const MENTEES = [
  'e1,Eva Lind,eva@example.org,Finance,DE,active',
  'e2,Finn Roth,finn@example.org,Marketing,DE,active',
  'e3,Gina Moreau,gina@example.org,Sales,DE,active',
];

/** What a system says on its way, and what of it stays. */
interface Ran {
  readonly exit: number | null;
  readonly text: string;
}

function call(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: 120_000 });
  return { exit: status, text: `${stdout}${stderr}` };
}

function git(cwd: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'init.defaultBranch=main'];
  const { exit, text } = call('git', [...identity, ...args], cwd);
  expect([args, exit, exit === 0 ? '' : text]).toEqual([args, 0, '']);
}

/** The package as it would be published, made once. */
beforeAll(() => {
  copyFileSync(packProgram(home), join(home, 'rmentor.tgz'));
}, 120_000);

/** A repository with a programme on main, and a clone of it on a branch that changes something. */
function makeClone(change: (folder: string) => void, decisions: string | null): { folder: string; clone: string } {
  const folder = mkdtempSync(join(home, 'job-'));
  const origin = join(folder, 'origin');
  mkdirSync(origin);
  git(origin, 'init', '--quiet');
  const put = (name: string, text: string) => writeFileSync(join(origin, name), text);
  put('mentors.csv', `${[HEADER, ...MENTORS].join('\n')}\n`);
  put('mentees.csv', `${[HEADER, ...MENTEES].join('\n')}\n`);
  put('rmentor.config.json', '{ "mentors": "mentors.csv", "mentees": "mentees.csv", "out": "run" }\n');
  put('.gitignore', 'run/\nhand-over/\n');
  if (decisions !== null) put('decisions.csv', decisions);
  copyFileSync(join(home, 'rmentor.tgz'), join(origin, 'rmentor.tgz'));
  git(origin, 'add', '.');
  git(origin, 'commit', '--quiet', '--message', 'main');
  const clone = join(folder, 'clone');
  git(folder, 'clone', '--quiet', origin, clone);
  git(clone, 'checkout', '--quiet', '-b', 'branch');
  change(clone);
  git(clone, 'add', '--all');
  git(clone, 'commit', '--quiet', '--allow-empty', '--message', 'branch');
  return { folder, clone };
}

/** The environment of a job: programs of ours first, and what would go out is only written down. */
function makeEnvironment(folder: string, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const stand = join(folder, 'stand-ins');
  mkdirSync(stand, { recursive: true });
  for (const name of ['gh', 'curl']) {
    const path = join(stand, name);
    const told = join(folder, 'told');
    writeFileSync(path, `#!/usr/bin/env bash\nprintf '%s\\n' ${name} "$@" >> '${told}'\ncat changes.md >> '${told}'\n`);
    chmodSync(path, 0o755);
  }
  const prefix = join(folder, 'prefix');
  const { PATH = '' } = process.env;
  return {
    ...{ HOME: folder, LANG: 'C.UTF-8', npm_config_prefix: prefix, npm_config_offline: 'true' },
    ...{ npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false' },
    PATH: [join(prefix, 'bin'), stand, PATH].join(delimiter),
    ...more,
  };
}

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What GitHub puts in place of expressions. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  '${{ github.token }}': 'token',
  '${{ github.event.pull_request.number }}': '7',
};

function readSteps(): readonly Step[] {
  const workflow = parse(readFileSync(join(EXAMPLES, 'github-workflow.yml'), 'utf8')) as {
    jobs: { pair: { steps: Step[] } };
  };
  return workflow.jobs.pair.steps;
}

/** Runs each `run` block as GitHub does: a file for bash -e, one after the other, until one fails. */
function runWorkflow(folder: string, clone: string): Ran {
  const temp = join(folder, 'temp');
  mkdirSync(temp);
  const env = makeEnvironment(folder, {
    ...{
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: clone,
      GITHUB_BASE_REF: 'main',
      GITHUB_HEAD_REF: 'branch',
    },
    ...{ GITHUB_EVENT_NAME: 'pull_request', GITHUB_STEP_SUMMARY: join(folder, 'page.md'), RUNNER_TEMP: temp },
  });
  let said = '';
  for (const { run, env: own = {} } of readSteps()) {
    if (run === undefined) continue;
    expect(run).not.toContain('${{');
    const given = Object.entries(own).map(([key, value]) => [key, EXPRESSIONS[value] ?? value]);
    expect(given.filter(([, value]) => value?.includes('${{'))).toEqual([]);
    const script = join(temp, 'step.sh');
    writeFileSync(script, run);
    const { exit, text } = call('bash', ['-e', script], clone, { ...env, ...Object.fromEntries(given) });
    said += text;
    if (exit !== 0) return { exit, text: said };
  }
  return { exit: 0, text: said };
}

/** Runs `before_script` and `script` as the runner of GitLab does: in one bash that ends at the first failure. */
function runPipeline(folder: string, clone: string): Ran {
  const { pair } = parse(readFileSync(join(EXAMPLES, 'gitlab-ci.yml'), 'utf8')) as {
    pair: { before_script: string[]; script: string[] };
  };
  const base = call('git', ['rev-parse', 'origin/main'], clone).text.trim();
  const builds = join(folder, 'builds');
  mkdirSync(builds);
  const env = makeEnvironment(folder, {
    ...{ CI: 'true', GITLAB_CI: 'true', CI_PROJECT_DIR: clone, CI_BUILDS_DIR: builds, CI_PROJECT_ID: '5' },
    ...{ CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_DIFF_BASE_SHA: base },
    ...{ CI_API_V4_URL: 'https://gitlab.example.org/api/v4', RMENTOR_TOKEN: 'token' },
  });
  const script = join(builds, 'script.sh');
  writeFileSync(script, ['set -eo pipefail', ...pair.before_script, ...pair.script].join('\n'));
  return call('bash', [script], clone, env);
}

const APPROVED = 'mentor_id,mentee_id,status,note\nm1,e1,approved,Ada Brandt asked for it\nm2,e3,draft,\n';

const SYSTEMS = [
  ['GitHub', runWorkflow],
  ['GitLab', runPipeline],
] as const;

const replaceIn = (name: string, one: string, other: string) => (folder: string) => {
  const path = join(folder, name);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(one);
  writeFileSync(path, before.replace(one, other));
};

describe.each(SYSTEMS)('the job for %s', { timeout: 120_000 }, (name, run) => {
  test('pairs both branches, comments what changes by id, and names nobody', () => {
    const change = replaceIn('mentees.csv', MENTEES[2]!, 'e4,Gil Pohl,gil@example.org,Sales,DE,active');
    const { folder, clone } = makeClone(change, APPROVED);
    const { exit, text } = run(folder, clone);
    expect([exit, exit === 0 ? '' : text]).toEqual([0, '']);
    const told = readFileSync(join(folder, 'told'), 'utf8');
    expect(told).toMatch(/ended \| m\d \| e3 /u);
    expect(told).toMatch(/new \| m\d \| e4 /u);
    const page = name === 'GitHub' ? readFileSync(join(folder, 'page.md'), 'utf8') : '';
    if (name === 'GitHub') expect(page.match(/^# /gmu)).toHaveLength(1);
    expect([...NAMES, 'Gil Pohl'].filter(mark => `${told}${page}`.includes(mark))).toEqual([]);
    expect(text).not.toContain('work tree');
    expect(existsSync(join(clone, 'run', 'certificate.json'))).toBe(true);
  });

  test.each<readonly [string, (folder: string) => void, number]>([
    ['somebody is not in the sheet any more', replaceIn('mentees.csv', `${MENTEES[0]}\n`, ''), 2],
    ['somebody withdrew', replaceIn('mentees.csv', 'Finance,DE,active', 'Finance,DE,withdrawn'), 1],
    ['the file of decisions is gone', folder => rmSync(join(folder, 'decisions.csv')), 1],
  ])('fails when it loses an approval: %s', (_, change, exit) => {
    const { folder, clone } = makeClone(change, APPROVED);
    expect(run(folder, clone)).toMatchObject({ exit });
    expect(existsSync(join(folder, 'told'))).toBe(false);
  });

  test('works before anything is decided', () => {
    const { folder, clone } = makeClone(() => undefined, null);
    const { exit, text } = run(folder, clone);
    expect([exit, exit === 0 ? '' : text]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'told'), 'utf8')).toContain('Nothing changed');
  });
});

/** rmentor as the Dockerfile installs it, in a folder that stands for an image. */
function installByDockerfile(folder: string): NodeJS.ProcessEnv {
  const lines = readFileSync(join(EXAMPLES, 'Dockerfile'), 'utf8').split('\n');
  const work = join(folder, 'image');
  mkdirSync(work);
  copyFileSync(join(home, 'rmentor.tgz'), join(work, 'rmentor.tgz'));
  expect(lines.filter(line => line.startsWith('COPY'))).toEqual(['COPY rmentor.tgz ./']);
  const env = makeEnvironment(folder, {});
  const runs = lines.filter(line => line.startsWith('RUN '));
  expect(runs.length).toBeGreaterThan(0);
  for (const line of runs)
    expect(call('bash', ['-c', line.slice('RUN '.length)], work, env)).toMatchObject({ exit: 0 });
  expect(readdirSync(work)).toEqual([]);
  return env;
}

test('the image has rmentor, and the script pairs, checks and hands over what is approved', {
  timeout: 120_000,
}, () => {
  const folder = mkdtempSync(join(home, 'script-'));
  const env = installByDockerfile(folder);
  const { clone } = makeClone(() => undefined, APPROVED);
  const pair = (more: NodeJS.ProcessEnv = {}) => call(join(EXAMPLES, 'pair.sh'), [clone], folder, { ...env, ...more });
  expect(pair()).toMatchObject({ exit: 0 });
  expect(readdirSync(join(clone, 'hand-over'))).toContain('HAND-OVER.md');
  expect(pair({ COVERAGE: '100', EXPORT_TO: 'csv' })).toMatchObject({ exit: 0 });
  expect(readdirSync(join(clone, 'hand-over')).some(file => file.endsWith('.csv'))).toBe(true);
  rmSync(join(clone, 'hand-over'), { recursive: true });
  replaceIn('mentors.csv', MENTORS[0]!, 'm1,Ada Brandt,ada@example.org,Marketing,DE,withdrawn')(clone);
  expect(pair()).toMatchObject({ exit: 1 });
  expect(existsSync(join(clone, 'hand-over'))).toBe(false);
  const undecided = makeClone(() => undefined, null);
  expect(call(join(EXAMPLES, 'pair.sh'), [undecided.clone], folder, env)).toMatchObject({ exit: 0 });
  expect(existsSync(join(undecided.clone, 'hand-over'))).toBe(false);
});

test('each example says in its head what of it is run by tests', () => {
  const files = readdirSync(EXAMPLES).filter(name => name !== 'README.md');
  expect(files.sort()).toEqual(['Dockerfile', 'github-workflow.yml', 'gitlab-ci.yml', 'pair.sh']);
  for (const name of files) {
    const head = readFileSync(join(EXAMPLES, name), 'utf8')
      .split('\n')
      .slice(0, 5)
      .filter(line => line.startsWith('#'))
      .join('\n');
    expect(head).toContain('tests of rmentor run');
    if (name !== 'pair.sh') expect(head).toContain('Not run there');
    expect(readFileSync(join(EXAMPLES, 'README.md'), 'utf8')).toContain(`(${name})`);
  }
  expect(readSteps().filter(({ uses, run }) => (uses === undefined) === (run === undefined))).toEqual([]);
});
