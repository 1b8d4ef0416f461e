import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { onTestFinished } from 'vitest';
import { type MatchFlags, matchCommand } from '../../src/commands/match.ts';
import type { Shell } from '../../src/commands/shell.ts';
import { type VerifyFlags, verifyCommand } from '../../src/commands/verify.ts';
import type { ExitCode } from '../../src/domain/errors.ts';
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

async function listening(command: (shell: Shell) => ExitCode | Promise<ExitCode>): Promise<Said> {
  const said = { out: '', err: '' };
  const same = (text: string) => text;
  const paint = { bold: same, dim: same, good: same, bad: same, warn: same };
  const exit = await command({
    out: text => {
      said.out += text;
    },
    err: text => {
      said.err += text;
    },
    outPaint: paint,
    errPaint: paint,
    program: 'rmentor test',
  });
  return { exit, ...said };
}

export function runMatch(flags: Partial<MatchFlags>): Promise<Said> {
  return listening(shell => matchCommand({ gates: [], ...flags }, shell));
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
export type Written = Required<Pick<MatchFlags, 'config' | 'mentors' | 'mentees' | 'limits' | 'pairs'>>;

/** Writes a generated programme as a person would: sheets, limits, pairs and a config. `order` sorts the rows of each. */
export function writeProgramme(
  { roster, terms }: Programme,
  folder: string,
  order: <Row>(rows: readonly Row[]) => readonly Row[] = rows => rows,
): Written {
  const shared = ['id', 'name', 'email', 'department', 'country', 'languages', 'topics'] as const;
  const people = (own: 'capacity' | 'wants', rows: readonly (readonly string[])[]) => [
    [...shared, own],
    ...order(rows),
  ];
  const cells = (person: (typeof roster.mentors)[number] | (typeof roster.mentees)[number]) =>
    shared.map(column => [person[column]].flat().join(';'));
  const tables = {
    mentors: people(
      'capacity',
      roster.mentors.map(person => [...cells(person), String(person.capacity)]),
    ),
    mentees: people(
      'wants',
      roster.mentees.map(person => [...cells(person), String(person.wants)]),
    ),
    limits: [['country', 'side', 'min', 'max'], ...order(terms.limits.map(limitCells))],
    pairs: [['mentor', 'mentee', 'action', 'points'], ...order(pairCells({ roster, terms }))],
  };
  const path = (name: string) => join(folder, name);
  for (const [name, rows] of Object.entries(tables))
    writeFileSync(path(`${name}.csv`), stringify(rows.map(row => [...row])));
  writeFileSync(path('rmentor.config.json'), JSON.stringify(configOf(terms.policy.objective)));
  return {
    config: path('rmentor.config.json'),
    mentors: path('mentors.csv'),
    mentees: path('mentees.csv'),
    limits: path('limits.csv'),
    pairs: path('pairs.csv'),
  };
}

function limitCells({ country, side, min, max }: Programme['terms']['limits'][number]): string[] {
  return [country, side, String(min), Number.isFinite(max) ? String(max) : ''];
}

function pairCells({ roster, terms }: Programme): string[][] {
  return terms.pairs.map(({ mentor, mentee, locked, banned, points }) => {
    const action = locked ? 'lock' : banned ? 'ban' : 'score';
    return [
      roster.mentors[mentor]?.id ?? '',
      roster.mentees[mentee]?.id ?? '',
      action,
      action === 'score' ? String(points / 1000) : '',
    ];
  });
}

function configOf(objective: Programme['terms']['policy']['objective']) {
  return {
    preset: 'none',
    must: [{ rule: 'overlap', field: 'languages' }],
    prefer: [
      { name: 'cross-department', rule: 'different', field: 'department', weight: 0 },
      { rule: 'overlap', field: 'topics', weight: 3 },
    ],
    objective: objective.map(level => (level.kind === 'preference' ? level.preference : level.kind)),
  };
}
