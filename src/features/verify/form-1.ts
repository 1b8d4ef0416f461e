/**
 * What certificates of form 1 (rmentor 0.1.0) have digests of, held fast: what is known of people and policies may grow, and
 * that form goes on knowing what it knew.
 */
import { type Digests, digestOf } from '../../domain/digest.ts';
import type { Limit, PairNote, Policy, Rule, RuleKind, Terms } from '../../domain/policy.ts';
import type { Mentee, Mentor, Roster } from '../../domain/roster.ts';

/** Digests of inputs in form 1: what pairs.csv, the previous run and all history say of pairs is one thing in it. */
export function digestsInForm1(roster: Roster, { limits, pairs }: Terms, historyFiles: number): Digests {
  const gone = {
    mentor: roster.withdrawn.flatMap(known => (known.side === 'mentor' ? [known.person] : [])),
    mentee: roster.withdrawn.flatMap(known => (known.side === 'mentee' ? [known.person] : [])),
  };
  const said = digestOf(pairs.map(note => noteIn1(note, roster)));
  return {
    mentors: digestOf([roster.mentors.map(mentorIn1), gone.mentor.map(mentorIn1)]),
    mentees: digestOf([roster.mentees.map(menteeIn1), gone.mentee.map(menteeIn1)]),
    limits: digestOf(limits.map(limitIn1)),
    pairs: said,
    previous: said,
    history: Array.from({ length: historyFiles }, () => said),
  };
}

/** A policy with the settings and rules that form 1 has: a preset may have got others since. */
export function policyInForm1(policy: Policy): Policy {
  const { preset, levels, must, prefer, objective, pairsOnly, repeatAfterMonths, start } = policy;
  const isKnown = ({ rule }: Rule) => RULES_IN_1.includes(rule);
  return {
    ...{ preset, levels, objective, pairsOnly, repeatAfterMonths, start },
    must: must.filter(isKnown).map(({ name, rule, field, by }) => ({ name, rule, field, by })),
    prefer: prefer
      .filter(isKnown)
      .map(({ name, rule, field, by, weight, ranks }) => ({ name, rule, field, by, weight, ranks })),
  };
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

function personIn1(person: Mentor | Mentee) {
  const { id, name, email, department, country, city, offset, languages, topics, level } = person;
  const { manager, wishes, notWith, extra } = person;
  return {
    ...{ id, name, email, department, country, city, offset, languages, topics, level },
    ...{ manager, wishes, notWith, extra },
  };
}

function mentorIn1(mentor: Mentor) {
  const { capacity, minLoad } = mentor;
  return { ...personIn1(mentor), capacity, minLoad };
}

function menteeIn1(mentee: Mentee) {
  const { wants, priority } = mentee;
  return { ...personIn1(mentee), wants, priority };
}

function limitIn1({ place, countries, side, min, max }: Limit) {
  return { place, countries, side, min, max };
}

function noteIn1(note: PairNote, { mentors, mentees }: Roster) {
  const { locked, override, listed, points, met, kept } = note;
  // Form 1 took what a previous run declined for a ban.
  const banned = note.banned || note.declined;
  const people = { mentor: mentors[note.mentor]!.id, mentee: mentees[note.mentee]!.id };
  return { ...people, locked, override, banned, listed, points, met, kept };
}
