import { type Clash, type Demand, isApproval } from '../../domain/demands.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Role } from '../../domain/roles.ts';
import type { Roster } from '../../domain/roster.ts';
import { formatCount, makePlain } from '../../domain/text.ts';

/** The files that rows in a message are rows of. */
type FilesByRole = Readonly<Record<Role, string | null>>;

/** What clashes and what is short, each with file and row. */
export function renderClash({ demands, short }: Clash, roster: Roster, terms: Terms, files: FilesByRole): string {
  const one = demands.length === 1;
  const places = [
    ...short.mentors.map(index => `${files.mentors}:${roster.mentors[index]!.row}`),
    ...short.mentees.map(index => `${files.mentees}:${roster.mentees[index]!.row}`),
    ...short.limits.map(index => `${files.limits}:${terms.limits[index]!.row}`),
  ];
  const scarce = listShortages(short, roster, terms).map((words, at) => `${places[at]}  ${words}`);
  const isAnyApproved = demands.some(demand => demand.kind === 'lock' && isApproval(demand.note));
  return joinPlainLines([
    one ? 'This demand cannot be met:' : `These ${demands.length} demands cannot be met together:`,
    ...demands
      .toSorted((a, b) => findRow(a, roster) - findRow(b, roster))
      .map(demand => `  ${formatDemand(demand, roster, files)}`),
    ...(scarce.length === 0 ? ['Nobody it concerns may meet anybody.'] : ['What there is too little of:']),
    ...scarce.slice(0, MOST_LINES).map(line => `  ${line}`),
    ...(scarce.length > MOST_LINES ? [`  and ${scarce.length - MOST_LINES} more`] : []),
    one
      ? 'Take it back, or make room for it.'
      : `Take back one of them, and the ${demands.length === 2 ? 'other' : `other ${demands.length - 1}`} can be met; or make room for it.`,
    ...(isAnyApproved ? ['--release-approved lets go of as few approved tandems as possible.'] : []),
  ]);
}

const MOST_LINES = 12;

/** Who and what has too little room: mentors, then mentees, then limits. */
export function listShortages({ mentors, mentees, limits }: Clash['short'], roster: Roster, terms: Terms): string[] {
  return [
    ...mentors.map(index => {
      const { name, capacity } = roster.mentors[index]!;
      return `${name} has ${formatCount(capacity, 'slot')}`;
    }),
    ...mentees.map(index => {
      const { name, wants } = roster.mentees[index]!;
      return `${name} wants ${formatCount(wants, 'mentor')}`;
    }),
    ...limits.map(index => {
      const { place, side, max } = terms.limits[index]!;
      return `${place} may have at most ${formatCount(max, 'tandem')} of its ${side}s`;
    }),
  ];
}

function formatDemand(demand: Demand, roster: Roster, files: FilesByRole): string {
  return `${findFile(demand, files)}:${findRow(demand, roster)}  ${describeDemand(demand, roster)}`;
}

function findFile(demand: Demand, files: FilesByRole): string | null {
  switch (demand.kind) {
    case 'lock':
      return isApproval(demand.note) ? (demand.note.decided?.file ?? null) : files.pairs;
    case 'minimum':
      return files.limits;
    case 'load':
      return files.mentors;
  }
}

/** What must come about, in words. */
export function describeDemand(demand: Demand, { mentors, mentees }: Roster): string {
  switch (demand.kind) {
    case 'lock': {
      const { mentor, mentee } = demand.note;
      const what = isApproval(demand.note) ? 'approved tandem' : 'lock';
      return `${what} of ${mentors[mentor]!.name} and ${mentees[mentee]!.name}`;
    }
    case 'minimum': {
      const { place, side, min } = demand.limit;
      return `at least ${formatCount(min, 'tandem')} of ${side}s in ${place}`;
    }
    case 'load':
      return `${mentors[demand.mentor]!.name} must have at least ${formatCount(demand.least, 'mentee')}`;
  }
}

function findRow(demand: Demand, { mentors }: Roster): number {
  if (demand.kind === 'load') return mentors[demand.mentor]!.row;
  if (demand.kind === 'minimum') return demand.limit.row;
  return isApproval(demand.note) ? (demand.note.decided?.row ?? 0) : demand.note.row;
}

function joinPlainLines(lines: readonly string[]): string {
  return lines.map(makePlain).join('\n');
}
