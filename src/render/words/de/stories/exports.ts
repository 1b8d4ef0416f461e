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
};
