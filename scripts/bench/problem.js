// Writes a programme in the folder format of peers/README.md: `node scripts/bench/problem.js CONFIG FOLDER`. What it takes
// to get there (reading, rules, points) is rmentor's own, so that the peers are handed the very problem that it solves.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInputs } from '../../dist/commands/inputs.js';
import { pairingOf } from '../../dist/pair/pairing.js';
import { commonDivisor, foldFactors } from './fold.js';

/** Levels that count each tandem once, as long as every mentee wants one mentor and all have one priority. */
const COUNTS = ['mentees', 'tandems'];
/** Levels on which nothing can be gained without a previous run, or that come after everything that is folded. */
const LEFT_OUT = ['kept', 'balance'];

const [config, folder] = process.argv.slice(2);
const { programme, problems } = await readInputs({ config });
if (programme === null) throw new Error(JSON.stringify(problems));
const { roster, terms } = programme;
refuseWhatPeersCannot();
const { eligibility, affinity } = pairingOf(roster, terms);
const pairs = scoredPairs();
const fold = folding();
mkdirSync(folder, { recursive: true });
writePeople();
writeFileSync(join(folder, 'weight.i64'), weights());
writeFileSync(join(folder, 'fold.json'), JSON.stringify(fold));

function refuseWhatPeersCannot() {
  const { mentees } = roster;
  if (mentees.some(({ wants, priority }) => wants !== 1 || priority !== mentees[0].priority))
    throw new Error('the folder format knows no mentee who wants several mentors, and no priorities');
  if (terms.limits.some(({ countries }) => countries.length !== 1))
    throw new Error('the folder format knows no limit on a region');
}

/** Scores in thousandths by mentor and mentee, −1 where the two may not meet, and the preferences that hold. */
function scoredPairs() {
  const score = new Float64Array(roster.mentors.length * roster.mentees.length).fill(-1);
  const held = new Int32Array(score.length);
  for (let mentor = 0, pair = 0; mentor < roster.mentors.length; mentor++) {
    for (let mentee = 0; mentee < roster.mentees.length; mentee++, pair++) {
      if (eligibility.barred(mentor, mentee) !== 0) continue;
      score[pair] = affinity.score(mentor, mentee);
      held[pair] = affinity.held(mentor, mentee);
      if (score[pair] < 0) throw new Error('negative scores are not folded');
    }
  }
  return { score, held };
}

/** What each level is worth. Scores are counted in the largest unit that divides them all, to stay below 2^53. */
function folding() {
  const names = terms.policy.objective.map(level => (level.kind === 'preference' ? level.preference : level.kind));
  const levels = [...new Set(names.map(name => (COUNTS.includes(name) ? 'tandems' : name)))].filter(
    name => !LEFT_OUT.includes(name),
  );
  const unit = pairs.score.reduce((divisor, score) => (score > 0 ? commonDivisor(divisor, score) : divisor), 0) || 1;
  const most = pairs.score.reduce((a, b) => Math.max(a, b), 0) / unit;
  const places = roster.mentors.reduce((sum, { capacity }) => sum + capacity, 0);
  const largest = levels.map(level => (level === 'score' ? most : 1));
  const factors = foldFactors(largest, Math.min(places, roster.mentees.length));
  return { unit, levels: levels.map((name, index) => ({ name, factor: factors[index] })) };
}

/** Bytes of int64[mentors × mentees], written as two halves: a BigInt a pair would take a while. */
function weights() {
  const worth = Object.fromEntries(fold.levels.map(({ name, factor }) => [name, factor]));
  const preferences = terms.policy.prefer.map(({ name }) => worth[name] ?? 0);
  const halves = new Uint32Array(pairs.score.length * 2);
  for (let pair = 0; pair < pairs.score.length; pair++) {
    if (pairs.score[pair] < 0) continue;
    let weight = worth.tandems + (worth.score ?? 0) * (pairs.score[pair] / fold.unit);
    for (let p = 0; p < preferences.length; p++) if ((pairs.held[pair] >>> p) & 1) weight += preferences[p];
    halves[pair * 2] = weight % 2 ** 32;
    halves[pair * 2 + 1] = Math.floor(weight / 2 ** 32);
  }
  return halves;
}

function writePeople() {
  const countries = [...new Set([...roster.mentors, ...roster.mentees].map(({ country }) => country))].sort();
  const ints = (name, numbers) => writeFileSync(join(folder, `${name}.i32`), Int32Array.from(numbers));
  const limitOf = (country, wanted) =>
    terms.limits
      .filter(({ side, countries: [only] }) => side === wanted && only === country)
      .reduce((least, { max }) => (max === Number.POSITIVE_INFINITY || (least >= 0 && least < max) ? least : max), -1);
  ints(
    'capacity',
    roster.mentors.map(({ capacity }) => capacity),
  );
  ints(
    'mentor_country',
    roster.mentors.map(({ country }) => countries.indexOf(country)),
  );
  ints(
    'mentee_country',
    roster.mentees.map(({ country }) => countries.indexOf(country)),
  );
  ints(
    'mentor_limit',
    countries.map(country => limitOf(country, 'mentor')),
  );
  ints(
    'mentee_limit',
    countries.map(country => limitOf(country, 'mentee')),
  );
  const sizes = { mentors: roster.mentors.length, mentees: roster.mentees.length, countries: countries.length };
  writeFileSync(join(folder, 'meta.json'), JSON.stringify(sizes));
}
