import type { AffectedPerson, MovedTandem, RepairReport, ScoredPartner } from '../../domain/repair-report.ts';
import { wrapText } from '../layout/lines.ts';
import { type Layout, renderSections } from '../layout/sections.ts';
import type { Words } from '../words/en/index.ts';

/** Where a repaired run went. */
export interface RepairedRun {
  readonly folder: string;
  /** The files that would be replaced, where nothing was written. */
  readonly replaced: readonly string[] | null;
}

/** How many people are named who could step in. */
const MOST_NAMED = 3;

/**
 * What a repair did: who left or came, who could step in, who has whom now, what moved,
 * and what to change in the sheets.
 */
export function renderRepair(
  report: RepairReport,
  { folder, replaced }: RepairedRun,
  words: Words,
  layout: Layout,
): string {
  const { repair: say } = words;
  const { left, added, affected, moves, wanted, served } = report;
  const wrap = (text: string, indent = 0) => wrapText(text, layout.width, indent, 2);
  const isNew = new Set(added.map(({ side, person }) => `${side} ${person.id}`));
  const heads = [
    ...left.map(({ side, person }) => say.leaves(person.name, side, person.id)),
    ...(affected.length === 0 ? [say.nobodyAffected] : []),
  ];
  const people = affected.map(one => describePerson(one, isNew.has(`${one.side} ${one.person.id}`), words));
  const outcome = [
    ...(wanted.people === 0 ? [] : [say.served(served, wanted.people, wanted.who)]),
    say.moved(moves.length),
    ...moves.map(move => `  ${describeMove(move, words)}`),
    ...(moves.some(({ isTold }) => isTold) ? [say.movedTold(moves.filter(({ isTold }) => isTold).length)] : []),
    ...(report.isFewest || report.mayMove === 0 ? [] : [say.notProven]),
    ...(served < wanted.people ? [report.nextAt === null ? say.noWay : say.nextAt(report.nextAt)] : []),
  ];
  const rows = left.map(({ person, row }) => say.row(row.file, row.row, row.column, row.word, person.name));
  return renderSections(
    [
      ['', heads.map(text => wrap(text))],
      ...people.map(([head = '', ...lines]): [string, string[]] => [
        '',
        [wrap(head), ...lines.map(text => wrap(text, 2))],
      ]),
      ['', outcome.map(text => wrap(text))],
      [rows.length === 0 ? '' : say.rowsHead, rows.map(text => wrap(text))],
      ['', [wrap(replaced === null ? say.written(folder) : say.dryRun(folder, replaced))]],
    ],
    layout,
  );
}

function describePerson(
  { side, person, lost, stepIns, found }: AffectedPerson,
  isNew: boolean,
  words: Words,
): string[] {
  const { repair: say } = words;
  const than = lost.length === 1 ? lost[0]!.score : null;
  const list = (partners: readonly ScoredPartner[]) =>
    partners.map(partner =>
      say.stepIn(partner.person.name, toPoints(partner), than === null ? null : (partner.score - than) / 1000),
    );
  const head = isNew
    ? say.looksFor(person.name, person.id, side)
    : say.loses(
        person.name,
        person.id,
        side,
        lost.map(partner => say.scored(partner.person.name, toPoints(partner))),
      );
  return [
    head,
    stepIns.length === 0
      ? say.noStepIn
      : say.stepIns([
          ...list(stepIns.slice(0, MOST_NAMED)),
          ...(stepIns.length > MOST_NAMED ? [say.more(stepIns.length - MOST_NAMED)] : []),
        ]),
    found === null || found.length === 0 ? say.nobodyNow : say.now(list(found)),
  ];
}

function describeMove({ mentee, from, to }: MovedTandem, { repair: say }: Words): string {
  return say.move(
    mentee.name,
    from.name,
    to.map(({ person }) => person.name),
  );
}

function toPoints({ score }: ScoredPartner): number {
  return score / 1000;
}
