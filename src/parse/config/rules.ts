import type { Rule } from '../../domain/policy.ts';
import {
  absentHeader,
  badSetting,
  type Location,
  missingField,
  type Parsed,
  type Problem,
  severalColumns,
  uselessField,
} from '../../domain/problems.ts';
import {
  COMPARABLE_COLUMNS,
  isComparable,
  MEASURABLE_COLUMNS,
  MENTEE_COLUMNS,
  MENTOR_COLUMNS,
} from '../../domain/roster.ts';
import { getRuleTraits, type RuleKind } from '../../domain/rule-table.ts';
import { findNearest } from '../text/nearest.ts';
import { makeHeaderKey } from '../text/text-keys.ts';
import { isSameRule, makeDefaultName } from './presets.ts';

/** The columns that rules may compare. */
export interface Fields {
  readonly all: readonly string[];
  /** The column that a name or an alias stands for, or null. */
  readonly named: (name: string) => string | null;
  /** Columns of the user's own that several columns of a sheet are called like. */
  readonly repeated: ReadonlySet<string>;
}

/** A must about a column that no sheet has would bar everybody, a preference for one would only count for nothing. */
export interface FieldsOf {
  readonly must: Fields;
  readonly prefer: Fields;
}

interface WrittenRule {
  readonly rule: RuleKind;
  readonly field?: string | undefined;
  readonly by?: number | undefined;
  readonly name?: string | undefined;
  readonly ranks?: readonly number[] | undefined;
}

/**
 * Rules as written, completed: a field by its key in the sheets; the preset's name, or one of
 * our making, where there is none.
 */
export function readRules<Own extends WrittenRule>(
  list: 'must' | 'prefer',
  written: readonly Own[],
  base: readonly Rule[],
  file: string,
  fields: Fields,
): Parsed<(Omit<Own, 'by'> & Rule)[]> {
  const problems: Problem[] = [];
  const value = written.map((own, index) => {
    const location = { file, column: `${list}[${index}].field`, value: own.field };
    const field = readField(own, location, fields);
    problems.push(...field.problems, ...checkDistance(own, { file, column: `${list}[${index}].by` }));
    problems.push(...rankProblems(own, { file, column: `${list}[${index}].ranks` }));
    const rule = { rule: own.rule, field: field.value };
    const known = base.find(other => isSameRule(rule, other))?.name;
    return { ...own, name: own.name ?? known ?? makeDefaultName(rule), ...rule, by: own.by ?? null };
  });
  return { value, problems };
}

function checkDistance({ rule, by }: WrittenRule, location: Location): Problem[] {
  const { subject } = getRuleTraits(rule);
  const isMeasuring = subject.kind === 'named' && subject.hasDistance;
  if (isMeasuring && by === undefined) return [badSetting(location, { kind: 'no distance', rule })];
  return isMeasuring || by === undefined ? [] : [badSetting(location, { kind: 'needless distance', rule })];
}

function rankProblems({ rule, ranks }: WrittenRule, location: Location): Problem[] {
  return getRuleTraits(rule).fit === 'by rank' || ranks === undefined
    ? []
    : [badSetting(location, { kind: 'needless ranks', rule })];
}

function readField({ rule, field }: WrittenRule, location: Location, fields: Fields): Parsed<string> {
  const { subject } = getRuleTraits(rule);
  if (subject.kind === 'own') return { value: '', problems: field === undefined ? [] : [uselessField(location, rule)] };
  const named = field ?? subject.usual;
  if (named === null) return { value: '', problems: [missingField(location, rule)] };
  const found = findField(named, location, fields, field === undefined);
  return subject.compares === 'numbers' ? requireNumbers(found, rule, location) : found;
}

/** Columns of ours that hold words, so that nothing can be measured by them. */
const OF_WORDS: readonly string[] = COMPARABLE_COLUMNS.filter(
  column => !MEASURABLE_COLUMNS.some(measurable => measurable === column),
);

/** A rule that measures needs numbers: levels, time zones, or a column of the user's own. */
function requireNumbers({ value, problems }: Parsed<string>, rule: RuleKind, location: Location): Parsed<string> {
  if (!OF_WORDS.includes(value)) return { value, problems };
  return { value, problems: [badSetting(location, { kind: 'unmeasurable', rule, field: value })] };
}

/** @param isImplied a rule that is about a column by itself says nothing where no sheet has it. */
function findField(field: string, location: Location, fields: Fields, isImplied: boolean): Parsed<string> {
  const found = fields.named(field);
  const isAbsent = found === null && !isImplied;
  if (found !== null && fields.repeated.has(found) && !field.trim().endsWith('#1')) {
    return { value: found, problems: [severalColumns(location, field)] };
  }
  return { value: found ?? field, problems: isAbsent ? [reportAbsentField(location, field, fields.all)] : [] };
}

/** Columns of ours that say nothing about who fits whom, or that are read into others. */
const NOT_COMPARED: readonly string[] = [...MENTOR_COLUMNS, ...MENTEE_COLUMNS].filter(column => !isComparable(column));

function reportAbsentField(location: Location, field: string, fields: readonly string[]): Problem {
  const ours = NOT_COMPARED.some(column => makeHeaderKey(column) === makeHeaderKey(field));
  if (ours) return badSetting(location, { kind: 'not compared', field, fields });
  return absentHeader(location, field, findNearest(field, fields), fields);
}
