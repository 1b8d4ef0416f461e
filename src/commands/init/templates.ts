import type { Answers } from './answers.ts';

/** A template: its name without ending, and its rows, the header first. */
export interface Template {
  readonly name: 'mentors' | 'mentees' | 'limits';
  readonly rows: readonly (readonly string[])[];
}

/**
 * The sheets to start from that the user does not have. They hold people who are plainly invented, so that they show
 * how cells are filled in and the programme can be paired at once; limits only where nobody is real.
 */
export function makeTemplates(answers: Answers): Template[] {
  const { low, high } = chooseLevels(answers);
  const cells = createCellMaker(answers.delimiter === ';' ? ', ' : '; ');
  const isInvented = answers.mentors === null && answers.mentees === null;
  const all: Template[] = [
    { name: 'mentors', rows: [[...SHARED, 'capacity'], ...MENTORS.map(person => cells(person, low))] },
    { name: 'mentees', rows: [[...SHARED, 'wants', 'wish_1'], ...MENTEES.map(person => cells(person, high))] },
    { name: 'limits', rows: [['country', 'side', 'min', 'max'], ...(isInvented ? LIMITS : [])] },
  ];
  return all.filter(({ name }) => answers[name] === null);
}

const SHARED = ['name', 'email', 'department', 'country', 'city', 'languages', 'topics', 'level', 'manager'];

interface InventedPerson {
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly country: string;
  readonly city: string;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  /** The cells behind those that both sheets have. */
  readonly own: readonly string[];
}

const MENTORS: readonly InventedPerson[] = [
  {
    ...{ name: 'Mia Muster', email: 'mia.muster@example.org', department: 'Marketing', country: 'DE', city: 'Berlin' },
    ...{ languages: ['German', 'English'], topics: ['short video', 'podcasts'], own: ['2'] },
  },
  {
    ...{ name: 'Noé Modèle', email: 'noe.modele@example.org', department: 'Finance', country: 'FR', city: 'Lyon' },
    ...{ languages: ['French', 'English'], topics: ['AI assistants', 'podcasts'], own: ['1'] },
  },
];

const MENTEES: readonly InventedPerson[] = [
  {
    ...{ name: 'Erika Beispiel', email: 'erika.beispiel@example.org', department: 'Finance', country: 'DE' },
    ...{ city: 'Berlin', languages: ['German', 'English'], topics: ['podcasts'], own: ['1', 'mia.muster@example.org'] },
  },
  {
    ...{ name: 'Paul Exemple', email: 'paul.exemple@example.org', department: 'Legal', country: 'FR', city: 'Paris' },
    ...{ languages: ['French', 'English'], topics: ['AI assistants', 'podcasts'], own: ['1', ''] },
  },
  {
    ...{ name: 'Jan Voorbeeld', email: 'jan.voorbeeld@example.org', department: 'Sales', country: 'DE' },
    ...{ city: 'Hamburg', languages: ['German', 'English'], topics: ['short video'], own: ['1', ''] },
  },
];

/** Generous enough to bind nobody: they show that a country may be named, and `*` all others. */
const LIMITS = [
  ['DE', 'mentee', '', '10'],
  ['*', 'mentee', '', '5'],
];

/** @param between parts of a list: what does not stand between cells, so that no cell needs quotes. */
function createCellMaker(between: string): (person: InventedPerson, level: string) => string[] {
  return ({ name, email, department, country, city, languages, topics, own }, level) => [
    ...[name, email, department, country, city, languages.join(between), topics.join(between), level, ''],
    ...own,
  ];
}

/** A level for all mentors and one for all mentees, such that the preset lets them meet. */
function chooseLevels({ levels, preset }: Answers): { readonly low: string; readonly high: string } {
  const first = levels[0] ?? '';
  const last = levels.at(-1) ?? '';
  if (preset === 'classic') return { low: last, high: first };
  return { low: first, high: preset === 'peer' ? first : last };
}
