import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { onTestFinished } from 'vitest';
import { type AdviseFlags, adviseCommand } from '../../src/commands/advise.ts';
import { type CheckFlags, checkCommand } from '../../src/commands/check.ts';
import { type MatchFlags, matchCommand } from '../../src/commands/match.ts';
import type { Context } from '../../src/commands/shared/context.ts';
import { type VerifyFlags, verifyCommand } from '../../src/commands/verify.ts';
import type { ExitCode } from '../../src/domain/errors.ts';
import type { Limit, PairNote } from '../../src/domain/policy.ts';
import { ignoreProgress } from '../../src/domain/progress.ts';
import type { Participant } from '../../src/domain/roster.ts';
import { neutraliseCommands } from '../../src/render/layout/neutralise-ci-commands.ts';
import { en } from '../../src/render/words/en/index.ts';
import type { Programme } from './rosters.ts';

/** What a command said and how it ended. */
export interface Said {
  readonly exit: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for a test, removed when the test is over. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rmentor-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The program that commands take themselves for in tests. */
export const PROGRAM = 'rmentor 0.0.0-test';

export async function listening(
  command: (shell: Context) => ExitCode | Promise<ExitCode>,
  more: Partial<Context> = {},
): Promise<Said> {
  const said = { out: '', err: '' };
  const same = (text: string) => text;
  const paint = { bold: same, dim: same, good: same, bad: same, warn: same };
  const exit = await command({
    out: text => {
      said.out += neutraliseCommands(text);
    },
    err: text => {
      said.err += neutraliseCommands(text);
    },
    outScript: text => {
      said.out += text;
    },
    annotate: text => {
      said.err += text;
    },
    words: en,
    outPaint: paint,
    errPaint: paint,
    outWidth: null,
    errWidth: null,
    actions: null,
    terminal: null,
    listSeparator: () => ',',
    watch: ignoreProgress,
    program: PROGRAM,
    ...more,
  });
  return { exit, ...said };
}

/** @param more of a shell that is not the plain one. */
export function runMatch(flags: Partial<MatchFlags>, more: Partial<Context> = {}): Promise<Said> {
  return listening(shell => matchCommand({ gates: [], ...flags }, shell), more);
}

export function runCheck(flags: CheckFlags, more: Partial<Context> = {}): Promise<Said> {
  return listening(shell => checkCommand(flags, shell), more);
}

export function runAdvise(folder: string, flags: AdviseFlags = {}, more: Partial<Context> = {}): Promise<Said> {
  return listening(shell => adviseCommand(folder, flags, shell), more);
}

export function runVerify(folder: string, flags: VerifyFlags = {}): Promise<Said> {
  return listening(shell => verifyCommand(folder, flags, shell));
}

/** All files of a folder, by name. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The flags that name the inputs which `writeProgramme` wrote. */
export type Written = Required<
  Pick<MatchFlags, 'config' | 'mentors' | 'mentees' | 'limits' | 'pairs' | 'previous' | 'history'>
>;

type Rows = readonly (readonly string[])[];

/** Writes a generated programme as a person would: sheets, limits, pairs and a config. `order` sorts the rows of each. */
export function writeProgramme(
  { roster, terms }: Programme,
  folder: string,
  order: <Row>(rows: readonly Row[]) => readonly Row[] = rows => rows,
): Written {
  const shared = ['id', 'name', 'email', 'department', 'country', 'languages', 'topics'] as const;
  const table = (header: readonly string[], rows: Rows) => [header, ...order(rows)];
  const cells = (person: Participant) => shared.map(column => [person[column]].flat().join(';'));
  const mentors = roster.mentors.map(person => [...cells(person), `${person.capacity}`, `${person.minLoad}`]);
  const mentees = roster.mentees.map(person => [...cells(person), `${person.wants}`, `${person.priority}`]);
  const ids = ({ mentor, mentee }: PairNote) => [roster.mentors[mentor]?.id ?? '', roster.mentees[mentee]?.id ?? ''];
  const tables = {
    mentors: table([...shared, 'capacity', 'min_load'], mentors),
    mentees: table([...shared, 'wants', 'priority'], mentees),
    limits: table(['country', 'side', 'min', 'max'], terms.limits.map(limitCells)),
    pairs: table(
      ['mentor', 'mentee', 'action', 'points'],
      terms.pairs.flatMap(note => actionCells(note, ids(note))),
    ),
    previous: table(
      ['mentor_id', 'mentee_id', 'status'],
      terms.pairs
        .filter(({ kept, declined }) => kept || declined)
        .map(note => [...ids(note), note.declined ? 'declined' : 'draft']),
    ),
    // Whichever way round: every second earlier tandem names the mentee first.
    history: table(
      ['mentor', 'mentee', 'next_round'],
      terms.pairs
        .filter(({ met, continues, parted }) => met || continues || parted)
        .map((note, index) => [
          ...(index % 2 && !note.continues ? ids(note).toReversed() : ids(note)),
          note.continues ? 'continue' : note.parted ? 'never' : '',
        ]),
    ),
  };
  const path = (name: string) => join(folder, name);
  for (const [name, rows] of Object.entries(tables)) {
    writeFileSync(path(`${name}.csv`), stringify(rows.map(row => [...row])));
  }
  writeFileSync(path('rmentor.config.json'), JSON.stringify(configOf(terms)));
  return {
    config: path('rmentor.config.json'),
    mentors: path('mentors.csv'),
    mentees: path('mentees.csv'),
    limits: path('limits.csv'),
    pairs: path('pairs.csv'),
    previous: path('previous.csv'),
    history: [path('history.csv')],
  };
}

function limitCells({ place, side, min, max }: Limit): string[] {
  return [place, side, String(min), Number.isFinite(max) ? String(max) : ''];
}

function actionCells({ locked, banned, listed, points }: PairNote, ids: readonly string[]): string[][] {
  return [
    ...(locked ? [[...ids, 'lock', '']] : []),
    ...(banned ? [[...ids, 'ban', '']] : []),
    ...(listed ? [[...ids, 'score', String(points / 1000)]] : []),
  ];
}

function configOf({ policy, limits }: Programme['terms']) {
  const regions = limits.filter(({ place, countries }) => countries.join() !== place);
  return {
    preset: 'none',
    regions: Object.fromEntries(regions.map(({ place, countries }) => [place, countries])),
    must: [{ rule: 'overlap', field: 'languages' }],
    prefer: [
      { name: 'cross-department', rule: 'different', field: 'department', weight: 0 },
      { rule: 'overlap', field: 'topics', weight: 3 },
    ],
    objective: policy.objective.map(level => (level.kind === 'preference' ? level.preference : level.kind)),
    ...policy.objective.flatMap(level =>
      level.kind === 'kept-and-score' ? [{ worthAChange: level.worth / 1000 }] : [],
    )[0],
  };
}
