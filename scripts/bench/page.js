// The results page: findings in, Markdown out. Ratios come first, and what is worst is named.
import {
  ADVISE,
  CHECK,
  CURVE,
  DROP,
  EXPLAIN,
  EXPLAIN_PAIR,
  KEEP,
  LEMON,
  LOADING,
  LOADING_BUNDLE,
  MATCH,
  SCIPY,
  VERIFY,
} from './contenders.js';
import { growth, megabytes, people, ratio, seconds, table } from './figures.js';
import { INSTANCES } from './sizes.js';

/** @typedef {import('../bench.js').Findings} Findings */
/** @typedef {import('../bench.js').Measured} Measured */

/** Where SciPy is not run at 20,000 × 30,000: it was measured once, on a machine of the same kind. */
const QUOTED = { ms: 857_000, memory: '18 GB' };

/** What people ask before and after a match: answers may take their time, but not much. */
const ASKING = [CHECK, EXPLAIN, EXPLAIN_PAIR, ADVISE];

const resultOf = (measured, name) => measured?.results.find(result => result.name === name);
const msOf = (measured, name) => resultOf(measured, name)?.ms ?? null;
const sizeOf = ({ mentors, mentees }) => people(mentors, mentees);

/** @param {Findings} findings @returns {string} */
export function page(findings) {
  const standard = findings.measured.filter(({ instance }) => instance === 'standard');
  const others = findings.measured.filter(({ instance }) => instance !== 'standard');
  const parts = [
    '# Benchmarks',
    `Made by \`${findings.command}\`${findings.date ? ` on ${findings.date}` : ''}. Machine: ${findings.machine}.`,
    goalsPart(findings, standard),
    HOW,
    '## The standard programme',
    `${INSTANCES.standard.what.replace('what', 'What')}. The first column of figures is how long each process takes as a multiple of \`match\`: above 1, \`match\` is faster.`,
    ...standard.map(sizePart),
    stagesPart(findings.measured),
    growthPart(findings.measured),
    othersPart(standard, others),
    readingPart(findings.reading),
    AGAIN,
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

const HOW = `## What is compared

Whole processes, from before their start to after their end, one after the other in turn (A B A B …) after one run each to
warm up; medians of five (three above 8 s, one above 20 s: the column *runs* says how many). Peak memory is of the run that
warms up. All are handed the same problem: rules, limits and points are worked out by rmentor, the levels of the objective
(most tandems, then most cross-department tandems, then most points) are folded into one whole number a pair, and the run is
only counted when the peer comes to exactly what rmentor came to.

It is not the same work. The peers get the weights ready-made, as a binary matrix, and prove nothing. \`rmentor match\` reads
and checks the sheets, works out who may meet and how well they fit, solves level by level (with evenness of load and ties
besides, which the peers leave out), proves the result, finds a reason for everybody without a tandem, and writes it all.`;

/** What was set as a goal, and what was measured. @param {Findings} findings @param {Measured[]} standard */
function goalsPart({ measured: all, reading }, standard) {
  const at = mentors => standard.find(measured => measured.mentors === mentors);
  const goals = [
    atMost('160 × 220: match against Node loading the same modules', at(160), MATCH, LOADING, 1.5),
    atMost('160 × 220: match against SciPy', at(160), MATCH, SCIPY, 1),
    atMost('2,000 × 3,000: match against SciPy', at(2000), MATCH, SCIPY, 1),
    atMost('2,000 × 3,000: match against LEMON', at(2000), MATCH, LEMON, 1),
    ...largeGoals(at(20_000), at(100_000)),
    growthGoal(at(2000), at(20_000)),
    neverSlower(all, VERIFY),
    ...ASKING.map(name =>
      atMost(`2,000 × 3,000: ${name.replace('rmentor ', '')} against match`, at(2000), name, MATCH, 5),
    ),
    atMost('2,000 × 3,000: match --curve against match --previous', at(2000), CURVE, KEEP, 3),
    atMost('2,000 × 3,000: drop against match', at(2000), DROP, MATCH, 1),
    readingGoal(reading),
  ].filter(goal => goal !== null);
  if (goals.length === 0) return '';
  const rows = goals.map(({ what, wanted, found, met }) => [what, found, wanted, met ? 'yes' : 'NO']);
  return ['## Goals', table(['goal', 'measured', 'wanted', 'met'], rows), loadingPart(at(160))]
    .filter(part => part !== '')
    .join('\n\n');
}

/** There are two floors, and a reader should know both. */
function loadingPart(measured) {
  const [match, loading, bundle] = [MATCH, LOADING, LOADING_BUNDLE].map(name => msOf(measured, name));
  if (match === null || loading === null || bundle === null) return '';
  return `What Node takes to load the modules one by one is no floor for \`match\`: they are shipped as one bundle, which loads in ${ratio(bundle / loading)} the time (${seconds(bundle)} instead of ${seconds(loading)}). Against loading that, \`match\` takes ${ratio(match / bundle)}; its own work is the difference, ${seconds(match - bundle)}.`;
}

/** How much longer than csv-parse alone reading may take. */
const MOST_FOR_READING = 2;

function readingGoal(reading) {
  if (reading === null) return null;
  const found = reading.rmentor / reading.csvParse;
  const what = `reading ${thousands(reading.rows)} rows, against csv-parse alone`;
  return { what, wanted: `at most ${ratio(MOST_FOR_READING)}`, found: ratio(found), met: found <= MOST_FOR_READING };
}

function atMost(what, measured, name, other, most) {
  const [mine, theirs] = [msOf(measured, name), msOf(measured, other)];
  if (mine === null || theirs === null) return null;
  return { what, wanted: `at most ${ratio(most)}`, found: ratio(mine / theirs), met: mine / theirs <= most };
}

function largeGoals(large, largest) {
  const scipy = msOf(large, SCIPY) ?? QUOTED.ms;
  const quoted = msOf(large, SCIPY) === null ? ' (quoted)' : '';
  const faster = (what, measured, times) => {
    const ms = msOf(measured, MATCH);
    if (ms === null) return null;
    const found = scipy / ms;
    return { what, wanted: `at least ${ratio(times)}`, found: ratio(found), met: found >= times };
  };
  const under = (what, measured, most) => {
    const peak = resultOf(measured, MATCH)?.peak ?? null;
    return peak === null
      ? null
      : { what, wanted: `under ${megabytes(most)}`, found: megabytes(peak), met: peak < most };
  };
  const proven = largest && {
    found: msOf(largest, VERIFY) === null ? 'no' : 'yes',
    met: msOf(largest, VERIFY) !== null,
  };
  return [
    faster(`20,000 × 30,000: match faster than SciPy${quoted}`, large, 80),
    under('20,000 × 30,000: peak memory of match', large, 500e6),
    faster(`100,000 × 150,000: match faster than SciPy at 20,000 × 30,000${quoted}`, largest, 10),
    under('100,000 × 150,000: peak memory of match', largest, 2000e6),
    proven ? { what: '100,000 × 150,000: proven by verify', wanted: 'yes', ...proven } : null,
  ];
}

function growthGoal(small, large) {
  const found = exponent(small, large, timeOf);
  if (found === null) return null;
  const what = 'growth of match from 2,000 to 20,000 mentors, a power of the people';
  return { what, wanted: 'below 2.00', found: found.toFixed(2), met: found < 2 };
}

/** The worst of all programmes. */
function neverSlower(all, name) {
  const worst = largestOf(all, (measured, match) => (msOf(measured, name) ?? Number.NaN) / match);
  if (worst === null) return null;
  const where = `${worst.measured.instance}, ${sizeOf(worst.measured)}`;
  const what = `${name.replace('rmentor ', '')} against match, the worst of all (${where})`;
  return { what, wanted: 'at most 1.00 ×', found: ratio(worst.value), met: worst.value <= 1 };
}

/** @param {Measured} measured */
function sizePart(measured) {
  const match = msOf(measured, MATCH);
  const rows = measured.results
    .filter(({ ms }) => ms !== null)
    .map(({ name, ms, peak, times }) => [
      name,
      match === null ? '–' : ratio(ms / match),
      seconds(ms),
      megabytes(peak),
      String(times.length),
    ]);
  const isQuoted = measured.mentors === 20_000 && match !== null && msOf(measured, SCIPY) === null;
  const { ms, memory } = QUOTED;
  if (isQuoted) rows.push([`${SCIPY} (quoted)`, ratio(ms / match), seconds(ms), memory, '–']);
  const notes = measured.results.filter(({ note }) => note !== '').map(({ name, note }) => `- ${name}: ${note}`);
  const told = measured.mentors === 20_000 && match !== null ? aboutQuoted(isQuoted, match) : '';
  const head = ['process', '× match', 'time', 'peak memory', 'runs'];
  return [`### ${sizeOf(measured)}`, table(head, rows), notes.join('\n'), told]
    .filter(part => part !== '')
    .join('\n\n');
}

/** What was measured elsewhere, where SciPy was not run, and beside it where it was. */
function aboutQuoted(isQuoted, match) {
  const { ms, memory } = QUOTED;
  const before = `${ms / 1000} s and ${memory} were measured before`;
  return isQuoted
    ? `SciPy was not run again at this size: ${before}, on a machine of the same kind.`
    : `Its matrix is made as SciPy wants it, so that it need not copy it. With copies, ${before}, on a machine that was faster (1.07 s at 2,000 × 3,000): ${ratio(ms / match)} the time of \`match\` here.`;
}

/** @param {Measured[]} all */
function stagesPart(all) {
  const told = all.flatMap(measured => {
    const stages = resultOf(measured, MATCH)?.stages ?? null;
    return stages === null ? [] : [{ measured, stages }];
  });
  if (told.length === 0) return '';
  const names = [...new Set(told.flatMap(({ stages }) => Object.keys(stages)))];
  const rows = told.map(({ measured, stages }) => [
    `${measured.instance}, ${sizeOf(measured)}`,
    ...names.map(name => (stages[name] === undefined ? '–' : inMs(stages[name]))),
    inMs(sumOf(stages)),
  ]);
  return `## Stage by stage\n\nMilliseconds of \`match\` (\`RMENTOR_TIMINGS=1\`), without Node's start.\n\n${table(['programme', ...names, 'sum'], rows)}`;
}

const inMs = ms => ms.toFixed(ms < 10 ? 1 : 0);
const sumOf = stages => Object.values(stages).reduce((a, b) => a + b, 0);

const timeOf = measured => msOf(measured, MATCH);
const stagesOf = measured => {
  const stages = resultOf(measured, MATCH)?.stages ?? null;
  return stages === null ? null : sumOf(stages);
};

function exponent(small, large, time) {
  const [before, after] = [small && time(small), large && time(large)];
  if (!before || !after) return null;
  const size = ({ mentors, mentees }) => mentors + mentees;
  return growth({ size: size(small), time: before }, { size: size(large), time: after });
}

/** @param {Measured[]} all */
function growthPart(all) {
  const steps = all.flatMap((large, index) => {
    const small = all[index - 1];
    return small?.instance === large.instance && timeOf(small) && timeOf(large) ? [{ small, large }] : [];
  });
  if (steps.length === 0) return '';
  const cell = value => (value === null ? '–' : value.toFixed(2));
  const rows = steps.map(({ small, large }) => [
    `${large.instance}, ${sizeOf(small)} → ${sizeOf(large)}`,
    cell(exponent(small, large, timeOf)),
    cell(exponent(small, large, stagesOf)),
  ]);
  const said =
    'The power of the number of people with which `match` grows from size to size: 1 is in step, 2 is with the square.';
  return `## Growth\n\n${said}\n\n${table(['from size to size', 'whole process', 'sum of stages'], rows)}`;
}

/** @param {Measured[]} standard @param {Measured[]} others */
function othersPart(standard, others) {
  const measured = others.filter(one => one.results.length > 0);
  if (measured.length === 0) return '';
  const sizes = [...new Set(measured.map(({ mentors }) => mentors))].sort((a, b) => a - b);
  const known = [...new Set(measured.map(({ instance }) => instance))];
  const words = known.map(name => `- **${name}**: ${INSTANCES[name].what}`);
  const tables = sizes.map(size =>
    sizeOfOthers(
      measured.filter(({ mentors }) => mentors === size),
      standard.find(({ mentors }) => mentors === size),
    ),
  );
  const said =
    'The first column compares `match` with itself on the standard programme of the same size. The columns with × behind a name are the time of that process as a multiple of `match` on the same programme: below 1, it is faster.';
  return [`## Harder programmes`, words.join('\n'), worstPart(standard, measured), said, ...tables]
    .filter(part => part !== '')
    .join('\n\n');
}

/** The worst of all, in words: against the standard programme, and against each of the two fastest peers. */
function worstPart(standard, others) {
  const usual = new Map(standard.map(measured => [measured.mentors, msOf(measured, MATCH)]));
  const slowest = largestOf(others, (measured, match) => match / (usual.get(measured.mentors) ?? Number.NaN));
  const against = [SCIPY, LEMON].flatMap(peer => {
    const worst = largestOf(
      [...standard, ...others],
      (measured, match) => match / (msOf(measured, peer) ?? Number.NaN),
    );
    if (worst === null) return [];
    return [
      `Against ${peer}, the worst is *${worst.measured.instance}* at ${sizeOf(worst.measured)}: ${ratio(worst.value)} its time.`,
    ];
  });
  const itself =
    slowest === null
      ? []
      : [
          `The worst for \`match\` is *${slowest.measured.instance}* at ${sizeOf(slowest.measured)}: ${ratio(slowest.value)} the time of the standard programme.`,
        ];
  return [...itself, ...against].join(' ');
}

/** The programme where the value is largest; null where none has one. */
function largestOf(all, measure) {
  const found = all.flatMap(measured => {
    const match = msOf(measured, MATCH);
    const value = match === null ? Number.NaN : measure(measured, match);
    return Number.isNaN(value) ? [] : [{ measured, value }];
  });
  return found.length === 0 ? null : found.reduce((a, b) => (b.value > a.value ? b : a));
}

function sizeOfOthers(measured, standard) {
  const shown = [...new Set(measured.flatMap(({ results }) => results.filter(isShown).map(({ name }) => name)))];
  const usual = msOf(standard, MATCH);
  const rows = measured.map(one => {
    const match = msOf(one, MATCH);
    return [
      one.instance,
      usual === null || match === null ? '–' : ratio(match / usual),
      match === null ? '–' : seconds(match),
      megabytes(resultOf(one, MATCH).peak),
      ...shown.map(name => cellOf(resultOf(one, name), match)),
    ];
  });
  const head = [
    'programme',
    '× standard',
    'match',
    'peak memory',
    ...shown.map(name => `${name.replace('rmentor ', '')} ×`),
  ];
  const notes = measured.flatMap(({ instance, results }) =>
    results
      .filter(({ note }) => note !== '' && !note.startsWith('not run'))
      .map(({ name, note }) => `- ${instance}, ${name}: ${note}`),
  );
  return [`### ${sizeOf(measured[0])}`, table(head, rows), notes.join('\n')].filter(part => part !== '').join('\n\n');
}

function isShown({ name, peer, note }) {
  return name === VERIFY || ASKING.includes(name) || (peer && !note.startsWith('not run'));
}

function cellOf(result, match) {
  if (result === undefined || match === null || result.note.startsWith('not run')) return '–';
  return result.ms === null ? result.note.split(':')[0] : ratio(result.ms / match);
}

function readingPart(reading) {
  if (reading === null) return '';
  const { rows, csvParse, rmentor, peaks = [] } = reading;
  const time = `The sheets of a sampled programme, ${thousands(rows)} rows in all: rmentor (rows read, every cell checked and understood) takes **${ratio(rmentor / csvParse)}** the time of csv-parse alone (${seconds(rmentor)} against ${seconds(csvParse)}, without Node's start).`;
  const known = peaks.filter(({ peak }) => peak !== null);
  const memory = known.map(({ rows, peak }) => `${megabytes(peak)} for ${thousands(rows)} rows`).join(', ');
  return `## Reading\n\n${time}${memory === '' ? '' : ` Peak memory of the whole process: ${memory}.`}`;
}

function thousands(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, ',');
}

const AGAIN = `## Run it again

\`\`\`sh
npm ci
npm run bench                                     # everything, a quarter of an hour
npm run bench -- --sizes 160,2000 --repeats 3     # small sizes only
npm run bench -- --instances standard --no-peers  # rmentor alone
npm run bench -- --write                          # and this page from it
npm run bench -- --sizes 20000 --instances standard --large-peers # with SciPy: 15 GB, 40 minutes
\`\`\`

The peers in C++ and Python are left out where they are missing; on Debian: \`apt-get install -y g++ liblemon-dev
python3-scipy\`. Peak memory of these two needs \`/usr/bin/time\` (package \`time\`). The programmes are invented anew by each run,
and are the same each time: scripts/bench/instances.js. The peers' drivers and the format
they read are in scripts/bench/peers.`;
