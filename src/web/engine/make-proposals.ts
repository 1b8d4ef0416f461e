/** What sheets that nobody has described most likely say, as `init` proposes it. */
import { listLevelNames, orderLevels } from '../../features/setup/level-order.ts';
import { proposeColumns } from '../../features/setup/propose-columns.ts';
import { listUnknownValues, makeColumnFinder } from '../../features/setup/unknown-values.ts';
import type { Inputs } from '../../folders/inputs.ts';
import { listAlikePeople } from './list-alike-people.ts';
import type { ColumnMapping, Proposals, ShownSheet } from './questions.ts';

export function makeProposals(inputs: Inputs, shown: readonly ShownSheet[]): Proposals {
  const { understood, problems } = inputs;
  const people = understood.sheets.filter(({ role }) => role === 'mentors' || role === 'mentees');
  return {
    mappings: people.map(sheet => ({
      role: sheet.role as ColumnMapping['role'],
      file: sheet.file,
      headers: sheet.columns.map(({ header }) => header),
      columns: proposeColumns(sheet),
    })),
    words: listUnknownValues(problems, makeColumnFinder(people)),
    alike: listAlikePeople(inputs, shown),
    levels: orderLevels(listLevelNames(problems)).names,
  };
}
