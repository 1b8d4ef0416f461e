import { join } from 'node:path';
import type { Problem } from '../../domain/problems.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Understood } from '../../domain/understood.ts';
import { readConfig } from '../../parse/config/config.ts';
import { readProgramme } from '../../parse/programme.ts';
import type { Source } from '../../parse/text/sheet-source.ts';
import { writeCsv } from '../../render/run/csv.ts';
import { CONFIG_NAME } from '../shared/inputs.ts';
import { isSameSheet, readNamedSheets } from '../shared/named-sheets.ts';
import type { Answers } from './answers.ts';
import { renderStarterConfig } from './starter-config.ts';
import { makeTemplates } from './templates.ts';

/** How the programme would be understood if the answers were these. */
export interface AsUnderstood {
  readonly mentors: Understood | null;
  readonly mentees: Understood | null;
  readonly roster: Roster;
  readonly problems: readonly Problem[];
}

export const SIDES = ['mentors', 'mentees'] as const;
export type SideSheet = (typeof SIDES)[number];

/** The sheets of people, as far as they have a table. */
export function listPeopleSheets(understood: AsUnderstood): readonly Understood[] {
  return SIDES.flatMap(side => understood[side] ?? []);
}

export async function readSheetsBy(folder: string, answers: Answers): Promise<AsUnderstood> {
  const config = readConfig(CONFIG_NAME, Buffer.from(renderStarterConfig(answers)));
  const joinFolder = (path: string | null) => (path === null ? null : join(folder, path));
  const paths = { mentors: joinFolder(answers.mentors), mentees: joinFolder(answers.mentees) };
  const asked = SIDES.flatMap(role => (paths[role] === null ? [] : [{ role, path: paths[role] }]));
  const named = await readNamedSheets(asked);
  const nameOf = (role: SideSheet) => (paths[role] === null ? null : named.nameOf(paths[role], role));
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
  const find = (side: SideSheet) => value.sheets.find(({ role }) => role === side) ?? null;
  return {
    mentors: find('mentors'),
    mentees: find('mentees'),
    roster: value.roster,
    problems: [...config.problems, ...named.problems, ...problems],
  };
}

const NOTHING_ELSE = { limits: null, pairs: null, previous: null, history: [] };

function encodeTemplate(answers: Answers, name: string): Uint8Array {
  const [header = [], ...rows] = makeTemplates(answers).find(sheet => sheet.name === name)?.rows ?? [];
  return Buffer.from([...writeCsv({ header, rows }, { bom: false, delimiter: ',', lineEnd: '\n' })].join(''));
}
