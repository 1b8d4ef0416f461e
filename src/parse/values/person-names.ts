import { fold } from '../../domain/text.ts';

/** A name as written, and whether it stood there with the last name first. */
export interface ReadName {
  readonly name: string;
  readonly isTurned: boolean;
}

/**
 * A display name as a person says it: "Müller, Jörg (EXT)" → "Jörg Müller". What directories put behind names in
 * brackets is taken off: marks of people from outside, and numbers.
 */
export function readName(cell: string): ReadName {
  if (!cell.includes(',') && !cell.endsWith(')')) return { name: cell, isTurned: false };
  const whole = cell.replace(MARK, '');
  const [last = '', first = '', ...more] = whole.replace(/\s*\([^()]*\)$/u, '').split(/\s*,\s*/u);
  const isTurned = more.length === 0 && [last, first].every(part => WORDS.test(part)) && !TITLE.test(first);
  return isTurned ? { name: `${first} ${last}`, isTurned } : { name: whole, isTurned };
}

/** Numbers of one or two digits tell people of one name apart, and stay. */
const MARK =
  /\s*\((?:ext|extern|external|externe|externo|esterno|zewn|guest|gast|contractor|freelancer|\d{3,})\.?\)$/iu;
const AWAY =
  /\((?:on leave|leave|loa|terminated|inactive|suspended|retired|left|elternzeit|beurlaubt|ausgeschieden|inaktiv|abwesend|en congé|parti|in congedo|cessato|de baja|con verlof|uit dienst|na urlopie)\)\s*$/iu;

/**
 * What a name says that is taken off it when it is read: a mark of people from outside, or a
 * number; '' where there is nothing.
 */
export function readMark(cell: string): string {
  return MARK.exec(cell)?.[0].trim() ?? '';
}

/** What a name says of somebody who is away or has left: "(On Leave)"; '' where it says nothing. */
export function readAwayMark(cell: string): string {
  return AWAY.exec(cell)?.[0].trim() ?? '';
}

const WORDS = /^\p{L}[\p{L}\p{M}'’. -]*$/u;

/** What follows a name after a comma and is no first name. */
const TITLE =
  /^(?:jr|sr|i{2,3}|iv|v|ph\.?\s?d|m\.?\s?d|dr|prof|mba|m\.?\s?a|b\.?\s?a|m\.?\s?sc|b\.?\s?sc|ll\.?\s?m|dipl\b.*|esq|cpa)\.?$/iu;

/** Somebody's name as it stands in one cell, or in two. */
export function joinName(whole: string, first: string, last: string): string {
  const [one = '', other] = splitName(whole, first, last);
  return other === undefined ? one : `${one} ${other}`;
}

/**
 * The one or two parts of a name with a blank between them. A "last name" in which the first
 * one stands already is the whole.
 */
export function splitName(whole: string, first: string, last: string): string[] {
  if (whole !== '') return [readName(whole).name];
  return first === '' || last === '' || isWhole(first, last) ? [last || first] : [first, last];
}

function isWhole(first: string, last: string): boolean {
  if (!last.includes(' ') || !last.toLowerCase().includes(first.toLowerCase())) return false;
  const words = fold(last).split(' ');
  return fold(first)
    .split(' ')
    .every(word => words.includes(word));
}

/** Somebody's manager as written; '' where the cell says that there is none. */
export function readManager(cell: string): string {
  return NO_MANAGER.test(cell) ? '' : cell;
}

const NO_MANAGER = /^no[_ ]?(?:manager|mgr)$/iu;
