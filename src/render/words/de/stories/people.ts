import type { StoriesOf } from '../../en/stories/story.ts';

export const people: StoriesOf<'people'> = {
  E011: {
    title: 'Eine leere Zelle',
    why: 'Jede Person braucht einen Namen und eine ID oder E-Mail-Adresse, und ein Land, wenn es Obergrenzen oder `crossBorder` gibt. Leerzeichen allein zählen als leer.',
    whatToDo:
      'Füllen Sie die Zelle aus. Wenn jemand nicht mehr teilnimmt, lassen Sie die Zeile stehen, und setzen Sie den Status auf `withdrawn`.',
  },
  E012: {
    title: 'Keine ganze Zahl',
    why: 'Die Zelle zählt Personen oder Plätze, darum darf sie nur Ziffern enthalten, nicht `5+`, `1-2`, `zwei` oder `1,5`. Eine leere Zelle hat die übliche Bedeutung: `capacity` 1, `min_load` 0, `wants` 1, `priority` 0.',
    whatToDo:
      'Schreiben Sie nur Ziffern. Wenn ein Wort in vielen Zeilen steht, sagen Sie in der Konfiguration, was es bedeutet: `"values": { "capacity": { "max. 2": 2 } }`. Wenn jemand diesmal niemanden möchte, setzen Sie den Status auf `withdrawn`.',
  },
  W190: {
    title: 'Wörter, die „leer“ bedeuten',
    why: 'Wörter wie k. A., keine, n/a, none, – oder ? zählen als leere Zelle, außer in IDs und Namen. Auch NA, no und nein zählen als leer, wenn sie in der Spalte kein Wert sind: NA ist auch Namibia, no auch Norwegisch. Am Ende der Meldung steht, was eine leere Zelle hier bedeutet.',
    whatToDo:
      'Wenn das stimmt, ist nichts zu tun. Schreiben Sie in einer Zahlenspalte 0, wenn Sie null meinen. Ist so ein Wort bei Ihnen ein Wert, schreiben Sie `"values": { "none": { "keine": false } }` in die Konfiguration. Ein eigenes Wort ergänzen Sie mit `"values": { "none": ["entfällt"] }`.',
  },
  W191: {
    title: 'Ein Wort, das vielleicht „leer“ bedeutet',
    why: 'NA kann „keine Angabe“ bedeuten oder Nordamerika. In einer Spalte mit freiem Text bleibt so ein Wort stehen. Zwei Personen der Abteilung „NA“ sind dann in derselben Abteilung.',
    whatToDo:
      'Sagen Sie in der Konfiguration, was es ist: `"values": { "none": ["NA"] }`, wenn es „leer“ bedeutet, sonst `"values": { "none": { "NA": false } }`.',
  },
  E013: {
    title: 'Dieselbe ID zweimal',
    why: 'Jede Person einer Tabelle braucht eine eigene ID. Groß- und Kleinschreibung zählen: `A1` und `a1` sind verschieden. Ohne ID gilt die E-Mail-Adresse, die nicht die ID einer anderen Person sein darf.',
    whatToDo: 'Löschen Sie die doppelte Zeile, oder berichtigen Sie die ID.',
  },
  E014: {
    title: 'Dieselbe E-Mail-Adresse zweimal',
    why: 'Zwei Zeilen einer Tabelle haben dieselbe E-Mail-Adresse. Groß- und Kleinschreibung sind egal. So sieht es aus, wenn ein Formular für jedes Thema eine Zeile schreibt.',
    whatToDo:
      'Behalten Sie eine Zeile je Person, mit einer Liste, wo sich die Zeilen unterscheiden (`KI; Kurzvideos`), oder berichtigen Sie die E-Mail-Adresse.',
  },
  E015: {
    title: 'Keine E-Mail-Adresse',
    why: 'Die Zelle muss genau eine E-Mail-Adresse enthalten und sonst nichts: keine zweite und kein Leerzeichen.',
    whatToDo: 'Schreiben Sie eine E-Mail-Adresse, zum Beispiel `ada@example.org`.',
  },
  E016: {
    title: 'Ein unbekanntes Land',
    why: 'Ein Land schreiben Sie mit seinem Code (`DE`, `DEU`) oder seinem Namen, in `limits.csv` auch als Region der Konfiguration oder `*`. Ähnliche Namen werden vorgeschlagen, aber nie von selbst genommen, denn sonst zählte jemand für die falsche Obergrenze. „Kongo“ ist der Name zweier Länder: CD (Kinshasa) und CG (Brazzaville).',
    whatToDo: 'Schreiben Sie den Code aus zwei Buchstaben. Er stimmt in jeder Sprache.',
  },
  E017: {
    title: 'Eine unbekannte Ebene',
    why: 'Eine Ebene ist eine Zahl oder einer der Namen, die in der Konfiguration unter `levels` stehen.',
    whatToDo:
      'Berichtigen Sie die Zelle, oder ergänzen Sie den Namen unter `levels`, wo die niedrigste Ebene zuerst kommt. Ist es ein anderer Name für eine Ebene, schreiben Sie `"values": { "level": { "SVP": "director" } }`.',
  },
  E018: {
    title: 'Ebenen ohne Reihenfolge',
    why: 'In der Tabelle sind die Ebenen Wörter, und eine Regel vergleicht sie. Dafür muss bekannt sein, welche Ebene höher ist.',
    whatToDo:
      'Zählen Sie in der Konfiguration alle Ebenen auf, die niedrigste zuerst: `"levels": ["junior", "manager", "director"]`.',
  },
  W050: {
    title: 'Führungskräfte im Kreis',
    why: 'Geht man von Führungskraft zu Führungskraft, kommt man wieder zur ersten. Jede Person im Kreis zählt als Führungskraft aller anderen darin, und keine zwei von ihnen bilden ein Tandem.',
    whatToDo: 'Berichtigen Sie die Führungskraft einer dieser Personen.',
  },
  E051: {
    title: 'Eine unbekannte Zeitzone',
    why: 'Eine Zeitzone ist ein Name wie `Europe/Berlin`, ein Name aus Windows oder ein Abstand von UTC.',
    whatToDo: 'Schreiben Sie zum Beispiel `Europe/Berlin` oder `UTC+2`.',
  },
  E130: {
    title: 'Eine unbekannte Sprache',
    why: 'Sprachen werden verglichen, darum muss jede bekannt sein, mit Namen oder Code. Was hinter dem Namen steht („C1“, „fließend“), ist egal.',
    whatToDo:
      'Berichtigen Sie den Namen, oder ergänzen Sie ihn in der Konfiguration: `"options": { "languages": ["Gebärdensprache"] }`.',
  },
  E131: {
    title: 'Ein Ort ohne Land',
    why: 'Die Tabelle hat keine Spalte für das Land. In der Konfiguration steht unter `locations`, in welchem Land jeder Ort ist, aber nicht für diesen.',
    whatToDo:
      'Ergänzen Sie den Ort in der Konfiguration unter `locations`, oder ergänzen Sie in der Tabelle eine Spalte für das Land.',
  },
  W132: {
    title: 'Personen, die wegen ihres Status nicht teilnehmen',
    why: 'Nach der Spalte mit dem Status sind diese Personen ausgeschieden oder nicht aktiv. Sie bekommen kein Tandem. Die Meldung nennt die erste Zeile.',
    whatToDo: 'Wenn das stimmt, ist nichts zu tun. Sonst schreiben Sie `active` bei allen, die teilnehmen.',
  },
  W133: {
    title: 'Namen mit dem Nachnamen zuerst',
    why: 'Manche Systeme schreiben Namen wie „Ruiz, Carla (EXT)“. Gelesen wird „Carla Ruiz“. Die Meldung nennt die erste Zeile damit.',
    whatToDo: 'Prüfen Sie den Namen in der Meldung. Wenn er nicht stimmt, schreiben Sie den Namen ohne Komma.',
  },
  W134: {
    title: 'Vielleicht zweimal dieselbe Person',
    why: 'Die beiden Namen unterscheiden sich nur in Groß- und Kleinschreibung, Akzenten oder Umlauten (Müller, Mueller), oder sie sind in derselben Abteilung und demselben Land gleich. Beide Zeilen bleiben, denn zwei Personen können gleich heißen.',
    whatToDo: 'Löschen Sie eine der Zeilen, wenn es dieselbe Person ist.',
  },
  W147: {
    title: 'Text, den ein anderes Programm verändert hat',
    why: 'Ein anderes Programm hat diese Zelle wohl verändert: Buchstaben sind verloren oder vertauscht, `&amp;` kommt von einer Webseite, ein Apostroph kennzeichnet Text, oder aus `2-13` wurde das Datum `13-Feb`. rmentor ändert nichts daran. Eine Meldung zählt alle solchen Zellen einer Spalte.',
    whatToDo: 'Berichtigen Sie die Zellen, oder exportieren Sie die Tabelle neu als UTF-8.',
  },
  W148: {
    title: 'Ein Zusatz, der beim Namen wegfällt',
    why: 'Verzeichnisse hängen an Namen Zusätze wie `(extern)` oder eine Personalnummer an. rmentor entfernt sie. Zahlen mit einer oder zwei Ziffern bleiben, denn sie unterscheiden gleiche Namen.',
    whatToDo:
      'Es ist nichts zu tun, außer wenn der Zusatz zwei Personen unterscheidet. Dann schreiben Sie ihn ohne Klammern.',
  },
  W149: {
    title: 'Ein Name, nach dem jemand abwesend ist',
    why: 'Beim Namen steht, dass jemand abwesend oder ausgeschieden ist. Die Person bekommt trotzdem ein Tandem, denn nur der Status zählt.',
    whatToDo: 'Wenn jemand nicht teilnimmt, schreiben Sie `withdrawn` in eine Spalte `status`.',
  },
  E052: {
    title: 'Ein unbekannter Status',
    why: 'Bei Personen ist der Status `active` oder `withdrawn`, oder ein übliches Wort dafür. Spalten wie „Aktiv?“ enthalten ja und nein. In einem früheren Lauf ist der Status `draft`, `approved` oder `declined`. Dasselbe Wort in vielen Zeilen wird einmal gemeldet.',
    whatToDo:
      'Schreiben Sie eines dieser Wörter, oder lassen Sie die Zelle leer (das bedeutet `active` oder `draft`). Sie können auch in der Konfiguration sagen, was ein Wort bedeutet: `"values": { "status": { "Elternzeit": "withdrawn" } }`. Geht es in der Spalte um etwas anderes, schreiben Sie `"columns": { "status": null }`.',
  },
  E053: {
    title: 'Eine Mindestzahl über den freien Plätzen',
    why: '`min_load` ist die Mindestzahl der Mentees eines Mentors, `capacity` die Höchstzahl.',
    whatToDo: 'Senken Sie `min_load`, oder erhöhen Sie `capacity`.',
  },
  E054: {
    title: 'Keine Zahl in einer Spalte, die eine Regel misst',
    why: 'Eine Regel der Konfiguration misst diese Spalte, darum muss jede Zelle eine Zahl enthalten oder leer sein.',
    whatToDo: 'Schreiben Sie Zahlen, oder lassen Sie die Regel eine andere Spalte messen.',
  },
  E058: {
    title: 'Zu viele Prioritäten',
    why: 'Über jede Priorität wird einzeln entschieden, die höchste zuerst. Mehr als 300 verschiedene würden zu lange dauern.',
    whatToDo: 'Verwenden Sie wenige Gruppen, zum Beispiel 0, 1 und 2.',
  },
  W064: {
    title: 'Ein Wunsch nach einer unbekannten Person',
    why: 'Die gewünschte Person ist in keiner der Tabellen, darum hat der Wunsch keine Wirkung. Nennen Sie Personen mit ID, mit E-Mail-Adresse oder mit einem Namen, den nur eine hat.',
    whatToDo: 'Schreiben Sie die ID oder E-Mail-Adresse wie in der Tabelle.',
  },
  W065: {
    title: 'Ein Ausschlusswunsch, der niemanden trifft',
    why: '`not_with` nennt eine Person oder Abteilung, die in keiner der Tabellen ist. So könnten zwei Personen ein Tandem werden, die keines sein sollen.',
    whatToDo: 'Schreiben Sie ID, E-Mail-Adresse, Name oder Abteilung wie in der Tabelle.',
  },
  W066: {
    title: 'Ein Wunsch nach jemandem auf der eigenen Seite',
    why: 'Ein Mentee wünscht sich einen Mentee, oder ein Mentor einen Mentor. Das kann kein Tandem werden, darum hat der Wunsch keine Wirkung.',
    whatToDo: 'Berichtigen Sie den Wunsch. Sonst ist nichts zu tun.',
  },
  W170: {
    title: 'Jemand mit ähnlichem Namen oder ähnlicher ID',
    why: 'Niemand hat genau diesen Namen oder diese ID, aber jemand hat fast dieselbe. Vielleicht fehlen führende Nullen, `.0` ist zu viel, oder der Name ist falsch geschrieben. Es wird nichts geraten, darum nennt die Zelle niemanden.',
    whatToDo: 'Wenn der Vorschlag stimmt, schreiben Sie ihn wie in der Tabelle.',
  },
  W171: {
    title: 'Ein Name, den mehrere haben',
    why: 'Mehrere Personen heißen so, darum ist unklar, wer gemeint ist. Die Zelle hat keine Wirkung.',
    whatToDo: 'Schreiben Sie die ID oder E-Mail-Adresse der richtigen Person.',
  },
  W172: {
    title: 'ID und Name von zwei Personen',
    why: 'Die ID oder E-Mail-Adresse gehört zu einer Person und der Name zu einer anderen. Vielleicht sind Zeilen der Liste verrutscht. Die Zelle hat keine Wirkung.',
    whatToDo: 'Schreiben Sie nur die ID oder E-Mail-Adresse der richtigen Person, ohne Namen.',
  },
  W068: {
    title: 'Dieselbe ID in beiden Tabellen',
    why: 'Ein Mentor und ein Mentee haben dieselbe ID, darum zählen sie als eine Person und bilden kein Tandem. Name und E-Mail-Adresse sind aber verschieden. Vielleicht sind beide Tabellen einfach ab 1 nummeriert.',
    whatToDo: 'Wenn es zwei Personen sind, ändern Sie die IDs einer Tabelle, zum Beispiel in M1, M2 und so weiter.',
  },
  W178: {
    title: 'Vielleicht dieselbe Person in beiden Tabellen',
    why: 'Ein Mentor und ein Mentee haben verschiedene IDs, aber denselben Namen, oder E-Mail-Adressen, die sich nur hinter einem `+` unterscheiden. Damit niemand mit sich selbst ein Tandem bildet, werden sie nicht zusammengebracht. Bei mehr als zwanzig solchen Paaren zählt eine Meldung alle.',
    whatToDo:
      'Wenn es zwei Personen sind, schreiben Sie `"different": [["m1", "e1"]]` in die Konfiguration. Wenn es eine ist, schreiben Sie `"same"`.',
  },
};
