import { expect, test } from 'vitest';
import { de } from '../../../src/render/words/de/index.ts';
import { en, type Words } from '../../../src/render/words/en/index.ts';

const PEOPLE = ['Ada', 'Ben'];

/** What is said of those who compete for somebody: none of them, one and two. */
const sayRivals = ({ person }: Words) =>
  [0, 1, 2].flatMap(count => [
    person.slots('Eva', 'mentor', count, PEOPLE.slice(0, count)),
    person.slots('Eva', 'mentee', count, PEOPLE.slice(0, count)),
    person.rivals('Eva', 'mentor', count, []),
    person.rivals('Eva', 'mentee', 2, PEOPLE.slice(0, count)),
  ]);

const sayAlternatives = ({ person }: Words) => [
  person.noAlternative('Eva', 'mentor', false),
  person.noAlternative('Eva', 'mentee', true),
  person.alternativesHead('Eva', 'mentor', false, { shown: 1, all: 1, isProven: true }),
  person.alternativesHead('Eva', 'mentor', true, { shown: 2, all: 2, isProven: true }),
  person.alternativesHead('Eva', 'mentee', true, { shown: 3, all: 7, isProven: true }),
  person.alternativesHead('Eva', 'mentee', true, { shown: 3, all: 7, isProven: false }),
];

const STATES = ['tandem', 'possible', 'barred'] as const;

const sayVerdicts = ({ pair }: Words) => [
  ...STATES.flatMap(state => [
    pair.verdict('Ada', 'Eva', state),
    pair.cost(state, 'X', true),
    pair.cost(state, 'X', false),
    pair.noCost(state),
    pair.whatIfHead(state),
  ]),
  pair.better('X'),
  pair.impossible('possible', 'x'),
  pair.impossible('barred', 'x'),
];

const sayFacts = ({ facts }: Words) => [
  facts.both(PEOPLE),
  facts.bothOfSome(['IT'], 'Eva', 2),
  facts.each([
    ['Ada', []],
    ['Eva', PEOPLE],
  ]),
  facts.neitherHas('level'),
  facts.neitherHas('topics'),
  facts.lacks('Eva', 'timezone'),
  facts.asFarAsKnown(facts.noLine, [facts.noManager(PEOPLE), facts.endsOutside(PEOPLE)]),
  facts.joinFound([facts.isAbove('Ada', 'Eva'), facts.sharedManager]),
  facts.wish('Ada', 2, 'Eva'),
  facts.veto('Ada', ['IT', 'HR']),
  facts.override('x'),
  facts.locked(''),
  facts.locked('x'),
  facts.approved(''),
  facts.approved('x'),
  facts.score(1),
  facts.score(2.5),
];

test('who competes for somebody is told in English and in German', () => {
  expect(sayRivals(en)).toMatchInlineSnapshot(`
    [
      "Eva has 0 slots.",
      "Eva wants 0 mentors.",
      "No other mentor may be paired with Eva.",
      "2 other mentees may be paired with Eva, and all of them have a mentor.",
      "Eva has 1 slot, and also mentors Ada.",
      "Eva wants 1 mentor, and also has Ada.",
      "1 other mentor may be paired with Eva and has a mentee.",
      "2 other mentees may be paired with Eva, of whom Ada has no mentor.",
      "Eva has 2 slots, and also mentors Ada and Ben.",
      "Eva wants 2 mentors, and also has Ada and Ben.",
      "2 other mentors may be paired with Eva, and all of them have a mentee.",
      "2 other mentees may be paired with Eva, of whom Ada and Ben have no mentor.",
    ]
  `);
  expect(sayRivals(de)).toMatchInlineSnapshot(`
    [
      "Eva hat 0 Plätze.",
      "Eva wünscht sich 0 Mentoren.",
      "Für Eva kommt sonst niemand infrage.",
      "Für Eva kommen 2 andere Mentees infrage; alle haben ein Tandem.",
      "Eva hat 1 Platz und ist auch mit Ada im Tandem.",
      "Eva wünscht sich 1 Mentor und ist auch mit Ada im Tandem.",
      "Für Eva kommt 1 anderer Mentor infrage; diese Person hat ein Tandem.",
      "Für Eva kommen 2 andere Mentees infrage; Ada ist davon ohne Tandem.",
      "Eva hat 2 Plätze und ist auch mit Ada und Ben im Tandem.",
      "Eva wünscht sich 2 Mentoren und ist auch mit Ada und Ben im Tandem.",
      "Für Eva kommen 2 andere Mentoren infrage; alle haben ein Tandem.",
      "Für Eva kommen 2 andere Mentees infrage; Ada und Ben sind davon ohne Tandem.",
    ]
  `);
});

test('other possible partners are told in English and in German', () => {
  expect(sayAlternatives(en)).toMatchInlineSnapshot(`
    [
      "There is no mentor for Eva",
      "There is no other mentee for Eva",
      "Possible mentors for Eva",
      "Other possible mentors for Eva (lowest cost first)",
      "Other possible mentees for Eva (the 3 of 7 that cost least)",
      "Other possible mentees for Eva (3 of 7; others may cost less)",
    ]
  `);
  expect(sayAlternatives(de)).toMatchInlineSnapshot(`
    [
      "Für Eva kommt kein Mentor infrage",
      "Für Eva kommt sonst kein Mentee infrage",
      "Mögliche Mentoren für Eva",
      "Andere mögliche Mentoren für Eva (niedrigster Preis zuerst)",
      "Andere mögliche Mentees für Eva (die 3 von 7 mit dem niedrigsten Preis)",
      "Andere mögliche Mentees für Eva (3 von 7; andere kosten vielleicht weniger)",
    ]
  `);
});

test('what pairing two would cost is told in English and in German', () => {
  expect(sayVerdicts(en)).toMatchInlineSnapshot(`
    [
      "Ada and Eva are a tandem.",
      "Without it there would be X.",
      "Without it there would be X. Everything that counts more would stay the same.",
      "Another pairing without it would be just as good. The fixed draw between ties decided.",
      "Without this tandem, at best",
      "Ada and Eva are not a tandem, although no rule keeps them apart.",
      "Pairing them is possible, at a cost: X.",
      "Pairing them is possible, at a cost: X. Everything that counts more would stay the same.",
      "Pairing them would cost nothing that counts. The fixed draw between ties decided.",
      "If they were paired",
      "Ada and Eva may not be paired.",
      "Even if they were allowed to be paired, they would not be a tandem. Cost: X.",
      "Even if they were allowed to be paired, they would not be a tandem. Cost: X. Everything that counts more would stay the same.",
      "If they were allowed to be paired, it would cost nothing that counts.",
      "If they were paired all the same",
      "If they were allowed to be paired, they would be a tandem, and there would be X.",
      "Pairing them is not possible, because x.",
      "Even if they were allowed to be paired, it would not be possible, because x.",
    ]
  `);
  expect(sayVerdicts(de)).toMatchInlineSnapshot(`
    [
      "Ada und Eva sind ein Tandem.",
      "Ohne dieses Tandem gäbe es X.",
      "Ohne dieses Tandem gäbe es X. Alles, was mehr zählt, bliebe gleich.",
      "Ohne dieses Tandem ginge es genauso gut; das feste Los bei Gleichstand hat entschieden.",
      "Ohne dieses Tandem, bestenfalls",
      "Ada und Eva sind kein Tandem, obwohl keine Regel dagegen spricht.",
      "Dieses Tandem ist möglich, hat aber einen Preis: X.",
      "Dieses Tandem ist möglich, hat aber einen Preis: X. Alles, was mehr zählt, bliebe gleich.",
      "Dieses Tandem würde nichts kosten, was zählt; das feste Los bei Gleichstand hat entschieden.",
      "Wären sie ein Tandem",
      "Ada und Eva dürfen kein Tandem sein.",
      "Auch wenn es erlaubt wäre, wären sie kein Tandem. Preis: X.",
      "Auch wenn es erlaubt wäre, wären sie kein Tandem. Preis: X. Alles, was mehr zählt, bliebe gleich.",
      "Wäre es erlaubt, würde dieses Tandem nichts kosten, was zählt.",
      "Wären sie trotzdem ein Tandem",
      "Wäre es erlaubt, wären sie ein Tandem, und es gäbe X.",
      "Dieses Tandem ist nicht möglich, denn x.",
      "Auch wenn es erlaubt wäre, wäre dieses Tandem nicht möglich, denn x.",
    ]
  `);
});

test('what rules found in two people is told in English and in German', () => {
  expect(sayFacts(en)).toMatchInlineSnapshot(`
    [
      "both have Ada and Ben",
      "both have IT, 1 of Eva's 2",
      "Ada has none, Eva has Ada and Ben",
      "neither has a level",
      "neither has any topics",
      "Eva has no time zone",
      "neither is, and they share none, as far as the sheets show (no manager of Ada or Ben is given; the line above Ada and Ben ends with somebody who is not in the sheets)",
      "Ada is above Eva, and they share a direct manager",
      "Ada is choice 2 of Eva",
      "Ada named IT and HR",
      "they are a forced pair that may break rules, because: x",
      "they are a forced pair: the list of pairs locks them",
      "they are a forced pair: the list of pairs locks them, because: x",
      "the tandem is approved and stays",
      "the tandem is approved and stays, with the note "x"",
      "1 point",
      "2.5 points",
    ]
  `);
  expect(sayFacts(de)).toMatchInlineSnapshot(`
    [
      "beide: Ada und Ben",
      "beide: IT (1 von 2 bei Eva)",
      "Ada: keine Angabe; Eva: Ada und Ben",
      "bei beiden fehlt die Angabe Ebene",
      "bei beiden fehlt die Angabe Themen",
      "bei Eva fehlt die Angabe Zeitzone",
      "beides trifft zu, soweit bekannt (für Ada und Ben ist keine Führungskraft angegeben; über Ada und Ben endet die Berichtslinie bei einer Person, die nicht in den Tabellen ist)",
      "Ada ist Eva vorgesetzt, und sie haben dieselbe direkte Führungskraft",
      "Ada ist Wunsch 2 von Eva",
      "Ada hat IT und HR ausgeschlossen",
      "sie sind ein festgelegtes Tandem, das gegen Regeln verstoßen darf; Grund: x",
      "die Paarliste legt sie als Tandem fest",
      "die Paarliste legt sie als Tandem fest; Grund: x",
      "das Tandem ist freigegeben und bleibt",
      "das Tandem ist freigegeben und bleibt; Notiz: „x“",
      "1 Punkt",
      "2,5 Punkte",
    ]
  `);
});
