import type { Role } from '../../../domain/input-roles.ts';
import type {
  CertificateFault,
  ContentFault,
  LimitLabel,
  PairFault,
  PairLabel,
  PersonLabel,
  PricedUnit,
  PriceList,
  TableDifference,
  UnitFault,
} from '../../../domain/refutation.ts';
import { TANDEM_STATUSES } from '../../../domain/run-files.ts';
import { quoteValue as quote } from '../../../domain/text.ts';
import { formatCount, formatNumber, grammar, joinNames } from './grammar.ts';
import type { RefutationWords } from './message-types.ts';

const INPUTS: Readonly<Record<Role | 'history', string>> = {
  mentors: 'sheet of mentors',
  mentees: 'sheet of mentees',
  limits: 'sheet of limits',
  pairs: 'list of pairs',
  previous: 'list of previous tandems',
  carryOver: 'list of people without a tandem in the earlier run',
  history: 'list of earlier tandems',
};

const ADDED: Readonly<Record<'limits' | 'pairs' | 'previous' | 'carryOver', string>> = {
  limits: 'limits, and now there are some',
  pairs: 'a list of pairs, and now there is one',
  previous: 'previous tandems, and now there are some',
  carryOver: '--carry-over, and now it is given',
};

const DEMANDED = {
  lock: 'a forced pair',
  continues: 'to continue',
  approved: 'approved',
  held: 'not to move',
} as const;

const DECISIONS: Readonly<Record<'declined' | 'approved' | 'previous' | 'earlier' | 'left' | 'held', string>> = {
  declined: 'declined.csv was changed after this run; run rmentor match again',
  approved: 'certificate.json lists approved tandems that the sheets do not have',
  previous: 'certificate.json keeps tandems of people who are not in the sheets',
  earlier: 'changes.csv was changed after this run; run rmentor match again',
  left: 'certificate.json lists people who left and who are not in the sheets',
  held: 'certificate.json holds tandems of people who are not in the sheets',
};

const NOT_PLAIN = 'is not JSON, says something twice, or is nested too deep';

function sayCertificateFault(fault: CertificateFault): string {
  switch (fault.kind) {
    case 'not-plain':
      return ` ${NOT_PLAIN}`;
    case 'too-large':
      return ' holds more settings and rules than any config can';
    case 'malformed':
      return fault.path === '' ? ' is not as rmentor writes it' : `: ${fault.path} is not as rmentor writes it`;
    case 'two-prices':
      return ' has two prices for the same person or limit';
  }
}

const OWNERS: Readonly<Record<PriceList, string>> = {
  mentors: 'mentors who are not in the sheets',
  mentees: 'mentees who are not in the sheets',
  limits: 'limits that do not exist',
};

function sayTableFault(fault: ContentFault): string {
  switch (fault.kind) {
    case 'invisible':
      return ' has invisible characters';
    case 'column-missing':
      return ` lacks one of the columns ${joinNames(fault.columns)}`;
    case 'unknown-person':
      return `, row ${fault.row}: no ${fault.side} has the id ${quote(fault.id)}`;
    case 'unknown-status':
      return `, row ${fault.row}: ${quote(fault.status)} is not a status; it must be ${joinNames(TANDEM_STATUSES, 9, 'or')}`;
  }
}

function sayDifference(difference: TableDifference): string {
  switch (difference.kind) {
    case 'columns-missing':
      return `lacks the ${difference.columns.length === 1 ? 'column' : 'columns'} ${joinNames(difference.columns)}`;
    case 'column-twice':
      return `has the column ${difference.column} twice`;
    case 'ragged':
      return `has ${formatCount(difference.cells, 'cell')} in row ${difference.row}; it must be ${difference.expected}`;
    case 'row-twice':
      return 'has the same row twice';
    case 'row-missing':
      return `has no row for ${difference.row}`;
    case 'cell':
      return `says ${quote(difference.found)} in ${difference.column} of ${difference.row}; it must be ${quote(difference.expected)}`;
    case 'rows-more':
      return difference.rows === 1 ? 'has one row too many' : `has ${difference.rows} rows too many`;
  }
}

function namePerson({ name, id }: PersonLabel): string {
  return `${name} (${id})`;
}

function namePair({ mentor, mentee }: PairLabel): string {
  return `${namePerson(mentor)} and ${namePerson(mentee)}`;
}

function nameLimit({ place, side }: LimitLabel): string {
  return `limit for ${side}s in ${grammar.nameInside(place)}`;
}

function sayUse(of: PricedUnit, used: number, most: number): string {
  switch (of.kind) {
    case 'mentor':
      return `${namePerson(of)} has ${used} of ${formatCount(most, 'mentee')}`;
    case 'mentee':
      return `${namePerson(of)} has ${used} of ${formatCount(most, 'mentor')}`;
    case 'limit':
      return `the ${nameLimit(of)} has ${used} of ${formatCount(most, 'tandem')}`;
  }
}

const UNIT_FAULTS: Readonly<Record<UnitFault, string>> = {
  'left-out': 'the proof leaves this out',
  'fewer-better': 'at the prices of the proof, one fewer would be better',
  'more-better': 'at the prices of the proof, one more would be better',
};

const PAIR_FAULTS: Readonly<Record<PairFault, string>> = {
  'mentor-left-out': 'may be paired, but the proof leaves the mentor out',
  'mentee-left-out': 'may be paired, but the proof leaves the mentee out',
  'should-be': 'are not a tandem, but at the prices of the proof they should be',
  'should-not-be': 'are a tandem, but at the prices of the proof they should not be',
};

function formatPoints(thousandths: number): string {
  return formatCount(thousandths / 1000, 'point');
}

const said: RefutationWords = {
  'input-changed': ({ role, path }) =>
    `the ${INPUTS[role]} (${path}) was changed since this run, or this is another file`,
  'input-added': ({ role }) => `this run was made without ${ADDED[role]}`,
  'history-files': ({ before, now }) =>
    `this run read ${formatCount(before, 'file')} of earlier tandems, and now there ${now === 1 ? 'is' : 'are'} ${now}`,
  'setting-changed': ({ setting, was, is, also }) =>
    `${setting} was changed since this run: it was ${was ?? 'not set'}, and is ${is ?? 'not set'} now${
      also.length === 0 ? '' : ` (changed as well: ${joinNames(also)})`
    }`,
  'inputs-with-errors': () => 'the sheets have errors, so they are not those of this run',
  'decisions-changed': ({ list }) => DECISIONS[list],

  'certificate-broken': ({ fault }) => `certificate.json${sayCertificateFault(fault)}`,
  'certificate-of-other-form': ({ program }) => `certificate.json is not as ${program} writes it`,
  'certificate-edited': () => 'certificate.json was changed after it was written',
  'price-missing': ({ list, of }) => `certificate.json has no price for ${quote(of)} among the ${list}`,
  'price-of-nobody': ({ list }) => `certificate.json has prices for ${OWNERS[list]}`,
  'tandems-of-nobody': () => 'certificate.json names tandems of people who are not in the sheets',

  'file-missing': ({ file }) => `${file} is missing`,
  'file-foreign': ({ file }) => `${file} is not from this run`,
  'file-of-other-run': ({ file, run, expected }) =>
    `${file} does not belong to this run: it is from run ${run}, the other files ${expected === null ? 'are not' : `from run ${expected}`}`,
  'file-faulty': ({ file, fault }) => `${file}${sayTableFault(fault)}`,
  'table-differs': ({ file, difference }) => `${file} ${sayDifference(difference)}`,
  'name-differs': ({ row, side, field, found, expected }) =>
    `tandems.csv, row ${row}: the ${field === 'name' ? 'name' : 'e-mail address'} of the ${side} is ${quote(found)}; in the sheet it is ${quote(expected)}`,
  'summary-not-plain': ({ file }) => `${file} ${NOT_PLAIN}`,
  'summary-differs': ({ file, path, found, expected }) =>
    `${file} says ${found ?? 'nothing'} for ${path}; it must be ${expected ?? 'nothing'}`,
  'page-differs': ({ file, line, found, expected }) =>
    `${file} says ${quote(found)} in line ${line}; it must be ${quote(expected)}`,
  'page-longer': ({ file, lines }) => `${file} goes on after line ${lines}, where it must end`,
  'curve-broken': () => 'curve.json is not as rmentor writes it',

  'barred-tandem': ({ pair, bars }) => `${namePair(pair)} may not be paired: ${bars.join(', ')}`,
  'tandem-twice': ({ pair }) => `${namePair(pair)} are a tandem twice`,
  'too-many-mentees': ({ mentor, mentees, bound }) =>
    `${namePerson(mentor)} has ${formatCount(mentees, 'mentee')} but only ${formatCount(bound, 'slot')}`,
  'too-few-mentees': ({ mentor, mentees, bound }) =>
    `${namePerson(mentor)} has ${formatCount(mentees, 'mentee')} but must have at least ${bound}`,
  'too-many-mentors': ({ mentee, mentors, bound }) =>
    `${namePerson(mentee)} has ${formatCount(mentors, 'mentor')} but wants only ${bound}`,
  'above-limit': ({ limit, tandems, bound }) =>
    `the ${nameLimit(limit)} is ${formatCount(bound, 'tandem')}, but there ${tandems === 1 ? 'is' : 'are'} ${tandems}`,
  'below-minimum': ({ limit: { place, side }, tandems, bound }) =>
    `the minimum for ${side}s in ${grammar.nameInside(place)} is ${formatCount(bound, 'tandem')}, but there ${tandems === 1 ? 'is' : 'are'} ${tandems}`,
  'demand-missed': ({ pair, by }) => `${namePair(pair)} are ${DEMANDED[by]}, but not a tandem`,

  'levels-differ': ({ proven, asked }) =>
    `the proof is about the goals ${proven.join(', ')}, but the goals of the run are ${asked.join(', ')}`,
  'worst-not-asked': () => 'the proof is about the worst tandem, but the goals are not',
  'worst-not-proven': () => 'the proof does not speak of the worst tandem, but the goals do',
  'worst-unexplained': ({ score }) => `the proof does not show why the worst tandem cannot have ${formatPoints(score)}`,
  'worst-may-be-better': ({ score }) =>
    `other tandems that all have at least ${formatPoints(score)} are as good on the levels before worst`,
  'level-value': ({ level, reached, claimed }) =>
    `the tandems reach ${sayValue(reached)} on the level ${level}, but the proof says ${sayValue(claimed)}`,
  'price-unfit': ({ of, levels }) =>
    `the price of ${of.kind === 'limit' ? `the ${nameLimit(of)}` : namePerson(of)} is not a list of ${formatCount(levels, 'whole number')}`,
  'unit-price': ({ of, used, most, fault }) => `${sayUse(of, used, most)}: ${UNIT_FAULTS[fault]}`,
  'pair-price': ({ pair, fault }) => `${namePair(pair)} ${PAIR_FAULTS[fault]}`,
  'proof-counts-twice': () => 'the proof counts the same tandem twice',
  'proof-counts-barred': () => 'the proof counts tandems of people who may not be paired',
};

function sayValue(value: number | null): string {
  return value === null ? 'no value' : formatNumber(value);
}

/** What refutes a run. */
export const refutations = {
  said,
  /** @param reason what is wrong with its tandems; null where they are as good. */
  sayOtherTandems: (file: string, reason: string | null): string =>
    `${file} has other tandems than this run${reason === null ? '' : `: ${reason}`}`,
  /** @param why what is wrong with the pairing that curve.json has at that place, as a sentence. */
  sayCorner: (corner: number, why: string): string => `curve.json, corner ${corner}: ${why}`,
  /** @param row null where the file cannot be read at all. */
  unreadable: (file: string, row: number | null, message: string): string =>
    row === null ? `${file} cannot be read: ${message}` : `${file}, row ${row}: ${message}`,
};
