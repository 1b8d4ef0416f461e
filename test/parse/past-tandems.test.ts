import { expect, test } from 'vitest';
import { readProgramme } from '../../src/parse/programme.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function countIn(...history: readonly string[]) {
  const source = (file: string, text: string) => ({ file, bytes: encode(text), cells: null });
  const { value } = readProgramme(
    { preset: 'none' },
    {
      config: 'rmentor.config.json',
      mentors: source('mentors.csv', 'id,name\nm1,Ada A\nm2,Ben B\nboth,Cem C\n'),
      mentees: source('mentees.csv', 'id,name\ne1,Eva E\ne2,Finn F\nboth,Cem C\n'),
      areOne: false,
      ...{ limits: null, pairs: null, previous: null, encoding: null },
      history: history.map((text, at) => source(`history-${at}.csv`, text)),
    },
  );
  return value.terms.pastTandems;
}

test('without a history there is nothing to count', () => {
  expect(countIn()).toBeNull();
});

test('each mentee has as many earlier tandems as rows name them as a mentee, whoever the mentor was', () => {
  const past = countIn('mentor,mentee\nm1,e1\nleft@x.org,Eva E\nm2,e2\nboth,e2\nm1,both\nm1,gone@x.org\n');
  expect(past?.counts).toEqual(new Map(Object.entries({ e1: 2, e2: 2, both: 1 })));
});

test('two people are one tandem a date, in however many files, and rows without a date add nothing', () => {
  const first = 'mentor,mentee,date\nm1,e1,2024-03-01\nm1,e1,01.03.2024\nm1,e2,\n';
  const second = 'mentor,mentee,date\nm1,e1,2025-03-01\nm1,e1,\nm1,e2,\n';
  expect(countIn(first, second)?.counts).toEqual(new Map(Object.entries({ e1: 2, e2: 1 })));
});

test('what somebody declined was no tandem', () => {
  expect(countIn('mentor_id,mentee_id,status\nm1,e1,declined\nm2,e1,approved\nm2,e2,draft\n')?.counts).toEqual(
    new Map(Object.entries({ e1: 1, e2: 1 })),
  );
});

test('the most is that of anybody in the history, so that who leaves the sheets changes nothing for others', () => {
  expect(countIn('mentor,mentee\nm1,e1\nm1,gone@x.org\nm2,gone@x.org\nboth,gone@x.org\n')?.most).toBe(3);
});
