import { UserError } from '../../domain/errors.ts';
import type { Summary } from '../../domain/matching.ts';
import { makeShare, type Share } from '../../domain/share.ts';
import type { Words } from '../../render/words/en/index.ts';

/**
 * What gates are held against: figures, and of the approved tandems of the previous run those that
 * stay; null where no run was named.
 */
export interface GatedFigures extends Pick<Summary, 'coverage' | 'crossDepartment'> {
  readonly approved: Share | null;
}

/** What a gate can be about: a part of a whole, and what that whole counts. */
const FIGURES = {
  coverage: { of: 'mentee' as const, share: ({ coverage }: GatedFigures): Share => coverage },
  'cross-department': { of: 'tandem' as const, share: ({ crossDepartment }: GatedFigures): Share => crossDepartment },
  approved: { of: 'previous-run' as const, share: ({ approved }: GatedFigures): Share => approved ?? makeShare(0, 0) },
};

type Figure = keyof typeof FIGURES;

/** A percentage that a figure of the summary must reach, from `--fail-under coverage=95`. */
export interface Gate {
  readonly figure: Figure;
  /** As written: "95", "82.35". It is compared exactly, whatever its decimals. */
  readonly percent: string;
}

/** @throws UserError where the text is not a gate. */
export function readGate(text: string): Gate {
  const [, name = '', percent = ''] = /^([^=]*)=([^=]*)$/u.exec(text) ?? [];
  const figure = (Object.keys(FIGURES) as Figure[]).find(known => known === name);
  if (figure === undefined || !/^\d{1,3}(\.\d{1,20})?$/u.test(percent) || Number(percent) > 100) {
    throw new UserError({ kind: 'not-a-gate', text, figures: Object.keys(FIGURES) });
  }
  return { figure, percent };
}

/** Asks back about gates that are nearly always reached, because a share was written in place of a percentage. */
export function listDoubtfulGates(gates: readonly Gate[], words: Words): string[] {
  return gates
    .filter(({ percent }) => Number(percent) > 0 && Number(percent) < 1)
    .map(({ figure, percent }) => {
      const meant = formatDecimal(parseDecimal(percent).digits, parseDecimal(percent).decimals - 2);
      return words.gates.doubt(figure, percent, meant);
    });
}

/** A gate that a summary misses: as a sentence, and as numbers for programs. */
export interface MissedGate {
  readonly figure: Figure;
  readonly required: number;
  readonly share: Share;
  readonly message: string;
}

/** Returns which gates a run misses. Counts are compared, not rounded shares; nothing to count is a miss. */
export function listMissedGates(gates: readonly Gate[], figures: GatedFigures, words: Words): MissedGate[] {
  return gates.flatMap(gate => {
    const { figure, percent } = gate;
    const share = FIGURES[figure].share(figures);
    // Where nothing was approved, nothing can be lost.
    if (figure === 'approved' && figures.approved?.whole === 0) return [];
    const message = describeMiss(gate, share, words);
    return message === null ? [] : [{ figure, required: Number(percent), share, message }];
  });
}

/** null where the gate is reached. */
function describeMiss({ figure, percent }: Gate, { part, whole }: Share, { gates: say }: Words): string | null {
  if (whole === 0) return say.nobody(figure, FIGURES[figure].of);
  if (!isUnder(part, whole, parseDecimal(percent))) return null;
  return say.under(figure, part, whole, formatTellingPercent(part, whole, percent), percent);
}

/** A decimal number as digits and how many of them stand behind the point; fewer than none are zeros before it. */
interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

function parseDecimal(text: string): Decimal {
  const [before = '', behind = ''] = text.split('.');
  return { digits: BigInt(before + behind), decimals: behind.length };
}

function isUnder(part: number, whole: number, { digits, decimals }: Decimal): boolean {
  return 100n * BigInt(part) * 10n ** BigInt(decimals) < digits * BigInt(whole);
}

/** The percentage, half up, with as few decimals as show that it is under what was asked for: one at least. */
function formatTellingPercent(part: number, whole: number, asked: string): string {
  const { digits, decimals } = parseDecimal(asked);
  for (let shown = 1; ; shown++) {
    const rounded = (200n * BigInt(part) * 10n ** BigInt(shown) + BigInt(whole)) / (2n * BigInt(whole));
    if (rounded * 10n ** BigInt(decimals) < digits * 10n ** BigInt(shown)) return formatDecimal(rounded, shown);
  }
}

/** 8235n with two decimals is "82.35"; zeros that say nothing are left out. */
function formatDecimal(digits: bigint, decimals: number): string {
  if (decimals <= 0) return String(digits * 10n ** BigInt(-decimals));
  const text = String(digits).padStart(decimals + 1, '0');
  const behind = text.slice(-decimals).replace(/0+$/u, '');
  return behind === '' ? text.slice(0, -decimals) : `${text.slice(0, -decimals)}.${behind}`;
}
