import { type Clash, type Demand, findDemander } from '../../domain/demands.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { describeDemand, type FilesByRole, listShortages, locateDemand, renderClash } from '../words/clash.ts';
import type { Words } from '../words/en/index.ts';

interface ClashFacts {
  readonly clash: Clash;
  readonly roster: Roster;
  readonly terms: Terms;
  readonly files: FilesByRole;
}

/** Why there is no result, in the lines of the screen and as facts. */
export function buildClashJson({ clash, roster, terms, files }: ClashFacts, words: Words) {
  const lines = renderClash(clash, roster, terms, files, words).split('\n');
  return { ok: false, clash: lines, ...buildDemandsJson(clash, roster, terms, files, words) };
}

/**
 * What clashes and what is short, for programs: people by id, limits by place and side.
 * @param files where rows are told, too; null where the demands need not be written anywhere.
 */
export function buildDemandsJson(
  { demands, short }: Clash,
  roster: Roster,
  terms: Terms,
  files: FilesByRole | null,
  words: Words,
) {
  const sentences = listShortages(short, roster, terms, words);
  return {
    demands: demands.map(demand => ({
      ...buildDemandJson(demand, roster),
      ...(files && locateDemand(demand, roster, files)),
      message: describeDemand(demand, roster, words),
    })),
    short: listShortJson(short, roster, terms, files).map((fact, at) => ({ ...fact, message: sentences[at] })),
  };
}

function buildDemandJson(demand: Demand, { mentors, mentees }: Roster) {
  switch (demand.kind) {
    case 'lock': {
      const { note } = demand;
      return { kind: findDemander(note), mentor: mentors[note.mentor]!.id, mentee: mentees[note.mentee]!.id };
    }
    case 'minimum': {
      const { place, side, min } = demand.limit;
      return { kind: demand.kind, place, side, min };
    }
    case 'load':
      return { kind: demand.kind, mentor: mentors[demand.mentor]!.id, minLoad: demand.least };
  }
}

/** In the order of their sentences: mentors, mentees, limits. */
function listShortJson(short: Clash['short'], roster: Roster, terms: Terms, files: FilesByRole | null): object[] {
  const locate = (role: 'mentors' | 'mentees' | 'limits', row: number) => files && { file: files[role], row };
  return [
    ...short.mentors.map(index => {
      const { id, capacity, row } = roster.mentors[index]!;
      return { kind: 'mentor', id, capacity, ...locate('mentors', row) };
    }),
    ...short.mentees.map(index => {
      const { id, wants, row } = roster.mentees[index]!;
      return { kind: 'mentee', id, wants, ...locate('mentees', row) };
    }),
    ...short.limits.map(index => {
      const { place, side, max, row } = terms.limits[index]!;
      return { kind: 'limit', place, side, max, ...locate('limits', row) };
    }),
  ];
}
