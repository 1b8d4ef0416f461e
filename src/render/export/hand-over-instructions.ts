/**
 * HAND-OVER.md: how many rows there are, where to click, what the program refuses, and how to
 * try it without writing to anybody.
 */
import { groupBy } from '../../domain/group-by.ts';
import type { Disclosed, ExportTool, HandOver, ToldFile } from '../../domain/hand-over.ts';
import type { ExportContext, ExportedFile } from './format.ts';

/** The files as they are told: many of one kind as one, from the first to the last. */
export function listToldFiles(files: ReadonlyMap<string, ExportedFile>): readonly ToldFile[] {
  const series = groupBy(
    files,
    ([name]) => name.replace(/-\d+(?=\.(?:eml|ics)$)/u, '-*'),
    ([name, { group, rows }]) => ({ name, group, rows }),
  );
  return [...series.values()].map(some => {
    const [first, last] = [some[0]!, some.at(-1)!];
    return some.length === 1 ? first : { ...first, name: `${first.name} … ${last.name}`, rows: some.length };
  });
}

/** A Markdown page in the language of the run. */
export function renderHandOverPage(
  tool: ExportTool,
  { files, disclosed }: { readonly files: readonly ToldFile[]; readonly disclosed: Disclosed },
  context: ExportContext,
): string {
  const { handOver, handing } = context;
  const guide = handOver.tools[tool];
  return [
    `# ${handOver.title(guide.name)}`,
    [handOver.intro(handing.run), ...(handing.since === null ? [] : [handOver.since(handing.since)])].join(' '),
    ...warnOfDrafts(context),
    ...context.words.exported.disclosed(disclosed).map(line => `**${line}**`),
    ...[`## ${handOver.filesHead}`, renderFiles(files, context)],
    ...[`## ${handOver.stepsHead}`, guide.steps.map((step, at) => `${at + 1}. ${step}`).join('\n')],
    ...[`## ${handOver.tryHead}`, guide.tryOut],
    ...[`## ${handOver.limitsHead}`, formatList(guide.limits)],
    ...[`## ${handOver.notIncludedHead}`, formatList(listLeftOut(handing, context))],
    ...[`## ${handOver.privacyHead}`, handOver.privacy(disclosed)],
  ]
    .join('\n\n')
    .concat('\n');
}

function warnOfDrafts({ handOver, handing: { includesDrafts, counts } }: ExportContext): string[] {
  return includesDrafts && counts.drafts > 0 ? [`**${handOver.draftsIncluded(counts.drafts)}**`] : [];
}

function listLeftOut({ includesDrafts, counts }: HandOver, { handOver }: ExportContext): string[] {
  return [
    ...(counts.drafts > 0 && !includesDrafts ? [handOver.drafts(counts.drafts)] : []),
    ...(counts.declined > 0 ? [handOver.declined(counts.declined)] : []),
    handOver.left,
  ];
}

function formatList(lines: readonly string[]): string {
  return lines.map(line => `- ${line}`).join('\n');
}

function renderFiles(files: readonly ToldFile[], { handOver }: ExportContext): string {
  const rows = files.map(({ name, group, rows }) => [
    ...[`\`${name}\``, group === null ? handOver.otherFile : handOver.groups[group]],
    rows === null ? '' : String(rows),
  ]);
  return [handOver.tableHead, handOver.tableHead.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}
