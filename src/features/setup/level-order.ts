import type { Problem } from '../../domain/problems.ts';
import { fold } from '../../domain/text.ts';

/** What ranks are called, the lowest first: by stems, in German and English. The longest stem in a name counts. */
const RANKS: readonly (readonly string[])[] = [
  ['azubi', 'auszubildend', 'apprentice', 'praktikant', 'intern', 'werkstudent'],
  ['trainee', 'graduate', 'dual'],
  ['junior', 'associate', 'berufseinsteiger', 'entry'],
  ['professional', 'specialist', 'spezialist', 'sachbearbeit', 'referent', 'fachkraft', 'analyst', 'consultant'],
  ['senior', 'expert', 'principal', 'senior professional', 'senior specialist', 'senior consultant'],
  ['team lead', 'teamlead', 'teamleit', 'gruppenleit', 'supervisor', 'lead'],
  ['manager', 'abteilungsleit', 'referatsleit', 'head of'],
  ['senior manager', 'hauptabteilungsleit'],
  ['director', 'direktor', 'bereichsleit', 'leitende'],
  ['vice president', 'vp', 'geschäftsbereichsleit', 'spartenleit'],
  [
    'board',
    'vorstand',
    'geschäftsführ',
    'geschäftsleit',
    'ceo',
    'cfo',
    'chief',
    'managing director',
    'executive board',
  ],
];

/** The names of levels, the most junior first as far as they are known, and whether all are. */
export interface LevelOrder {
  readonly names: readonly string[];
  readonly isSure: boolean;
}

/** @param names in any order; each counts once, whatever its case. */
export function orderLevels(names: readonly string[]): LevelOrder {
  const unlike = names.filter((name, at) => names.findIndex(other => fold(other) === fold(name)) === at);
  const ranks = new Map(unlike.map(name => [name, findRank(name)]));
  const ordered = unlike.toSorted((a, b) => (ranks.get(a) ?? RANKS.length) - (ranks.get(b) ?? RANKS.length));
  const found = [...ranks.values()].filter(rank => rank !== null);
  return { names: ordered, isSure: found.length === unlike.length && new Set(found).size === unlike.length };
}

function findRank(name: string): number | null {
  const text = fold(name);
  const found = RANKS.flatMap((stems, rank) =>
    stems.filter(stem => text.includes(stem)).map(stem => ({ rank, letters: stem.length })),
  );
  return found.toSorted((a, b) => b.letters - a.letters || b.rank - a.rank)[0]?.rank ?? null;
}

/** The names by their numbers from 1, or null where not each is named once: "3 1 2", with commas or without. */
export function readOrder(answer: string, names: readonly string[]): readonly string[] | null {
  const numbers = answer.split(/[\s,;<]+/u).filter(Boolean);
  const chosen = numbers.map(number => (/^\d{1,3}$/u.test(number) ? names[Number(number) - 1] : undefined));
  const isWhole = chosen.length === names.length && new Set(chosen).size === names.length;
  return isWhole && !chosen.includes(undefined) ? chosen.filter(name => name !== undefined) : null;
}

/** The names of levels that nothing puts in order. */
export function listLevelNames(problems: readonly Problem[]): readonly string[] {
  return problems.flatMap(problem => (isUnordered(problem) ? problem.facts.names : []));
}

function isUnordered(problem: Problem): problem is Problem<'E018'> {
  return problem.code === 'E018';
}
