/** Which column of a sheet is which of ours: as read, with proposals, and for a person to change. */
import type { ProposedColumn } from '../../features/setup/propose-columns.ts';
import type { ColumnMapping, ShownSheet } from '../engine/questions.ts';
import { Breakable } from '../parts/breakable.tsx';
import { type PageSettings, setColumn } from './config-edits.ts';
import { StepHead } from './steps.tsx';
import type { PageWords } from './words.ts';

interface ColumnsCardProps {
  readonly mapping: ColumnMapping;
  /** Those of both sheets: the config names a column for both. */
  readonly mappings: readonly ColumnMapping[];
  readonly sheet: ShownSheet | undefined;
  readonly settings: PageSettings;
  readonly set: (settings: PageSettings) => void;
  readonly words: PageWords;
}

export function ColumnsCard({ mapping, mappings, sheet, settings, set, words }: ColumnsCardProps) {
  const { page, program } = words;
  const { role, headers, columns } = mapping;
  const known = columns.filter(({ indexes, isGuess }) => indexes.length > 0 && !isGuess).length;
  const guesses = columns.filter(({ isGuess }) => isGuess).length;
  const first = sheet?.rows[0]?.cells ?? [];
  const choose = (column: string, index: number | null) => {
    const here = index === null ? [] : [headers[index]!];
    const elsewhere = mappings.filter(other => other !== mapping).flatMap(other => listHeaders(other, column));
    set(setColumn(settings, column, [...here, ...elsewhere]));
  };
  return (
    <section class="card c6" aria-labelledby={`columns-${role}`}>
      <StepHead step="columns" id={`columns-${role}`}>
        {page.columnsHead(role)}
      </StepHead>
      <p class="lead">{page.columnsLead(known, guesses)}</p>
      <table class="map">
        <thead>
          <tr>
            <th scope="col">{page.ours}</th>
            <th scope="col">{page.theirs}</th>
            <th scope="col">{page.firstRow}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(proposed => (
            <MappingRow
              key={proposed.column}
              proposed={proposed}
              headers={headers}
              sample={proposed.indexes.map(index => first[index] ?? '').join(' ')}
              name={program.init.columns[proposed.column] ?? proposed.column}
              role={role}
              choose={choose}
              page={page}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function listHeaders({ columns, headers }: ColumnMapping, column: string): readonly string[] {
  const found = columns.find(one => one.column === column && !one.isGuess);
  return (found?.indexes ?? []).map(index => headers[index]!);
}

interface MappingRowProps {
  readonly proposed: ProposedColumn;
  readonly headers: readonly string[];
  readonly sample: string;
  readonly name: string;
  readonly role: ColumnMapping['role'];
  readonly choose: (column: string, index: number | null) => void;
  readonly page: PageWords['page'];
}

function MappingRow({
  proposed: { column, indexes, isGuess },
  headers,
  sample,
  name,
  role,
  choose,
  page,
}: MappingRowProps) {
  const [index = null] = indexes;
  return (
    <tr class={isGuess ? 'guess' : ''}>
      <th scope="row">{name}</th>
      <td>
        <select
          aria-label={page.sayColumn(name, role)}
          value={isGuess || index === null ? '' : String(index)}
          onChange={({ currentTarget: { value } }) => choose(column, value === '' ? null : Number(value))}
        >
          <option value="">{page.noColumn}</option>
          {headers.map((header, at) => (
            <option key={at} value={String(at)}>
              {header}
            </option>
          ))}
        </select>
      </td>
      <td>
        <span class="s">
          <Breakable text={sample} />
        </span>
        {isGuess && index !== null && (
          <>
            <span class="tag warn">{page.guess}</span>
            <button type="button" onClick={() => choose(column, index)}>
              {page.takeGuess(headers[index]!)}
            </button>
          </>
        )}
      </td>
    </tr>
  );
}
