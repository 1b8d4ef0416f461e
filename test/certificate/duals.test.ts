import { expect, test } from 'vitest';
import { computeDuals, getDual } from '../../src/certificate/duals.ts';
import { limit, mentee, mentor, roster, terms } from '../support/rosters.ts';

const people = roster(
  [
    mentor('m0', { country: 'DE' }),
    mentor('m1', { country: 'FR' }),
    mentor('m2', { country: 'PL' }),
    mentor('m3', { country: 'DE', capacity: 0 }),
    mentor('m4', { country: 'DE' }),
  ],
  [mentee('e0', { country: 'DE' }), mentee('e1', { country: 'FR' }), mentee('e2', { country: 'PL' })],
);

const said = terms({
  limits: [
    limit({ place: 'DE', side: 'mentor', max: 3 }),
    limit({ place: 'WEST', countries: ['DE', 'FR'], side: 'mentor', max: 1 }),
    limit({ place: 'PL', side: 'mentor', max: 0 }),
    limit({ place: 'FR', side: 'mentee', max: 0 }),
    limit({ place: 'PL', side: 'mentee', max: 2 }),
  ],
});

const { mentors, mentees, closed } = computeDuals(
  { roster: people, terms: said },
  {
    levels: ['first', 'second'],
    prices: {
      mentors: [[1, 2], [3, 4], [5, 6], null, [7, 8]],
      mentees: [[10, 20], [30, 40], null],
      limits: [[100, 200], [1000, 2000], null, [300, 400], [500, 600]],
    },
  },
);

test('everybody asks their own price and those of the limits that count them', () => {
  const both = (index: number) => [getDual(mentors, index, 0), getDual(mentors, index, 1)];
  expect([0, 1, 4].map(both)).toEqual([
    [1101, 2202],
    [1003, 2004],
    [1107, 2208],
  ]);
  expect([0, 1].map(e => [getDual(mentees, e, 0), getDual(mentees, e, 1)])).toEqual([
    [10, 20],
    [330, 440],
  ]);
  expect([mentors.levels, mentees.levels]).toEqual([2, 2]);
});

test('who has no price, or is counted by a limit that has none, is left out', () => {
  expect([...mentors.isLeftOut]).toEqual([0, 0, 1, 1, 0]);
  expect([...mentees.isLeftOut]).toEqual([0, 0, 1]);
});

test('who has no slot, or a limit of nothing, cannot have a tandem', () => {
  expect(closed.mentors).toEqual([false, false, true, true, false]);
  expect(closed.mentees).toEqual([false, true, false]);
});
