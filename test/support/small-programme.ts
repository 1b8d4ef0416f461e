import { expect } from 'vitest';
import { runVerify } from './run.ts';

/** A programme in which everybody may have a tandem, and one mentor may have two. */
export const MENTORS = [
  'id,name,email,department,country,capacity,status',
  '001,Ada Lang,ada@example.org,Sales,DE,2,',
  '002,Ben Okoro,ben@example.org,Finance,FR,1,',
  '003,Cem Aydin,cem@example.org,IT,DE,1,',
];
export const MENTEES = [
  'id,name,email,department,country,status',
  '101,Dora Nagy,dora@example.org,Legal,DE,',
  '102,Eva Lind,eva@example.org,Legal,FR,',
  '103,Finn Roth,finn@example.org,Sales,DE,',
];

export async function isProven(run: string): Promise<void> {
  expect(await runVerify(run)).toMatchObject({ exit: 0, out: expect.stringMatching(/^PROVEN/u) });
}
