import type { ProblemCode, ProblemFacts } from '../../domain/problem-facts.ts';
import type { Location, Problem } from '../../domain/problems.ts';

type Example<Code extends ProblemCode> = readonly [location: Location, facts: ProblemFacts[Code], hidden?: string];

/**
 * A message of each code, as a fixture provokes it: what pages and stories show. A test
 * holds that each really comes about.
 */
const EXAMPLES: { readonly [Code in ProblemCode]: Example<Code> } = {
  E001: [{ file: 'mentees.csv' }, {}],
  E002: [{ file: 'mentees.csv', row: 1 }, { role: 'mentees' }],
  W153: [{ file: 'pairs.csv', row: 1 }, { role: 'pairs' }],
  E003: [{ file: 'mentors.csv' }, { looks: 'JSON' }],
  E004: [
    { file: 'mentees.csv', row: 4, column: 'name', value: 'M\ufffdller' },
    { cell: 'M\ufffdller', encoding: 'UTF-8' },
  ],
  E104: [{ file: 'mentees.csv' }, {}],
  W071: [
    { file: 'mentors.csv', row: 2 },
    { address: 'B2', others: 2 },
  ],
  E105: [{ file: 'mentees.csv', row: 3, column: 'name', value: 'Dan M\ufffdller' }, { cell: 'Dan M\ufffdller' }],
  W106: [{ file: 'mentees.csv' }, { page: 'Windows-1252', word: 'Jörg', rival: null }],
  W111: [{ file: 'mentors.csv' }, { encoding: 'UTF-8', wanted: 'windows-1252' }],
  W112: [{ file: 'mentees.xlsx' }, {}],
  E010: [{ file: 'people.csv' }, {}],
  E113: [
    { file: 'people.csv', row: 3, column: 'role', value: 'Boss' },
    { cell: 'Boss', likely: null },
  ],
  E141: [{ file: 'mentors.csv' }, { excess: { of: 'columns of a row', most: 1000, row: 1 } }],
  E142: [{ file: 'mentors.csv', row: 2, column: 'manager', value: 'm2' }, { most: 100 }],
  E101: [{ file: 'mentors.csv' }, { damage: 'end missing' }],
  E102: [{ file: 'book.xlsx' }, {}],
  E103: [{ file: 'book.xlsx' }, { excess: { of: 'row number', most: 100100, row: 1048576 } }],
  E140: [{ file: 'mentors.xls' }, { ending: '.xls' }],
  E114: [{ file: 'book.xlsx#Mentes' }, { name: 'Mentes', near: 'Mentees', sheets: ['Mentors', 'Mentees'] }],
  E115: [{ file: 'book.xlsx' }, { file: 'book.xlsx', sheets: ['Head office', 'Plant'] }],
  W116: [{ file: 'book.xlsx' }, { file: 'book.xlsx', role: 'mentors', name: 'People', others: ['Info'] }],
  W117: [{ file: 'book.xlsx' }, { sheets: ['Old'] }],
  W118: [{ file: 'book.xlsx' }, { rows: [2] }],
  W198: [
    { file: 'mentees.xlsx', row: 2, column: 'department', value: 'Marketing' },
    { range: 'D2:D4', text: 'Marketing', others: 0 },
  ],
  E119: [{ file: 'mentors.csv#Sheet1' }, { name: 'Sheet1' }],
  E107: [
    { file: 'mentees.xlsx', row: 3, column: 'country', value: '#N/A' },
    { address: 'E3', cell: '#N/A', why: 'formula error' },
  ],
  W108: [
    { file: 'mentors.csv', row: 2, column: 'site code' },
    { address: 'G2', cell: '#REF!', why: 'formula error' },
    '#REF!',
  ],
  E109: [{ file: 'mentees.xlsx', row: 2, column: 'department', value: '?' }, { address: 'D2' }],
  E005: [{ file: 'mentees.csv', row: 2 }, {}],
  E006: [{ file: 'mentees.csv', row: 2 }, {}],
  E007: [
    { file: 'mentors.csv', row: 5 },
    { found: 4, expected: 7, isHeaders: true, other: null },
  ],
  E163: [
    { file: 'mentors.csv', row: 1 },
    { found: 6, usual: 5, count: 3, all: 4 },
  ],
  E008: [
    { file: 'mentors.csv', row: 1, column: 'E-Mail', value: 'E-Mail' },
    {
      columns: [
        ['C', 'email'],
        ['D', 'E-Mail'],
      ],
      column: 'email',
      setting: '{"email": "email"}',
    },
  ],
  E009: [
    { file: 'limits.csv', row: 1 },
    { column: 'max', near: 'maximal', setting: '{"max": "maximal"}', city: null },
  ],
  E061: [
    { file: 'mentees.csv', row: 1 },
    {
      cells: ['e1', 'Carla Ruiz', 'carla.ruiz@example.org', 'Marketing', 'DE'],
      wanted: ['name', 'email', 'department', 'country'],
    },
  ],
  W120: [{ file: 'mentors.csv', row: 3 }, { text: 'Mentors 2024' }],
  W121: [{ file: 'mentors.csv', row: 2 }, {}],
  W122: [{ file: 'mentors.csv', row: 6 }, { text: 'Summe:' }],
  W123: [{ file: 'mentors.csv', row: 3 }, { letters: 'H' }],
  W063: [
    { file: 'previous.csv', row: 1, column: 'staus', value: 'staus' },
    { column: 'status', setting: '{"status": "staus"}' },
  ],
  W140: [
    { file: 'mentors.csv', row: 1, column: 'Führungskraft', value: 'Führungskraft' },
    { column: 'manager', why: { kind: 'answers', cells: ['nein', 'ja'] }, read: null },
  ],
  W141: [
    { file: 'mentors.csv', row: 1, column: 'Comments', value: 'Comments' },
    {
      columns: [
        ['G', 'Comments'],
        ['H', 'Comments'],
      ],
    },
  ],
  E152: [{ file: 'rmentor.config.json', column: 'prefer[0].field', value: 'comments' }, { field: 'comments' }],
  W143: [{ file: 'mentors.csv', row: 1, column: 'Name', value: 'Name' }, { cells: ['2001', '2002'] }],
  W144: [{ file: 'mentees.csv', row: 1, column: 'Rang', value: 'Rang' }, { setting: '{"priority": "Rang"}' }],
  W145: [
    {
      file: 'mentees.csv',
      row: 1,
      column: 'Which topics would you like? [AI, agents]',
      value: 'Which topics would you like?',
    },
    { question: 'Which topics would you like?', column: 'topics', answers: ['AI, agents', 'Podcasts'] },
  ],
  W146: [{ file: 'mentors.csv', row: 1 }, { name: 'Abteilung' }],
  W151: [
    { file: 'mentees.csv', row: 1, column: 'Prio' },
    { first: 2, last: 1, setting: '{"priority":"Prio"}' },
  ],
  E011: [{ file: 'mentors.csv', row: 3, column: 'name', value: '' }, {}],
  E012: [
    { file: 'limits.csv', row: 2, column: 'max', value: 'five' },
    { cell: 'five', least: 0, most: 999999, near: 5, column: null },
  ],
  W190: [
    { file: 'mentors.csv', row: 2, column: 'topics', value: 'keine' },
    { words: ['keine', 'n/a', 'TBD'], count: 3, emptyIs: '' },
  ],
  W191: [
    { file: 'mentors.csv', row: 3, column: 'department', value: 'NA' },
    { word: 'NA', count: 2 },
  ],
  E013: [
    { file: 'mentors.csv', row: 4, column: 'id', value: 'm1' },
    { id: 'm1', row: 2 },
  ],
  E014: [
    { file: 'mentors.csv', row: 4, column: 'email', value: 'ADA.LANG@example.org' },
    { email: 'ADA.LANG@example.org', row: 2 },
  ],
  E015: [
    { file: 'mentees.csv', row: 4, column: 'email', value: 'elif.demir' },
    { cell: 'elif.demir', near: null },
  ],
  E016: [
    { file: 'limits.csv', row: 2, column: 'country', value: 'Germny' },
    { cell: 'Germny', near: ['DE'], besides: [] },
  ],
  E017: [
    { file: 'mentors.csv', row: 2, column: 'level', value: 'junoir' },
    { cell: 'junoir', near: 'junior', levels: ['junior', 'manager', 'director'] },
  ],
  E018: [{ file: 'mentees.csv', row: 1, column: 'level' }, { names: ['boss'] }],
  W050: [{ file: 'mentors.csv', row: 2, column: 'manager', value: 'e1' }, { ids: ['m1', 'e1', 'm2', 'm1'] }],
  E051: [{ file: 'mentees.csv', row: 2, column: 'Zeitzone', value: 'BST' }, { cell: 'BST' }],
  E130: [
    { file: 'mentees.csv', row: 3, column: 'Sprachen', value: 'Germann' },
    { names: ['Germann'], near: 'de' },
  ],
  E131: [{ file: 'mentees.csv', row: 3, column: 'Standort', value: 'Lyon' }, { city: 'Lyon' }],
  W132: [
    { file: 'mentees.csv', row: 3, column: 'Status', value: 'Inaktiv' },
    { word: 'Inaktiv', count: 2 },
  ],
  W133: [
    { file: 'mentees.csv', row: 2, column: 'name', value: 'Ruiz, Carla (EXT)' },
    { cell: 'Ruiz, Carla (EXT)', name: 'Carla Ruiz', count: 2 },
  ],
  W134: [
    { file: 'mentees.csv', row: 3, column: 'name', value: 'Joerg Mueller' },
    { name: 'Joerg Mueller', other: 'Jörg Müller', row: 2 },
  ],
  W147: [
    { file: 'mentors.csv', row: 2, column: 'id', value: "'007" },
    { cell: "'007", why: 'apostrophe', count: 4 },
  ],
  W148: [
    { file: 'mentors.csv', row: 3, column: 'name', value: 'Ada Lang (extern)' },
    { cell: 'Ada Lang (extern)', name: 'Ada Lang', count: 1 },
  ],
  W149: [
    { file: 'mentees.csv', row: 2, column: 'name', value: 'Carla Ruiz (On Leave)' },
    { cell: 'Carla Ruiz (On Leave)', count: 1 },
  ],
  E052: [
    { file: 'previous.csv', row: 2, column: 'status', value: 'aproved' },
    { cell: 'aproved', near: 'approved', choice: ['draft', 'approved', 'declined'], likely: [] },
  ],
  E053: [
    { file: 'mentors.csv', row: 2, column: 'min_load', value: '2' },
    { least: 2, capacity: 1 },
  ],
  E054: [
    { file: 'mentees.csv', row: 2, column: 'grade name', value: 'senior' },
    { cell: 'senior', rule: 'below-gradename' },
  ],
  E058: [
    { file: 'mentees.csv', column: 'priority' },
    { found: 301, most: 300 },
  ],
  W064: [
    { file: 'mentees.csv', row: 2, column: 'wish_2', value: 'e9' },
    { cell: 'e9', near: [] },
  ],
  W065: [
    { file: 'mentees.csv', row: 3, column: 'not_with', value: 'm9' },
    { cell: 'm9', near: [] },
  ],
  W066: [
    { file: 'mentees.csv', row: 2, column: 'wish_1', value: 'E2' },
    { cell: 'E2', side: 'mentor' },
  ],
  W170: [
    { file: 'mentors.csv', row: 3, column: 'manager', value: '7.0' },
    { cell: '7.0', near: ['007 (Ada Lang)'] },
  ],
  W171: [
    { file: 'mentors.csv', row: 3, column: 'not_with', value: 'Anna Smit' },
    { cell: 'Anna Smit', people: ['m3 (Anna Smit)', 'm4 (Anna Smit)'] },
  ],
  W172: [
    { file: 'mentors.csv', row: 4, column: 'manager', value: 'Ben Okoro (e1)' },
    { cell: 'Ben Okoro (e1)', people: ['e1 (Carla Ruiz)', 'm2 (Ben Okoro)'] },
  ],
  W068: [
    { file: 'mentees.csv', row: 2, column: 'id', value: '1' },
    { id: '1', other: 'Ada Lang' },
  ],
  W178: [
    { file: 'mentees.csv', row: 2, column: 'name', value: 'Lang Ada' },
    { name: 'Lang Ada', other: 'm1 (Ada Lang)', pair: ['m1', 'e1'], pairs: 1 },
  ],
  E020: [{ file: 'rmentor.config.json', row: 1 }, { fault: { kind: 'ends early', expected: 'value' } }],
  E021: [
    { file: 'rmentor.config.json', column: 'perset' },
    {
      key: 'perset',
      near: 'preset',
      choice: [],
    },
  ],
  E022: [
    { file: 'rmentor.config.json', column: 'out', value: '' },
    { fault: { kind: 'empty' }, of: 'value' },
  ],
  E023: [
    { file: 'rmentor.config.json', column: 'preset', value: 'revers' },
    { kind: 'preset', name: 'revers', near: 'reverse', choice: ['reverse', 'classic', 'peer', 'none'] },
  ],
  E024: [
    { file: 'rmentor.config.json', row: 5, column: 'must' },
    { kind: 'setting', name: 'must' },
  ],
  E025: [
    { file: 'rmentor.config.json', column: 'must[0].field', value: 'manager' },
    { rule: 'outside-reporting-line' },
  ],
  E026: [{ file: 'rmentor.config.json', column: 'prefer[0].field' }, { rule: 'same' }],
  E027: [{ file: 'rmentor.config.json', column: 'must' }, { most: 27 }],
  E028: [
    { file: 'rmentor.config.json', column: 'columns.email', value: 'Mail' },
    { header: 'Mail', near: 'email', choice: ['id', 'name', 'email', 'department', 'country', 'capacity'] },
  ],
  E056: [{ file: 'rmentor.config.json', column: 'start' }, { need: 'time zones' }],
  E179: [
    { file: 'rmentor.config.json', column: 'same[0][0]', value: 'm9' },
    { text: 'm9', near: [] },
  ],
  E180: [
    { file: 'rmentor.config.json', column: 'same[0][1]', value: 'Ada Lang' },
    { text: 'Ada Lang', people: ['m1 (Ada Lang)', 'e2 (Ada Lang)'] },
  ],
  E181: [{ file: 'rmentor.config.json', column: 'different[0]' }, { texts: ['m1', 'e1'] }],
  E030: [{ file: 'limits.csv', row: 4, column: 'side', value: 'boss' }, { cell: 'boss' }],
  E031: [
    { file: 'limits.csv', row: 2 },
    { min: 3, max: 1 },
  ],
  E032: [{ file: 'limits.csv', row: 2 }, {}],
  E033: [
    { file: 'limits.csv', row: 3 },
    { country: 'DE', side: 'mentee', row: 2 },
  ],
  W034: [
    { file: 'limits.csv', row: 2 },
    { country: 'ES', side: 'mentee' },
  ],
  E048: [
    { file: 'limits.csv', row: 3 },
    { one: 'DACH', other: 'Alps', country: 'AT', side: 'mentee' },
  ],
  E049: [{ file: 'limits.csv', row: 1 }, {}],
  E050: [{ file: 'limits.csv', row: 1, column: 'department' }, {}],
  E040: [
    { file: 'pairs.csv', row: 3, column: 'mentee', value: 'carla.ruis@example.org' },
    { cell: 'carla.ruis@example.org', side: 'mentee', near: ['e1 (Carla Ruiz)'] },
  ],
  E173: [
    { file: 'pairs.csv', row: 2, column: 'mentor', value: 'e1' },
    { cell: 'e1', side: 'mentor' },
  ],
  E174: [
    { file: 'pairs.csv', row: 3, column: 'mentor', value: 'Anna Smit' },
    { cell: 'Anna Smit', people: ['m3 (Anna Smit)', 'm4 (Anna Smit)'] },
  ],
  E175: [
    { file: 'pairs.csv', row: 4, column: 'mentor', value: 'Ben Okoro (m3)' },
    { cell: 'Ben Okoro (m3)', people: ['m3 (Anna Smit)', 'm2 (Ben Okoro)'] },
  ],
  E041: [
    { file: 'pairs.csv', row: 2, column: 'action', value: 'lok' },
    { cell: 'lok', near: 'lock' },
  ],
  E042: [
    { file: 'pairs.csv', row: 2, column: 'points', value: 'ten' },
    { cell: 'ten', most: null },
  ],
  E043: [
    { file: 'pairs.csv', row: 3 },
    { action: 'score', row: 2 },
  ],
  E044: [{ file: 'pairs.csv', row: 3 }, { row: 2 }],
  E045: [
    { file: 'pairs.csv', row: 2 },
    { names: ['Ada Lang', 'Carla Ruiz'], bars: ['met-before'], lacks: 'flag' },
  ],
  E046: [{ file: 'rmentor.config.json', column: 'pairs' }, { pairs: 'pairs.csv' }],
  E047: [{ file: 'pairs.csv' }, { level: 'score' }],
  E057: [{ file: 'pairs.csv', row: 2, column: 'mentor', value: 'm1' }, { cell: 'm1' }],
  E055: [{ file: 'history.csv', row: 3, column: 'date', value: '03/31/2025' }, { cell: '03/31/2025' }],
  W067: [{ file: 'history.csv' }, {}],
  E176: [{ file: 'history.csv' }, {}],
  E220: [
    { file: 'history.csv', row: 2, column: 'next_round', value: 'contiune' },
    { cell: 'contiune', near: 'continue' },
  ],
  W221: [
    { file: 'history.csv', row: 2, column: 'next_round', value: 'continue' },
    { names: ['m1', 'e9'], side: 'mentee' },
  ],
  E222: [
    { file: 'history.csv', row: 2, column: 'next_round', value: 'continue' },
    { names: ['Ada Lang', 'Carla Ruiz'], bars: ['banned-pair'] },
  ],
  W223: [
    { file: 'history.csv', row: 2, column: 'next_round', value: 'continue' },
    { file: null, row: 3 },
  ],
  W177: [{ file: 'history.csv' }, { rows: 2 }],
  W072: [
    { file: 'history.csv', row: 2, column: 'date' },
    { undatedRows: 1, rows: 2 },
  ],
  W073: [{ file: 'earlier.csv' }, { met: 1, all: 1, isBoth: true }],
  E190: [
    { file: 'run/tandems.csv', row: 2, column: 'status', value: 'approved' },
    { names: ['Ada Lang', 'Hana Bianchi'], person: 'Hana Bianchi', side: 'mentee', near: [] },
  ],
  E191: [
    { file: 'run/tandems.csv', row: 2, column: 'status', value: 'approved' },
    { names: ['Ada Lang', 'Dirk Vos'], bars: ['below'] },
  ],
  W192: [
    { file: 'run/tandems.csv', row: 4, column: 'status', value: 'approved' },
    { names: ['Cem Aydin', 'Eva Lind'], person: 'Cem Aydin' },
  ],
  W193: [
    { file: 'run/tandems.csv', row: 3, column: 'status', value: 'approved' },
    { names: ['Gus Vidal', 'Carla Ruiz'], why: { kind: 'left', person: 'Gus Vidal', side: 'mentor' } },
  ],
  E194: [
    { file: 'run/tandems.csv', row: 3, column: 'status', value: 'approved' },
    { names: ['Ada Lang', 'Carla Ruiz'] },
  ],
  W195: [{ file: 'run/tandems.csv', row: 3, column: 'note' }, { remarks: ['ask again in May'] }],
  E196: [{ file: 'run' }, { file: 'tandems.csv' }],
  E197: [
    { file: 'run/tandems.csv', row: 2, column: 'status', value: 'declined' },
    {
      names: ['Ada Lang', 'Dora Nagy'],
      value: 'declined',
      other: { file: 'run/run.xlsx#tandems', row: 2, value: 'approved' },
    },
  ],
  W199: [
    { file: 'run/run.xlsx#tandems', row: 4, column: 'status', value: 'draft' },
    { names: ['Cem Aydin', 'Eva Lind'] },
  ],
  W205: [
    { file: 'run/tandems.csv', row: 2, column: 'note', value: 'Zeitmangl' },
    { cell: 'Zeitmangl', near: 'Zeitmangel', reasons: ['Zeitmangel', 'zu weit weg'] },
  ],
  W200: [{ file: 'previous/run.xlsx' }, { previous: 'previous/tandems.csv' }],
  W210: [
    { file: 'mentors.csv', row: 14, column: 'Status' },
    { id: 'M014', name: 'Ada Lang', column: 'Status', word: 'withdrawn' },
  ],
  W211: [{ file: 'mentors.csv', value: 'M014' }, { id: 'M014' }],
  E212: [
    { file: 'run', value: 'Ben Roth' },
    { text: 'Ben Roth', left: ['M014'] },
  ],
  E215: [
    { file: 'mentors.csv', row: 3, column: 'department', value: 'Sales' },
    { name: 'Ada Lang', was: 'IT', is: 'Sales' },
  ],
  E216: [{ file: 'mentors.csv', value: 'M014' }, { name: 'Ada Lang' }],
  W217: [{ file: 'run' }, { ids: ['m1'] }],
  W214: [{ file: 'pairs.csv', row: 3, column: 'mentor', value: 'M014' }, { cell: 'M014' }],
  W213: [{ file: 'run' }, { file: 'certificate.json' }],
  E224: [
    { file: 'survey.csv', row: 1 },
    { header: null, headers: ['Email', 'What did you like?'] },
  ],
  E225: [
    { file: 'survey.csv', row: 1, column: 'How do you rate the programme?' },
    { question: 'rating', headers: ['How do you rate the programme?', 'How do you rate your partner?'] },
  ],
  E226: [
    { file: 'survey.csv', row: 3, column: 'Would you recommend the programme?', value: 'if I must' },
    { cell: 'if I must', question: 'recommend' },
  ],
  E240: [
    { file: 'mentors.csv', row: 2, column: 'email' },
    { tool: 'mail-merge', name: 'Ada Lang' },
  ],
  E241: [
    { file: 'mentors.csv', row: 2, column: 'email', value: 'ada.läng@example.org' },
    { tool: 'mailchimp', address: 'ada.läng@example.org', why: 'signs' },
  ],
  E242: [
    { file: 'mentors.csv', row: 2, column: 'department', value: 'Sales' },
    { tool: 'mailchimp', name: 'DEPT', size: 262, most: 255, unit: 'bytes' },
  ],
  E243: [{ file: 'to-mail' }, { tool: 'mailchimp', names: ['OFFICE_FLOOR_ONE', 'OFFICE_FLOOR_TWO'], characters: 10 }],
  E244: [
    { file: 'letters/mentors.txt', row: 3, value: '{nmae}' },
    { name: 'nmae', near: 'name', person: 'Ada Lang' },
  ],
  E245: [
    { file: 'letters/mentors.txt', row: 3, value: '{Anrede}' },
    { name: 'Anrede', person: 'Ben Okoro', others: 0, source: { kind: 'sheet' } },
  ],
  E246: [{ file: 'letters/mentees.txt', row: 1 }, {}],
  E247: [{ file: 'letters/mentees.txt', row: 3 }, {}],
  E160: [
    { file: 'run', value: 'Berta' },
    {
      text: 'Berta',
      near: [{ id: 'bert@example.org', name: 'Bert Vogt', side: 'mentor', department: 'Sales', country: 'DE' }],
    },
  ],
  E161: [
    { file: 'run', value: 'anna' },
    {
      text: 'anna',
      people: [
        { id: 'anna.roth@example.org', name: 'Anna Roth', side: 'mentor', department: 'IT', country: 'DE' },
        { id: 'anna.lind@example.org', name: 'Anna Lind', side: 'mentee', department: 'Legal', country: 'DE' },
      ],
    },
  ],
  E162: [
    { file: 'run' },
    {
      why: {
        kind: 'one side',
        people: [
          { id: 'anna.roth@example.org', name: 'Anna Roth', side: 'mentor', department: 'IT', country: 'DE' },
          { id: 'bert@example.org', name: 'Bert Vogt', side: 'mentor', department: 'Sales', country: 'DE' },
        ],
        side: 'mentor',
      },
    },
  ],
};

/** The example of a code. */
export function getExample<Code extends ProblemCode>(code: Code): Problem<Code> {
  const [{ file, row = null, column = null, value = null }, facts, hidden] = EXAMPLES[code];
  const severity = code.startsWith('E') ? 'error' : 'warning';
  const example = { severity, code, file, row, column, value, facts } as const;
  return hidden === undefined ? example : { ...example, hidden };
}
