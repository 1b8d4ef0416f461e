// npm's munkres-js on a pairing problem in the folder format of README.md: node munkres_peer.js FOLDER
//
// As scipy_peer.py: mentors are copied once per place; a country's limit forces its surplus places (or mentees) onto
// dummies that nobody else may take. munkres-js looks for the least cost, so costs are what is missing to the largest.
import munkres from 'munkres-js';
import { readProblem, report } from './folder.js';

const begun = performance.now();
const problem = readProblem(process.argv[2]);
const { mentees, weight } = problem;
const placesOf = [...problem.capacity].flatMap((places, mentor) => new Array(places).fill(mentor));

/** A dummy, by its country, for everybody beyond a limit. */
function surplus(limits, countryOf) {
  return [...limits].flatMap((limit, country) => {
    const people = countryOf.filter(other => other === country).length;
    return new Array(limit < 0 ? 0 : Math.max(0, people - limit)).fill(country);
  });
}

const placeCountry = placesOf.map(mentor => problem.mentorCountry[mentor]);
const menteeCountry = [...problem.menteeCountry];
const dummyMentees = surplus(problem.mentorLimit, placeCountry);
const dummyMentors = surplus(problem.menteeLimit, menteeCountry);
const largest = weight.reduce((a, b) => Math.max(a, b), 0) * 4;
const cost = [
  ...placesOf.map((mentor, place) => [
    ...menteeCountry.map((_, mentee) => largest - Math.max(0, weight[mentor * mentees + mentee])),
    ...dummyMentees.map(country => (country === placeCountry[place] ? 0 : largest)),
  ]),
  ...dummyMentors.map(country => [
    ...menteeCountry.map(other => (other === country ? 0 : largest)),
    ...dummyMentees.map(() => largest),
  ]),
];
const built = performance.now();
const chosen = munkres(cost);
const solved = performance.now();
let matched = 0;
let total = 0;
for (const [row, mentee] of chosen) {
  if (row >= placesOf.length || mentee >= mentees) continue;
  const worth = weight[placesOf[row] * mentees + mentee];
  if (worth <= 0) continue;
  matched++;
  total += worth;
}
report({ matched, total, begun, built, solved });
