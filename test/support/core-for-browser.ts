import { OPTIONAL_FILES, RUN_FILES, type RunFile } from '../../src/domain/run-files.ts';
import { computeRunId } from '../../src/domain/run-id.ts';
import { match } from '../../src/features/match/match.ts';
import { makeRunRecord } from '../../src/features/match/run-record.ts';
import { type RunVerdict, verifyRun } from '../../src/features/verify/verify-run.ts';
import { settleTerms } from '../../src/pair/cross-input-checks.ts';
import { readCertificate } from '../../src/parse/certificate.ts';
import { readConfig } from '../../src/parse/config/config.ts';
import { readProgramme } from '../../src/parse/programme.ts';
import { loadReport } from '../../src/render/page/load-report.ts';
import { renderRunFiles } from '../../src/render/run/run.ts';
import type { Run } from '../../src/render/run/run-facts.ts';
import { LOAD_WORDS } from '../../src/render/words/languages.ts';

const CONFIG = 'rmentor.config.json';
const SHEETS = { mentors: 'mentors.csv', mentees: 'mentees.csv', limits: 'limits.csv' } as const;

/** What a page would do with the texts of a programme's files, by name: match them, and verify what comes of it. */
export async function runInBrowser(
  texts: Readonly<Record<string, string>>,
  program: string,
): Promise<{ readonly files: Readonly<Record<string, string>>; readonly verdict: RunVerdict }> {
  const words = await LOAD_WORDS.en();
  const programme = readTexts(texts);
  const { roster, terms, gone, sheets } = programme;
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  const { matching, alternates, changes, parts, proof } = outcome;
  const paths = {
    config: `../${CONFIG}`,
    sheets: {
      ...{ mentors: `../${SHEETS.mentors}`, mentees: `../${SHEETS.mentees}`, limits: `../${SHEETS.limits}` },
      ...{ pairs: null, previous: null, carryOver: null },
    },
    history: [],
  };
  const delimiter = sheets[0]!.delimiter!;
  const record = makeRunRecord(programme, { ...matching, proof }, { ...paths, language: 'en', delimiter });
  const id = computeRunId(program, record);
  const page = {
    ...outcome.findPageFacts(),
    renderPage: await loadReport('en'),
  };
  const run = { id, roster, terms, gone, matching, alternates, changes, curve: null, parts, words, delimiter, ...page };
  const files = Object.fromEntries(
    [...renderRunFiles(run, record, program)].map(([name, pieces]) => [name, [...pieces].join('')]),
  );
  return { files, verdict: verify(texts, files, program, words, page.renderPage) };
}

function readTexts(texts: Readonly<Record<string, string>>) {
  const makeSource = (file: string) => ({ file, bytes: encode(texts[file]!) });
  const { value: config } = readConfig(CONFIG, encode(texts[CONFIG]!));
  const { value } = readProgramme(config, {
    config: CONFIG,
    mentors: makeSource(SHEETS.mentors),
    mentees: makeSource(SHEETS.mentees),
    areOne: false,
    limits: makeSource(SHEETS.limits),
    ...{ pairs: null, previous: null, history: [], encoding: null },
  });
  const settled = settleTerms(value.roster, value.terms, { ...SHEETS, pairs: '' }, false);
  return { ...value, terms: settled.value };
}

function verify(
  texts: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  program: string,
  words: Awaited<ReturnType<typeof LOAD_WORDS.en>>,
  renderPage: (run: Run) => string,
): RunVerdict {
  const names = [...RUN_FILES, ...OPTIONAL_FILES.filter(file => file in files)];
  const found = new Map<RunFile, Uint8Array>(names.map(file => [file, encode(files[file]!)]));
  const read = readCertificate(found.get('certificate.json')!);
  if (read.kind !== 'read') throw new Error(read.kind);
  return verifyRun(readTexts(texts), { certificate: read.certificate, files: found }, program, words, renderPage);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
