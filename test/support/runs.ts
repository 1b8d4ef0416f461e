const USUAL = 200;

const { RMENTOR_RUNS: asked = String(USUAL) } = process.env;

/**
 * How many runs a property gets that gets `usual` ones in `npm test`: scaled by RMENTOR_RUNS, which says what two hundred
 * become. `npm run test:slow` asks for 2,000.
 */
export function runs(usual: number): number {
  if (!/^[1-9]\d*$/u.test(asked)) throw new Error(`RMENTOR_RUNS is not a whole number: ${asked}`);
  return Math.max(1, Math.round((usual * Number(asked)) / USUAL));
}
