/** HAND-OVER.md: how many rows there are, where to click, what the program refuses, and how to try it without writing to anybody. */
import type { ExportTool, HandOver, ToldFile } from '../../domain/hand-over.ts';
import type { ExportContext } from './format.ts';

/** A Markdown page in the language of the run. */
export function renderHandOverPage(tool: ExportTool, files: readonly ToldFile[], context: ExportContext): string {
  const { handOver, handing } = context;
  const guide = handOver.tools[tool];
  return [
    `# ${handOver.title(guide.name)}`,
    [handOver.intro(handing.run), ...(handing.since === null ? [] : [handOver.since(handing.since)])].join(' '),
    ...warnOfDrafts(context),
    ...[`## ${handOver.filesHead}`, renderFiles(files, context)],
    ...[`## ${handOver.stepsHead}`, guide.steps.map((step, at) => `${at + 1}. ${step}`).join('\n')],
    ...[`## ${handOver.tryHead}`, guide.tryOut],
    ...[`## ${handOver.limitsHead}`, formatList(guide.limits)],
    ...[`## ${handOver.notIncludedHead}`, formatList(listLeftOut(handing, context))],
    ...[`## ${handOver.privacyHead}`, handOver.privacy],
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
