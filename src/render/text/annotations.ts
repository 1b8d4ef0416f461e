import { makePlain } from '../../domain/text.ts';
import { neutraliseCommands } from '../layout/neutralise-ci-commands.ts';
import type { ToldProblem } from '../words/problem.ts';

/**
 * Problems as workflow commands of GitHub Actions, which shows them in the run's summary and at the lines of the files.
 * @param pathOf a file as seen from the top of the repository, with `/` between folders; null for one that has no path.
 */
export function renderAnnotations(problems: readonly ToldProblem[], pathOf: (file: string) => string | null): string {
  return problems.map(problem => `${formatAnnotation(problem, pathOf(problem.file))}\n`).join('');
}

/** One that is about no line of a file: why the whole came to nothing, or short of what was asked for. */
export function renderBareAnnotation(title: string, text: string): string {
  return `::error title=${escapeProperty(makePlain(title))}::${escapeData(hideAddresses(text.split('\n').map(makePlain).join('\n')))}\n`;
}

function formatAnnotation(
  { severity, code, file, row, line = row ?? undefined, column, message, hint }: ToldProblem,
  path: string | null,
): string {
  const properties = {
    ...(path === null ? {} : { file: path }),
    ...(path === null || line === undefined ? {} : { line: String(line) }),
    title: makePlain(column === null ? code : `${code} ${column}`),
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  const location = [file, row, column].filter(part => part !== null).join(':');
  const words = [`${location}: ${message}`, ...(hint === null ? [] : [`(${hint})`])].join(' ');
  return `::${severity} ${written.join(',')}::${escapeData(hideAddresses(makePlain(words)))}`;
}

/** What a CI system shows is read by more people than the sheets are: they find who it is by the row. */
function hideAddresses(text: string): string {
  return text.replace(/[^\s"<>(),;:?]+@[^\s"<>(),;:?]+/gu, '…@…');
}

/**
 * The escapes of the runner (actions/toolkit, packages/core/src/command.ts): whatever it does not know stays as it is.
 */
function escapeData(text: string): string {
  return neutraliseCommands(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
