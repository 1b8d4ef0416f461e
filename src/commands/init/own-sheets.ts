import { join } from 'node:path';
import { isError, type Parsed } from '../../domain/problems.ts';
import type { Understood } from '../../domain/understood.ts';
import type { Conversation } from '../../io/conversation.ts';
import { buildColumnsBlock, guessNothing } from '../../parse/columns/columns-block.ts';
import { readConfig } from '../../parse/config/config.ts';
import { readProgramme } from '../../parse/programme.ts';
import type { Source } from '../../parse/text/source.ts';
import { writeCsv } from '../../render/run/csv.ts';
import type { Words } from '../../render/words/en/index.ts';
import { tellProblem } from '../../render/words/problem.ts';
import { CONFIG_NAME } from '../shared/inputs.ts';
import { isSameSheet, readNamedSheets } from '../shared/named-sheets.ts';
import type { Answers } from './answers.ts';
import { askColumn, askOrder } from './questions.ts';
import { renderStarterConfig } from './starter.ts';
import { makeTemplates } from './templates.ts';

/**
 * Answers that fit the user's own sheets: with a `columns` block that says how they are read. A person is asked for columns
 * that were not found, and for the order of levels. The value is null where a sheet cannot be read at all, or an answer
 * cannot be right; other problems of the sheets can be put right later.
 */
export async function fitAnswers(
  folder: string,
  answers: Answers,
  talk: Conversation | null,
  words: Words,
): Promise<Parsed<Answers | null>> {
  const first = await read(folder, answers);
  const columns = talk === null ? answers.columns : await askColumns(talk, first.value, answers);
  const second = await read(folder, { ...answers, columns });
  const unordered = second.problems.find(({ code }) => code === 'E018');
  const isOpen = talk !== null && unordered !== undefined;
  const levels = isOpen ? await askOrder(talk, tellProblem(unordered, words).message) : answers.levels;
  const last = await read(folder, { ...answers, columns, levels });
  const roles = last.value.map(({ role }) => role);
  const isRead = roles.includes('mentors') && roles.includes('mentees');
  const isRight = !last.problems.some(problem => isError(problem) && problem.file === CONFIG_NAME);
  if (!isRead || !isRight) return { value: null, problems: last.problems };
  const hasOwn = answers.mentors !== null || answers.mentees !== null;
  const block = hasOwn ? buildColumnsBlock(last.value, guessNothing).columns : {};
  return { value: { ...answers, levels, columns: block }, problems: last.problems };
}

/** How the programme would be understood if the answers were these. */
async function read(folder: string, answers: Answers): Promise<Parsed<readonly Understood[]>> {
  const config = readConfig(CONFIG_NAME, Buffer.from(renderStarterConfig(answers)));
  const joinFolder = (path: string | null) => (path === null ? null : join(folder, path));
  const paths = { mentors: joinFolder(answers.mentors), mentees: joinFolder(answers.mentees) };
  const asked = SIDES.flatMap(role => (paths[role] === null ? [] : [{ role, path: paths[role] }]));
  const named = await readNamedSheets(asked);
  const nameOf = (role: 'mentors' | 'mentees') => (paths[role] === null ? null : named.nameOf(paths[role], role));
  const [mentors, mentees] = [nameOf('mentors'), nameOf('mentees')];
  const makeSource = (name: string | null, role: string): Source =>
    name === null ? { file: `${role}.csv`, bytes: encodeTemplate(answers, role) } : named.sourceOf(name);
  const areOne = mentors !== null && mentees !== null && isSameSheet(mentors, mentees);
  const people = {
    mentors: makeSource(mentors, 'mentors'),
    mentees: areOne ? makeSource(mentors, 'mentors') : makeSource(mentees, 'mentees'),
    areOne,
    encoding: answers.encoding,
  };
  const { value, problems } = readProgramme(config.value, { config: CONFIG_NAME, ...people, ...NOTHING_ELSE });
  return { value: value.sheets, problems: [...config.problems, ...named.problems, ...problems] };
}

const SIDES = ['mentors', 'mentees'] as const;
const NOTHING_ELSE = { limits: null, pairs: null, previous: null, history: [] };

function encodeTemplate(answers: Answers, name: string): Uint8Array {
  const [header = [], ...rows] = makeTemplates(answers).find(sheet => sheet.name === name)?.rows ?? [];
  return Buffer.from([...writeCsv({ header, rows }, { bom: false, delimiter: ',', lineEnd: '\n' })].join(''));
}

/** Columns that a person is asked for where they were not found: those that must be there, and those that most rules are about. */
const WANTED = {
  mentors: ['name', 'email', 'department', 'country', 'level', 'languages', 'topics', 'capacity'],
  mentees: ['name', 'email', 'department', 'country', 'level', 'languages', 'topics', 'wants'],
};

async function askColumns(
  talk: Conversation,
  sheets: readonly Understood[],
  answers: Answers,
): Promise<Answers['columns']> {
  const columns = new Map(Object.entries(answers.columns).map(([column, names]) => [column, [names].flat()]));
  for (const sheet of sheets) {
    if (sheet.role !== 'mentors' && sheet.role !== 'mentees') continue;
    let free = sheet.columns.flatMap(({ header, column }) => (column === null && header !== '' ? [header] : []));
    for (const column of listMissing(sheet, WANTED[sheet.role])) {
      if (free.length === 0) break;
      const header = await askColumn(talk, sheet.file, column, free);
      if (header === null) continue;
      columns.set(column, [...(columns.get(column) ?? []), header]);
      free = free.filter(other => other !== header);
    }
  }
  return Object.fromEntries(columns);
}

function listMissing({ columns }: Understood, wanted: readonly string[]): string[] {
  const found = new Set(columns.map(({ column }) => column));
  if (found.has('first_name') && found.has('last_name')) found.add('name');
  return wanted.filter(column => !found.has(column));
}
