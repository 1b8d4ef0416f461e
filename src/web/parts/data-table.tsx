/** A table of many rows: a filter, orders, and pages of 100. All rows stand in it while it is printed. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { fillSentence } from './fill.ts';
import { type Column, findRows, makeHaystacks, PAGE_ROWS, type RowOrder, sortRows, turnOrder } from './table-rows.ts';

/** What a table says; gaps in braces. */
export interface TableWords {
  readonly filter: string;
  /** {from}, {to} and {all}. */
  readonly rows: string;
  /** {from}, {to}, {found} and {all}. */
  readonly rowsFound: string;
  /** {all}. */
  readonly noneFound: string;
  readonly back: string;
  readonly on: string;
  /** {page} and {pages}. */
  readonly page: string;
  readonly pages: string;
}

export interface DrawnColumn<Row> extends Column<Row> {
  /** What is drawn in the cell where its text is not enough. */
  readonly draw?: (row: Row) => ComponentChildren;
}

interface DataTableProps<Row> {
  readonly id: string;
  readonly caption: string;
  /** Said in the place of the table where there are no rows. */
  readonly nobody: string;
  readonly rows: readonly Row[];
  readonly columns: readonly DrawnColumn<Row>[];
  readonly words: TableWords;
}

export function DataTable<Row>({ id, caption, nobody, rows, columns, words }: DataTableProps<Row>) {
  const { filter, setFilter, order, setOrder, sorted } = useRows(rows, columns);
  const [asked, setPage] = useState(0);
  const isPrinting = usePrinting();
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_ROWS));
  const page = Math.min(asked, pages - 1);
  const [from, to] = isPrinting ? [0, sorted.length] : [page * PAGE_ROWS, (page + 1) * PAGE_ROWS];
  const shown = sorted.slice(from, to);
  const pager = { page, pages, words, go: setPage };
  if (rows.length === 0) return <p class="nobody">{nobody}</p>;
  return (
    <div class="data-table">
      <div class="table-tools">
        <label class="filter">
          <span>{words.filter}</span>
          <input
            type="search"
            value={filter}
            onInput={event => {
              setFilter(event.currentTarget.value);
              setPage(0);
            }}
          />
        </label>
        <Pager {...pager} />
        <p role="status">{sayRows(from, shown.length, sorted.length, rows.length, words)}</p>
      </div>
      {sorted.length > 0 && (
        <table id={id} aria-rowcount={sorted.length + 1}>
          <caption>{caption}</caption>
          <Head columns={columns} order={order} turn={setOrder} />
          <tbody>
            {shown.map((index, at) => (
              <Row key={index} row={rows[index]!} columns={columns} at={from + at + 2} />
            ))}
          </tbody>
        </table>
      )}
      {pages > 1 && (
        <div class="table-tools">
          <Pager {...pager} />
        </div>
      )}
    </div>
  );
}

/**
 * The rows that a filter finds, in the order that was asked for; what the filter looks at
 * is made when somebody first types.
 */
function useRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[]) {
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<RowOrder>(null);
  const haystacks = useMemo(() => (filter === '' ? null : makeHaystacks(rows, columns)), [filter === '', rows]);
  const found = useMemo(
    () => (haystacks === null ? rows.map((_, index) => index) : findRows(haystacks, filter)),
    [haystacks, filter],
  );
  const sorted = useMemo(() => sortRows(found, rows, columns, order), [found, order]);
  return { filter, setFilter, order, setOrder, sorted };
}

/** Whether the page is being printed: then no row may be missing. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  // From the first moment on: who prints at once gets all rows, too.
  useLayoutEffect(() => {
    const [begin, end] = [() => setPrinting(true), () => setPrinting(false)];
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

function sayRows(start: number, shown: number, found: number, all: number, words: TableWords): string {
  if (found === 0) return fillSentence(words.noneFound, { all });
  return fillSentence(found < all ? words.rowsFound : words.rows, { from: start + 1, to: start + shown, found, all });
}

interface HeadProps<Row> {
  readonly columns: readonly DrawnColumn<Row>[];
  readonly order: RowOrder;
  readonly turn: (order: RowOrder) => void;
}

function Head<Row>({ columns, order, turn }: HeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(column => {
          const isOrdered = order?.key === column.key;
          return (
            <th
              key={column.key}
              scope="col"
              class={listClasses(column)}
              {...(isOrdered && { 'aria-sort': order.isDown ? ('descending' as const) : ('ascending' as const) })}
            >
              <button type="button" onClick={() => turn(turnOrder(order, column))}>
                {column.head}
                <span aria-hidden="true">{isOrdered ? (order.isDown ? ' ▼' : ' ▲') : ''}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface RowProps<Row> {
  readonly row: Row;
  readonly columns: readonly DrawnColumn<Row>[];
  /** Its number in the whole table, the head being the first. */
  readonly at: number;
}

function Row<Row>({ row, columns, at }: RowProps<Row>) {
  return (
    <tr aria-rowindex={at}>
      {columns.map(column => (
        <td key={column.key} class={listClasses(column)}>
          {column.draw === undefined ? column.text(row) : column.draw(row)}
        </td>
      ))}
    </tr>
  );
}

/** undefined for none: there are many cells, and each would say so. */
function listClasses<Row>({ kind, isShort = false, isSecondary = false }: Column<Row>): string | undefined {
  const names = [kind === 'number' ? 'number' : '', isShort ? 'short' : '', isSecondary ? 'secondary' : ''];
  return names.filter(name => name !== '').join(' ') || undefined;
}

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly words: TableWords;
  readonly go: (page: number) => void;
}

function Pager({ page, pages, words, go }: PagerProps) {
  if (pages === 1) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in; this is beside a table
    <div class="pager" role="group" aria-label={words.pages}>
      <button type="button" aria-disabled={page === 0} onClick={() => go(Math.max(0, page - 1))}>
        {words.back}
      </button>
      <span>{fillSentence(words.page, { page: page + 1, pages })}</span>
      <button type="button" aria-disabled={page === pages - 1} onClick={() => go(Math.min(pages - 1, page + 1))}>
        {words.on}
      </button>
    </div>
  );
}
