import type { AboutProvenRun } from '../../domain/about-a-proven-run.ts';
import type { LevelValue } from '../../domain/certificate.ts';
import type { Verdict } from '../../domain/run-verdict.ts';
import type { Words } from '../words/en/index.ts';
import { tellRefutation } from '../words/refutation.ts';

interface VerdictFacts {
  readonly verdict: Verdict;
  /** What was proven; null where the run or its inputs could not be read. */
  readonly proof: { readonly levels: readonly LevelValue[]; readonly about: AboutProvenRun } | null;
}

/** `proven`: every file says what follows. `holds`: the tandems are best, whatever texts of another version say. */
export function buildVerdictJson({ verdict, proof }: VerdictFacts, words: Words): object {
  const refutation = verdict.kind === 'refuted' ? verdict.by : null;
  return {
    proven: verdict.kind === 'proven',
    holds: verdict.kind !== 'refuted',
    refutedBy: refutation && tellRefutation(refutation, words),
    refutation,
    ...(verdict.kind === 'holds' ? { madeBy: verdict.version } : {}),
    ...(verdict.kind === 'proven' ? { savedAgain: verdict.saved } : {}),
    ...(proof && { ...proof, about: { ...proof.about, must: proof.about.must.map(({ name }) => name) } }),
  };
}
