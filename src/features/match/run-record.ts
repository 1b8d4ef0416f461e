import type { Proof } from '../../domain/certificate.ts';
import { type DecidedProgramme, type EarlierTandem, makeDecisionRecord } from '../../domain/decisions.ts';
import { computeDigest, digestContents, digestTandems } from '../../domain/digest.ts';
import { InternalError } from '../../domain/errors.ts';
import type { Role } from '../../domain/input-roles.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { PairFiles } from '../../domain/policy.ts';
import type { InputRecord, RunRecord, Settings } from '../../domain/run-files.ts';
import { compareText } from '../../domain/text.ts';

/** What a run was made from, as it was read. */
export interface RecordedProgramme extends DecidedProgramme {
  readonly said: PairFiles;
  readonly settings: Settings;
  readonly earlier: readonly EarlierTandem[] | null;
}

/** Where a run was made from, as seen from its folder. */
export interface RecordedPaths {
  readonly config: string | null;
  readonly sheets: Readonly<Record<Role, string | null>>;
  readonly history: readonly string[];
}

/** Where a run was made from, and what was asked for. */
export interface RecordedCall
  extends RecordedPaths,
    Pick<RunRecord, 'language' | 'encoding' | 'alternates' | 'worthAChange' | 'delimiter'> {
  readonly allowOverride?: boolean;
}

/** The tandems of a run, with what proves them best. */
interface RecordedTandems {
  readonly tandems: readonly Tandem[];
  readonly proof: Proof;
}

/** What the certificate says of a run besides its results. */
export function makeRunRecord(
  programme: RecordedProgramme,
  { tandems, proof }: RecordedTandems,
  call: RecordedCall,
): RunRecord {
  const {
    config,
    sheets,
    history,
    language,
    allowOverride = false,
    encoding,
    alternates,
    worthAChange,
    delimiter,
  } = call;
  const { roster, terms, said, settings, earlier } = programme;
  const digests = digestContents(roster, terms, said);
  const findInput = (role: Role): InputRecord | null =>
    sheets[role] === null ? null : { path: sheets[role], digest: digests[role] };
  const carryOver = findInput('carryOver');
  const getInput = (role: 'mentors' | 'mentees') => findInput(role) ?? fail(`the ${role} come from nowhere`);
  return {
    config,
    inputs: {
      mentors: getInput('mentors'),
      mentees: getInput('mentees'),
      limits: findInput('limits'),
      pairs: findInput('pairs'),
      previous: findInput('previous'),
      ...(carryOver === null ? {} : { carryOver }),
      history: history
        .map((path, file): InputRecord => ({ path, digest: digests.history[file]! }))
        .sort((a, b) => compareText(a.digest, b.digest) || compareText(a.path, b.path)),
    },
    ...{ language, allowOverride, encoding, alternates, worthAChange, settings, delimiter },
    earlier: earlier === null ? undefined : computeDigest(earlier),
    decisions: makeDecisionRecord(programme),
    policy: terms.policy,
    tandems: digestTandems(tandems, roster),
    ...proof,
  };
}

function fail(why: string): never {
  throw new InternalError(why);
}
