import type { Side } from '../../../domain/roster.ts';
import type { Share } from '../../../domain/share.ts';
import { capitalise } from '../../../domain/text.ts';
import { formatCount, formatNumber, grammar, joinNames } from './grammar.ts';

const { formatPercent } = grammar;

/** What the page of a run says that no other file does. Loaded with that page alone. */
export const reportPage = {
  title: 'Mentoring tandems',
  about: (mentors: number, mentees: number, countries: number, run: string): string =>
    [
      formatCount(mentors, 'mentor'),
      formatCount(mentees, 'mentee'),
      ...(countries > 0 ? [formatCount(countries, 'country', 'countries')] : []),
    ]
      .join(', ')
      .concat(` · run ${run}`),
  skip: 'Skip to content',
  sections: 'Sections',
  overview: 'Overview',
  tandemsTab: (tandems: number): string => `Tandems · ${tandems}`,
  withoutTab: (people: number): string => `Without a tandem · ${people}`,
  rulesTab: 'Rules and proof',

  tiles: {
    fit: 'Average fit',
    unmatched: 'Without a mentor',
    fewer: 'Fewer mentors than wanted',
    slots: 'Free slots',
    idle: 'Mentors without a mentee',
  },
  ofWanted: (wanted: number): string => `of ${wanted} wanted`,
  ofAll: (all: number): string => `of ${all}`,
  noteTandems: (mentors: number, mentees: number): string =>
    `${formatCount(mentors, 'mentor')}, ${formatCount(mentees, 'mentee')}`,
  noteCoverage: ({ part, whole }: Share): string => `${part} of ${whole}; no other pairing reaches more`,
  /** Where something else comes before mentees. */
  noteCoveragePlain: ({ part, whole }: Share): string => `${part} of ${whole}`,
  noteAcross: ({ part, whole }: Share, crossBorder: Share): string =>
    `${part} of ${whole}${crossBorder.whole === 0 ? '' : `; ${crossBorder.part} also cross a border (${formatPercent(crossBorder)})`}`,
  noDepartments: 'no department known',
  points: 'points',
  noteFit: (least: string, most: string, possible: string): string =>
    `${least} to ${most}; all preferences together are worth ${possible}`,
  noTandem: 'no tandem',
  mentees: (count: number): string => (count === 1 ? 'mentee' : 'mentees'),
  noteUnmatched: (reasons: readonly (readonly [number, string])[]): string =>
    reasons.length === 0 ? 'everybody has one' : reasons.map(([people, reason]) => `${people}: ${reason}`).join('; '),
  noteFewer: (tandems: number, wanted: number): string => `${tandems} of ${wanted} wanted mentors in all`,
  noteSlots: (withPaired: number, withIdle: number): string =>
    `${withPaired} with mentors who have a mentee, ${withIdle} with others`,
  noteIdle: {
    none: 'every mentor has one',
    notPriced: 'rmentor explain says what pairing one of them would cost',
    impossible: (count: number): string => `${count} cannot be paired`,
    free: (count: number): string => `pairing ${count} of them costs no points`,
    points: (count: number, least: string, most: string): string =>
      `pairing ${count} costs ${least === most ? least : `${least} to ${most}`} points each`,
    more: (count: number): string => `pairing ${count} would be at the cost of what comes first`,
  },

  uncheckedHead: 'Not checked, or only partly, because data are missing',

  limits: {
    head: 'Limits, used and free',
    lead: (usedUp: number, all: number): string =>
      usedUp === 0
        ? `None of ${formatCount(all, 'upper limit')} is used up.`
        : `${usedUp} of ${formatCount(all, 'upper limit')} ${usedUp === 1 ? 'is' : 'are'} used up.`,
    none: 'There are no upper limits.',
    columns: {
      limit: 'Limit',
      bar: 'Picture',
      wanted: 'Wanted',
      used: 'Used',
      free: 'Free',
      oneMore: 'One more brings',
    },
    name: (place: string, side: Side): string => `${place}, ${side}s`,
    ofMax: (used: number, max: number): string => `${used} of ${max}`,
    unknown: 'not computed',
    hasRoom: 'has room',
    gain: (mentees: number, tandems: number): string =>
      mentees === 0 && tandems === 0
        ? 'nobody'
        : mentees !== 0
          ? `${sign(mentees)} ${Math.abs(mentees) === 1 ? 'mentee' : 'mentees'}`
          : `${sign(tandems)} ${Math.abs(tandems) === 1 ? 'tandem' : 'tandems'}`,
    bar: (used: number, max: number, wanted: number): string => `${used} used, ${max} allowed, ${wanted} wanted`,
    key: { is: 'tandems', limit: 'limit', wanted: 'wanted by mentees, or offered by mentors' },
    more: (limits: number): string => `${formatCount(limits, 'more limit')} with room`,
  },

  levels: {
    head: 'What was decided first, and how far it got',
    lead: 'In this order. What comes later never costs anything that comes earlier.',
    ofWhole: (value: string, whole: string): string => `${value} of ${whole}`,
    most: 'The most that the rules and the limits allow.',
    mostOfRest: 'The most that is possible once what comes before is settled.',
    evenly: 'as even as possible',
    key: { is: 'reached', whole: 'if everybody got everything' },
  },

  matrix: {
    head: 'Who mentors whom, by department',
    lead: (own: number): string =>
      `Rows: the mentor’s department. Columns: the mentee’s. The outlined diagonal is the own department: ${formatCount(own, 'tandem')}.`,
    none: 'The sheets name no departments, or there is no tandem.',
    mentor: 'Mentor’s department',
    total: 'Total',
    unknown: '(none)',
    others: (departments: number): string => `${departments} smaller ones`,
    key: { own: 'own department', none: 'none' },
    range: (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`),
    tandems: 'tandems',
  },

  fit: {
    head: 'Fit of the tandems',
    lead: (width: number): string => `Tandems by their points, ${formatCount(width, 'point')} a bar.`,
    none: 'There is no tandem.',
    table: 'As a table',
    columns: { points: 'Points', tandems: 'Tandems' },
    range: (from: string, to: string): string => `${from} to under ${to}`,
  },

  load: {
    head: 'Mentors’ workload',
    lead: 'Mentors, by the slots they offer and the mentees they have.',
    slots: (slots: number): string => formatCount(slots, 'slot'),
    mentees: 'Mentees they have',
    total: 'Total',
    offered: 'Slots offered',
  },

  why: {
    head: 'Who has no tandem, why, and what would help',
    everybody: 'Everybody has a tandem.',
    columns: { who: 'Who', why: 'Why', people: 'People', help: 'What would help' },
    sides: { mentor: 'Mentors', mentee: 'Mentees' },
    limit: (places: readonly string[]): string => `The limit is used up: ${joinNames(places, 6)}.`,
    names: (reason: string): string => `${capitalise(reason)}.`,
    /** @param rest for how many others something else would help. */
    more: (rest: number): string =>
      `Something else helps ${rest === 1 ? '1 other' : `${rest} others`}: see “Without a tandem”.`,
  },
  keptApart: 'a wish or a decision',
  byDecision: 'Only a decision about a pair could be taken back; the list of pairs has it.',

  changes: {
    head: 'Changes since the last run',
    none: 'This run was not given an earlier one, so there are no changes to show.',
    same: 'All tandems of the earlier run stay as they were.',
    columns: { change: 'Change', mentor: 'Mentor', mentee: 'Mentee', why: 'Why' },
    byDecision: 'It was ended by a decision.',
    more: (changes: number): string => `${formatCount(changes, 'more change')}: see changes.csv.`,
  },
  curve: {
    head: 'What more changes would bring',
    lead: 'Each point is proven: no other tandems with as few changes have more points.',
    label: 'Points more than with the fewest changes, by the number of changes',
    columns: { changes: 'Changes', points: 'Points more', note: 'Note' },
    thisRun: 'this run',
    x: 'changes',
    y: 'points more',
  },

  rules: {
    head: 'The rules in plain words',
    lead: (permitted: number, all: number): string =>
      `They judge pairs, never people. ${formatNumber(permitted)} of ${formatNumber(all)} pairs are permitted.`,
    must: 'A mentor and a mentee may be a tandem only if',
    keepsApart: 'Pairs kept apart',
    rule: 'Rule',
    prefer: 'Points for a permitted pair',
    order: 'What comes first',
    ties: 'Ties are settled by a fixed draw from the ids; names and the order of rows have no influence.',
    none: 'no rule',
  },
  proof: {
    head: 'How to check the proof',
    lead: 'This page cannot prove itself. Anybody who has the sheets can check it without the solver.',
    steps: [
      'Open a terminal in the folder of this page, and leave the sheets where they are.',
      'Type: rmentor verify .',
      'It must print PROVEN, and these sentences:',
    ],
    run: (id: string): string => `Run ${id}`,
    otherRun: 'If certificate.json or summary.json has another number, this page belongs to another run.',
  },
  foot: 'Personal data: for HR only. Delete this page when the programme’s retention period ends. Computed on one computer, nothing was sent anywhere. The tandems are a proposal; people decide.',

  tandems: {
    head: 'All tandems',
    everybody: 'There is no tandem.',
    mentor: 'Mentor',
    mentee: 'Mentee',
    points: 'Fit',
    look: 'Look at',
    status: 'Status',
    statuses: { draft: 'open', approved: 'approved', locked: 'fixed by the list of pairs', continued: 'continued' },
    looks: {
      lowest: 'lowest fit',
      only: 'only candidate',
      border: 'across a border',
      override: 'breaks a rule',
      new: 'new',
    },
  },
  without: {
    head: 'Everybody without a tandem',
    person: 'Person',
    side: 'Role',
    sides: { mentor: 'mentor', mentee: 'mentee' },
    why: 'Why',
    help: 'What would help',
  },
  review: {
    tab: (open: number): string => `Review · ${open} open`,
    head: 'Review the tandems',
    tooMany: (most: number): string =>
      `This page has a review for up to ${most} tandems. Decide in tandems.csv: write approved or declined into the column status.`,
    queue: 'Tandems',
    show: 'Show',
    shows: { look: 'Needs a look first', all: 'All', open: 'Open', decided: 'Decided' },
    count: '{decided} of {all} decided: {approved} approved, {declined} declined',
    unsaved: '{count} not saved',
    save: 'Save decisions',
    saved: 'Saved as decisions.csv. Put it beside the sheets, then: rmentor match --previous decisions.csv --out run',
    keys: 'Single keys on',
    keysHelp: 'A approve, D decline, N note, Z undo, J next, K back. They work while the review has the focus.',
    approve: 'Approve',
    decline: 'Decline…',
    declineNow: 'Decline',
    cancel: 'Cancel',
    note: 'Note',
    undo: 'Undo',
    next: 'Next',
    back: 'Back',
    reason: 'Why is it declined?',
    reasons: [
      'They know each other too well',
      'They work too closely together',
      'The times or places do not fit',
      'One of them asked for somebody else',
      'Another reason (see the note)',
    ],
    approved: 'approved',
    declined: 'declined',
    open: 'open',
    approvePrice: 'costs nothing; keeps this tandem in every later run',
    nothing: 'costs nothing',
    impossible: 'not possible: nothing else meets all demands',
    demanded: 'it is demanded: the list of pairs or a decision fixes it',
    notPriced: 'price not computed',
    alone:
      'Each price is exact for this decision by itself. Several together can cost more; the next run counts them together.',
    notPricedAtAll: 'Prices are not computed for so many people. rmentor explain MENTOR MENTEE says the price of one.',
    moves: 'others whose tandem changes: at least {count}',
    pair: '{mentor} mentors {mentee}',
    points: '{points} of {most} points',
    facts: {
      department: 'Department',
      place: 'Country, city',
      languages: 'Languages',
      topics: 'Topics',
      slots: 'Slots',
    },
    slots: (used: number, all: number): string => `${used} of ${all} filled`,
    alternatives: 'Alternatives',
    otherMentors: 'Other mentors for {mentee}',
    otherMentees: 'Other mentees for {mentor}',
    instead: 'instead of {other}',
    besides: 'as well as {other}',
    noAlternatives: 'None is computed here. rmentor explain with the name tells the best ones.',
    of: 'of',
  },
  table: {
    filter: 'Find: name, department, country …',
    rows: 'Rows {from} to {to} of {all}',
    rowsFound: 'Rows {from} to {to} of {found} found among {all}',
    noneFound: 'Nothing found among {all} rows. Try fewer letters.',
    back: 'Back',
    on: 'Next',
    page: 'Page {page} of {pages}',
    pages: 'Pages of the table',
    printed: 'Printing lists all rows.',
  },
};

function sign(count: number): string {
  return count > 0 ? `+${count}` : `−${-count}`;
}

export type ReportWords = typeof reportPage;
