import type { StoriesOf } from '../../en/stories/story.ts';

export const files: StoriesOf<'files'> = {
  E001: {
    title: 'Die Datei ist leer',
    why: 'Die Datei enthält keinen Text, höchstens Leerzeichen und Zeilenumbrüche. Vielleicht ist der Export abgebrochen, oder ein anderes Programm hat die Datei gerade noch geschrieben.',
    whatToDo: 'Exportieren Sie die Tabelle neu, und prüfen Sie die Größe der Datei, bevor Sie sie weitergeben.',
  },
  E002: {
    title: 'Spaltennamen ohne Zeilen',
    why: 'Die Tabelle hat Spaltennamen, aber darunter steht niemand. So sieht ein Export aus, bei dem ein Filter aktiv war.',
    whatToDo: 'Heben Sie den Filter auf, und exportieren Sie neu.',
  },
  W153: {
    title: 'Eine zusätzliche Tabelle ohne Zeilen',
    why: 'Die Tabelle hat nur Spaltennamen. Wenn die Zeilen beim Export verloren gingen, könnten sich frühere Tandems wiederholen, und festgelegte Tandems würden fehlen.',
    whatToDo: 'Lassen Sie die Datei weg, wenn sie leer sein soll. Sonst exportieren Sie sie mit ihren Zeilen neu.',
  },
  E003: {
    title: 'Die Datei ist keine Tabelle',
    why: 'Es zählt, was in der Datei steht, nicht wie sie heißt. Diese enthält etwas anderes, zum Beispiel ein PDF, ein Archiv oder eine Anmeldeseite, die statt des Downloads gespeichert wurde.',
    whatToDo: 'Öffnen Sie die Datei, um zu sehen, was sie ist, und exportieren Sie die Tabelle neu.',
  },
  E004: {
    title: 'Beschädigte Zeichen',
    why: 'Einige Bytes dieser Datei passen nicht zur Kodierung der übrigen. Das kommt vor, wenn zwei Dateien zusammengefügt wurden. Die Meldung zeigt die erste Zelle damit.',
    whatToDo:
      'Wählen Sie in Excel „Speichern unter“ und „CSV UTF-8 (durch Trennzeichen getrennt)“. Wenn Sie die Kodierung der Datei kennen, geben Sie sie mit `--encoding` an.',
  },
  E104: {
    title: 'Eine unbekannte Kodierung',
    why: 'Die Datei ist nicht in UTF-8, und keine andere bekannte Kodierung ergibt lesbare Wörter. rmentor hört hier auf, denn sonst hätten Namen falsche Buchstaben.',
    whatToDo:
      'Wählen Sie in Excel „Speichern unter“ und „CSV UTF-8 (durch Trennzeichen getrennt)“. Wenn Sie die Kodierung der Datei kennen, geben Sie sie mit `--encoding` an.',
  },
  W071: {
    title: 'Unsichtbare Steuerzeichen',
    why: 'Die Zelle enthält Zeichen, die einen Drucker oder Bildschirm steuern oder die Schreibrichtung umkehren. Sie bleiben beim Kopieren aus anderen Programmen zurück. rmentor entfernt sie.',
    whatToDo: 'Tippen Sie den Text neu ein, wenn er falsch aussieht.',
  },
  E105: {
    title: 'Ein verlorenes Zeichen',
    why: 'In der Datei steht das Zeichen `�`. Ein anderes Programm konnte einen Buchstaben nicht lesen und hat ihn damit ersetzt. Der Buchstabe ist verloren.',
    whatToDo: 'Exportieren Sie die Tabelle dort neu, woher sie kommt, oder tippen Sie den Buchstaben ein.',
  },
  W106: {
    title: 'Die Datei ist nicht in UTF-8',
    why: 'Die Datei sagt nicht, welche Kodierung sie hat. rmentor nimmt die, die lesbare Wörter ergibt, und zeigt eines zur Kontrolle. Wenn eine andere fast genauso gut passt, steht auch deren Wort in der Meldung.',
    whatToDo:
      'Wenn das Wort stimmt, ist nichts zu tun. Sonst geben Sie die Kodierung an, zum Beispiel `--encoding windows-1250`, oder speichern Sie in Excel als „CSV UTF-8“.',
  },
  W111: {
    title: 'Eine Kodierung, die nicht nötig ist',
    why: 'Sie haben mit `--encoding` eine Kodierung angegeben, die Datei hat aber eindeutig eine andere. rmentor richtet sich nach der Datei.',
    whatToDo: 'Lassen Sie `--encoding` weg.',
  },
  W112: {
    title: 'Text mit der Endung einer Excel-Mappe',
    why: 'Die Datei heißt wie eine Excel-Mappe, enthält aber CSV-Text. rmentor liest sie als CSV.',
    whatToDo: 'Geben Sie der Datei die Endung `.csv`, damit Excel sie ohne Warnung öffnet.',
  },
  E010: {
    title: 'Eine Tabelle für beide Seiten',
    why: '`--mentors` und `--mentees` nennen dieselbe Tabelle, und keine Spalte sagt, wer Mentor und wer Mentee ist.',
    whatToDo:
      'Ergänzen Sie eine Spalte `role` mit `mentor`, `mentee` oder `both` in jeder Zeile, oder nehmen Sie zwei Tabellen.',
  },
  E113: {
    title: 'Eine unbekannte Rolle',
    why: 'Beide Seiten stehen in einer Tabelle. Darum muss die Spalte mit der Rolle bei jeder Person `mentor`, `mentee` oder `both` sagen. Übliche deutsche Wörter dafür sind auch bekannt.',
    whatToDo:
      'Berichtigen Sie die Zelle, oder sagen Sie in der Konfiguration, was Ihr Wort bedeutet: `"values": { "role": { "Digital Buddy": "mentor" } }`.',
  },
  E141: {
    title: 'Die Datei ist zu groß',
    why: 'Damit keine Datei Ihren Computer blockiert, gibt es Grenzen: je Datei 256 MiB, 500.000 Zeilen, 1.000 Spalten und 5.000.000 Zellen, je Zeile 1 MiB, je Zelle 32.767 und je Spaltenname 2.000 Buchstaben. Eine Konfiguration darf 4 MiB groß sein. Nach 10.000 Problemen prüft rmentor keine weiteren Zeilen.',
    whatToDo: 'Behalten Sie nur die nötigen Personen und Spalten, oder nennen Sie die richtige Datei.',
  },
  E142: {
    title: 'Zu viele Führungskräfte übereinander',
    why: 'Jede Führungskraft hat wieder eine Führungskraft, mehr als 100 Stufen hoch. So viele hat kein Unternehmen. Vermutlich enthält die Spalte etwas anderes, zum Beispiel die ID der nächsten Zeile.',
    whatToDo: 'Berichtigen Sie die Spalte mit den Führungskräften, oder löschen Sie sie.',
  },
};
