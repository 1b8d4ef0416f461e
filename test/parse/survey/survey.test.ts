import { describe, expect, test } from 'vitest';
import type { Survey } from '../../../src/domain/survey.ts';
import { readSurvey } from '../../../src/parse/survey/survey.ts';
import { mentee, mentor, roster } from '../../support/rosters.ts';

/** Ada is with Eva and Finn, Ben with Gina. */
const RUN = {
  roster: roster(
    [
      mentor('m1', { name: 'Ada Brandt', email: 'ada@example.org' }),
      mentor('m2', { name: 'Ben Okoro', email: 'ben@example.org' }),
    ],
    [
      mentee('e1', { name: 'Eva Lind', email: 'eva@example.org' }),
      mentee('e2', { name: 'Finn Roth', email: 'finn@example.org' }),
      mentee('e3', { name: 'Gina Moreau', email: 'gina@example.org' }),
      mentee('e4', { name: 'Hugo Lenz', email: 'hugo@example.org' }),
    ],
  ),
  tandems: [
    { mentor: 0, mentee: 0 },
    { mentor: 0, mentee: 1 },
    { mentor: 1, mentee: 2 },
  ],
};

function read(text: string, own = {}) {
  return readSurvey(
    { file: 'survey.csv', bytes: new TextEncoder().encode(text), sheet: null, workbook: null },
    RUN,
    own,
    null,
  );
}

function understand(text: string, own = {}): Survey {
  const { value, problems } = read(text, own);
  expect(problems).toEqual([]);
  return value!;
}

const headers = ({ questions }: Survey) => Object.fromEntries(questions.map(one => [one.question, one.header]));

describe('a survey', () => {
  test('of Microsoft Forms: its ID is no id, and its address may be anonymous', () => {
    const survey = understand(
      [
        'ID,Start time,Completion time,Email,Name,Your e-mail address,Would you recommend the programme?',
        '1,5/1/2026 9:00,5/1/2026 9:02,anonymous,,ben@example.org,"Yes, of course"',
        '2,5/1/2026 9:00,5/1/2026 9:02,anonymous,,gina@example.org,No',
      ].join('\n'),
      { email: ['Your e-mail address'] },
    );
    expect(survey.answers).toMatchObject([
      { tandem: 2, recommends: 'yes' },
      { tandem: 2, recommends: 'no' },
    ]);
  });

  test('of Google Forms in German, with questions in whole sentences', () => {
    const survey = understand(
      [
        'Zeitstempel;E-Mail-Adresse;Mit wem waren Sie ein Tandem?;Würden Sie das Programm weiterempfehlen?;Wie zufrieden sind Sie (1-5)?;Möchten Sie als Tandem weitermachen?;Ich möchte dieser Person nicht wieder zugeteilt werden;Was würden Sie ändern?',
        '01.05.2026 09:00;ada@example.org;Eva Lind;Ja;5 - sehr;Eher ja;Nein;nichts',
        '01.05.2026 09:01;ada@example.org;Roth, Finn;Ja;3;nein;ja;mehr Zeit',
        '01.05.2026 09:02;ben@example.org;;vielleicht;4,5;weiß nicht;;',
      ].join('\n'),
    );
    expect(headers(survey)).toMatchObject({
      rating: 'Wie zufrieden sind Sie (1-5)?',
      continue: 'Möchten Sie als Tandem weitermachen?',
    });
    expect(survey.answers.map(({ person: _, ...answer }) => answer)).toEqual([
      { tandem: 0, recommends: 'yes', rating: 5, continues: 'yes', neverAgain: 'no' },
      { tandem: 1, recommends: 'yes', rating: 3, continues: 'no', neverAgain: 'yes' },
      { tandem: 2, recommends: 'undecided', rating: 4.5, continues: 'undecided', neverAgain: null },
    ]);
  });

  test('sets aside who is nobody, has no tandem, answers again, or does not say which tandem is meant', () => {
    const { aside, answers, anonymous } = understand(
      [
        'email,partner,Would you recommend it?,Do you wish to continue?',
        ',,yes,',
        'stranger@example.org,,yes,yes',
        'hugo@example.org,,yes,yes',
        'ben@example.org,,no,no',
        'ben@example.org,Gina Moreau,yes,yes',
        'ada@example.org,,yes,yes',
        'ada@example.org,Gina Moreau,yes,yes',
      ].join('\n'),
    );
    expect(aside).toEqual({
      anonymous: [2],
      stranger: [3],
      unclear: [],
      'without-tandem': [4],
      repeated: [5],
      'which-tandem': [7],
      'other-partner': [8],
    });
    expect(answers).toMatchObject([
      { tandem: null, continues: 'yes' },
      { tandem: 2, recommends: 'yes', continues: 'yes' },
    ]);
    expect(anonymous).toHaveLength(1);
  });

  test.each([
    ['from 0 to 10', ['10', '9', '8', '0'], ['yes', 'yes', 'no', 'no']],
    ['of agreement', ['Strongly agree', 'Agree', 'Neutral', 'Disagree'], ['yes', 'yes', 'undecided', 'no']],
    ['of 1 and 0', ['1', '0', '1', 'x'], ['yes', 'no', 'yes', 'yes']],
  ])('recommends by answers %s', (_, cells, expected) => {
    const people = ['ada', 'ben', 'eva', 'gina'];
    const rows = cells.map((cell, at) => `${people[at]}@example.org,${cell}`);
    const { answers } = understand(['email,Would you recommend it?', ...rows].join('\n'));
    const register = ['ada', 'ben', 'eva', 'gina'];
    expect(register.map((_, at) => answers[at]?.recommends)).toEqual(expected);
  });

  test('finds a partner by a name that others bear too', () => {
    const { mentees } = RUN.roster;
    const namesakes = mentees.map(one => (one.id === 'e4' ? { ...one, name: 'Eva Lind' } : one));
    const run = { ...RUN, roster: { ...RUN.roster, mentees: namesakes } };
    const text = 'email,partner,Do you wish to continue?\nada@example.org,Eva Lind,yes\nada@example.org,Finn Roth,no\n';
    const { value } = readSurvey(
      { file: 'survey.csv', bytes: new TextEncoder().encode(text), sheet: null, workbook: null },
      run,
      {},
      null,
    );
    expect(value?.answers).toMatchObject([
      { tandem: 0, continues: 'yes' },
      { tandem: 1, continues: 'no' },
    ]);
  });

  test('refuses numbers that may be of a scale of five', () => {
    const { problems } = read('email,Would you recommend it?\nada@example.org,4\nben@example.org,5\n');
    expect(problems.map(({ code }) => code)).toEqual(['E226', 'E226']);
  });

  test('is no question where the cells are no such answers', () => {
    const { problems } = read(
      'email,What would you recommend us to change?\nada@example.org,More time\nben@example.org,Food\n',
    );
    expect(problems.map(({ code }) => code)).toEqual(['E224']);
  });
});
