import { z } from 'zod';
import type { LevelValue } from '../domain/certificate.ts';
import type { DecisionRecord } from '../domain/decisions.ts';
import { computeDigest } from '../domain/digest.ts';
import { MOST } from '../domain/input-bounds.ts';
import { LANGUAGES, USUAL_LANGUAGE } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import type { CertificateFault } from '../domain/refutation.ts';
import { FORM, MOST_ALTERNATES, type RunRecord } from '../domain/run-files.ts';
import { computeRunId, RUN_ID } from '../domain/run-id.ts';
import { READING, type ReadingSettings, worth } from './config/config.ts';
import { readHeldPolicy } from './config/held-policy.ts';
import { normaliseSettings } from './config/held-settings.ts';
import { parsePlainJson } from './config/json.ts';
import { isCodePage } from './text/known-pages.ts';

/** Longer lists are of no run: levels are few (see MOST_PRIORITIES), and files of history are named one by one. */
export const MOST_LEVELS = 1000;
const MOST_FILES = 1000;

const price = z.array(z.number()).max(MOST_LEVELS).nullable();
const digest = z.string().regex(/^sha256:[\da-f]{64}$/u);
const source = z.strictObject({ path: z.string().min(1), digest });
const input = source.nullable();

export const prices = z.strictObject({
  mentors: z.array(z.strictObject({ id: z.string(), price })),
  mentees: z.array(z.strictObject({ id: z.string(), price })),
  limits: z.array(z.strictObject({ side: z.enum(['mentor', 'mentee']), place: z.string(), price })),
});

const better = z.strictObject({
  floor: z.number(),
  tandems: z.array(z.strictObject({ mentor: z.string(), mentee: z.string() })),
  prices,
});

export const worst = z.strictObject({ all: prices, better: better.nullable() }).nullable();

/** "rmentor 0.1.0" */
const program = z.string().regex(/^rmentor \d{1,9}\.\d{1,9}\.\d{1,9}(?:-[\w.-]{1,40})?$/u);

const idPairs = z.array(z.strictObject({ mentor: z.string(), mentee: z.string() }));
const DECISIONS_2 = z.strictObject({
  approved: idPairs,
  declined: digest.nullable(),
  previous: idPairs.nullable(),
});
const decisions = DECISIONS_2.extend({
  left: z.array(z.strictObject({ side: z.enum(['mentor', 'mentee']), id: z.string() })).optional(),
  held: idPairs.optional(),
});

const FORM_3 = z.strictObject({
  schemaVersion: z.literal(3),
  program,
  run: z.string().regex(RUN_ID),
  config: z.string().min(1).nullable(),
  inputs: z.strictObject({
    mentors: source,
    mentees: source,
    limits: input,
    pairs: input,
    previous: input,
    carryOver: source.optional(),
    history: z.array(source).max(MOST_FILES),
  }),
  language: z.enum(LANGUAGES),
  allowOverride: z.boolean(),
  encoding: z.string().refine(isCodePage).optional(),
  alternates: z.int().positive().max(MOST_ALTERNATES).optional(),
  earlier: digest.optional(),
  worthAChange: worth.nullable().optional(),
  settings: READING,
  delimiter: z.string().length(1),
  decisions: decisions.optional(),
  policy: z.record(z.string(), z.unknown()),
  tandems: digest,
  levels: z.array(z.strictObject({ level: z.string(), value: z.number().nullable() })).max(MOST_LEVELS),
  prices,
  worst,
  seal: z.string(),
});

/** Form 2 has texts in English alone, does not tell a run from another, and knows of nobody who left a finished run. */
const FORM_2 = FORM_3.extend({
  schemaVersion: z.literal(2),
  language: z.never().optional(),
  earlier: z.never().optional(),
  run: z.never().optional(),
  delimiter: z.never().optional(),
  tandems: z.never().optional(),
  decisions: DECISIONS_2.optional(),
});

/**
 * Form 1 holds neither decisions nor how sheets are read: its config must be there. The digests of pairs, previous and
 * history are all that of what they say together.
 */
const FORM_1 = FORM_2.omit({ decisions: true }).extend({ schemaVersion: z.literal(1), settings: z.never().optional() });

/** Every form that was released. */
const CERTIFICATE = z.discriminatedUnion('schemaVersion', [FORM_1, FORM_2, FORM_3]);

/** What tells which version of the program can read a certificate, whatever else is in it. */
const MADE_BY = z.object({ schemaVersion: z.int(), program });

/** Prices by id, and by side and place: "mentee DE". */
export type WrittenPrices = Readonly<
  Record<'mentors' | 'mentees' | 'limits', ReadonlyMap<string, readonly number[] | null>>
>;

export type CertificateForm = z.output<typeof CERTIFICATE>['schemaVersion'];

/** A proof as written: prices by id, not yet held against any roster. */
export interface WrittenProof {
  readonly levels: readonly LevelValue[];
  readonly prices: WrittenPrices;
  readonly worst: {
    readonly all: WrittenPrices;
    readonly better: {
      readonly floor: number;
      readonly tandems: readonly { readonly mentor: string; readonly mentee: string }[];
      readonly prices: WrittenPrices;
    } | null;
  } | null;
}

/** A certificate as written. */
export interface WrittenCertificate
  extends WrittenProof,
    Pick<
      RunRecord,
      'config' | 'inputs' | 'language' | 'allowOverride' | 'encoding' | 'alternates' | 'earlier' | 'worthAChange'
    > {
  readonly form: CertificateForm;
  /** The version of the program that made it. */
  readonly version: string;
  /** The id of the run; null in a form that does not hold it, as are the two below. */
  readonly run: string | null;
  readonly delimiter: string | null;
  readonly tandems: string | null;
  /** How the sheets are read; null in a form that does not hold it. */
  readonly settings: ReadingSettings | null;
  readonly decisions?: DecisionRecord | undefined;
  readonly policy: Policy;
  /**
   * Whether the seal and the id of the run fit the rest: worked out when asked, since
   * it takes longer than all the rest.
   */
  readonly isSealed: () => boolean;
}

/** JSON in which no key stands twice; undefined for anything else. */
export function readPlainJson(bytes: Uint8Array): unknown {
  return parsePlainJson(new TextDecoder('utf-8').decode(bytes));
}

/** A certificate; or why it is none; or the version of the program whose form of it we do not know. */
export type ReadCertificate =
  | { readonly kind: 'read'; readonly certificate: WrittenCertificate }
  | { readonly kind: 'broken'; readonly fault: CertificateFault }
  | { readonly kind: 'unknown-form'; readonly version: string };

/** Reads certificate.json in any form that was released. */
export function readCertificate(bytes: Uint8Array): ReadCertificate {
  const read = readContent(bytes);
  if (read.kind !== 'content') return read;
  const { content, policy, seal } = read;
  const isSealed = () => computeDigest(content) === seal && isOwnId(content);
  return { kind: 'read', certificate: { ...buildCertificate(content), policy, isSealed } };
}

/** The decisions that a certificate holds, whether its seal fits or not. */
export function readRecordedDecisions(
  bytes: Uint8Array,
): UnreadCertificate | { readonly kind: 'decided'; readonly decisions: DecisionRecord | null } {
  const read = readContent(bytes);
  return read.kind === 'content'
    ? { kind: 'decided', decisions: buildCertificate(read.content).decisions ?? null }
    : read;
}

function readContent(bytes: Uint8Array): UnreadCertificate | CheckedContent {
  const json = readPlainJson(bytes);
  if (json === undefined) return makeBroken({ kind: 'not-plain' });
  const made = MADE_BY.safeParse(json);
  if (made.success && made.data.schemaVersion > FORM)
    return { kind: 'unknown-form', version: readVersion(made.data.program) };
  if (isBeyondBound(json)) return makeBroken({ kind: 'too-large' });
  const result = CERTIFICATE.safeParse(json);
  if (!result.success) {
    const { path } = result.error.issues[0]!;
    return makeBroken({ kind: 'malformed', path: path.join('.') });
  }
  const { seal, ...content } = result.data;
  const policy = readHeldPolicy(content.policy);
  if (policy === null) return makeBroken({ kind: 'malformed', path: 'policy' });
  if (hasDouble(content)) return makeBroken({ kind: 'two-prices' });
  return { kind: 'content', content, policy, seal };
}

type UnreadCertificate = Exclude<ReadCertificate, { readonly kind: 'read' }>;

/** What stands in a certificate whose form is right, but for its seal. */
interface CheckedContent {
  readonly kind: 'content';
  readonly content: CertificateContent;
  readonly policy: Policy;
  readonly seal: string;
}

/** A config has a bound; what a preset adds to it, and how rules are written out, is never as much again. */
function isBeyondBound(json: unknown): boolean {
  const { settings, policy } = Object(json) as { readonly settings?: unknown; readonly policy?: unknown };
  return JSON.stringify([settings, policy]).length > 2 * MOST.settingsMiB * 1024 * 1024;
}

function makeBroken(fault: CertificateFault): UnreadCertificate {
  return { kind: 'broken', fault };
}

/** Whether a certificate has the id of what the run is made from. */
function isOwnId({ run, program, language, delimiter, settings, ...origin }: CertificateContent): boolean {
  // A form has all three, or none of them.
  if (run === undefined) return true;
  return run === computeRunId(program, { ...origin, language: language!, delimiter: delimiter!, settings });
}

type CertificateContent = Omit<z.output<typeof CERTIFICATE>, 'seal'>;

function readVersion(program: string): string {
  return program.replace('rmentor ', '');
}

function buildCertificate({
  schemaVersion,
  program,
  settings,
  language = USUAL_LANGUAGE,
  run,
  delimiter,
  tandems,
  ...content
}: CertificateContent): Omit<WrittenCertificate, 'policy' | 'isSealed'> {
  return {
    ...content,
    ...{ language, run: run ?? null, delimiter: delimiter ?? null, tandems: tandems ?? null },
    settings: settings === undefined ? null : normaliseSettings(settings),
    form: schemaVersion,
    version: readVersion(program),
    ...indexPrices(content),
  };
}

interface ListedProof {
  readonly prices: z.output<typeof prices>;
  readonly worst: z.output<typeof worst>;
}

/** Whether somebody, or a limit, has two prices in one list. */
export function hasDouble({ prices: all, worst }: ListedProof): boolean {
  return [all, worst?.all, worst?.better?.prices].some(list => list !== undefined && hasDoubleIn(list));
}

function hasDoubleIn(list: z.output<typeof prices>): boolean {
  const keys = [
    list.mentors.map(({ id }) => id),
    list.mentees.map(({ id }) => id),
    list.limits.map(({ side, place }) => `${side} ${place}`),
  ];
  return keys.some(names => new Set(names).size < names.length);
}

/** The prices of a proof by ids. */
export function indexPrices({ prices: all, worst }: ListedProof): Pick<WrittenProof, 'prices' | 'worst'> {
  return {
    prices: indexList(all),
    worst: worst && {
      all: indexList(worst.all),
      better: worst.better && { ...worst.better, prices: indexList(worst.better.prices) },
    },
  };
}

function indexList({ mentors, mentees, limits }: z.output<typeof prices>): WrittenPrices {
  return {
    mentors: new Map(mentors.map(({ id, price }) => [id, price])),
    mentees: new Map(mentees.map(({ id, price }) => [id, price])),
    limits: new Map(limits.map(({ side, place, price }) => [`${side} ${place}`, price])),
  };
}
