import { audit } from '../../certificate/feasibility.ts';
import { findRefutation } from '../../certificate/prove.ts';
import type { Proof } from '../../domain/certificate.ts';
import { digestTandems } from '../../domain/digest.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Terms } from '../../domain/policy.ts';
import { ignoreProgress, type Progress } from '../../domain/progress.ts';
import type { CurveRefutation, FileRefutation, InputRefutation, Refutation } from '../../domain/refutation.ts';
import type { Roster } from '../../domain/roster.ts';
import { CURVE, FORM, REPORT, type RunFile } from '../../domain/run-files.ts';
import type { SavedTable } from '../../domain/table-saved-again.ts';
import { makePairing, type Pairing } from '../../pair/pairing.ts';
import type { WrittenCertificate } from '../../parse/certificate.ts';
import type { Programme } from '../../parse/programme.ts';
import type { RestoredTable } from '../../parse/restored-ids.ts';
import { findDifferingName, readRunTandems } from '../../parse/run-tables.ts';
import type { Run } from '../../render/run/run-facts.ts';
import type { Words } from '../../render/words/en/index.ts';
import { findAlternates } from '../alternates/alternates.ts';
import { explainChanges } from '../changes/explain-changes.ts';
import { buildMatching } from '../result/result.ts';
import { findPageFacts } from '../review/priced-facts.ts';
import { computeFigures } from '../trade-offs/figures.ts';
import { alignProof } from './align-proof.ts';
import { findChangedDecision, findChangedInput } from './changed-input.ts';
import { findChangedSettings } from './changed-settings.ts';
import { compareRunFiles, type FileComparison, refuteFile } from './compare-run-files.ts';
import { findForeignFile } from './file-of-another-run.ts';
import { proveCurve } from './prove-curve.ts';
import { readTakenEarlier } from './taken-earlier.ts';

export { findChangedInput, findChangedSettings };

/** A finished run as found: what its certificate says, and its files' bytes. */
export interface FoundRun {
  readonly certificate: WrittenCertificate;
  readonly files: ReadonlyMap<RunFile, Uint8Array>;
}

/** A run whose tandems are proven best for its people and terms. */
export interface ProvenRun {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly pairing: Pairing;
  readonly tandems: readonly Tandem[];
  readonly proof: Proof;
}

type ReadRun = ProvenRun & RestoredTable & { readonly gone: Programme['gone'] };

/** What is said of a run, by a version of the program. */
export type RunVerdict =
  /** Its tandems are best, and every file of it says what follows, also those that were saved again since. */
  | { readonly kind: 'proven'; readonly saved: readonly SavedTable[] }
  /** Its tandems are best; but another version made it, which may say the same in other words. */
  | { readonly kind: 'holds'; readonly version: string }
  | { readonly kind: 'refuted'; readonly by: Refutation }
  /**
   * Another version made it, and this one takes its inputs for others: they have changed, or are read otherwise now.
   */
  | { readonly kind: 'other-inputs'; readonly version: string; readonly why: Refutation };

/**
 * Re-checks a finished run from its inputs, without the solver: that the inputs are those it was made from, that the
 * tandems keep every rule, that its prices prove them best on every level, and that every other file says what follows.
 * Of a run that another version of the program made, files are only held to be about the tandems.
 * @param program who asks, with the version: "rmentor 0.2.0".
 * @param words of the run's language. @param renderPage makes the page of a run in that language.
 */
export function verifyRun(
  programme: Programme,
  run: FoundRun,
  program: string,
  words: Words,
  renderPage: (run: Run) => string,
  watch: Progress = ignoreProgress,
): RunVerdict {
  const { certificate } = run;
  const { version, form } = certificate;
  const isOurs = `rmentor ${version}` === program;
  if (isOurs && form !== FORM) return makeRefuted({ kind: 'certificate-of-other-form', program });
  const foreign = findForeignFile(certificate.run, run.files);
  if (foreign !== null) return makeRefuted(foreign);
  const changed = findChangedInput(programme, certificate);
  if (changed !== null) return isOurs ? makeRefuted(changed) : { kind: 'other-inputs', version, why: changed };
  const proven = proveRun(programme, run, watch);
  if ('kind' in proven) return makeRefuted(proven);
  const compared = isOurs ? compareFiles(proven, run, words, renderPage) : (findDifferingName(proven) ?? { saved: [] });
  if ('kind' in compared) return makeRefuted(compared);
  if (!certificate.isSealed()) return makeRefuted({ kind: 'certificate-edited' });
  return isOurs ? { kind: 'proven', saved: compared.saved } : { kind: 'holds', version };
}

function makeRefuted(by: Refutation): RunVerdict {
  return { kind: 'refuted', by };
}

/**
 * The tandems of a run whose inputs have not changed, if they are those that its certificate is about; or what refutes
 * that. Whether they are best is not asked: whoever repairs a run proves the next one.
 */
export function readOwnTandems(programme: Programme, { files, certificate }: FoundRun): readonly Tandem[] | Refutation {
  const changed = findChangedDecision(programme, certificate);
  if (changed !== null) return changed;
  const found = readRunTandems(files.get('tandems.csv') ?? new Uint8Array(), programme.roster);
  if ('kind' in found) return refuteFile('tandems.csv', found);
  const isOther =
    certificate.tandems !== null && certificate.tandems !== digestTandems(found.tandems, programme.roster);
  return isOther ? { kind: 'other-tandems', file: 'tandems.csv', why: null } : found.tandems;
}

/** The tandems of a run whose inputs have not changed, if its prices prove them best; or what refutes that. */
export function proveRun(
  programme: Programme,
  { files, certificate }: FoundRun,
  watch: Progress = ignoreProgress,
): ReadRun | Refutation {
  const { roster, terms, gone } = programme;
  const changed = findChangedDecision(programme, certificate);
  if (changed !== null) return changed;
  watch('compile');
  const pairing = makePairing(roster, terms);
  watch('prove');
  const found = readRunTandems(files.get('tandems.csv') ?? new Uint8Array(), roster);
  if ('kind' in found) return refuteFile('tandems.csv', found);
  const { tandems } = found;
  const proof = alignProof(certificate, roster, terms.limits);
  if ('kind' in proof) return proof;
  const fault =
    audit(roster, terms, pairing.eligibility, tandems)[0] ??
    findRefutation({ roster, terms, ...pairing, tandems }, proof);
  const isOther = certificate.tandems !== null && certificate.tandems !== digestTandems(tandems, roster);
  if (isOther) return { kind: 'other-tandems', file: 'tandems.csv', why: fault };
  return fault ?? { roster, terms, gone, pairing, ...found, proof };
}

/** Makes the result files again from the tandems, and compares those that are there. */
function compareFiles(
  { roster, terms, gone, pairing, tandems, proof, table, zeros }: ReadRun,
  { files, certificate }: FoundRun,
  words: Words,
  renderPage: (run: Run) => string,
): FileComparison | InputRefutation | CurveRefutation {
  const run = remakeRun({ roster, terms, gone, pairing, tandems, proof }, { files, certificate }, words, renderPage);
  return 'kind' in run ? run : compareRunFiles(run, files, { table, zeros });
}

/** Everything that the files of a proven run are made from, made again; or what refutes what is read for it. */
export function remakeRun(
  { roster, terms, gone, pairing, tandems, proof }: ProvenRun & Pick<Programme, 'gone'>,
  { files, certificate }: FoundRun,
  words: Words,
  renderPage: (run: Run) => string,
): Run | FileRefutation | InputRefutation | CurveRefutation {
  const findings = { roster, terms, tandems, ...pairing };
  const written = files.get(CURVE);
  const curve = written === undefined ? null : proveCurve(written, { roster, terms, pairing });
  if (curve !== null && 'kind' in curve) return curve;
  const matching = buildMatching(findings, computeFigures(findings, proof));
  const most = certificate.alternates;
  const alternates = most === undefined ? null : findAlternates(findings, most);
  const { parts } = pairing.affinity;
  const earlier = readTakenEarlier(files, certificate.earlier, { roster, terms });
  if (earlier !== null && 'kind' in earlier) return earlier;
  const changes = earlier && explainChanges(findings, proof, earlier);
  const page = files.has(REPORT)
    ? { renderPage, ...findPageFacts(findings, proof) }
    : { renderPage: null, idlePrices: null, review: null };
  const [id, delimiter] = [certificate.run!, certificate.delimiter!];
  return { id, roster, terms, matching, gone, alternates, changes, curve, parts, words, delimiter, ...page };
}
