/** The two tables of a report: all tandems, and everybody without one. */
import { DataTable, type DrawnColumn } from '../parts/data-table.tsx';
import type { PageData, PersonText, TandemRow, WithoutRow } from './page-data.ts';

export function TandemTable({ people, tandems, parts, words }: PageData) {
  const { tandems: say } = words;
  const format = (thousandths: number) => formatPoints(thousandths, words.decimal);
  const listLooks = (row: TandemRow) => row[4].map(look => say.looks[look]).join(', ');
  const columns: readonly DrawnColumn<TandemRow>[] = [
    makePersonColumn('mentor', say.mentor, row => people[row[0]]!),
    makePersonColumn('mentee', say.mentee, row => people[row[1]]!),
    {
      ...{ key: 'points', head: say.points, kind: 'number' },
      text: row => format(row[2]),
      value: row => row[2],
      draw: row => <b>{format(row[2])}</b>,
    },
    ...parts.map(
      (part, at): DrawnColumn<TandemRow> => ({
        ...{ key: `part-${at}`, head: part, kind: 'number', isSecondary: true },
        text: row => format(row[3][at]!),
        value: row => row[3][at]!,
      }),
    ),
    { key: 'look', head: say.look, kind: 'text', text: listLooks, isShort: true, isSecondary: true },
    { key: 'status', head: say.status, kind: 'text', text: row => say.statuses[row[5]]!, isShort: true },
  ];
  return (
    <DataTable id="tandem-rows" caption={say.head} nobody={say.nobody} rows={tandems} columns={columns} words={words} />
  );
}

export function WithoutTable({ people, without, sentences, words }: PageData) {
  const { without: say } = words;
  const columns: readonly DrawnColumn<WithoutRow>[] = [
    makePersonColumn('person', say.person, row => people[row[0]]!),
    { key: 'side', head: say.side, kind: 'text', text: row => say.sides[row[1]]!, isShort: true },
    { key: 'why', head: say.why, kind: 'text', text: row => sentences[row[2]]! },
    { key: 'help', head: say.help, kind: 'text', text: row => sentences[row[3]]! },
  ];
  return (
    <DataTable
      id="without-rows"
      caption={say.head}
      nobody={say.nobody}
      rows={without}
      columns={columns}
      words={words}
    />
  );
}

/** A name, and below it what the person does where. */
function makePersonColumn<Row>(key: string, head: string, find: (row: Row) => PersonText): DrawnColumn<Row> {
  return {
    ...{ key, head, kind: 'text' },
    text: row => find(row).join('\n'),
    draw: row => {
      const [name, about] = find(row);
      return (
        <>
          <span class="name">{name}</span>
          <span class="sub">{about}</span>
        </>
      );
    },
  };
}

/** Thousandths as points, without decimals where they are whole: the most that something is worth. */
export function formatWhole(thousandths: number, decimal: string): string {
  return thousandths % 1000 === 0 ? String(thousandths / 1000) : formatPoints(thousandths, decimal);
}

/** Thousandths as points with two decimals. */
export function formatPoints(thousandths: number, decimal: string): string {
  const text = String(Math.round(Math.abs(thousandths) / 10)).padStart(3, '0');
  return `${thousandths < 0 ? '−' : ''}${text.slice(0, -2)}${decimal}${text.slice(-2)}`;
}
