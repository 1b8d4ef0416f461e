import { makeShare } from '../../domain/share.ts';
import type { Estimate } from '../../domain/survey.ts';

/** The quantile of the normal distribution for 95 % confidence, on both sides. */
const Z = 1.96;

/**
 * A share with Wilson's score interval, which unlike the usual one stays within 0 and 100 % and holds for few
 * answers: Wilson, Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22 (1927), 209–212. Only the four operations and the square root are used,
 * which each machine rounds alike.
 * @param part from 0 to `whole`; both are whole numbers, and `whole` is at least 1.
 */
export function estimateShare(part: number, whole: number): Estimate {
  const share = part / whole;
  const square = Z * Z;
  const center = share + square / (2 * whole);
  const spread = Z * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole * whole));
  const scale = 1 + square / whole;
  return {
    ...makeShare(part, whole),
    from: part === 0 ? 0 : roundPercent((center - spread) / scale),
    to: part === whole ? 100 : roundPercent((center + spread) / scale),
  };
}

function roundPercent(share: number): number {
  return Math.round(share * 1000) / 10;
}
