import { type Clash, type Demand, findDemander, isApproval } from '../../domain/demands.ts';
import type { Role } from '../../domain/input-roles.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { makePlain } from '../../domain/text.ts';
import type { Words } from './en/index.ts';

/** The files that rows in a message are rows of. */
export type FilesByRole = Readonly<Record<Role, string | null>>;

/** What clashes and what is short, each with file and row. */
export function renderClash(
  { demands, short }: Clash,
  roster: Roster,
  terms: Terms,
  files: FilesByRole,
  words: Words,
): string {
  const say = words.clash;
  const locations = [
    ...short.mentors.map(index => `${files.mentors}:${roster.mentors[index]!.row}`),
    ...short.mentees.map(index => `${files.mentees}:${roster.mentees[index]!.row}`),
    ...short.limits.map(index => `${files.limits}:${terms.limits[index]!.row}`),
  ];
  const scarce = listShortages(short, roster, terms, words).map((text, at) => `${locations[at]}  ${text}`);
  const isAnyApproved = demands.some(demand => demand.kind === 'lock' && isApproval(demand.note));
  return joinPlainLines([
    say.head(demands.length),
    ...demands
      .toSorted((a, b) => findRow(a, roster) - findRow(b, roster))
      .map(demand => `  ${formatDemand(demand, roster, files, words)}`),
    scarce.length === 0 ? say.nobody : say.shortHead,
    ...scarce.slice(0, MOST_LINES).map(line => `  ${line}`),
    ...(scarce.length > MOST_LINES ? [`  ${say.more(scarce.length - MOST_LINES)}`] : []),
    say.way(demands.length),
    ...(isAnyApproved ? [say.release] : []),
  ]);
}

const MOST_LINES = 12;

/** Who and what has too little room: mentors, then mentees, then limits. */
export function listShortages(
  { mentors, mentees, limits }: Clash['short'],
  roster: Roster,
  terms: Terms,
  { clash: say }: Words,
): string[] {
  return [
    ...mentors.map(index => {
      const { name, capacity } = roster.mentors[index]!;
      return say.hasSlots(name, capacity);
    }),
    ...mentees.map(index => {
      const { name, wants } = roster.mentees[index]!;
      return say.wantsMentors(name, wants);
    }),
    ...limits.map(index => {
      const { place, side, max } = terms.limits[index]!;
      return say.limit(place, side, max);
    }),
  ];
}

function formatDemand(demand: Demand, roster: Roster, files: FilesByRole, words: Words): string {
  const { file, row } = locateDemand(demand, roster, files);
  return `${file}:${row}  ${describeDemand(demand, roster, words)}`;
}

/** Where a demand is written. */
export function locateDemand(demand: Demand, roster: Roster, files: FilesByRole) {
  return { file: findFile(demand, files), row: findRow(demand, roster) };
}

function findFile(demand: Demand, files: FilesByRole): string | null {
  switch (demand.kind) {
    case 'lock':
      return findDemander(demand.note) === 'lock' ? files.pairs : (demand.note.decided?.file ?? null);
    case 'minimum':
      return files.limits;
    case 'load':
      return files.mentors;
  }
}

/** What must come about, in words. */
export function describeDemand(demand: Demand, { mentors, mentees }: Roster, { clash: say }: Words): string {
  switch (demand.kind) {
    case 'lock': {
      const { mentor, mentee } = demand.note;
      return say[findDemander(demand.note)](mentors[mentor]!.name, mentees[mentee]!.name);
    }
    case 'minimum': {
      const { place, side, min } = demand.limit;
      return say.minimum(place, side, min);
    }
    case 'load':
      return say.load(mentors[demand.mentor]!.name, demand.least);
  }
}

function findRow(demand: Demand, { mentors }: Roster): number {
  if (demand.kind === 'load') return mentors[demand.mentor]!.row;
  if (demand.kind === 'minimum') return demand.limit.row;
  return findDemander(demand.note) === 'lock' ? demand.note.row : (demand.note.decided?.row ?? 0);
}

function joinPlainLines(lines: readonly string[]): string {
  return lines.map(makePlain).join('\n');
}
