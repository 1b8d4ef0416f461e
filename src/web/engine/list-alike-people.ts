/** People of the two sheets who may be one, with what their rows say, for somebody to compare. */
import type { Problem } from '../../domain/problems.ts';
import type { Inputs } from '../../folders/inputs.ts';
import type { AlikePeople, ShownSheet } from './questions.ts';

export function listAlikePeople({ problems, programme }: Inputs, shown: readonly ShownSheet[]): readonly AlikePeople[] {
  return problems.filter(isAlike).map(({ facts: { name, pair }, row }) => {
    const mentor = programme?.roster.mentors.find(({ id }) => id === pair[0]);
    return {
      ...{ mentor: mentor?.name ?? pair[0], mentee: name, pair },
      rows: [
        { side: 'mentors', cells: listCells(shown, 'mentors', mentor?.row ?? null) },
        { side: 'mentees', cells: listCells(shown, 'mentees', row) },
      ],
    };
  });
}

function isAlike(problem: Problem): problem is Problem<'W178'> {
  return problem.code === 'W178';
}

/** "Name: Ada Lang", for each cell of a row that is not empty. */
function listCells(shown: readonly ShownSheet[], side: string, wanted: number | null): readonly string[] {
  const sheet = shown.find(({ role }) => role === side);
  const cells = sheet?.rows.find(({ row }) => row === wanted)?.cells ?? [];
  return cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [`${sheet?.header[at] ?? ''}: ${cell}`]));
}
