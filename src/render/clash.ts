import type { Clash, Demand } from '../domain/demands.ts';
import type { Terms } from '../domain/policy.ts';
import type { Roster } from '../domain/roster.ts';
import type { Role } from '../domain/run.ts';
import { counted, plain } from '../domain/text.ts';

/** The files that rows in a message are rows of. */
type Files = Readonly<Record<Role, string | null>>;

/** What clashes and what is short, each with file and row. */
export function clashText({ demands, short }: Clash, roster: Roster, terms: Terms, files: Files): string {
  const one = demands.length === 1;
  const scarce = [
    ...short.mentors.map(index => {
      const { name, capacity, row } = roster.mentors[index]!;
      return `${files.mentors}:${row}  ${name} has ${counted(capacity, 'place')}`;
    }),
    ...short.mentees.map(index => {
      const { name, wants, row } = roster.mentees[index]!;
      return `${files.mentees}:${row}  ${name} wants ${counted(wants, 'mentor')}`;
    }),
    ...short.limits.map(index => {
      const { place, side, max, row } = terms.limits[index]!;
      return `${files.limits}:${row}  ${place} may have at most ${counted(max, 'tandem')} of its ${side}s`;
    }),
  ];
  return plainLines([
    one ? 'This demand cannot be met:' : `These ${demands.length} demands cannot be met together:`,
    ...demands
      .toSorted((a, b) => rowOf(a, roster) - rowOf(b, roster))
      .map(demand => `  ${demandText(demand, roster, files)}`),
    ...(scarce.length === 0 ? ['Nobody it concerns may meet anybody.'] : ['What there is too little of:']),
    ...scarce.slice(0, MOST_LINES).map(line => `  ${line}`),
    ...(scarce.length > MOST_LINES ? [`  and ${scarce.length - MOST_LINES} more`] : []),
    one
      ? 'Take it back, or make room for it.'
      : `Take back one of them, and the ${demands.length === 2 ? 'other' : `other ${demands.length - 1}`} can be met; or make room for it.`,
  ]);
}

const MOST_LINES = 12;

function demandText(demand: Demand, { mentors, mentees }: Roster, files: Files): string {
  switch (demand.kind) {
    case 'lock': {
      const { mentor, mentee, row } = demand.note;
      return `${files.pairs}:${row}  lock of ${mentors[mentor]!.name} and ${mentees[mentee]!.name}`;
    }
    case 'minimum': {
      const { place, side, min, row } = demand.limit;
      return `${files.limits}:${row}  at least ${counted(min, 'tandem')} of ${side}s in ${place}`;
    }
    case 'load': {
      const { name, row } = mentors[demand.mentor]!;
      return `${files.mentors}:${row}  ${name} must have at least ${counted(demand.least, 'mentee')}`;
    }
  }
}

function rowOf(demand: Demand, { mentors }: Roster): number {
  if (demand.kind === 'load') return mentors[demand.mentor]!.row;
  return demand.kind === 'lock' ? demand.note.row : demand.limit.row;
}

function plainLines(lines: readonly string[]): string {
  return lines.map(plain).join('\n');
}
