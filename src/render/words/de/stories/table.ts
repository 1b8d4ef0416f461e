import type { StoriesOf } from '../../en/stories/story.ts';

export const table: StoriesOf<'table'> = {
  E005: {
    title: 'Ein Anführungszeichen, das nie endet',
    why: 'In CSV darf eine Zelle in doppelten Anführungszeichen stehen. Hier fehlt das schließende, darum wäre der Rest der Datei eine einzige Zelle. Unterhalb dieser Zeile wurde nichts gelesen.',
    whatToDo:
      'Schließen Sie das Anführungszeichen. Gehört es zum Text, verdoppeln Sie es, und setzen Sie die ganze Zelle in Anführungszeichen: `"Anna ""Anni"" Berg"`.',
  },
  E006: {
    title: 'Ein Anführungszeichen mitten in einer Zelle',
    why: 'Anführungszeichen dürfen um eine Zelle stehen, oder verdoppelt in einer solchen Zelle. Sonst ist unklar, wo die Zelle endet.',
    whatToDo:
      'Schreiben Sie `"Anna ""Anni"" Berg"`, oder speichern Sie die Tabelle mit Excel, das es von selbst richtig macht.',
  },
  E007: {
    title: 'Eine Zeile mit zu vielen oder zu wenigen Zellen',
    why: 'Es ist unklar, welche Zelle zu welcher Spalte gehört, darum wird nichts geraten. Vielleicht enthält eine Zelle das Trennzeichen (`Berg, Anna` in einer Datei mit Kommas), oder die Zeile kommt aus einer anderen Tabelle.',
    whatToDo:
      'Setzen Sie die Zelle mit dem Trennzeichen in Anführungszeichen, oder ergänzen Sie die fehlenden Trennzeichen.',
  },
  E163: {
    title: 'Die Kopfzeile passt nicht zu den Zeilen',
    why: 'Die meisten Zeilen haben gleich viele Zellen, die Kopfzeile aber mehr oder weniger. Es ist unklar, welcher Spaltenname fehlt oder zu viel ist.',
    whatToDo:
      'Löschen Sie den Namen ohne Zellen darunter, oder benennen Sie die Spalte ohne Namen. Setzen Sie einen Namen mit dem Trennzeichen in Anführungszeichen.',
  },
  E008: {
    title: 'Zwei Spalten mit derselben Bedeutung',
    why: 'Beide Überschriften bedeuten dieselbe Spalte, ihre Zellen können sich aber unterscheiden. rmentor wählt nicht für Sie aus.',
    whatToDo:
      'Löschen Sie eine, benennen Sie eine um, oder wählen Sie in der Konfiguration: `"columns": { "email": "E-Mail" }`. Heißen beide gleich, ist `"E-Mail#2"` die zweite von links.',
  },
  E009: {
    title: 'Eine Spalte fehlt',
    why: 'Diese Spalte ist nötig, und keine Überschrift passt dazu. Jede Person braucht einen Namen und eine ID oder E-Mail-Adresse, und ein Land, wenn es Obergrenzen oder `crossBorder` gibt. Eine ähnliche Überschrift wird vorgeschlagen, aber nie von selbst genommen.',
    whatToDo:
      'Benennen Sie die Spalte um, oder nennen Sie Ihre in der Konfiguration: `"columns": { "email": "Dienstliche Adresse" }`. `rmentor validate` zeigt, wie jede Überschrift verstanden wurde.',
  },
  E061: {
    title: 'Keine Spaltennamen',
    why: 'In dieser Zeile ist kein bekannter Spaltenname. Entweder fehlt die Kopfzeile, oder die Spalten haben ungewöhnliche Namen.',
    whatToDo:
      'Schreiben Sie die Spaltennamen in die erste Zeile, oder nennen Sie Ihre in der Konfiguration unter `columns`.',
  },
  W120: {
    title: 'Text über den Spaltennamen',
    why: 'Über der Kopfzeile stehen Titel, ein Datum oder leere Zeilen. rmentor lässt sie aus.',
    whatToDo: 'Wenn die Zeile in dieser Meldung die Kopfzeile ist, ist nichts zu tun.',
  },
  W121: {
    title: 'Die Spaltennamen kommen noch einmal vor',
    why: 'Diese Zeile wiederholt die Kopfzeile oder enthält technische Namen, wie in Exporten aus SuccessFactors. Sie wird nicht als Person gelesen.',
    whatToDo: 'Es ist nichts zu tun. Sie können die Zeile auch löschen.',
  },
  W122: {
    title: 'Eine Zeile mit Summen',
    why: 'In der letzten Zeile steht ein Wort wie „Summe“ und daneben nur Zahlen. Sie wird nicht als Person gelesen.',
    whatToDo: 'Es ist nichts zu tun. Sie können die Zeile auch löschen.',
  },
  W123: {
    title: 'Eine Zelle in einer Spalte ohne Namen',
    why: 'Die Spalte hat Zellen, aber keinen Namen. Darum wird sie nicht gelesen.',
    whatToDo: 'Geben Sie der Spalte einen Namen, oder löschen Sie ihre Zellen.',
  },
  W063: {
    title: 'Eine Überschrift mit einem möglichen Tippfehler',
    why: 'Keine Spalte wurde als die genannte gelesen, diese Überschrift weicht aber nur um ein oder zwei Buchstaben ab. Sie wird nicht genommen, denn es kann eine eigene Spalte von Ihnen sein.',
    whatToDo: 'Berichtigen Sie die Überschrift, wenn es ein Tippfehler ist. Sonst ist nichts zu tun.',
  },
  W140: {
    title: 'Eine Überschrift, die nicht zu den Zellen passt',
    why: 'Die Überschrift ist ein bekannter Spaltenname, in den Zellen steht aber etwas anderes, zum Beispiel Ja und Nein statt Führungskräften. Die Spalte wird nicht genommen.',
    whatToDo:
      'Sehen Sie sich die Zellen an. Benennen Sie die Spalte um, wenn die Meldung recht hat. Sonst berichtigen Sie die Zellen.',
  },
  W141: {
    title: 'Spalten mit demselben Namen',
    why: 'Mehrere Spalten heißen gleich. rmentor braucht sie nicht. In einer Regel ist `"Comments#2"` die zweite von links.',
    whatToDo: 'Es ist nichts zu tun. Sie können eine davon auch umbenennen.',
  },
  E152: {
    title: 'Eine Regel über Spalten mit demselben Namen',
    why: 'Eine Regel nennt eine Spalte, und mehrere Spalten heißen so.',
    whatToDo:
      'Schreiben Sie, welche Sie meinen, von links gezählt: `"field": "comments#2"`. Oder benennen Sie eine Spalte um.',
  },
  W143: {
    title: 'Namen, die Zahlen sind',
    why: 'In der Spalte mit den Namen stehen nur Zahlen. Sie werden als Namen gelesen, die richtigen Namen können aber in einer anderen Spalte sein.',
    whatToDo: 'Nennen Sie die richtige Spalte in der Konfiguration unter `columns`. Sonst ist nichts zu tun.',
  },
  W144: {
    title: 'Ein Rang statt einer Priorität',
    why: 'Bei einem Rang kommt die 1 zuerst, bei einer Priorität die größte Zahl. Die Spalte wird nicht genommen, weil sonst die falschen Personen zuerst kämen.',
    whatToDo:
      'Drehen Sie die Zahlen um, und nennen Sie die Spalte priority. Wenn die größte Zahl schon zuerst kommt, nennen Sie die Spalte in der Konfiguration unter `columns`.',
  },
  W145: {
    title: 'Eine Frage mit einer Spalte je Antwort',
    why: 'Umfragen schreiben für jedes Kästchen zum Ankreuzen eine Spalte. rmentor macht daraus eine Liste je Person.',
    whatToDo:
      'Wenn die Frage danach fragt, ist nichts zu tun. Sonst schreiben Sie in die Konfiguration: `"columns": { "topics": null }`.',
  },
  W146: {
    title: 'Spaltennamen in zwei Zeilen',
    why: 'Die Spaltennamen stehen in zwei Zeilen, wie bei verbundenen Zellen in Excel oder bei Fragen aus SurveyMonkey. rmentor liest beide als Kopfzeile.',
    whatToDo: 'Prüfen Sie mit `rmentor validate`, wie die Spalten verstanden wurden.',
  },
  W151: {
    title: 'Welche Priorität zuerst kommt',
    why: 'Bei rmentor kommt die größte Zahl zuerst. Viele meinen mit „Prio 1“ das Wichtigste.',
    whatToDo:
      'Drehen Sie die Zahlen um, wenn die 1 zuerst kommen soll. Wenn sie stimmen, nennen Sie die Spalte in der Konfiguration unter `columns`.',
  },
};
