import type { StoriesOf } from '../../en/stories/story.ts';

export const earlier: StoriesOf<'earlier'> = {
  E055: {
    title: 'Kein Datum',
    why: 'Ein Datum mit Schrägstrichen bedeutet in verschiedenen Ländern verschiedene Tage, darum wird nichts geraten.',
    whatToDo: 'Schreiben Sie `2025-03-31` oder `31.03.2025`.',
  },
  W067: {
    title: 'Frühere Tandems ohne Datum',
    why: 'Mit `repeat` darf sich ein Tandem nach einigen Monaten wiederholen, aber in dieser Liste steht kein Datum. Darum wiederholt sich keines davon.',
    whatToDo:
      'Ergänzen Sie eine Spalte `date` mit dem letzten Tag jedes Tandems, oder streichen Sie `repeat` in der Konfiguration.',
  },
  E176: {
    title: 'Eine Liste mit unbekannten Personen',
    why: 'Keine Zeile nennt genau eine Person aus den Tabellen, einige aber fast. Ohne diese Liste könnten sich frühere Tandems wiederholen.',
    whatToDo: 'Berichtigen Sie die Zellen aus den folgenden Meldungen.',
  },
  W177: {
    title: 'Eine Liste von Personen, die nicht mehr dabei sind',
    why: 'Keine Zeile nennt jemanden aus den Tabellen, auch nicht ähnlich. Die Liste hat keine Wirkung.',
    whatToDo: 'Prüfen Sie, ob es die richtige Datei ist und ob sie Personen so nennt wie die Tabellen.',
  },
  W072: {
    title: 'Einige frühere Tandems ohne Datum',
    why: 'Mit `repeat` darf sich ein Tandem nach einigen Monaten wiederholen, aber in diesen Zeilen steht kein Datum. Darum wiederholen sich diese Tandems nie.',
    whatToDo: 'Schreiben Sie den letzten Tag jedes Tandems in die Spalte `date`.',
  },
  E220: {
    title: 'Ein unbekanntes Wort dafür, was aus einem Tandem wird',
    why: 'Die Spalte `next_round` kennt `continue` (die beiden bleiben ein Tandem) und `never` (die beiden dürfen kein Tandem mehr werden). Eine leere Zelle sagt keines von beiden.',
    whatToDo: 'Schreiben Sie `continue` oder `never`, oder lassen Sie die Zelle leer.',
  },
  W221: {
    title: 'Ein Tandem, das nicht weitermachen kann',
    why: 'Die beiden wollten ein Tandem bleiben, aber jemand ist auf dieser Seite nicht in den Tabellen oder hat sich abgemeldet. Für die andere Person wird neu gesucht.',
    whatToDo:
      'Hat die Person eine andere Rolle oder E-Mail-Adresse, berichtigen Sie die Zeile. Hat sie das Programm verlassen, ist nichts zu tun.',
  },
  E222: {
    title: 'Ein Tandem, das weitermachen soll und nicht darf',
    why: 'Nach der Liste macht das Tandem weiter, aber eine Regel, ein Ausschluss oder eine Ablehnung steht dagegen. Vielleicht hat jemand inzwischen eine andere Stufe oder Abteilung.',
    whatToDo: 'Leeren Sie die Zelle in `next_round`, oder ändern Sie die Regel oder die Zeile, die dagegen spricht.',
  },
  W223: {
    title: 'Zwei Zeilen, die sich über ein Tandem widersprechen',
    why: 'Von mehreren Zeilen zu einem Tandem entscheidet die neueste, ob es weitermacht. Hier haben zwei Zeilen dasselbe Datum oder keines und sagen Verschiedenes. Darum macht das Tandem nicht weiter. `never` zählt unabhängig vom Datum.',
    whatToDo: 'Behalten Sie eine der beiden Zeilen, oder schreiben Sie den letzten Tag in die Spalte `date`.',
  },
  W073: {
    title: 'Tandems, die bleiben und sich zugleich nicht wiederholen sollen',
    why: '`previous` nennt Tandems, die bleiben sollen, und `history` Tandems, die sich nicht wiederholen. Steht ein Tandem in beiden, wiederholt es sich nicht.',
    whatToDo: 'Nennen Sie die Datei nur als `previous`, oder nehmen Sie diese Tandems aus der Liste `history`.',
  },
};
