/** Makes fixtures/first-ten-minutes: the sheets of an analyst who has never seen rmentor, all people invented. `npm run build` first. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { writeWorkbook } from '../build/io/write-workbook.js';

const [FOLDER = 'fixtures/first-ten-minutes'] = process.argv.slice(2);

const FIRST =
  'Anna Björn Clara Deniz Elif Fabian Greta Hannes Ilse Jörg Kübra Lars Mia Nils Özlem Paul Rosa Sven Tessa Uwe'.split(
    ' ',
  );
const YOUNG = 'Abel Bäcker Conrad Dietz Ebert Fink Groß Hahn Iversen Jäger Kühn Lorenz Möller Nagel Otto'.split(' ');
const OLD =
  'Adler Brandt Cremer Dörr Engel Franke Günther Hoffmann Imhof Jansen Köhler Lindner Maurer Noll Oster Pohl Roth Schütz Thiel Ulrich Vogel Winter Zander'.split(
    ' ',
  );
const DEPARTMENTS = ['Marketing', 'Vertrieb', 'Finanzen', 'IT', 'Personal', 'Produktion'];
const COUNTRIES = ['Deutschland', 'Österreich', 'Schweiz', 'Frankreich', 'Italien'];
const TOPICS = ['Podcasts', 'KI-Assistenten', 'Kurzvideos', 'Soziale Medien', 'Bezahl-Apps', 'Smart Home'];
const LANGUAGES = {
  Deutschland: 'Deutsch',
  Österreich: 'Deutsch',
  Schweiz: 'Deutsch',
  Frankreich: 'Französisch',
  Italien: 'Italienisch',
};

const pick = (list, at) => list[at % list.length];
const toAscii = text =>
  text.toLowerCase().replace(/ä/gu, 'ae').replace(/ö/gu, 'oe').replace(/ü/gu, 'ue').replace(/ß/gu, 'ss');
const mailOf = (first, last) => `${toAscii(first)}.${toAscii(last)}@beispiel.example`;
const topicsOf = at =>
  [pick(TOPICS, at), pick(TOPICS, at * 3 + 1), pick(TOPICS, at * 5 + 3)].filter(
    (one, index, all) => all.indexOf(one) === index,
  );
const countryOf = at => (at % 10 < 6 ? COUNTRIES[0] : pick(COUNTRIES, at));

const executives = Array.from({ length: 70 }, (_, at) => ({
  first: pick(FIRST, at * 7 + 3),
  last: pick(OLD, at * 5 + Math.floor(at / 23)),
  at,
}));
const nameOf = ({ first, last }) => `${first} ${last}`;

/** The first four lead the company, the next sixteen a division. */
function managerOf(at) {
  if (at === 0) return '';
  if (at < 4) return nameOf(executives[0]);
  if (at < 20) return nameOf(executives[at % 4]);
  if (at === 31) return 'Dr. Ruth Kessler';
  if (at === 47) return 'Beirat';
  return nameOf(executives[4 + (at % 16)]);
}

const levelOf = at =>
  at < 4 ? 'Geschäftsführung' : at < 20 ? 'Bereichsleitung' : at < 45 ? 'Abteilungsleitung' : 'Teamleitung';

const EXPORT = [
  [
    'Personalnummer',
    'Vorname',
    'Nachname',
    'Dienstliche E-Mail',
    'Geschäftsbereich',
    'Land',
    'Ebene',
    'Vorgesetzter',
    'Wunschthemen',
    'Sprachen',
    'Beschäftigungsstatus',
  ],
  ...executives.map(({ first, last, at }) => [
    `${10_400 + at * 3}`,
    first,
    last,
    mailOf(first, last),
    pick(DEPARTMENTS, at),
    countryOf(at),
    levelOf(at),
    managerOf(at),
    at === 8 || at === 26
      ? ''
      : topicsOf(at + 2)
          .slice(0, 2)
          .join(', '),
    LANGUAGES[countryOf(at)] === 'Deutsch' ? 'Deutsch, Englisch' : `${LANGUAGES[countryOf(at)]}, Englisch`,
    at === 24 || at === 39 || at === 58 ? 'Elternzeit' : 'Aktiv',
  ]),
];

const CAPACITIES = ['1', '2', '1-2', '2', 'max. 2', '3', '1', 'zwei', '2'];
const VETOES = ['nein', '', '-', 'nein', 'keine'];

/** So many of each odd answer, as people gave them. */
const FEWER = { '1-2': 5, 'max. 2': 4, zwei: 2 };

function capacityOf(at) {
  const answer = pick(CAPACITIES, at);
  const before = Array.from({ length: at }, (_, other) => pick(CAPACITIES, other)).filter(other => other === answer);
  return before.length < (FEWER[answer] ?? 45) ? answer : '2';
}

const FORM = [
  [
    'ID',
    'Startzeit',
    'Fertigstellungszeit',
    'E-Mail',
    'Name',
    'In welchem Bereich arbeiten Sie zurzeit?',
    'In welchem Land ist Ihr Arbeitsort?',
    'Auf welcher Karrierestufe stehen Sie?',
    'Welche Themen aus Ihrem digitalen Alltag können Sie weitergeben? (Mehrfachauswahl möglich)',
    'In welchen Sprachen möchten Sie sich austauschen?',
    'Wie viele Führungskräfte möchten Sie höchstens begleiten?',
    'Wer ist Ihre direkte Führungskraft?',
    'Gibt es Personen oder Bereiche, mit denen Sie nicht zusammenkommen möchten?',
  ],
  ...Array.from({ length: 45 }, (_, at) => {
    const [first, last] = [pick(FIRST, at * 3), pick(YOUNG, at * 2 + Math.floor(at / 15))];
    return [
      `${at + 1}`,
      `2026-01-${String(10 + (at % 15)).padStart(2, '0')} 09:${String(10 + at).padStart(2, '0')}`,
      `2026-01-${String(10 + (at % 15)).padStart(2, '0')} 09:${String(14 + at).padStart(2, '0')}`,
      mailOf(first, last),
      `${first} ${last}`,
      pick(DEPARTMENTS, at + 1),
      countryOf(at + 3),
      pick(['Trainee', 'Junior', 'Professional', 'Senior Professional'], at + Math.floor(at / 4)),
      `${topicsOf(at).join(';')};`,
      LANGUAGES[countryOf(at + 3)] === 'Deutsch' ? 'Deutsch;Englisch;' : `${LANGUAGES[countryOf(at + 3)]};Englisch;`,
      capacityOf(at),
      at % 3 === 0 ? 'Prof. Kern (extern)' : nameOf(executives[20 + (at % 45)]),
      at === 5 ? nameOf(executives[21]) : at === 17 ? 'Finanzen' : pick(VETOES, at),
    ];
  }),
];

const QUOTAS = [
  ['Länderquoten Reverse Mentoring 2026 (Stand: Januar)', '', ''],
  ['', '', ''],
  ['Land', 'Seite', 'Höchstzahl'],
  ['Deutschland', 'Mentee', '34'],
  ['Österreich', 'Mentee', '6'],
  ['Frankreich', 'Mentee', '8'],
];

const nameInForm = at => FORM[at + 1][4];
const EARLIER = [
  ['Mentor', 'Mentee', 'Ende'],
  [nameInForm(2), nameOf(executives[22]), '30.06.2025'],
  [nameInForm(9), nameOf(executives[50]), '30.06.2025'],
  [nameInForm(14), nameOf(executives[33]), '30.06.2025'],
];

const renderSheet = rows =>
  rows.map(cells => `${cells.map(cell => (cell.includes(';') ? `"${cell}"` : cell)).join(';')}\r\n`).join('');
const FILES = {
  'Anmeldung.xlsx': await writeWorkbook([{ name: 'Form1', rows: FORM }]),
  'SF_Export.csv': iconv.encode(renderSheet(EXPORT), 'windows-1252'),
  'Quoten.csv': iconv.encode(renderSheet(QUOTAS), 'windows-1252'),
  'Tandems_2025.csv': iconv.encode(renderSheet(EARLIER), 'windows-1252'),
};
for (const [name, bytes] of Object.entries(FILES)) writeFileSync(join(FOLDER, name), bytes);
