import { expect, test } from 'vitest';
import {
  leaveOut,
  type PageSettings,
  setColumn,
  setIdentity,
  setMeaning,
  setObjective,
  setPreset,
  setRegion,
  setWeight,
  takeBack,
} from '../../../src/web/program/config-edits.ts';

const written: PageSettings = {
  language: 'de',
  columns: { country: 'Land', topics: ['Themen', 'Wünsche'], city: null },
  must: [{ rule: 'overlap', field: 'languages' }],
  without: ['city'],
};

test('a column is read from the chosen headers and from no other, and what else is there stays', () => {
  expect(setColumn(written, 'department', ['Bereich', 'Wünsche'])).toEqual({
    ...written,
    columns: { country: 'Land', topics: 'Themen', city: null, department: ['Bereich', 'Wünsche'] },
  });
  expect(setColumn(written, 'country', []).columns).toEqual({ topics: ['Themen', 'Wünsche'], city: null });
});

test('words are added to those that mean something already', () => {
  const once = setMeaning(written, 'country', 'Deutschlnad', 'DE');
  expect(setMeaning(once, 'country', 'Frankr.', 'FR').values).toEqual({
    country: { Deutschlnad: 'DE', 'Frankr.': 'FR' },
  });
});

test('a rule of the config goes, one of the preset is left out by its name and comes back', () => {
  const own = { name: 'overlap languages', rule: 'overlap', field: 'languages', by: null };
  const preset = { name: 'below', rule: 'below', field: 'level', by: null };
  expect(leaveOut(written, own)).toEqual({ ...written, must: [] });
  const left = leaveOut(written, preset);
  expect(left).toEqual({ ...written, without: ['city', 'below'] });
  expect(takeBack(left, 'below')).toEqual(written);
  expect(setPreset(left, 'peer').without).toBe(undefined);
});

test('another weight replaces the one that is written, and else is written out', () => {
  const city = { name: 'city', rule: 'same', field: 'city', by: null };
  const once = setWeight(written, city, 5);
  expect(once.prefer).toEqual([{ rule: 'same', field: 'city', weight: 5 }]);
  expect(setWeight(once, city, 7).prefer).toEqual([{ rule: 'same', field: 'city', weight: 7 }]);
});

test('an order, a region and an answer about two people are written, and taken out again', () => {
  expect(setObjective(written, ['mentees', 'score'])).toEqual({ ...written, objective: ['mentees', 'score'] });
  expect(setObjective(setObjective(written, ['mentees']), null)).toEqual(written);
  const both = setRegion(setRegion(written, 'DACH', ['DE', 'AT']), 'Benelux', ['BE']);
  expect(both.regions).toEqual({ DACH: ['DE', 'AT'], Benelux: ['BE'] });
  expect(setRegion(setRegion(both, 'DACH', []), 'Benelux', [])).toEqual(written);
  const told = setIdentity(setIdentity(written, 'different', ['m1', 'e1']), 'same', ['m2', 'e2']);
  expect(told).toEqual({ ...written, different: [['m1', 'e1']], same: [['m2', 'e2']] });
});
