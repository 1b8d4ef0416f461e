import { expect, test } from 'vitest';
import type { Rule } from '../../../src/domain/policy.ts';
import { RULES } from '../../../src/domain/rule-table.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en } from '../../../src/render/words/en/index.ts';

const make = (rule: Rule['rule'], field = 'level', by: number | null = 2): Rule => ({ name: rule, rule, field, by });

test('a rule is a sentence in German, and has its verb at the end behind "wenn"', () => {
  const rules = RULES.map(rule => make(rule));
  expect(rules.map(rule => `${de.rules.describe(rule)} | ${de.rules.must(rule)}`)).toMatchInlineSnapshot(`
    [
      "sie haben dieselbe Ebene | sie dieselbe Ebene haben",
      "sie haben verschiedene Ebenen | sie verschiedene Ebenen haben",
      "sie haben bei Ebene etwas gemeinsam | sie bei Ebene etwas gemeinsam haben",
      "ihre Ebenen liegen mindestens 2 Stufen auseinander | ihre Ebenen mindestens 2 Stufen auseinander liegen",
      "ihre Ebenen liegen höchstens 2 Stufen auseinander | ihre Ebenen höchstens 2 Stufen auseinander liegen",
      "die Ebene des Mentors liegt unter der des Mentees, soweit beide bekannt sind | die Ebene des Mentors unter der des Mentees liegt, soweit beide bekannt sind",
      "die Ebene des Mentors liegt über der des Mentees, soweit beide bekannt sind | die Ebene des Mentors über der des Mentees liegt, soweit beide bekannt sind",
      "niemand von beiden ist der anderen Person direkt oder weiter oben vorgesetzt, und sie haben nicht dieselbe direkte Führungskraft | niemand von beiden der anderen Person direkt oder weiter oben vorgesetzt ist und sie nicht dieselbe direkte Führungskraft haben",
      "eine Seite hat sich die andere gewünscht | eine Seite sich die andere gewünscht hat",
      "keine Seite hat die andere Person oder deren Abteilung ausgeschlossen | keine Seite die andere Person oder deren Abteilung ausgeschlossen hat",
      "sie sind nicht dieselbe Person | sie nicht dieselbe Person sind",
      "Name und E-Mail-Adresse lassen nicht auf dieselbe Person schließen | Name und E-Mail-Adresse nicht auf dieselbe Person schließen lassen",
    ]
  `);
});

test('a rule is the same as a sentence and as a condition in English', () => {
  const rules = RULES.map(rule => make(rule));
  expect(rules.map(en.rules.must)).toEqual(rules.map(en.rules.describe));
  expect(rules.map(en.rules.must)).toMatchInlineSnapshot(`
    [
      "they have the same level",
      "they have different levels",
      "they share at least one value of level",
      "their levels are at least 2 steps apart",
      "their levels are at most 2 steps apart",
      "the mentor's level is below the mentee's, where both are known",
      "the mentor's level is above the mentee's, where both are known",
      "neither is the other’s manager, directly or further up, and they do not share a direct manager",
      "one of them wished for the other",
      "neither asked not to be paired with the other or with the other’s department",
      "they are not the same person",
      "their names and e-mail addresses do not look like those of one person",
    ]
  `);
});

const nameColumns = ({ must }: typeof en.rules) => {
  const kinds = ['same', 'different', 'overlap', 'at-most-apart', 'below'] as const;
  return kinds.flatMap(kind => ['timezone', 'Standort'].map(column => must(make(kind, column, 1))));
};

test('columns of ours have a name, and those of a user go by theirs', () => {
  expect(nameColumns(en.rules)).toMatchInlineSnapshot(`
    [
      "they have the same time zone",
      "they have the same Standort",
      "they have different time zones",
      "they have different values of Standort",
      "they share at least one value of time zone",
      "they share at least one value of Standort",
      "their time zones are at most 1 hour apart",
      "their values of Standort are at most 1 apart",
      "the mentor's time zone is below the mentee's, where both are known",
      "the mentor's Standort is below the mentee's, where both are known",
    ]
  `);
  expect(nameColumns(de.rules)).toMatchInlineSnapshot(`
    [
      "sie dieselbe Zeitzone haben",
      "sie denselben Wert bei „Standort“ haben",
      "sie verschiedene Zeitzonen haben",
      "sie verschiedene Werte bei „Standort“ haben",
      "sie bei Zeitzone etwas gemeinsam haben",
      "sie bei „Standort“ etwas gemeinsam haben",
      "ihre Zeitzonen höchstens 1 Stunde auseinander liegen",
      "ihre Werte bei „Standort“ höchstens 1 auseinander liegen",
      "der Wert Zeitzone des Mentors unter dem des Mentees liegt, soweit beide bekannt sind",
      "der Wert „Standort“ des Mentors unter dem des Mentees liegt, soweit beide bekannt sind",
    ]
  `);
});

const sayCounts = (rules: typeof en.rules, count: number) => [
  rules.people(count, count),
  rules.withdrawn(count),
  rules.notBanned(count),
  rules.notDeclined(count),
  rules.notMet(count, null),
  rules.notMet(count, { months: count, start: '2026-09-01' }),
  rules.locked(count),
  rules.approved(count),
  rules.overridden(count),
  rules.points(count, make('same', 'city')),
  rules.pointsByShare(count, make('overlap', 'topics')),
  rules.pointsByWish(count, make('wished'), [30, 22.5, 15]),
  rules.pointsOfList(count),
  rules.limit('X', 'mentor', count, null, false),
  rules.limit('X', 'mentee', count, 2 * count, true),
  rules.region('EMEA', ['A', 'B', 'C'].slice(0, count)),
];

test('counts of one and two are told in English', () => {
  expect(sayCounts(en.rules, 1)).toMatchInlineSnapshot(`
    [
      "1 mentor and 1 mentee.",
      "1 person withdrew.",
      "the list of pairs does not ban them (it bans 1 pair)",
      "neither declined the other in an earlier run (1 pair did)",
      "they have not been a tandem before (1 pair was)",
      "they were not a tandem less than 1 month before 2026-09-01 or on an unknown date (1 pair was)",
      "1 forced pair from the list of pairs, who must become a tandem",
      "1 approved tandem stays",
      "1 forced pair may break a rule, for the reason in the list of pairs",
      "1 point if they have the same city",
      "up to 1 point if they share at least one topic, in proportion to how many of the mentee's topics the mentor has",
      "up to 1 point if one of them wished for the other, most for a first wish (30, 22.5 and 15 points)",
      "the points in the list of pairs (1 pair)",
      "X, mentors: at least 1 tandem",
      "X, mentees: at least 1 and at most 2 tandems (nobody is there)",
      "EMEA (A)",
    ]
  `);
  expect(sayCounts(en.rules, 2)).toMatchInlineSnapshot(`
    [
      "2 mentors and 2 mentees.",
      "2 people withdrew.",
      "the list of pairs does not ban them (it bans 2 pairs)",
      "neither declined the other in an earlier run (2 pairs did)",
      "they have not been a tandem before (2 pairs were)",
      "they were not a tandem less than 2 months before 2026-09-01 or on an unknown date (2 pairs were)",
      "2 forced pairs from the list of pairs, who must become tandems",
      "2 approved tandems stay",
      "2 forced pairs may break a rule, for the reason in the list of pairs",
      "2 points if they have the same city",
      "up to 2 points if they share at least one topic, in proportion to how many of the mentee's topics the mentor has",
      "up to 2 points if one of them wished for the other, most for a first wish (30, 22.5 and 15 points)",
      "the points in the list of pairs (2 pairs)",
      "X, mentors: at least 2 tandems",
      "X, mentees: at least 2 and at most 4 tandems (nobody is there)",
      "EMEA (A and B)",
    ]
  `);
});

test('counts of one and two are told in German', () => {
  expect(sayCounts(de.rules, 1)).toMatchInlineSnapshot(`
    [
      "1 Mentor und 1 Mentee.",
      "1 Person hat sich abgemeldet.",
      "die Paarliste sie nicht ausschließt (sie schließt 1 Paar aus)",
      "niemand von beiden das Tandem in einem früheren Lauf abgelehnt hat (1 Paar abgelehnt)",
      "sie noch nie ein Tandem waren (1 Paar war es)",
      "sie im Monat vor dem 2026-09-01 kein Tandem waren, auch nicht an einem unbekannten Tag (1 Paar war es)",
      "die Paarliste legt 1 Tandem fest",
      "1 freigegebenes Tandem bleibt",
      "1 festgelegtes Tandem darf gegen eine Regel verstoßen; der Grund steht in der Paarliste",
      "1 Punkt, wenn sie denselben Ort haben",
      "bis zu 1 Punkt, wenn sie mindestens ein gemeinsames Thema haben, anteilig nach den Themen des Mentees, die der Mentor teilt",
      "bis zu 1 Punkt, wenn eine Seite sich die andere gewünscht hat, am meisten für einen Erstwunsch (30, 22,5 und 15 Punkte)",
      "die Punkte aus der Paarliste (1 Paar)",
      "X, Mentoren: mindestens 1 Tandem",
      "X, Mentees: mindestens 1 und höchstens 2 Tandems (dort ist niemand)",
      "EMEA (A)",
    ]
  `);
  expect(sayCounts(de.rules, 2)).toMatchInlineSnapshot(`
    [
      "2 Mentoren und 2 Mentees.",
      "2 Personen haben sich abgemeldet.",
      "die Paarliste sie nicht ausschließt (sie schließt 2 Paare aus)",
      "niemand von beiden das Tandem in einem früheren Lauf abgelehnt hat (2 Paare abgelehnt)",
      "sie noch nie ein Tandem waren (2 Paare waren es)",
      "sie in den 2 Monaten vor dem 2026-09-01 kein Tandem waren, auch nicht an einem unbekannten Tag (2 Paare waren es)",
      "die Paarliste legt 2 Tandems fest",
      "2 freigegebene Tandems bleiben",
      "2 festgelegte Tandems dürfen gegen eine Regel verstoßen; der Grund steht in der Paarliste",
      "2 Punkte, wenn sie denselben Ort haben",
      "bis zu 2 Punkte, wenn sie mindestens ein gemeinsames Thema haben, anteilig nach den Themen des Mentees, die der Mentor teilt",
      "bis zu 2 Punkte, wenn eine Seite sich die andere gewünscht hat, am meisten für einen Erstwunsch (30, 22,5 und 15 Punkte)",
      "die Punkte aus der Paarliste (2 Paare)",
      "X, Mentoren: mindestens 2 Tandems",
      "X, Mentees: mindestens 2 und höchstens 4 Tandems (dort ist niemand)",
      "EMEA (A und B)",
    ]
  `);
});
