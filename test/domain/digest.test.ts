import { expect, test } from 'vitest';
import { digestContents } from '../../src/domain/digest.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { mentee, mentor, roster, terms } from '../support/rosters.ts';

const FILES = { pairs: null, previous: null, history: [] };

/** Digests of people who have one field more than there is. */
function digestWith(given: object): object {
  const people = roster(
    [
      { ...mentor('a'), ...given },
      { ...mentor('b'), ...given },
    ],
    [{ ...mentee('c'), ...given }],
  );
  const gone = { side: 'mentor', person: { ...mentor('d'), ...given } };
  return digestContents({ ...people, withdrawn: [gone] } as unknown as Roster, terms(), FILES);
}

test.each([[''], [null], [[]], [false], [0]])('a later field that says nothing (%j) changes no digest', nothing => {
  expect(digestWith({ pronouns: nothing })).toEqual(digestWith({}));
});

test.each([['she'], [['she']], [true], [1]])('a later field that says something (%j) does', something => {
  const { mentors, mentees, ...others } = digestWith({ pronouns: something }) as Record<string, unknown>;
  const { mentors: before, mentees: menteesBefore, ...othersBefore } = digestWith({}) as Record<string, unknown>;
  expect(mentors).not.toBe(before);
  expect(mentees).not.toBe(menteesBefore);
  expect(others).toEqual(othersBefore);
});
