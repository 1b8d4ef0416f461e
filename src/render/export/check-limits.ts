/**
 * What a program would cut or refuse of a hand-over: all of it, with the row of the sheet that it comes
 * from, before anything is written.
 */
import { neutraliseFormula } from '../../domain/formula.ts';
import { groupBy } from '../../domain/group-by.ts';
import { type ExportTool, getGroupSide, type Recipient } from '../../domain/hand-over.ts';
import { isMailDomain } from '../../domain/mail-address.ts';
import { getOtherSide } from '../../domain/pair-keys.ts';
import { addressMissing, addressRefused, columnsCollide, type Problem, textTooLong } from '../../domain/problems.ts';
import type { Side } from '../../domain/roster.ts';
import type { ExportColumn } from './columns.ts';
import type { PersonSheet, TargetLimits } from './format.ts';

/** To whom sheets go, and the files that people come from. */
export interface CheckedTarget {
  readonly tool: ExportTool;
  readonly limits: TargetLimits;
  readonly files: Readonly<Record<Side, string>>;
  /** Where the hand-over goes: for what is wrong with a sheet as a whole. */
  readonly out: string;
}

/**
 * Everything in some sheets that the program would cut or refuse; each cell once, in however many of them it stands.
 */
export function checkSheets(sheets: readonly PersonSheet[], target: CheckedTarget): Problem[] {
  const once = new Map<string, Problem>();
  for (const problem of sheets.flatMap(sheet => checkSheet(sheet, target))) {
    const { code, file, row, column, value } = problem;
    const key = JSON.stringify([code, file, row, column, value]);
    if (!once.has(key)) once.set(key, problem);
  }
  return [...once.values()];
}

function checkSheet(sheet: PersonSheet, target: CheckedTarget): Problem[] {
  return [...checkNames(sheet, target), ...checkAddresses(sheet, target), ...checkTexts(sheet, target)];
}

function checkNames({ columns }: PersonSheet, { tool, limits, out }: CheckedTarget): Problem[] {
  const { nameLength } = limits;
  const alike = groupBy(
    columns.filter(({ isListed }) => isListed !== true),
    ({ name }) => name.slice(0, nameLength).toLowerCase(),
    ({ name }) => name,
  );
  const characters = Number.isFinite(nameLength) ? nameLength : null;
  return [...alike.values()]
    .filter(({ length }) => length > 1)
    .map(names => columnsCollide(out, { tool, names, characters }));
}

/** No two people of a group share an address: sheets in which they do are refused when they are read. */
function checkAddresses(
  { group, recipients, columns }: PersonSheet,
  { tool, limits, files }: CheckedTarget,
): Problem[] {
  if (!columns.some(({ kind }) => kind === 'address')) return [];
  return recipients.flatMap(({ person: { email, name, row } }): Problem[] => {
    const location = { file: files[getGroupSide(group)], row, column: 'email' };
    if (email === '') return limits.needsAddress ? [addressMissing(location, { tool, name })] : [];
    const why = findRefusal(email, limits);
    return why === null ? [] : [addressRefused({ ...location, value: email }, { tool, address: email, why })];
  });
}

/** Why a program does not take an address; null where it does. */
function findRefusal(address: string, { longestAddress, mailbox, isForPeople }: TargetLimits) {
  if (longestAddress !== null && address.length > longestAddress) return 'too long' as const;
  const at = address.lastIndexOf('@');
  const isPlain = mailbox === null || (mailbox.test(address.slice(0, at)) && isMailDomain(address.slice(at + 1)));
  if (!isPlain) return 'signs' as const;
  return isForPeople && neutraliseFormula(address) !== address ? ('formula' as const) : null;
}

/** A text about a partner is told where it stands: in the row of the partner. */
function checkTexts({ group, recipients, columns }: PersonSheet, { tool, limits, files }: CheckedTarget): Problem[] {
  const { longestText } = limits;
  if (longestText === null) return [];
  const side = getGroupSide(group);
  const check = (recipient: Recipient, { name, from, getPartner, getCell }: ExportColumn): Problem[] => {
    const cell = getCell(recipient);
    const size = longestText.unit === 'bytes' ? new TextEncoder().encode(cell).length : cell.length;
    if (size <= longestText.most) return [];
    const partner = getPartner?.(recipient);
    const file = files[partner === undefined ? side : getOtherSide(side)];
    const { row } = partner ?? recipient.person;
    const location = { file, row, value: cell, ...(from === null ? {} : { column: from }) };
    return [textTooLong(location, { tool, name, size, ...longestText })];
  };
  return recipients.flatMap(recipient => columns.flatMap(column => check(recipient, column)));
}
