import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/parse/config/config.ts';

/** What a config says, or the facts of what is wrong with it. */
function read(text: string) {
  const { value, problems } = readConfig('rmentor.config.json', new TextEncoder().encode(text));
  return problems.length === 0 ? value : problems.map(({ facts }) => facts);
}

describe('a path in the config', () => {
  test.each([
    ['with what JSON does not know', String.raw`{"mentors": "data\Mentoren.xlsx"}`, { mentors: 'data\\Mentoren.xlsx' }],
    ['with a tab', String.raw`{"mentors": "data\teilnehmer.csv"}`, { mentors: 'data\\teilnehmer.csv' }],
    ['with a line break', String.raw`{"out": "runs\neu"}`, { out: 'runs\\neu' }],
    ['with half a number', String.raw`{"out": "runs\ulm"}`, { out: 'runs\\ulm' }],
    ['of a drive', String.raw`{"limits": "C:\HR\limits.csv"}`, { limits: 'C:\\HR\\limits.csv' }],
    ['of a computer', String.raw`{"limits": "\\server\new\limits.csv"}`, { limits: '\\\\server\\new\\limits.csv' }],
    ['above', String.raw`{"pairs": {"file": "..\lists\pairs.csv"}}`, { pairs: { file: '..\\lists\\pairs.csv' } }],
    ['in a list', String.raw`{"history": ["a\b.csv", "c/d.csv"]}`, { history: ['a\\b.csv', 'c/d.csv'] }],
    ['with one at its end', '{"out": "runs\\", "language": "de"}', { out: 'runs\\', language: 'de' }],
    ['with one at its end, in rows', '{\n"out": "runs\\2026\\"\n}', { out: 'runs\\2026\\' }],
  ])('%s is what was typed', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    [String.raw`{"mentors": "data\\new\\Mentoren.xlsx"}`, { mentors: 'data\\new\\Mentoren.xlsx' }],
    [String.raw`{"mentors": "data\/M\u00fcnchen.csv"}`, { mentors: 'data/München.csv' }],
    [String.raw`{"mentors": "a\"b.csv"}`, { mentors: 'a"b.csv' }],
  ])('is what JSON says where that can be one: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('changes nothing of other settings', () => {
    const text = String.raw`{"columns": {"topics": "Themen\n(bis zu drei)", "out": "a\tb"}, "values": {"none": ["\t"]}}`;
    expect(read(text)).toEqual(JSON.parse(text));
  });

  test('hides no other fault', () => {
    expect(read('{"mentors": "data\\Mentoren.csv",}')).toMatchObject([{ fault: { kind: 'extra comma' } }]);
  });

  test('is answered with what to write elsewhere', () => {
    const fault = { kind: 'backslash', written: 'k\\A', meant: 'k\\\\A' };
    expect(read('{"values": {"none": ["k\\A"]}}')).toEqual([{ fault }]);
  });

  test('takes no longer than the text where nothing is closed', () => {
    expect(read(`{"out": "${'\\"'.repeat(500_000)}`)).toHaveLength(1);
    expect(read(`{"out": ${'"\\\n'.repeat(300_000)}`)).toHaveLength(1);
  });
});
