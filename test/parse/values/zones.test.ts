import { expect, test } from 'vitest';
import { findZoneName, findZoneOffset } from '../../../src/parse/values/zones.ts';

test.each([
  ['Europe/Berlin', '2026-03-28', 60],
  ['Europe/Berlin', '2026-03-29', 120],
  ['Europe/Berlin', '2026-10-25', 60],
  ['asia/kathmandu', '2026-01-01', 345],
  ['Australia/Lord_Howe', '2026-07-01', 630],
  ['Australia/Lord_Howe', '2026-12-01', 660],
  // Samoa left a day out at the end of 2011, and Moscow winter time in 2014.
  ['Pacific/Apia', '2011-06-01', -660],
  ['Pacific/Apia', '2012-01-15', 840],
  ['Europe/Moscow', '2014-10-25', 240],
  ['Europe/Moscow', '2014-10-26', 180],
  // Names of one zone that changed, old and new.
  ['Europe/Kiev', '2026-07-01', 180],
  ['Europe/Kyiv', '2026-07-01', 180],
  // Outside the years of the table clocks go as in the nearest of them.
  ['Europe/Berlin', '1999-07-01', 120],
  ['Europe/Berlin', '2050-07-01', 120],
  ['Europe/Berlin', '2050-01-01', 60],
])('%s is ahead of UTC on %s by %i minutes', (zone, day, minutes) => {
  expect(findZoneOffset(zone, day)).toBe(minutes);
});

test.each([
  ['(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien', 'Europe/Amsterdam'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['US/Central', 'US/Central'],
  ['IST', null],
  ['Middle Earth', null],
])('%s is the zone %s', (zone, name) => {
  expect(findZoneName(zone)).toBe(name);
});

test.each(['constructor', '(UTC+00:00) constructor'])('%s is no zone, although every object has one', zone => {
  expect(findZoneOffset(zone, '2026-03-01')).toBe('unknown');
});
