import { expect, test } from 'vitest';
import {
  leaveOut,
  type PageSettings,
  setColumn,
  setMeaning,
  setPreset,
  setWeight,
  takeBack,
} from '../../../src/web/program/settings.ts';

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
