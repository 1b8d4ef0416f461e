import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { spawnProgram } from './program.ts';

/** A page for users: what a reader types and sees on it is tried. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

/** What a page asks for, in its order: a block of text, or a comment that readers do not see. */
type Step =
  | { readonly kind: 'block'; readonly language: string; readonly about: readonly string[]; readonly body: string }
  /** `<!-- folder: fixtures/x -->`: what follows happens in a folder with these files. */
  | { readonly kind: 'folder'; readonly path: string }
  /** `<!-- edit FILE: this => that -->`: what the reader is told to change there. */
  | { readonly kind: 'edit'; readonly file: string; readonly from: string; readonly to: string };

/** What is wrong on a page, one entry a fault. */
export type Fault = { readonly block: string; readonly instead: string };

const STEP =
  /^```(?<info>[^\n]*)\n(?<body>[\s\S]*?)\n```$|^<!-- folder: (?<path>.*?) -->$|^<!-- edit (?<file>\S+): (?<from>.*?) => (?<to>.*?) -->$/gmu;

function listSteps(text: string): readonly Step[] {
  return [...text.matchAll(STEP)].map(({ groups: { info, body, path, file, from, to } = {} }): Step => {
    if (path !== undefined) return { kind: 'folder', path };
    if (file !== undefined) return { kind: 'edit', file, from: from ?? '', to: to ?? '' };
    const [language = '', ...about] = (info ?? '').split(' ');
    return { kind: 'block', language, about, body: body ?? '' };
  });
}

/** The JSON on a page that is part of a config: blocks without a name, and settings and rules within sentences. */
export function listSettings(text: string): readonly string[] {
  const blocks = listSteps(text).flatMap(step =>
    step.kind === 'block' && step.language === 'json' && step.about.length === 0 ? [step.body] : [],
  );
  const settings = [...text.matchAll(/`("\w+": [^`]*)`/gu)].map(([, setting = '']) => `{${setting}}`);
  const rules = [...text.matchAll(/`(\{ "rule": [^`]*)`/gu)].map(([, rule = '']) => `{"must": [${rule}]}`);
  return [...blocks, ...settings, ...rules];
}

/** What came of a page that was tried. */
interface Tried {
  readonly faults: readonly Fault[];
  /** The page with what the program prints today, in each block that shows all of it. */
  readonly renewed: string;
}

/** Does what a page says, in folders of its own below `home`, and compares what comes of it. */
export async function tryPage({ file, text }: Page, home: string, language: 'en' | 'de'): Promise<Tried> {
  const faults: Fault[] = [];
  let renewed = text;
  let folder = makeFolder(home, 0);
  let lastOutput = '';
  for (const [at, step] of listSteps(text).entries()) {
    if (step.kind === 'folder') {
      folder = makeFolder(home, at + 1);
      copySheets(step.path, folder);
    } else if (step.kind === 'edit') faults.push(...editFile(join(folder, step.file), step));
    else if (CALLING.includes(step.language)) {
      const told: string[] = [];
      for (const call of listCalls(step)) {
        const { exit, output } = await spawnProgram(call.args, { folder, language, lines: call.lines });
        lastOutput = output;
        told.push(`$ ${call.line}\n${trimLines(output)}`.trimEnd());
        const isAsExpected = exit === call.exit && (call.shown === null || isShown(call.shown, output));
        if (!isAsExpected) faults.push({ block: `${file}: ${call.line}`, instead: `exit ${exit}\n${output}` });
      }
      if (step.language === 'console' && !/^…$/mu.test(step.body)) {
        renewed = renewed.replace(`\n${step.body}\n\`\`\``, () => `\n${told.join('\n')}\n\`\`\``);
      }
    } else if (step.language === 'text') {
      if (!isShown(`…\n${step.body}\n…`, lastOutput)) faults.push({ block: step.body, instead: lastOutput });
    } else if (step.about.length > 0) faults.push(...layFile(join(folder, step.about[0]!), step.body));
  }
  return { faults, renewed };
}

/** The languages of blocks that call the program. */
const CALLING = ['console', 'sh', 'yaml'];

function makeFolder(home: string, number: number): string {
  const folder = join(home, String(number));
  mkdirSync(folder);
  return folder;
}

/** The files of a fixture, without what is expected of them. */
function copySheets(from: string, folder: string): void {
  cpSync(from, folder, { recursive: true, filter: path => !(statSync(path).isDirectory() && path !== from) });
}

function editFile(path: string, { from, to }: { readonly from: string; readonly to: string }): readonly Fault[] {
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) return [{ block: `${basename(path)}: ${from}`, instead: before }];
  writeFileSync(
    path,
    before.replace(from, () => to),
  );
  return [];
}

/** A block that names a file is what the reader saves there, or what stands there already. */
function layFile(path: string, body: string): readonly Fault[] {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${body}\n`);
    return [];
  }
  const there = readFileSync(path, 'utf8').replace('\ufeff', '').replaceAll('\r\n', '\n');
  return isShown(body, there) ? [] : [{ block: `${basename(path)}:\n${body}`, instead: there }];
}

/** A call of the program on a page. */
interface Call {
  readonly line: string;
  readonly args: readonly string[];
  /** What it prints; null where the page does not show it. */
  readonly shown: string | null;
  readonly exit: number;
  /** How often the reader presses Enter; null where nothing is asked. */
  readonly lines: number | null;
}

/**
 * The calls of a block. `console` shows what each prints, and `exit=3` or `enter=6` behind it says how the last call ends and is
 * answered; of `sh` and of workflows, what does not call the program is left out.
 */
function listCalls({ language, about, body }: Extract<Step, { kind: 'block' }>): readonly Call[] {
  const settings = Object.fromEntries(about.map(pair => pair.split('=')));
  if (language !== 'console') {
    const lines = body.split('\n').map(line => line.replace(/^\s*(?:- )?(?:run: )?/u, '').replace(/\s+#.*$/u, ''));
    return lines.flatMap(line =>
      line.startsWith('rmentor') ? [{ line, args: splitCall(line), shown: null, exit: 0, lines: null }] : [],
    );
  }
  const parts = body.split(/^\$ /mu).slice(1);
  return parts.map((part, index) => {
    const [line = '', ...shown] = part.split('\n');
    const isLast = index === parts.length - 1;
    const exit = isLast ? Number(settings['exit'] ?? 0) : 0;
    const lines = isLast && settings['enter'] !== undefined ? Number(settings['enter']) : null;
    return { line, args: splitCall(line), shown: shown.join('\n').trimEnd(), exit, lines };
  });
}

/** The words of a call behind the program's name, quoted ones whole. */
export function splitCall(line: string): readonly string[] {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return words.slice(1);
}

/** Whether an output is what is shown, where a line of … stands for any lines. */
function isShown(shown: string, output: string): boolean {
  const pieces = trimLines(shown).split(/(?:^|\n)…(?:\n|$)/u);
  const pattern = pieces.map(escapePattern).join('[\\s\\S]*?');
  return new RegExp(`^${pattern}$`, 'u').test(trimLines(output));
}

function trimLines(text: string): string {
  return text.replace(/[ \t]+$/gmu, '').trimEnd();
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
