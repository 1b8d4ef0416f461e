import { EXIT, UserError } from '../domain/errors.ts';
import type { Summary } from '../domain/matching.ts';

/** What a gate can be about: a part of a whole. */
const FIGURES = {
  coverage: ({ menteesWithTandem, people }: Summary) => ({ part: menteesWithTandem, whole: people.mentees }),
  'cross-department': ({ crossDepartment, tandems }: Summary) => ({ part: crossDepartment.tandems, whole: tandems }),
};

type Figure = keyof typeof FIGURES;

/** A percentage that a figure of the summary must reach, from `--fail-under coverage=95`. */
export interface Gate {
  readonly figure: Figure;
  readonly percent: number;
}

/** @throws UserError where the text is no gate. */
export function readGate(text: string): Gate {
  const [, name = '', percent = ''] = /^([^=]*)=([^=]*)$/u.exec(text) ?? [];
  const figure = (Object.keys(FIGURES) as Figure[]).find(known => known === name);
  if (figure === undefined || !/^\d{1,3}(\.\d+)?$/u.test(percent) || Number(percent) > 100) {
    const choice = Object.keys(FIGURES).join(' or ');
    throw new UserError(
      `--fail-under ${text} is no gate`,
      EXIT.input,
      `write ${choice}, =, and a percentage, like coverage=95`,
    );
  }
  return { figure, percent: Number(percent) };
}

/** Which gates a summary misses, in words. Counts are compared, not rounded shares. */
export function missedGates(gates: readonly Gate[], summary: Summary): string[] {
  return gates
    .map(gate => ({ ...gate, ...FIGURES[gate.figure](summary) }))
    .filter(({ percent, part, whole }) => 100_000 * part < Math.round(1000 * percent) * whole)
    .map(({ figure, percent, part, whole }) => `${figure} is ${part} of ${whole}, under the ${percent} % asked for`);
}
