// HiGHS in WebAssembly on a pairing problem in the folder format of README.md: node highs_peer.js FOLDER
//
// One column an eligible pair; one row a mentor, a mentee, and a country's limit on a side. Every column is in one row of
// each of two nested families of sets, so the corners are whole numbers and the linear programme needs no branching.
import loadHighs from 'highs';
import { readProblem, report } from './folder.js';

const begun = performance.now();
const problem = readProblem(process.argv[2]);
const highs = await loadHighs();
const { mentors, mentees, countries, weight } = problem;

/** Rows of a pair: mentor, mentee, then the countries' limits where there are any. */
function rowsOf(mentor, mentee) {
  const mentorCountry = problem.mentorCountry[mentor];
  const menteeCountry = problem.menteeCountry[mentee];
  const first = mentors + mentees;
  return [
    mentor,
    mentors + mentee,
    ...(problem.mentorLimit[mentorCountry] < 0 ? [] : [first + mentorCountry]),
    ...(problem.menteeLimit[menteeCountry] < 0 ? [] : [first + countries + menteeCountry]),
  ];
}

function modelOf() {
  const starts = [0];
  const indices = [];
  const colCost = [];
  for (let mentor = 0; mentor < mentors; mentor++) {
    for (let mentee = 0; mentee < mentees; mentee++) {
      if (weight[mentor * mentees + mentee] <= 0) continue;
      colCost.push(weight[mentor * mentees + mentee]);
      for (const row of rowsOf(mentor, mentee)) indices.push(row);
      starts.push(indices.length);
    }
  }
  const most = [
    ...problem.capacity,
    ...new Array(mentees).fill(1),
    ...problem.mentorLimit.map(limit => (limit < 0 ? mentees : limit)),
    ...problem.menteeLimit.map(limit => (limit < 0 ? mentees : limit)),
  ];
  return {
    numCols: colCost.length,
    numRows: most.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost,
    colLower: new Array(colCost.length).fill(0),
    colUpper: new Array(colCost.length).fill(1),
    rowLower: new Array(most.length).fill(0),
    rowUpper: most,
    matrix: {
      format: 'csc',
      numRows: most.length,
      numCols: colCost.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  };
}

const data = modelOf();
const model = highs.createModel(data);
model.options.set({ output_flag: false });
const built = performance.now();
model.run();
const { colValue } = model.getSolution();
const solved = performance.now();
let matched = 0;
let total = 0;
for (let pair = 0; pair < data.numCols; pair++) {
  if (colValue[pair] < 0.5) continue;
  matched++;
  total += data.colCost[pair];
}
report({ matched, total, begun, built, solved });
