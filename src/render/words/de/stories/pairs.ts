import type { StoriesOf } from '../../en/stories/story.ts';

export const pairs: StoriesOf<'pairs'> = {
  E040: {
    title: 'Eine unbekannte Person in einem Paar',
    why: 'In der Tabelle dieser Seite gibt es die Person nicht. Nennen Sie Personen mit ID, mit E-Mail-Adresse oder mit einem Namen, den nur eine hat.',
    whatToDo: 'Schreiben Sie die ID oder E-Mail-Adresse wie in der Tabelle.',
  },
  E173: {
    title: 'Eine Person der anderen Seite',
    why: 'In der Spalte für den Mentor steht ein Mentee, oder umgekehrt.',
    whatToDo: 'Tauschen Sie die beiden Zellen, oder nennen Sie jemanden von der richtigen Seite.',
  },
  E174: {
    title: 'Ein Name in einem Paar, den mehrere haben',
    why: 'Mehrere Personen heißen so, darum ist unklar, wer gemeint ist.',
    whatToDo: 'Schreiben Sie die ID oder E-Mail-Adresse der richtigen Person.',
  },
  E175: {
    title: 'ID und Name von zwei Personen in einem Paar',
    why: 'Die ID gehört zu einer Person und der Name zu einer anderen. Vielleicht sind Zeilen der Liste verrutscht.',
    whatToDo: 'Schreiben Sie nur die ID oder E-Mail-Adresse der richtigen Person, ohne Namen.',
  },
  E041: {
    title: 'Eine unbekannte Aktion',
    why: 'Jede Zeile der Paarliste sagt, was mit dem Paar geschehen soll.',
    whatToDo:
      'Schreiben Sie `lock` (sie müssen ein Tandem sein), `ban` (sie dürfen keines sein) oder `score` (zusätzliche Punkte für dieses Paar).',
  },
  E042: {
    title: 'Keine Punktzahl',
    why: 'Punkte sind Zahlen mit höchstens drei Nachkommastellen und dürfen auch unter null sein. Ein Dezimalkomma geht, wenn die Zellen nicht durch Kommas getrennt sind.',
    whatToDo: 'Schreiben Sie Punkte wie `12`, `-3` oder `2.5`.',
  },
  E043: {
    title: 'Dasselbe Paar zweimal',
    why: 'Zwei Zeilen sagen dasselbe über ein Paar. Ihre Punkte werden nicht addiert.',
    whatToDo: 'Behalten Sie eine der Zeilen.',
  },
  E044: {
    title: 'Ein festgelegtes Tandem, das auch ausgeschlossen ist',
    why: 'Eine Zeile sagt, dass die beiden ein Tandem sein müssen, und eine andere, dass sie keines sein dürfen.',
    whatToDo: 'Löschen Sie eine der Zeilen.',
  },
  E045: {
    title: 'Ein festgelegtes Tandem gegen eine Regel',
    why: 'Die Paarliste legt dieses Tandem fest, aber eine Regel verbietet es. Eine Ausnahme braucht in der Zeile einen Grund, der im Ergebnis steht, und `--allow-override`. Hat jemand das Tandem abgelehnt, ist keine Ausnahme möglich.',
    whatToDo: 'Löschen Sie die Zeile, oder geben Sie einen Grund an, und rufen Sie mit `--allow-override` auf.',
  },
  E046: {
    title: 'Kein Paar zur Auswahl',
    why: 'Die Konfiguration erlaubt nur Paare mit Punkten, und in der Paarliste gibt es keine.',
    whatToDo: 'Ergänzen Sie Zeilen mit Punkten, oder streichen Sie `"only"` in der Konfiguration.',
  },
  E047: {
    title: 'Zu große Punktzahlen',
    why: 'Punkte werden exakt addiert. Bei so großen Zahlen würde ein Computer runden.',
    whatToDo: 'Teilen Sie alle Gewichte und Punkte durch 1.000. Das Ergebnis bleibt gleich.',
  },
  E057: {
    title: 'Ein festgelegtes Tandem mit jemandem, der sich abgemeldet hat',
    why: 'Die Paarliste legt dieses Tandem fest, aber eine der beiden Personen hat sich abgemeldet.',
    whatToDo: 'Löschen Sie die Zeile, oder setzen Sie den Status der Person auf `active`.',
  },
};
