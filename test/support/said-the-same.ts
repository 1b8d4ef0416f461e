import { type Json, plainJsonOf } from './forged-json.ts';
import { rowsOf } from './forged-table.ts';
import type { Forgery } from './forgeries.ts';

/**
 * Whether a forgery says nothing else than the run did, by a model of its own of what each file means: then it may be proven.
 * @param before the text of the file as it was.
 */
export function saysTheSame({ file, files }: Forgery, before: string): boolean {
  const after = files[file] ?? null;
  if (after === null) return false;
  const meaning = MEANINGS[file] ?? (file.endsWith('.csv') ? inputMeaning : (text: string) => text);
  try {
    return JSON.stringify(meaning(after, file)) === JSON.stringify(meaning(before, file));
  } catch {
    return false;
  }
}

const MEANINGS: Readonly<Record<string, (text: string, file: string) => unknown>> = {
  'run/certificate.json': certificateMeaning,
  'run/summary.json': text => inOrder(plainJsonOf(text)),
  'run/tandems.csv': runRows,
  'run/unmatched.csv': runRows,
  'run/reserve.csv': runRows,
  'run/declined.csv': runRows,
  'run/alternates.csv': runRows,
  'run/changes.csv': runRows,
  'rmentor.config.json': configMeaning,
};

/**
 * Any prices that prove the tandems best are as good as others; the seal is made anew; files of history are a set. Nobody has more
 * than two alternates, and no lock needs to be allowed.
 */
function certificateMeaning(text: string): unknown {
  const { seal: _, prices: __, worst, inputs, settings, alternates, allowOverride, ...rest } = objectIn(text);
  const { history, ...others } = inputs as { readonly history: readonly Json[] };
  return inOrder({
    ...rest,
    settings: settingsMeaning(settings as { readonly [key: string]: Json }),
    isAboutWorst: worst !== null,
    alternates: Number.isInteger(alternates) ? Math.min(Number(alternates), 2) : null,
    mayAllow: typeof allowOverride === 'boolean',
    inputs: { ...others, history: [...new Set(history.map(one => JSON.stringify(inOrder(one))))].sort() },
  });
}

/** The certificate says where the sheets are. A region is a set of countries, and nobody names one that all objects have. */
function configMeaning(text: string): unknown {
  const { mentors: _, mentees: __, limits: ___, previous: ____, history: _____, ...rest } = objectIn(text);
  const must = JSON.stringify(rest['must']).replace('"language"', '"languages"');
  return inOrder({ ...settingsMeaning(rest), must, pairs: null });
}

/** A region is a set of countries, pairs of one person or of two are a set, and nobody names anything that all objects have. */
function settingsMeaning(settings: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
  const asSet = (list: Json) => (list as Json[]).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const pairs = (list: Json | undefined) => (list === undefined ? [] : asSet((list as Json[]).map(asSet)));
  const { regions = {}, same, different, ...others } = named(settings);
  const sets = Object.entries(regions as object).map(([name, countries]) => [name, asSet(countries)] as const);
  return { ...others, regions: Object.fromEntries(sets), same: pairs(same), different: pairs(different) };
}

/** Without names that all objects have, at any depth. */
function named(group: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
  const entries = Object.entries(group).filter(([name]) => name !== '__proto__');
  return Object.fromEntries(entries.map(([name, inner]) => [name, isGroup(inner) ? named(inner) : inner]));
}

function isGroup(json: Json): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function objectIn(text: string): { readonly [key: string]: Json } {
  const json = plainJsonOf(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error('no object');
  return json as { readonly [key: string]: Json };
}

function inOrder(json: Json): Json {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map(inOrder);
  const entries = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, inOrder(entry)]));
}

/** The rows of a table of a run as what they say of our columns, in any order; people add columns, and note what they like. */
function runRows(text: string): string[] {
  const [header = [], ...rows] = rowsOf(text);
  const ours = header.flatMap((column, at) => (OURS.test(column) ? [{ column, at }] : [])).sort(byColumn);
  const said = rows.map(row => {
    const cells = ours.map(({ column, at }) => [column, tableCell(column, row[at] ?? '')]);
    return JSON.stringify([cells, row.slice(header.length)]);
  });
  return [ours.map(({ column }) => column).join(), ...said.sort()];
}

const OURS =
  /^(?:mentor_.*|mentee_.*|role|id|name|email|department|country|reason|evidence|cheapest_fix|rank|score(?:_before)?|'?points_.*|change|status_before|why|tell_mentor|tell_mentee|free_places|override)$/u;

function byColumn(one: { readonly column: string }, other: { readonly column: string }): number {
  return one.column < other.column ? -1 : Number(one.column > other.column);
}

/** 34,50 points are 34.5. */
function tableCell(column: string, cell: string): string {
  if (!/^(?:score|'?points_)/u.test(column)) return cell;
  return /^-?\d{1,15}(?:[.,]\d{1,9})?$/u.test(cell) ? String(Number(cell.replace(',', '.'))) : cell;
}

/** What a cell says that is empty, or a column that is not there. */
const DEFAULTS: Readonly<Record<string, string>> = {
  capacity: '1',
  wants: '1',
  priority: '0',
  status: 'active',
  min: '0',
  side: 'mentee',
  action: 'score',
};

/** Rows as what they say of columns by name, whatever the order; a row twice is one. */
function inputMeaning(text: string, file: string): unknown {
  const [header = [], ...rows] = rowsOf(text);
  const columns = header.map(columnOf);
  // A header that comes again is passed over.
  const told = rows.filter(row => !row.every((cell, at) => cell === header[at]));
  const said = told.map(row =>
    columns
      .flatMap((column, at) => entryOf(file, column, row[at] ?? '', row[columns.indexOf('action')] ?? ''))
      .sort()
      .join('\n'),
  );
  return [...new Set(said)].sort();
}

/** Blanks and signs around the words of a header do not count; one wish column is the first, whatever its number. */
function columnOf(header: string): string {
  const letters = header.toLowerCase().replace(/[^a-z\d]/gu, '');
  if (letters.startsWith('wish')) return 'wish';
  return letters === 'topic' || letters === 'language' ? `${letters}s` : letters;
}

function entryOf(file: string, column: string, written: string, action: string): string[] {
  const cell = cellMeaning(column, written);
  if (file.startsWith('history') && column !== 'mentor' && column !== 'mentee') return [];
  if (column === 'reason' && action !== 'lock') return [];
  if (column === 'points' && action !== 'score' && !meansNothing('action', action)) return [];
  const isDefault = meansNothing(column, cell) || (file !== 'previous.csv' && cell === DEFAULTS[column]);
  return isDefault || (file === 'previous.csv' && cell === 'draft') ? [] : [`${column}=${cell}`];
}

/** Signs around countries, languages and the ids by which people name others do not count. */
function cellMeaning(column: string, written: string): string {
  if (column === 'country' || column === 'languages') return written.replace(/[^\p{L};*]/gu, '');
  return NAMES_OF_OTHERS.includes(column) ? written.trim().replace(/^[["']+|["'\]]+$/gu, '') : written.trim();
}

const NAMES_OF_OTHERS: readonly string[] = ['mentor', 'mentee', 'manager', 'wish', 'notwith'];

/** Everywhere but in ids and names, some words and signs alone mean nothing. */
function meansNothing(column: string, cell: string): boolean {
  return cell === '' || (column !== 'id' && column !== 'name' && /^(?:null|nan|[^\p{L}\d*]*)$/iu.test(cell));
}
