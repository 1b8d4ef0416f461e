import type { Purpose } from '../../../domain/field-ledger.ts';
import type { ToldCount, ToldShare } from '../../../domain/overview.ts';
import { formatCount, joinNames } from './grammar.ts';

const PURPOSES: Readonly<Record<Purpose, string>> = {
  'tell-apart': 'tells people apart',
  name: 'shows HR who is meant',
  contact: 'lets HR write to people, and shows that two rows are one person',
  describe: 'shows HR where people are from, and counts departments',
  limits: 'counts countries, and what limits are about',
  room: 'says how many partners somebody takes',
  order: 'says who comes first where slots are short',
  'taking-part': 'says who takes part',
  'kept-apart': 'keeps people apart; shown to HR only',
  'rules-only': 'only for the rules named here',
};

/** What may be told of a count. */
function sayTold(count: ToldCount): string {
  switch (count.kind) {
    case 'exact':
      return String(count.count);
    case 'few':
      return 'fewer than five, or none';
    case 'most':
      return 'all but fewer than five, or all';
    case 'hidden':
      return 'not told';
  }
}

/** What is handed on outside of HR. */
export const share = {
  pseudonymised: {
    title: 'Tandems under pseudonyms',
    lines: (run: string | null): readonly string[] => [
      run === null
        ? 'A view of a finished run that was checked before.'
        : `A view of the run ${run}, which was checked before.`,
      'It is not a run itself: rmentor verify and the other commands take the run that HR keeps.',
      'Each person has a pseudonym. With the key of HR the names can be found; without it, nobody can find them.',
      'With the same key, the same person has the same pseudonym in each file and in each round. People are known by their e-mail address, else by their id.',
      'Do not hand it to those who have overview.md: together they tell more than each alone.',
    ],
    /** @param alone how many people are the only ones of their side with their department and country. */
    stillPersonal: (alone: number, people: number): string =>
      `These are still personal data (GDPR, Article 4(5)). ${alone === 0 ? `Of ${formatCount(people, 'person', 'people')}, nobody is the only one` : `${alone} of ${formatCount(people, 'person', 'people')} ${alone === 1 ? 'is the only one' : 'are the only ones'}`} of their side with their department and country: who knows them could recognise them.`,
    leftOutHead: 'Left out',
    leftOut: [
      'names, ids, e-mail addresses, notes and reasons in words: they name people',
      'who declined, who waits for whom, alternates and changes',
      'who does not want to be paired with whom',
      'sheets, rules and proof: they stay in the run that HR keeps',
    ] as readonly string[],
    scorePartial:
      'the sum of the points of a tandem: points from wishes not to be paired, or of single pairs, are in it and stay with HR',
    filesHead: 'Files',
    files: {
      'tandems.csv': 'one row a tandem: pseudonym, department and country of both, points, status',
      'unmatched.csv': 'everybody without a tandem, and the code of the reason',
      'shared.json': 'the same for programs',
    },
  },
  overview: {
    title: 'The programme in figures',
    intro: (run: string | null): readonly string[] => [
      `For works council and sponsor: no names, and no figure about one to four people, also not by subtraction.${run === null ? '' : ` Made from the run ${run}, which was checked before.`}`,
      'Where a figure would tell of fewer than five, it is left out, and further figures beside it where the rest would tell it. Sums over two tables were checked, sums over three were not.',
      'Do not hand it to those who have the tandems under pseudonyms: together they tell more than each alone.',
    ],
    figuresHead: 'People and tandems',
    columns: {
      figure: 'figure',
      value: 'value',
      mentors: 'mentors',
      mentees: 'mentees',
      with: 'with a tandem',
      without: 'without',
      department: 'department',
      country: 'country',
      side: 'who',
      reason: 'reason',
      people: 'people',
      column: 'column',
      sheets: 'sheets',
      use: 'what for',
      rules: 'rules and preferences that judge by it',
      files: 'files of the run with its cells',
    },
    figures: {
      mentors: 'mentors',
      mentorsWith: 'mentors with a tandem',
      mentees: 'mentees',
      menteesWith: 'mentees with a tandem',
      tandems: 'tandems',
      crossDepartment: 'tandems across departments',
      crossBorder: 'tandems across borders',
      meanScore: 'mean points of a tandem',
    },
    sayTold,
    sayShare: (share: ToldShare): string =>
      share === null ? '–' : share.kind === 'percent' ? `${share.percent} %` : sayTold(share),
    notTold: '–',
    sides: { mentor: 'mentors', mentee: 'mentees' },
    departmentsHead: 'Departments',
    countriesHead: 'Countries',
    reasonsHead: 'Why people have no tandem',
    noGroups: 'Nothing may be told here: all groups are too small.',
    groupsNote: 'Groups of which nothing may be told are not listed. – means: not told.',
    rulesHead: 'The rules',
    keptApart: 'no wish and no decision keeps them apart (who is kept apart from whom, HR alone can see)',
    ledgerHead: 'Which data are used for what',
    ledgerNote:
      'Every column in which somebody has something. Where no file is named, its cells appear in no result; it only decides by the rules. run.xlsx has the same tables, where it was asked for; files of rmentor export hold names and e-mail addresses for the program that they are for.',
    purposes: PURPOSES,
    ownPurpose: (isUsed: boolean): string => (isUsed ? 'only for the rules named here' : 'not used'),
    noRule: '–',
    noFile: 'none',
    programHead: 'What this program is',
    program: [
      'It learns nothing, and draws no conclusions from earlier people: every rule above was written by a person.',
      'The same sheets and rules give the same tandems. Points belong to a pair, never to a person: nobody is ranked.',
      'What it writes are proposals; people approve or decline each tandem.',
    ] as readonly string[],
    retentionHead: 'How long data are kept',
    retention:
      'rmentor sends nothing anywhere and keeps nothing outside the sheets and the folder of the run. HR deletes both, and every copy that was handed on, by: ____________ (agreed with the works council).',
  },
  keyMade: (path: string): string =>
    `Key written to ${path}. Keep it where only HR can read it, and keep a copy: without it, pseudonyms change.`,
  written: (folder: string, files: readonly string[]): string => `Written to ${folder}: ${joinNames(files, 99)}`,
};
