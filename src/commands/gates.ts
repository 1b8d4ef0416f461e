import { EXIT, UserError } from '../domain/errors.ts';
import type { Summary } from '../domain/matching.ts';

const FIGURES = {
  coverage: ({ coverage }: Summary) => coverage,
  'cross-department': ({ crossDepartment }: Summary) => crossDepartment.share,
};

type Figure = keyof typeof FIGURES;

/** A percentage that a figure of the summary must reach, from `--fail-under coverage=95`. */
export interface Gate {
  readonly figure: Figure;
  readonly percent: number;
}

/** @throws UserError where the text is no gate. */
export function readGate(text: string): Gate {
  const [name = '', percent = ''] = text.split('=');
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

/** Which gates a summary misses, in words. */
export function missedGates(gates: readonly Gate[], summary: Summary): string[] {
  return gates
    .map(gate => ({ ...gate, reached: 100 * FIGURES[gate.figure](summary) }))
    .filter(({ percent, reached }) => reached < percent)
    .map(
      ({ figure, percent, reached }) =>
        `${figure} is ${Number(reached.toFixed(2))} %, under the ${percent} % asked for`,
    );
}
