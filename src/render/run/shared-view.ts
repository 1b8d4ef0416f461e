import { neutraliseFormula } from '../../domain/formula.ts';
import type { SharedPerson, SharedView } from '../../domain/shared-view.ts';
import type { Words } from '../words/en/index.ts';
import { type CsvTable, writeExcelCsv } from './csv.ts';
import { formatPointsCell } from './points-cell.ts';

const PERSON = ['id', 'department', 'country'] as const;

/** The files of a view under pseudonyms. @param delimiter between the cells of CSV files. */
export function renderSharedView(view: SharedView, words: Words, delimiter: string): Map<string, string> {
  const join = (table: CsvTable) => [...writeExcelCsv(table, delimiter)].join('');
  return new Map([
    ['README.md', renderReadme(view, words)],
    ['tandems.csv', join(buildTandemsTable(view, delimiter))],
    ['unmatched.csv', join(buildUnmatchedTable(view))],
    ['shared.json', `${JSON.stringify({ schemaVersion: 1, kind: 'pseudonymised', ...view }, null, 2)}\n`],
  ]);
}

function listCells({ pseudonym, department, country }: SharedPerson): string[] {
  return [pseudonym, neutraliseFormula(department), neutraliseFormula(country)];
}

function buildTandemsTable({ tandems, parts, isScorePartial }: SharedView, delimiter: string): CsvTable {
  return {
    header: [
      ...PERSON.map(column => `mentor_${column}`),
      ...PERSON.map(column => `mentee_${column}`),
      ...(isScorePartial ? [] : ['score']),
      ...parts.map(part => neutraliseFormula(`points_${part}`)),
      'status',
    ],
    rows: tandems.map(({ mentor, mentee, score, points, status }) => [
      ...listCells(mentor),
      ...listCells(mentee),
      ...(score === null ? [] : [formatPointsCell(score, delimiter)]),
      ...points.map(part => formatPointsCell(part, delimiter)),
      status,
    ]),
  };
}

function buildUnmatchedTable({ unmatched }: SharedView): CsvTable {
  return {
    header: ['role', ...PERSON, 'reason'],
    rows: unmatched.map(({ side, person, reason }) => [side, ...listCells(person), reason]),
  };
}

function renderReadme({ run, alone, people, isScorePartial }: SharedView, words: Words): string {
  const say = words.share.pseudonymised;
  const leftOut = isScorePartial ? [...say.leftOut, say.scorePartial] : say.leftOut;
  return [
    `# ${say.title}`,
    '',
    ...[...say.lines(run), say.stillPersonal(alone, people)].flatMap(line => [line, '']),
    ...[`## ${say.filesHead}`, ''],
    ...Object.entries(say.files).map(([file, what]) => `- \`${file}\`: ${what}`),
    ...['', `## ${say.leftOutHead}`, ''],
    ...leftOut.map(line => `- ${line}`),
    '',
  ].join('\n');
}
