/**
 * What certificates of form 1 (rmentor 0.1.0) have digests of, held fast: what is known of people and policies may
 * grow, and that form goes on knowing what it knew.
 */
import { computeDigest, type Digests } from '../../domain/digest.ts';
import { FEWER_EARLIER } from '../../domain/objective-level-table.ts';
import type { Level, Limit, PairNote, Policy, Rule, Terms } from '../../domain/policy.ts';
import type { Mentee, Mentor, Roster } from '../../domain/roster.ts';
import type { RuleKind } from '../../domain/rule-table.ts';

/** Digests of inputs in form 1: what pairs.csv, the previous run and all history say of pairs is one thing in it. */
export function computeForm1Digests(roster: Roster, { limits, pairs }: Terms, historyFiles: number): Digests {
  const gone = {
    mentor: roster.withdrawn.flatMap(known => (known.side === 'mentor' ? [known.person] : [])),
    mentee: roster.withdrawn.flatMap(known => (known.side === 'mentee' ? [known.person] : [])),
  };
  const said = computeDigest(pairs.map(note => makeForm1Note(note, roster)));
  return {
    mentors: computeDigest([roster.mentors.map(pickForm1Mentor), gone.mentor.map(pickForm1Mentor)]),
    mentees: computeDigest([roster.mentees.map(pickForm1Mentee), gone.mentee.map(pickForm1Mentee)]),
    limits: computeDigest(limits.map(pickForm1Limit)),
    pairs: said,
    previous: said,
    carryOver: computeDigest([]),
    history: Array.from({ length: historyFiles }, () => said),
  };
}

/** A policy with the settings and rules that form 1 has: a preset may have got others since. */
export function convertPolicyToForm1(policy: Policy): Policy {
  const { preset, levels, must, prefer, objective, pairsOnly, repeatAfterMonths, start } = policy;
  const isKnown = ({ rule }: Rule) => RULES_IN_1.includes(rule);
  return {
    ...{ preset, levels, objective: dropFewerEarlier(objective), pairsOnly, repeatAfterMonths, start },
    must: must.filter(isKnown).map(({ name, rule, field, by }) => ({ name, rule, field, by })),
    prefer: prefer
      .filter(isKnown)
      .map(({ name, rule, field, by, weight, ranks }) => ({ name, rule, field, by, weight, ranks })),
  };
}

/** Forms 1 and 2 know no level by which earlier tandems count. */
export function dropFewerEarlier(objective: readonly Level[]): Level[] {
  return objective.filter(({ kind }) => kind !== FEWER_EARLIER);
}

const RULES_IN_1: readonly RuleKind[] = [
  'same',
  'different',
  'overlap',
  'at-least-apart',
  'at-most-apart',
  'below',
  'above',
  'outside-reporting-line',
  'wished',
  'not-vetoed',
  'not-the-same-person',
];

function pickForm1Person(person: Mentor | Mentee) {
  const { id, name, email, department, country, city, offset, languages, topics, level } = person;
  const { manager, wishes, notWith, extra } = person;
  return {
    ...{ id, name, email, department, country, city, offset, languages, topics, level },
    ...{ manager, wishes, notWith, extra },
  };
}

function pickForm1Mentor(mentor: Mentor) {
  const { capacity, minLoad } = mentor;
  return { ...pickForm1Person(mentor), capacity, minLoad };
}

function pickForm1Mentee(mentee: Mentee) {
  const { wants, priority } = mentee;
  return { ...pickForm1Person(mentee), wants, priority };
}

function pickForm1Limit({ place, countries, side, min, max }: Limit) {
  return { place, countries, side, min, max };
}

function makeForm1Note(note: PairNote, { mentors, mentees }: Roster) {
  const { override, listed, points, met, kept } = note;
  const locked = note.locked || note.continues;
  // Form 1 took what a previous run declined for a ban.
  const banned = note.banned || note.declined || note.parted;
  const people = { mentor: mentors[note.mentor]!.id, mentee: mentees[note.mentee]!.id };
  return { ...people, locked, override, banned, listed, points, met, kept };
}
