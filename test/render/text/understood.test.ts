import { expect, test } from 'vitest';
import type { Policy } from '../../../src/domain/policy.ts';
import { renderUnderstood } from '../../../src/render/text/understood.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en, type Words } from '../../../src/render/words/en/index.ts';

const same = (text: string) => text;
const paint = { bold: same, dim: same, good: same, bad: same, warn: same };

const POLICY: Policy = {
  preset: 'none',
  levels: [],
  must: [],
  prefer: [],
  objective: [{ kind: 'mentees' }, { kind: 'score' }],
  pairsOnly: true,
  repeatAfterMonths: null,
  start: '',
};

const SHEET = {
  role: 'mentees' as const,
  file: 'Anmeldung.xlsx#Mentees',
  encoding: 'UTF-8',
  delimiter: null,
  rows: 1,
  columns: [
    { header: 'Welche Themen möchten Sie mit Ihrer Mentorin oder Ihrem Mentor besprechen?', column: 'topics' },
    { header: 'E-Mail', column: 'email' },
    { header: 'Prio', column: 'priority' },
    { header: 'Bemerkung', column: null },
  ],
  fits: () => true,
};

const render = (words: Words, width: number | null) => {
  const defaults = { capacity: '1', wants: '2', level: 'Team' };
  return renderUnderstood({ sheets: [SHEET], policy: POLICY, defaults, gaps: null }, words, { paint, width });
};

test('what was understood fits 60 columns, whatever a header is', () => {
  expect(render(de, 60)).toMatchInlineSnapshot(`
    "Anmeldung.xlsx#Mentees: 1 Zeile (Mentees), UTF-8
      Welche Themen möchten Sie mit Ihrer Mentorin oder Ihrem
        Mentor besprechen? → topics
      E-Mail    → email
      Prio      → priority (die größere Zahl hat Vorrang)
      unter eigenem Namen behalten: Bemerkung
      fehlt, und nicht gebraucht: department, country, city,
        languages, level, manager, timezone, wish_1 und not_with
      von keiner Regel gebraucht: email und topics

    Wo eine Zelle leer ist oder ihre Spalte fehlt
      nimmt ein Mentor höchstens 1 Mentee
      wünscht sich ein Mentee 2 Mentoren
      gilt als Ebene: Team

    Regeln: Voreinstellung none
      ausgeschlossen  keine
      Punkte, wenn    keine
      Ziele           Mentees mit Tandem, dann Punkte aller
                      Tandems zusammen
      Paare           nur Paare, denen die Paarliste Punkte
                      gibt, sind möglich
    "
  `);
  expect(
    Math.max(
      ...render(de, 60)
        .split('\n')
        .map(({ length }) => length),
    ),
  ).toBeLessThanOrEqual(60);
  expect(render(en, 60)).toMatchInlineSnapshot(`
    "Anmeldung.xlsx#Mentees: 1 row of mentees, UTF-8
      Welche Themen möchten Sie mit Ihrer Mentorin oder Ihrem
        Mentor besprechen? → topics
      E-Mail    → email
      Prio      → priority (the larger number is served first)
      kept under their own names: Bemerkung
      missing, and not needed: department, country, city,
        languages, level, manager, timezone, wish_1 and not_with
      not used by any rule: email and topics

    Where a cell is empty or its column is missing
      a mentor takes at most 1 mentee
      a mentee wants 2 mentors
      level: Team

    Rules: preset none
      ruled out  none
      points if  none
      goals      mentees with a mentor, then points of all
                 tandems together
      pairs      only pairs to which the list of pairs gives
                 points may be paired
    "
  `);
});

test('what was understood is a line a thing where there is no terminal', () => {
  expect(render(de, null).split('\n')[1]).toBe(`  ${SHEET.columns[0]?.header} → topics`);
});
