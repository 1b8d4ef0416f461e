import { cellsAreEmpty, type Location, mayBeEmpty, oddText, type Parsed, type Problem } from '../../domain/problems.ts';
import { fold } from '../../domain/text.ts';
import { countCells, getCell, type Row } from '../cell-codes/dictionary-encoded-rows.ts';
import type { Table } from '../table/table.ts';
import { memoise } from '../text/memo.ts';
import { makeColumnReader } from '../text/memoised-column.ts';
import { mayBeDay } from '../values/days.ts';
import { detectNothing, type NothingWords } from '../values/nothing.ts';
import type { CellKind } from './cell-kinds.ts';

/**
 * A table whose cells say what they mean: words of the config are put in place of those that it maps to
 * them, words for nothing are empty cells, and empty cells are what the config's defaults say. Told once a
 * column, with how many there are.
 * @param kinds the kind of each column by its index; a column without one is left as it is.
 */
export function applyMeanings(table: Table, kinds: ReadonlyMap<number, CellKind>, words: NothingWords): Parsed<Table> {
  const columns = [...kinds]
    .map(([index, kind]) => new MeantColumn(index, kind, words, table.cellsOf(index)))
    .filter(({ isPlain }) => !isPlain);
  if (columns.length === 0) return { value: table, problems: [] };
  const rows = table.rows.map(row => (countCells(row) === table.header.length ? readMeantRow(row, columns) : row));
  return { value: { ...table, rows }, problems: columns.flatMap(column => column.listProblems(table)) };
}

/** A row of what its cells mean: the same row where they mean what they say. */
function readMeantRow(one: Row, columns: readonly MeantColumn[]): Row {
  let meantCells: string[] | null = null;
  for (const column of columns) {
    const meant = column.readText(one);
    if (meant === null) continue;
    meantCells ??= [...one.cells];
    meantCells[column.index] = meant;
  }
  return meantCells === null ? one : { row: one.row, cells: meantCells };
}

/** What a cell says where that is not what stands there, or is to be told; null else, as for nearly all. */
type Meant = {
  readonly text: string;
  /** What is told of it, by which word. */
  readonly note: { readonly what: Note; readonly word: string } | null;
} | null;

type Note = 'nothing' | 'unsure' | 'day';

/** Cells of which something is to be told. */
interface NoteTally {
  readonly row: number;
  readonly words: Set<string>;
  count: number;
}

/** A column while its cells are read. */
class MeantColumn {
  readonly index: number;
  readonly #kind: CellKind;
  readonly #meantIn: (row: Row) => Meant;
  readonly #told = new Map<Note, NoteTally>();
  /** Whether no cell means something else than it says, and none has to be told. */
  readonly isPlain: boolean;

  /** @param cells all there are; null where nobody knows, or they are too many to remember. */
  constructor(index: number, kind: CellKind, words: NothingWords, cells: Iterable<string> | null) {
    this.index = index;
    this.#kind = kind;
    const reader = makeReader(kind, words);
    const read = (cell: string) => readMeaning(cell, reader);
    this.#meantIn = makeColumnReader(index, read);
    this.isPlain = cells !== null && read('') === null && isEach(cells, cell => read(cell) === null);
  }

  /** What its cell in a row means, of which is noted what is to be told; null where that is what it says. */
  readText(row: Row): string | null {
    const meant = this.#meantIn(row);
    if (meant === null) return null;
    if (meant.note !== null) this.#count(meant.note.what, meant.note.word, row.row);
    return meant.text === getCell(row, this.index) ? null : meant.text;
  }

  #count(note: Note, word: string, row: number): void {
    const known = this.#told.get(note);
    if (known === undefined) this.#told.set(note, { row, words: new Set([word]), count: 1 });
    else {
      known.count++;
      if (known.words.size < MOST_WORDS) known.words.add(word);
    }
  }

  listProblems(table: Table): Problem[] {
    return [...this.#told].map(([note, { row, words, count }]) => {
      const [word = ''] = words;
      const location = { file: table.file, row, column: table.header[this.index]!, value: word };
      return this.#makeProblem(note, location, [...words], count);
    });
  }

  #makeProblem(note: Note, location: Location, words: readonly string[], count: number): Problem {
    switch (note) {
      case 'nothing':
        return cellsAreEmpty(location, words, count, this.#kind.emptyIs);
      case 'unsure':
        return mayBeEmpty(location, words[0]!, count);
      case 'day':
        return oddText(location, words[0]!, 'day', count);
    }
  }
}

function isEach(cells: Iterable<string>, is: (cell: string) => boolean): boolean {
  for (const cell of cells) if (!is(cell)) return false;
  return true;
}

/** So many different words are enough to know by. */
const MOST_WORDS = 20;

/** How a column is read: what is looked up for each of its cells. */
interface MeaningReader {
  readonly kind: CellKind;
  /** Whether a word says nothing here; `unsure` where it may. Parts of lists repeat more than lists. */
  readonly nothing: (word: string) => 'emptied' | 'unsure' | 'no';
  /**
   * Whether a part of a list is just what stands there. No word for nothing has parts, but a word of the config may.
   */
  readonly isPlain: (part: string) => boolean;
}

function makeReader(kind: CellKind, words: NothingWords): MeaningReader {
  const judge = (word: string) => {
    const how = detectNothing(word, words);
    if (how === null || kind.isValue(word, how)) return 'no';
    return how === 'sure' || kind.unsure === 'nothing' ? 'emptied' : 'unsure';
  };
  const nothing = kind.partsOf === null ? judge : memoise(judge);
  const hasOtherMeaning = (part: string) =>
    nothing(part) === 'emptied' || (kind.isDayless && mayBeDay(part)) || kind.words.has(fold(part));
  return { kind, nothing, isPlain: words.own.size > 0 ? () => false : memoise(part => !hasOtherMeaning(part)) };
}

function readMeaning(cell: string, reader: MeaningReader): Meant {
  const { kind, nothing } = reader;
  if (cell === '') return kind.otherwise === '' ? null : { text: kind.otherwise, note: null };
  const whole = kind.words.size === 0 ? undefined : kind.words.get(fold(cell));
  if (whole !== undefined) return { text: whole, note: null };
  if (kind.partsOf !== null) return readListMeaning(cell, kind.partsOf(cell), reader);
  const says = kind.isEmptiable ? nothing(cell) : 'no';
  if (says === 'emptied') return { text: kind.otherwise, note: { what: 'nothing', word: cell } };
  if (says === 'unsure' && kind.unsure === 'told') return { text: cell, note: { what: 'unsure', word: cell } };
  return kind.isDayless && mayBeDay(cell) ? { text: cell, note: { what: 'day', word: cell } } : null;
}

/**
 * A list without the parts that say nothing. Where only some do, it ends with a semicolon:
 * no comma in it divides anything.
 */
function readListMeaning(cell: string, parts: readonly string[], reader: MeaningReader): Meant {
  const { kind, nothing } = reader;
  if (parts.length > 1 && parts.every(reader.isPlain)) return null;
  if (parts.length === 0) return null;
  const says = nothing(cell) === 'emptied' ? [] : parts.filter(part => nothing(part) !== 'emptied');
  const meant = kind.words.size === 0 ? says : says.map(part => kind.words.get(fold(part)) ?? part);
  if (says.length < parts.length) {
    const word = says.length === 0 ? cell : parts.find(part => nothing(part) === 'emptied')!;
    return { text: meant.length === 0 ? kind.otherwise : joinList(meant), note: { what: 'nothing', word } };
  }
  const day = kind.isDayless ? parts.find(mayBeDay) : undefined;
  const isMapped = meant.some((part, at) => part !== parts[at]);
  if (day === undefined && !isMapped) return null;
  return { text: isMapped ? joinList(meant) : cell, note: day === undefined ? null : { what: 'day', word: day } };
}

function joinList(parts: readonly string[]): string {
  return `${parts.join(';')};`;
}
