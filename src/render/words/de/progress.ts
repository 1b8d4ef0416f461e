import type { Words } from '../en/index.ts';
import { formatCount } from './grammar.ts';

export const progress: Words['progress'] = {
  read: 'Tabellen lesen',
  compile: 'Regeln anwenden',
  candidates: 'mögliche Paare suchen',
  solve: 'Tandems bilden',
  price: 'alle Paare vergleichen',
  prove: 'Ergebnis beweisen',
  explain: 'Gründe suchen',
  weigh: 'Änderungen abwägen',
  write: 'Dateien schreiben',
};

export const written: Words['written'] = {
  problems: (file, problems) =>
    `Geschrieben in ${file}: ${problems === 0 ? 'keine Meldungen' : formatCount(problems, 'Meldung', 'Meldungen')}`,
  page: (file: string): string => `Geschrieben: ${file}. Öffnen Sie die Seite in einem Browser.`,
  sample: (folder, files) =>
    `Geschrieben in ${folder}: ${files.join(', ')}. Weiter mit: rmentor match --config ${folder}/rmentor.config.json`,
  inGit: (folder, isKnown) =>
    `${folder} liegt in einem Git-Arbeitsbereich, und ${isKnown ? 'Git lässt den Ordner nicht aus' : 'Git sagt nicht, ob es den Ordner auslässt'}: Die Namen darin könnten in einen Commit geraten. Ergänzen Sie ${folder}/ in .gitignore, oder schreiben Sie woandershin.`,
  program: (path, isOpened) =>
    `Geschrieben in ${path}${isOpened ? '. Die Seite öffnet sich im Browser; wenn nicht, öffnen Sie bitte die Datei selbst.' : '. Öffnen Sie die Datei mit Ihrem Browser.'}`,
  guesses: 'Diese Spalten sind Vermutungen. Prüfen Sie sie, bevor Sie die Einstellung in die Konfiguration übernehmen:',
};
