/** The table of all tandems. */
import { DataTable, type DrawnColumn } from '../parts/data-table.tsx';
import type { PageData, TandemRow } from './page-data.ts';

export function TandemTable({ tandems, words }: PageData) {
  const columns: readonly DrawnColumn<TandemRow>[] = [
    { key: 'mentor', head: words.mentor, kind: 'text', text: ({ mentor }) => mentor },
    { key: 'mentee', head: words.mentee, kind: 'text', text: ({ mentee }) => mentee },
    {
      ...{ key: 'points', head: words.points, kind: 'number' },
      text: ({ points }) => points.toFixed(2),
      value: ({ points }) => points,
    },
  ];
  return <DataTable id="tandem-rows" caption={words.tandems} rows={tandems} columns={columns} words={words} />;
}
