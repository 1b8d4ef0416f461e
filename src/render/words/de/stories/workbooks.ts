import type { StoriesOf } from '../../en/stories/story.ts';

export const workbooks: StoriesOf<'workbooks'> = {
  E101: {
    title: 'Eine beschädigte Mappe',
    why: 'Die Datei beginnt wie eine Mappe von Excel oder OpenDocument, ist aber beschädigt oder abgeschnitten.',
    whatToDo:
      'Öffnen Sie die Datei in Excel, das sie oft reparieren kann. Speichern Sie sie neu, und nehmen Sie diese Datei.',
  },
  E102: {
    title: 'Eine Mappe mit Kennwort',
    why: 'Eine Mappe mit Kennwort kann rmentor nicht öffnen, und es fragt nie nach einem Kennwort.',
    whatToDo:
      'Speichern Sie eine Kopie ohne Kennwort (in Excel: Datei, Informationen, Arbeitsmappe schützen) oder als „CSV UTF-8“.',
  },
  E103: {
    title: 'Die Mappe ist zu groß',
    why: 'Die Meldung nennt die Grenze: 16 MiB, 64 MiB entpackt, 100.100 Zeilen, 1.000 Spalten, 5.000.000 Zellen oder 500 Blätter. Leere Zellen, die nur formatiert sind, zählen nicht. Oft hat jemand weit unter oder neben der Tabelle versehentlich etwas eingetippt.',
    whatToDo:
      'Löschen Sie die Zeilen unter der Tabelle und die Spalten daneben, und speichern Sie. Oder speichern Sie das Blatt als „CSV UTF-8“.',
  },
  E140: {
    title: 'Ein altes oder binäres Excel-Format',
    why: 'rmentor liest Mappen mit den Endungen `.xlsx`, `.xlsm` und `.ods`. Für `.xls` und `.xlsb` lässt sich nicht garantieren, dass alles richtig gelesen wird.',
    whatToDo:
      'Öffnen Sie die Datei in Excel oder LibreOffice, speichern Sie sie als `.xlsx`, und nehmen Sie diese Datei.',
  },
  E114: {
    title: 'Ein Blatt, das es nicht gibt',
    why: 'Die Mappe hat kein Blatt mit dem Namen, der hinter `#` steht. Groß- und Kleinschreibung sind egal.',
    whatToDo: 'Schreiben Sie den Namen so, wie er in Excel unten auf dem Blatt steht.',
  },
  E115: {
    title: 'Mehrere mögliche Blätter',
    why: 'Mehrere Blätter dieser Mappe haben bekannte Spaltennamen, und keines heißt so, dass es eindeutig wäre (Mentoren, Mentees …).',
    whatToDo: 'Nennen Sie das Blatt, zum Beispiel `book.xlsx#Plant`, oder benennen Sie es um.',
  },
  W116: {
    title: 'Ein Blatt von mehreren',
    why: 'Die Mappe hat mehrere Blätter. Nur dieses hat einen bekannten Namen oder bekannte Spalten.',
    whatToDo:
      'Wenn es das richtige Blatt ist, ist nichts zu tun. Damit die Warnung verschwindet, nennen Sie das Blatt: `book.xlsx#People`.',
  },
  W117: {
    title: 'Ausgeblendete Blätter',
    why: 'Jemand hat diese Blätter in Excel ausgeblendet. Sie werden nicht gelesen.',
    whatToDo: 'Wenn eines davon das richtige ist, blenden Sie es in Excel ein, oder nennen Sie es: `book.xlsx#Old`.',
  },
  W118: {
    title: 'Ausgeblendete Zeilen',
    why: 'Ein Filter ist aktiv, oder jemand hat Zeilen ausgeblendet. Sie werden gelesen wie alle anderen.',
    whatToDo:
      'Wenn diese Personen nicht teilnehmen, löschen Sie ihre Zeilen, oder setzen Sie ihren Status auf `withdrawn`.',
  },
  W198: {
    title: 'Verbundene Zellen',
    why: 'Jemand hat mehrere Zellen einer Spalte verbunden. In der Datei steht der Text nur in der ersten Zeile. rmentor liest ihn für jede der verbundenen Zeilen.',
    whatToDo: 'Wenn das stimmt, ist nichts zu tun. Sonst lösen Sie die Verbindung, und füllen Sie jede Zeile aus.',
  },
  E119: {
    title: 'Ein Blattname bei einer CSV-Datei',
    why: 'Sie haben mit `#` ein Blatt genannt, die Datei ist aber CSV. Eine CSV-Datei hat nur eine Tabelle.',
    whatToDo: 'Lassen Sie `#` und alles dahinter weg.',
  },
  E107: {
    title: 'Eine beschädigte Zelle',
    why: 'Die Zelle enthält den Fehler einer Formel (`#NV`, `#BEZUG!`, englisch `#N/A`, `#REF!`), oder Excel hat eine lange Zahl gekürzt (`1,2E+11`). Der ursprüngliche Wert ist verloren.',
    whatToDo:
      'Berichtigen Sie die Zelle, und exportieren Sie neu. Formatieren Sie Spalten mit IDs oder Telefonnummern als Text, damit keine Ziffern verloren gehen.',
  },
  W108: {
    title: 'Eine beschädigte Zelle in einer unbenutzten Spalte',
    why: 'Die Zelle enthält den Fehler einer Formel oder eine gekürzte Zahl. Keine Regel braucht diese Spalte, darum zählt die Zelle als leer.',
    whatToDo: 'Berichtigen Sie die Zelle, wenn Sie die Spalte brauchen.',
  },
  E109: {
    title: 'Eine Formel ohne Ergebnis',
    why: 'Ein anderes Programm hat in diese Zelle eine Formel geschrieben, aber kein Ergebnis. Excel berechnet sie erst, wenn Sie die Mappe öffnen.',
    whatToDo: 'Öffnen Sie die Mappe in Excel, speichern Sie sie, und rufen Sie rmentor noch einmal auf.',
  },
};
