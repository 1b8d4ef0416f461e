import type { StoriesOf } from '../../en/stories/story.ts';

export const exports: StoriesOf<'exports'> = {
  E240: {
    title: 'Eine Person ohne E-Mail-Adresse',
    why: 'Das Programm, für das Sie exportieren, findet Personen über ihre E-Mail-Adresse. Ohne sie übergeht es die Zeile oder lehnt sie ab, und die Person erfährt nichts.',
    whatToDo:
      'Ergänzen Sie die E-Mail-Adresse in der Tabelle, und rufen Sie `rmentor match` und `rmentor export` noch einmal auf. `--to csv` braucht keine E-Mail-Adresse.',
  },
  E241: {
    title: 'Eine E-Mail-Adresse, die das Programm nicht nimmt',
    why: 'Manche Programme lehnen E-Mail-Adressen ab, die sonst gültig sind: mit Umlauten und Akzenten vor dem @, oder sehr lange. Ein Tabellenprogramm würde eine E-Mail-Adresse ausführen, die mit `=`, `+` oder `-` beginnt.',
    whatToDo:
      'Berichtigen Sie die E-Mail-Adresse. Ist sie richtig, dann schreiben Sie dieser Person selbst, oder exportieren Sie für ein anderes Programm.',
  },
  E242: {
    title: 'Ein Text, den das Programm abschneiden würde',
    why: 'Mailchimp behält 255 Bytes eines Textes, und ein Umlaut zählt zwei; eine Zelle in Excel fasst 32.767 Zeichen. rmentor schneidet von selbst nichts ab.',
    whatToDo: 'Kürzen Sie den Text in der Tabelle, oder lassen Sie die Spalte bei `--with` weg.',
  },
  E243: {
    title: 'Spalten, die das Programm nicht unterscheiden kann',
    why: 'Mailchimp nennt eine Spalte mit zehn Zeichen, ohne auf Groß- und Kleinschreibung zu achten, und eine Tabelle in Excel braucht für jede Spalte einen anderen Namen. Zwei Ihrer Spalten wären eine.',
    whatToDo: 'Benennen Sie eine der Spalten in der Tabelle um, oder lassen Sie sie bei `--with` weg.',
  },
  E244: {
    title: 'Ein Platzhalter, den rmentor nicht kennt',
    why: 'Ein Wort in geschweiften Klammern wird im Brief zu dem, was über die Person bekannt ist. Dieses gehört nicht dazu, und es ist keine Überschrift einer Spalte Ihrer Tabellen. Es wäre so gesendet worden.',
    whatToDo:
      'Berichtigen Sie den Namen. rmentor kennt `{name}`, `{role}`, `{department}`, `{country}`, `{tandems}`, `{partners}`, `{partner_names}`, `{former_partners}`, `{programme}`, `{round}`, `{kick_off}`, `{note}` und `{reason}`.',
  },
  E245: {
    title: 'Ein Platzhalter, für den es nichts gibt',
    why: 'Der Brief nennt etwas, das bei dieser Person leer ist, und hätte dort eine Lücke.',
    whatToDo:
      'Ergänzen Sie die Zelle in der Tabelle, oder nehmen Sie den Platzhalter aus dem Brief. `{note}` ist die Spalte `note` von `tandems.csv`; `{kick_off}`, `{round}` und `{programme}` sind Angaben bei `rmentor export`.',
  },
  E246: {
    title: 'Ein Brief ohne Betreff',
    why: 'Die erste Zeile eines Briefs ist sein Betreff, und die zweite ist leer.',
    whatToDo:
      'Beginnen Sie die Datei mit `Betreff: Ihr Tandem` und einer leeren Zeile. `rmentor export --to eml --write-letters` schreibt Briefe für den Anfang.',
  },
  E247: {
    title: 'Ein Brief, der nicht in UTF-8 ist',
    why: 'Ältere Editoren schreiben Buchstaben wie ä so, wie es vom Computer abhängt. In einer E-Mail wären es andere Zeichen.',
    whatToDo: 'Öffnen Sie die Datei im Editor, wählen Sie `Speichern unter`, und nehmen Sie UTF-8.',
  },
};
