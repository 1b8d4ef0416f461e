/** @module-tag slow */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rulesCommand } from '../../src/commands/rules.ts';
import { de } from '../../src/render/words/de/index.ts';
import { listening, runMatch, workFolder } from '../support/run.ts';

const FOLDER = 'fixtures/explain';

/** A finished run with pairs and history, of which the certificate alone is left. */
async function keepCertificate(): Promise<string> {
  const folder = workFolder();
  const [pairs, history] = [join(folder, 'pairs.csv'), join(folder, 'history.csv')];
  writeFileSync(pairs, 'mentor,mentee,action\nM1,E1,ban\n');
  writeFileSync(history, 'mentor,mentee,date\nM3,E1,2025-03-31\n');
  const flags = { config: join(FOLDER, 'rmentor.config.json'), pairs, history: [history] };
  expect(await runMatch({ ...flags, out: join(folder, 'whole') })).toMatchObject({ exit: 0 });
  mkdirSync(join(folder, 'run'));
  const certificate = readFileSync(join(folder, 'whole', 'certificate.json'));
  writeFileSync(join(folder, 'run', 'certificate.json'), certificate);
  return folder;
}

/** Paths without what is different on each machine. */
function show(text: string, folder: string): string {
  return text.replaceAll(folder, '').replaceAll(process.cwd(), '');
}

describe('rmentor rules of a finished run', () => {
  test('says them from the certificate alone, and what else there was', async () => {
    const folder = await keepCertificate();
    const { exit, out } = await listening(shell => rulesCommand(join(folder, 'run'), {}, shell));
    expect(exit).toBe(0);
    expect(show(out, folder)).toMatchInlineSnapshot(`
      "Rules of the run in /run, from its certificate.json (made by rmentor 0.0.0-test)
      4 mentors and 5 mentees.

      A mentor and a mentee may be paired only if
        - they are not the same person (not-the-same-person)
        - their names and e-mail addresses do not look like those of one person (not-alike)
        - neither asked not to be paired with the other or with the other’s department (not-vetoed)
        - neither is the other’s manager, directly or further up, and they do not share a direct manager (outside-reporting-line)
        - the mentor's level is below the mentee's, where both are known (below)
        - they share at least one language (overlap-languages)
        - their time zones are at most 5 hours apart (at-most-apart-timezone)

      Points for a possible pair
        - 100 points if they have different departments (cross-department)
        - up to 40 points if they share at least one topic, in proportion to how many of the mentee's topics the mentor has (topics)
        - up to 30 points if one of them wished for the other, most for a first wish (wishes)
        - up to 20 points if they share at least one language, in proportion to how many of the mentee's languages the mentor has (languages)
        - 20 points if they have the same city (city)

      Limits
        - for mentors: Germany

      What counts, most important first (a later goal never costs an earlier one anything)
        1. as many mentees as possible have a mentor
        2. as many tandems as possible (mentees may want several mentors)
        3. as many tandems as possible where they have different departments
        4. the points of all tandems together are as many as possible
        5. mentees are spread as evenly over the mentors as possible
        6. mentees who had fewer earlier tandems come first

      Not in the certificate. To see it, open
        - /fixtures/explain/limits.csv: how high the limits are
        - /pairs.csv: forced and banned pairs, and points of pairs
        - /history.csv: earlier tandems, which are not repeated
        - /run/summary.md: rules that the sheets have no data for

      Ties are settled by a fixed draw from the ids. The order of rows and the names have no influence.
      "
    `);
  });

  test('says them in German', async () => {
    const folder = await keepCertificate();
    const { out } = await listening(shell => rulesCommand(join(folder, 'run'), {}, shell), { words: de });
    expect(show(out, folder)).toMatchInlineSnapshot(`
      "Regeln des Laufs in /run, aus certificate.json (geschrieben von rmentor 0.0.0-test)
      4 Mentoren und 5 Mentees.

      Mentor und Mentee können nur dann ein Tandem bilden, wenn
        - sie nicht dieselbe Person sind (not-the-same-person)
        - Name und E-Mail-Adresse nicht auf dieselbe Person schließen lassen (not-alike)
        - keine Seite die andere Person oder deren Abteilung ausgeschlossen hat (not-vetoed)
        - niemand von beiden der anderen Person direkt oder weiter oben vorgesetzt ist und sie nicht dieselbe direkte Führungskraft haben (outside-reporting-line)
        - die Ebene des Mentors unter der des Mentees liegt, soweit beide bekannt sind (below)
        - sie mindestens eine gemeinsame Sprache haben (overlap-languages)
        - ihre Zeitzonen höchstens 5 Stunden auseinander liegen (at-most-apart-timezone)

      Punkte für ein mögliches Paar
        - 100 Punkte, wenn sie verschiedene Abteilungen haben (cross-department)
        - bis zu 40 Punkte, wenn sie mindestens ein gemeinsames Thema haben, anteilig nach den Themen des Mentees, die der Mentor teilt (topics)
        - bis zu 30 Punkte, wenn eine Seite sich die andere gewünscht hat, am meisten für einen Erstwunsch (wishes)
        - bis zu 20 Punkte, wenn sie mindestens eine gemeinsame Sprache haben, anteilig nach den Sprachen des Mentees, die der Mentor teilt (languages)
        - 20 Punkte, wenn sie denselben Ort haben (city)

      Obergrenzen und Mindestzahlen
        - für Mentoren: Deutschland

      Was zählt, das Wichtigste zuerst (ein späteres Ziel geht nie auf Kosten eines früheren)
        1. möglichst viele Mentees bekommen ein Tandem
        2. möglichst viele Tandems (Mentees können mehrere wünschen)
        3. möglichst viele Tandems, in denen sie verschiedene Abteilungen haben
        4. alle Tandems zusammen haben möglichst viele Punkte
        5. die Mentees sind möglichst gleichmäßig auf die Mentorinnen und Mentoren verteilt
        6. Mentees mit weniger früheren Tandems kommen zuerst

      Nicht in certificate.json, sondern hier zu finden
        - /fixtures/explain/limits.csv: wie hoch die Obergrenzen sind
        - /pairs.csv: festgelegte und ausgeschlossene Paare und Punkte für Paare
        - /history.csv: frühere Tandems, die sich nicht wiederholen
        - /run/summary.md: Regeln, für die in den Tabellen Daten fehlen

      Bei Gleichstand entscheidet ein festes Los aus den IDs. Reihenfolge der Zeilen und Namen haben keinen Einfluss.
      "
    `);
  });

  test('gives JSON, in which nothing is said of gaps', async () => {
    const folder = await keepCertificate();
    const { out } = await listening(shell => rulesCommand(join(folder, 'run'), { json: true }, shell));
    expect(JSON.parse(out)).toMatchObject({ limits: [{ side: 'mentor', place: 'DE' }], gaps: null });
  });

  test('refuses a certificate that was changed', async () => {
    const folder = await keepCertificate();
    const file = join(folder, 'run', 'certificate.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"weight":30', '"weight":31'));
    await expect(listening(shell => rulesCommand(join(folder, 'run'), {}, shell))).rejects.toMatchObject({
      exit: 4,
      trouble: { kind: 'run-does-not-hold' },
    });
  });

  test('finds the run where there are no sheets', async () => {
    const folder = await keepCertificate();
    const config = join(folder, 'rmentor.config.json');
    writeFileSync(config, '{ "out": "run" }');
    const { out } = await listening(shell => rulesCommand(undefined, { config }, shell));
    expect(out).toContain('from its certificate.json');
    writeFileSync(config, '{}');
    await expect(listening(shell => rulesCommand(undefined, { config }, shell))).rejects.toMatchObject({
      trouble: { kind: 'sheets-missing' },
    });
  });
});
