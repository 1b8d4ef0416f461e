import type { StoriesOf } from '../../en/stories/story.ts';

export const config: StoriesOf<'config'> = {
  E020: {
    title: 'Die Konfiguration ist nicht lesbar',
    why: 'Die Konfiguration ist eine JSON-Datei, und ihre Form stimmt nicht. Der Fehler ist in dieser Zeile oder kurz davor. Oft ist es ein Komma zu viel, ein typografisches Anführungszeichen oder ein Kommentar. Ein umgekehrter Schrägstrich muss doppelt stehen, außer in Pfaden von Dateien.',
    whatToDo:
      'Berichtigen Sie die Datei in einem Editor, der JSON kennt. Mit `$schema` in der ersten Zeile zeigt er den Fehler an.',
  },
  E021: {
    title: 'Eine unbekannte Einstellung',
    why: 'In der Konfiguration steht eine Einstellung, die es nicht gibt. Vielleicht ist es ein Tippfehler.',
    whatToDo: 'Berichtigen Sie den Namen, oder löschen Sie die Zeile.',
  },
  E022: {
    title: 'Eine Einstellung mit falschem Wert',
    why: 'Die Einstellung gibt es, aber ihr Wert geht nicht. Die Meldung sagt, welche Werte möglich sind.',
    whatToDo:
      'Schreiben Sie einen Wert, den die Meldung erlaubt. `docs/policy.md` hat alle Einstellungen (auf Englisch).',
  },
  E023: {
    title: 'Ein unbekannter Name in einer Einstellung',
    why: 'Die Einstellung nennt eine Voreinstellung, eine Regel, ein Ziel oder eine Spalte, die es nicht gibt.',
    whatToDo: 'Berichtigen Sie den Namen. Die Meldung zeigt einen ähnlichen, oder alle, die es gibt.',
  },
  E024: {
    title: 'Derselbe Name zweimal',
    why: 'Eine Einstellung, Regel, Ebene oder Region steht doppelt da, und nur eine davon könnte gelten.',
    whatToDo: 'Behalten Sie eine, oder fassen Sie beide zusammen.',
  },
  E025: {
    title: 'Eine Spalte, die diese Regel nicht braucht',
    why: 'Diese Regel weiß selbst, welche Spalten sie vergleicht.',
    whatToDo: 'Lassen Sie `field` weg.',
  },
  E026: {
    title: 'Eine Regel ohne Spalte',
    why: 'Die Regel vergleicht eine Spalte zweier Personen, aber in der Konfiguration steht nicht, welche.',
    whatToDo: 'Nennen Sie die Spalte, zum Beispiel `"field": "department"`.',
  },
  E027: {
    title: 'Zu viele Regeln',
    why: 'Möglich sind höchstens 27 Regeln.',
    whatToDo: 'Streichen Sie einige, oder fassen Sie in der Tabelle mehrere Spalten zu einer zusammen.',
  },
  E028: {
    title: 'Eine Spalte, die keine Tabelle hat',
    why: 'Die Konfiguration nennt eine Spalte, die es in keiner der beiden Tabellen gibt.',
    whatToDo:
      'Schreiben Sie die Überschrift wie in der Tabelle. Groß- und Kleinschreibung, Leerzeichen, Bindestriche und Akzente sind egal.',
  },
  E056: {
    title: 'Der erste Tag des Programms fehlt',
    why: 'Zeitzonen ändern sich mit der Jahreszeit, und „nicht noch einmal innerhalb von zwei Jahren“ braucht ein Datum. Das heutige wird nie genommen, damit dieselben Dateien immer dasselbe Ergebnis haben.',
    whatToDo: 'Schreiben Sie `"start": "2026-03-01"` in die Konfiguration.',
  },
  E179: {
    title: 'Eine unbekannte Person in einer Einstellung',
    why: '`same` und `different` nennen Personen mit ID, mit E-Mail-Adresse oder mit einem Namen, den nur eine hat. Hier passt niemand.',
    whatToDo:
      'Schreiben Sie die ID oder E-Mail-Adresse wie in der Tabelle. Ist jemand ausgeschieden, streichen Sie das Paar.',
  },
  E180: {
    title: 'Ein Name in einer Einstellung, den mehrere haben',
    why: 'Mehrere Personen heißen so, darum ist unklar, wer gemeint ist.',
    whatToDo: 'Schreiben Sie die ID oder E-Mail-Adresse der richtigen Person.',
  },
  E181: {
    title: 'Zwei Zeilen, die eine Person sein müssen',
    why: '`different` sagt, dass zwei Zeilen zwei Personen sind. Diese haben aber dieselbe ID oder E-Mail-Adresse und zählen darum immer als eine.',
    whatToDo: 'Berichtigen Sie ID oder E-Mail-Adresse in einer der Tabellen, oder streichen Sie das Paar.',
  },
};
