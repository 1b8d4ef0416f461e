import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { ForgedText } from './forged-json.ts';

type Rows = readonly (readonly string[])[];

/** Every way to forge a cell; null where it is not for this one. `next` is the cell below, or of the first row. */
const INSTEAD: Readonly<Record<string, (was: string, next: string) => string | null>> = {
  emptied: () => '',
  null: () => 'null',
  negative: was => (/^\d/u.test(was) && was !== '0' ? `-${was}` : '-1'),
  'one more': was => (/^\d+$/u.test(was) ? String(Number(was) + 1) : null),
  huge: () => '9'.repeat(40),
  NaN: () => 'NaN',
  nested: was => `["${was}"]`,
  long: () => 'x'.repeat(50_000),
  'a formula': was => `=${was}+1`,
  cut: was => (was === '' ? null : was.slice(0, -1)),
  'a letter more': was => `${was}x`,
  'from the next row': (_, next) => next,
};

/** All forgeries of a CSV file, one change each: every cell by every way above, every cell and row dropped and doubled, and cut off there. */
export function* forgedTable(text: string): Generator<ForgedText> {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const rows = rowsOf(text);
  const written = (changed: Rows) =>
    mark +
    stringify(
      changed.map(row => [...row]),
      { record_delimiter: '\r\n' },
    );
  for (const [r, row] of rows.entries()) {
    for (const [c, was] of row.entries()) {
      const what = `row ${r + 1} column ${rows[0]?.[c]}`;
      const told = (how: string, changed: Rows): ForgedText => ({ what, how, text: written(changed) });
      for (const [how, insteadOf] of Object.entries(INSTEAD)) {
        const instead = insteadOf(was, rows[(r + 1) % rows.length]?.[c] ?? '');
        if (instead !== null) yield told(how, rows.with(r, row.with(c, instead)));
      }
      yield told('dropped', rows.with(r, row.toSpliced(c, 1)));
      yield told('doubled', rows.with(r, row.toSpliced(c, 0, was)));
      const start = written([...rows.slice(0, r), row.slice(0, c + 1)]).trimEnd();
      yield { what, how: 'cut off behind', text: start };
      yield { what, how: 'cut off in', text: start.slice(0, -1) };
    }
    const told = (how: string, changed: Rows): ForgedText => ({ what: `row ${r + 1}`, how, text: written(changed) });
    yield told('dropped', rows.toSpliced(r, 1));
    yield told('doubled', rows.toSpliced(r, 0, row));
  }
  for (const c of rows[0]?.keys() ?? []) {
    const told = (how: string, changed: Rows): ForgedText => ({
      ...{ what: `column ${rows[0]?.[c]}`, how },
      text: written(changed),
    });
    yield told(
      'dropped',
      rows.map(row => row.toSpliced(c, 1)),
    );
    yield told(
      'doubled',
      rows.map(row => row.toSpliced(c, 0, row[c] ?? '')),
    );
  }
}

/** The rows of a CSV file, the header first. */
export function rowsOf(text: string): string[][] {
  return parse(text, { bom: true, relax_column_count: true, relax_quotes: true });
}
