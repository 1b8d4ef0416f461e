import { EXIT } from '../../build/domain/errors.js';
import {
  ALTERNATES,
  CHANGED,
  CURVE,
  DECLINED,
  OPTIONAL_FILES,
  RESERVE,
  RUN_FILES,
  TABLE_FILES,
  WORKBOOK,
} from '../../build/domain/run-files.js';
import { REASONS } from '../../build/domain/unmatched-reasons.js';
import { JSON_OUTPUTS } from '../../build/render/json/outputs.js';
import { makeContents } from '../../build/render/run/run.js';
import { de } from '../../build/render/words/de/index.js';
import { en } from '../../build/render/words/en/index.js';
import { lookUpTexts, noteFault, requireText } from './lacking.js';
import { formatTable, quoteCode } from './markdown.js';

/** When a run has a file, and what is in it. */
const FILES = {
  'tandems.csv': 'a row for each tandem: both people, the points, a status and a note that you may edit',
  'unmatched.csv':
    'a row for everybody without a tandem: the reason, what shows it, and the smallest single change that helps',
  'summary.json': 'all figures, for programs',
  'summary.md': 'the same figures as a page, in Markdown',
  'report.html':
    'the run as a page that any browser shows, offline: figures, pictures, all tandems, everybody without one, the rules, and how to check the proof. `--no-report` leaves it out, `rmentor report run` writes it again',
  'certificate.json': 'the proof, the rules in force, and what the sheets were when they were read',
  [RESERVE]:
    'where anybody waits: mentees without a tandem who could be in one, and mentees with fewer mentors than they want, by id',
  [ALTERNATES]: 'with `--alternates N`: for each mentee the N best other mentors, for when somebody drops out',
  [CURVE]: 'with `--curve`: what changing more tandems of the previous run would bring, with a proof for each pairing',
  [DECLINED]: 'where there are any: the pairs that people declined, with their notes',
  [CHANGED]:
    'with `--previous`: every tandem of the earlier run and every new one, what became of it and why, and whom to tell',
  [WORKBOOK]: 'with `--workbook`: tandems, unmatched, summary and rules as an Excel workbook',
};

const nobody = { id: '', name: '', email: '' };

/** A run that has each table, as far as their columns hang on it. */
const EXAMPLE = {
  roster: { mentors: [nobody], mentees: [nobody], withdrawn: [] },
  terms: { pairs: [{ mentor: 0, mentee: 0, override: 'a', declined: true, remark: '' }], limits: [] },
  matching: {
    tandems: [],
    unmatched: [],
    reserve: [{ mentee: 0, has: 0, reason: '', mentors: [], mentorsInAll: 0 }],
  },
  gone: [],
  alternates: [],
  changes: [],
  parts: ['…'],
  words: en,
  delimiter: ';',
};

/** The columns of a table of a run, as the program itself makes them; none, and a note, where it cannot make them of the example. */
export function listHeader(file, example = EXAMPLE) {
  try {
    return makeContents(file, example).table.header;
  } catch ({ message }) {
    noteFault(
      `table "${file}" cannot be made: ${message}. Mend what makes it, or give EXAMPLE of scripts/docs/results.js what it needs`,
    );
    return [];
  }
}

const PERSON = {
  id: 'the id, or where the sheet has none the e-mail address',
  name: 'the name',
  email: 'the e-mail address',
  department: 'the department as written',
  country: 'the country as a code, like DE',
};

/** What a column of a result holds that is not about a person. */
const HOLDS = {
  score: 'the points of the pair: the sum of the columns behind it',
  'points_…': 'one column for each preference: what it gave',
  status: '`draft`, `approved` or `declined`; yours to edit',
  note: 'yours to edit',
  override: 'only where a forced pair breaks a rule: the reason',
  role: '`mentor` or `mentee`',
  reason: 'the reason as a code (see below)',
  evidence: 'the reason in words, with the people and numbers that show it',
  cheapest_fix: 'the smallest single change by which this person could have a tandem',
  change: '`ended`, `declined`, `new`, `approved` (and kept) or `kept`',
  score_before: 'the points in the earlier run; empty where it did not give them',
  status_before: 'the status in the earlier run; empty for a new tandem',
  why: 'the reason in words, with the people and numbers that show it',
  tell_mentor: '`yes`, `no` where nothing changed, or `left` for who is not there to be told',
  tell_mentee: 'the same for the mentee',
  wants: 'how many mentors the mentee wants',
  has: 'how many the mentee has',
  mentors_in_all:
    'how many mentors could take this mentee at once, with one more slot and nobody moving: rules and limits allow it',
  mentors: 'their ids, the first hundred; it is no ranking',
  rank: '1 for the best',
  free_places: 'how many more mentees this mentor could take, limits included',
};

function makeFilesTable() {
  const rows = lookUpTexts(
    'file',
    [...RUN_FILES, ...OPTIONAL_FILES, WORKBOOK],
    FILES,
    'FILES of scripts/docs/results.js',
  );
  return formatTable(
    ['file', 'holds'],
    rows.map(([name, text]) => [quoteCode(name), text]),
  );
}

function findSide(column) {
  const [, side, of] = /^(mentor|mentee)_(\w+)$/u.exec(column) ?? [];
  return side !== undefined && PERSON[of] !== undefined ? side : null;
}

/** Columns of a person are told once: `mentor_id`, `mentor_name` … */
function makeColumnsTable() {
  const rows = TABLE_FILES.flatMap(file => {
    const header = listHeader(file);
    const sides = [...new Set(header.map(findSide).filter(side => side !== null))];
    const others = header.filter(column => findSide(column) === null);
    const ofPeople = sides.map(side => {
      const names = header.filter(column => findSide(column) === side);
      return [quoteCode(file), names.map(quoteCode).join(', '), `the ${side}`];
    });
    const known = others.map(column => [
      quoteCode(file),
      quoteCode(column),
      requireText(`column "${column}" of ${file}`, PERSON[column] ?? HOLDS[column], 'HOLDS of scripts/docs/results.js'),
    ]);
    return [...ofPeople, ...known];
  });
  return formatTable(['file', 'column', 'holds'], rows);
}

function makeReasonsTable() {
  const rows = Object.keys(REASONS).map(code => [
    quoteCode(code),
    ...Object.entries({ en, de }).map(([language, { reasons }]) =>
      requireText(`reason "${code}"`, reasons.names[code], `NAMES of src/render/words/${language}/reasons.ts`),
    ),
  ]);
  return formatTable(['reason', 'in words', 'auf Deutsch'], rows);
}

/** Which call prints an output of `--json`, and what is in it. */
const JSON_TEXTS = {
  match: [
    ['match'],
    '`ok` (no gate was missed); the figures, as in `summary.json` ([results](results.md#statistics)); in `changes` what became of the tandems of the run before, in `curve` what more changes would bring, in `missedGates` each `--fail-under` that was missed',
  ],
  forecast: [['check'], 'what is possible at most, and what is in the way, with every name'],
  'person-rules': [['check --person WHO'], 'whom each rule leaves for one person'],
  understood: [['validate'], 'what was understood of each sheet'],
  rules: [['rules'], 'the policy, the limits, and what empty cells say'],
  verdict: [
    ['verify run'],
    '`proven`, `holds`, and where the run is refuted what refutes it: as a sentence (`refutedBy`) and as facts (`refutation`)',
  ],
  page: [['report run'], 'where the page is, in `file`'],
  advice: [['advise run'], 'the changes that would help, each with what it brings'],
  letters: [
    ['explain --for WHO'],
    'the answer that a person may have, without anybody else and without problems of the sheets',
  ],
  shared: [['share'], 'what was handed on: the facts of overview.md, or the tandems under pseudonyms'],
  people: [['explain WHO'], 'why a person has their tandem or none'],
  pair: [['explain WHO WHO'], 'why two people are a tandem or none, and what the other way would cost'],
  repair: [
    ['drop PERSON', 'add'],
    'who `left` and who was `added`, whom that concerns (`affected`: `lost`, `stepIns`, `now`), how many were `served`, and who `moved`',
  ],
  changes: [['diff OLD NEW'], '`changed`, `counts`, and each tandem with what became of it, why, and whom to `tell`'],
  'hand-over': [
    ['export --to PROGRAM --out FOLDER'],
    'the files with their rows, how many tandems are approved, drafts and declined, how many people a letter tells a note or a reason (`disclosed`), and where it is noted who knows',
  ],
  feedback: [
    ['feedback SURVEY'],
    'the figures of a survey, `null` for those that are not shown, how questions were read, and where the history is',
  ],
  stories: [['explain CODE'], 'the longer story of a message'],
  refused: [
    [],
    'in place of these, where the sheets or the config are wrong: `ok` is false, and `problems` has every problem',
  ],
  clash: [
    ['match', 'check'],
    'in place of figures, where demands cannot be met together: `ok` is false, and who, what and where (below)',
  ],
};

function makeJsonTable() {
  const quoteCall = call => quoteCode(`rmentor ${call} --json`);
  const rows = lookUpTexts(
    'output of --json',
    Object.keys(JSON_OUTPUTS),
    JSON_TEXTS,
    'JSON_TEXTS of scripts/docs/results.js',
  );
  const cells = rows.map(([, [calls, holds]]) => [calls.map(quoteCall).join(', ') || 'any command', holds]);
  return formatTable(['call', 'prints'], cells);
}

/** What each exit code means. */
const EXITS = {
  done: 'done',
  gate: 'done, but a gate was missed (`--fail-under coverage=95`; the results are written), or `diff --exit-code` found changes',
  input: 'a sheet, the config or the call is wrong. Nothing is written',
  clash: 'forced pairs and minimums clash; the message names a smallest set of them. Nothing is written',
  check: 'a check failed: `verify` refuted the run, or rmentor caught a fault of its own. Nothing is written',
  machine: 'a file could not be read or written, or another run holds the folder. The old results stand',
};

function makeExitsTable() {
  const rows = lookUpTexts('exit code', Object.keys(EXIT), EXITS, 'EXITS of scripts/docs/results.js').map(
    ([name, text]) => [EXIT[name], text],
  );
  return formatTable(['exit code', 'means'], [...rows, ['130, 143', 'interrupted. The old results stand']]);
}

export const RESULT_PARTS = {
  files: makeFilesTable,
  'result-columns': makeColumnsTable,
  reasons: makeReasonsTable,
  exits: makeExitsTable,
  'json-outputs': makeJsonTable,
};
