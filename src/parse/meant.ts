import { cellsAreEmpty, mayBeEmpty, oddText, type Parsed, type Place, type Problem } from '../domain/problems.ts';
import { fold } from '../domain/text.ts';
import type { CellKind } from './cell-kinds.ts';
import { looksLikeDay } from './days.ts';
import { remembered } from './memo.ts';
import { type Nothing, type NothingWords, nothingIn } from './nothing.ts';
import type { Row } from './raw.ts';
import type { Table } from './table.ts';

/**
 * A table whose cells say what they mean: words of the config are put in place of those that it maps to them, words for
 * nothing are empty cells, and empty cells are what the config's defaults say. Told once a column, with how many there are.
 * @param kinds the kind of each column by its place; a column without one is left as it is.
 */
export function asMeant(table: Table, kinds: ReadonlyMap<number, CellKind>, words: NothingWords): Parsed<Table> {
  const columns = [...kinds].map(([index, kind]) => new Column(index, kind, words));
  const rows = table.rows.map(row => (row.cells.length === table.header.length ? meantRow(row, columns) : row));
  return { value: { ...table, rows }, problems: columns.flatMap(column => column.problems(table)) };
}

function meantRow(row: Row, columns: readonly Column[]): Row {
  let cells: string[] | null = null;
  for (const column of columns) {
    const cell = row.cells[column.index]!;
    const meant = column.read(cell, row.row);
    if (meant === cell) continue;
    cells ??= [...row.cells];
    cells[column.index] = meant;
  }
  return cells === null ? row : { row: row.row, cells };
}

/** What a cell says, and what is to be told of it. */
interface Meant {
  readonly text: string;
  readonly note: Note | null;
  /** The word that it is told by. */
  readonly word: string;
}

type Note = 'nothing' | 'unsure' | 'day';

/** Cells of which something is to be told. */
interface Tally {
  readonly row: number;
  readonly words: Set<string>;
  count: number;
}

/** A column while its cells are read. */
class Column {
  readonly index: number;
  readonly #kind: CellKind;
  readonly #meant: (cell: string) => Meant;
  readonly #told = new Map<Note, Tally>();

  constructor(index: number, kind: CellKind, words: NothingWords) {
    this.index = index;
    this.#kind = kind;
    this.#meant = remembered(cell => meantBy(cell, kind, words));
  }

  read(cell: string, row: number): string {
    const { text, note, word } = this.#meant(cell);
    if (note !== null) this.#count(note, word, row);
    return text;
  }

  #count(note: Note, word: string, row: number): void {
    const known = this.#told.get(note);
    if (known === undefined) this.#told.set(note, { row, words: new Set([word]), count: 1 });
    else {
      known.count++;
      if (known.words.size < MOST_WORDS) known.words.add(word);
    }
  }

  problems(table: Table): Problem[] {
    return [...this.#told].map(([note, { row, words, count }]) => {
      const [word = ''] = words;
      const place = { file: table.file, row, column: table.header[this.index]!, value: word };
      return this.#problem(note, place, [...words], count);
    });
  }

  #problem(note: Note, place: Place, words: readonly string[], count: number): Problem {
    switch (note) {
      case 'nothing':
        return cellsAreEmpty(place, words, count, this.#kind.emptyIs);
      case 'unsure':
        return mayBeEmpty(place, words[0]!, count);
      case 'day':
        return oddText(place, words[0]!, 'is a day, which a spreadsheet may have made of something else', count);
    }
  }
}

/** So many different words are enough to know by. */
const MOST_WORDS = 20;

function meantBy(cell: string, kind: CellKind, words: NothingWords): Meant {
  if (cell === '') return { text: kind.otherwise, note: null, word: '' };
  const whole = kind.words.get(fold(cell));
  if (whole !== undefined) return { text: whole, note: null, word: '' };
  const nothing = isEmptied(cell, kind, words);
  if (nothing === 'emptied') return { text: kind.otherwise, note: 'nothing', word: cell };
  if (kind.partsOf !== null) return meantList(cell, kind.partsOf(cell), kind, words);
  const note =
    nothing === 'unsure' && kind.unsure === 'told' ? 'unsure' : kind.isDayless && looksLikeDay(cell) ? 'day' : null;
  return { text: cell, note, word: note === null ? '' : cell };
}

/** A list without the parts that say nothing. Where only some do, it ends with a semicolon: no comma in it divides anything. */
function meantList(cell: string, parts: readonly string[], kind: CellKind, words: NothingWords): Meant {
  const nothing = parts.filter(part => isEmptied(part, kind, words) === 'emptied');
  const kept = parts.filter(part => !nothing.includes(part)).map(part => kind.words.get(fold(part)) ?? part);
  const [word] = nothing;
  if (word !== undefined) {
    const text = kept.length === 0 ? kind.otherwise : `${kept.join(';')};`;
    return { text, note: 'nothing', word };
  }
  const day = kind.isDayless ? parts.find(looksLikeDay) : undefined;
  const isMapped = kept.some((part, at) => part !== parts[at]);
  return { text: isMapped ? `${kept.join(';')};` : cell, note: day === undefined ? null : 'day', word: day ?? '' };
}

function isEmptied(word: string, { unsure, isValue }: CellKind, words: NothingWords): Nothing | 'emptied' | null {
  const how = nothingIn(word, words);
  if (how === null || isValue(word, how)) return null;
  return how === 'sure' || unsure === 'nothing' ? 'emptied' : how;
}
