import type { StoriesOf } from '../../en/stories/story.ts';

export const decisions: StoriesOf<'decisions'> = {
  E190: {
    title: 'Ein freigegebenes Tandem, bei dem jemand fehlt',
    why: 'Jemand hat dieses Tandem in einem früheren Lauf freigegeben, darum bleibt es, bis ein Mensch es beendet. Eine der beiden Personen steht aber nicht mehr in der Tabelle.',
    whatToDo:
      'Nehmen Sie die Person wieder in die Tabelle auf, oder berichtigen Sie die Zeile. Ist die Person ausgeschieden, schreiben Sie `withdrawn` in die Tabelle, oder rufen Sie mit `--release-approved=left` auf.',
  },
  E191: {
    title: 'Ein freigegebenes Tandem gegen eine Regel',
    why: 'Jemand hat dieses Tandem freigegeben, aber eine Regel, die Paarliste oder ein früheres Tandem schließt es jetzt aus.',
    whatToDo:
      'Ändern Sie die Regel, oder setzen Sie den Status auf `draft` oder `declined`. `--release-approved` gibt alle freigegebenen Tandems auf, die nicht bleiben können.',
  },
  W192: {
    title: 'Ein freigegebenes Tandem endet',
    why: 'Eine der beiden Personen hat sich abgemeldet, darum endet das Tandem. Für die andere wird neu gesucht.',
    whatToDo: 'Wenn das stimmt, ist nichts zu tun. Sonst berichtigen Sie den Status in der Tabelle.',
  },
  W193: {
    title: 'Ein freigegebenes Tandem wird aufgegeben',
    why: 'Sie haben mit `--release-approved` aufgerufen, und dieses Tandem kann nicht bleiben: jemand fehlt, eine Regel schließt es aus, oder die freien Plätze reichen nicht. Es werden so wenige Tandems wie möglich aufgegeben, und die mit den wenigsten Punkten.',
    whatToDo: 'Prüfen Sie, ob das stimmt. Mit `lock` in `pairs.csv` kommt das Tandem wieder.',
  },
  E194: {
    title: 'Ein Tandem, das freigegeben und abgelehnt ist',
    why: 'Eine Zeile sagt, dass das Tandem freigegeben ist, und eine andere, dass es abgelehnt wurde.',
    whatToDo: 'Setzen Sie den Status auf `declined`, oder löschen Sie die Zeile in `declined.csv`.',
  },
  W195: {
    title: 'Notizen, die verloren gehen',
    why: 'Eine Notiz gehört zu ihrem Tandem. Dieses war ein Entwurf oder wurde aufgegeben, und die beiden sind kein Tandem mehr, darum geht die Notiz verloren. Bei freigegebenen und abgelehnten Tandems bleibt sie.',
    whatToDo:
      'Geben Sie das Tandem vor dem nächsten Lauf frei, lehnen Sie es ab, oder schreiben Sie die Notiz woandershin.',
  },
  E196: {
    title: 'Ein Lauf ohne seine Tandems',
    why: 'Ein neuer Lauf übernimmt die Entscheidungen aus dem Ordner, den er ersetzt. Deren Datei fehlt. Vielleicht hat jemand sie verschoben oder umbenannt.',
    whatToDo: 'Legen Sie `tandems.csv` zurück. Wenn nichts entschieden wurde, rufen Sie mit `--fresh` auf.',
  },
  E197: {
    title: 'Zwei Dateien, die Verschiedenes entscheiden',
    why: 'Der Lauf steht in `tandems.csv` und in `run.xlsx`, und in beiden darf entschieden werden. Es zählt, was jemand geändert hat. Hier wurden beide geändert, und nicht gleich.',
    whatToDo: 'Schreiben Sie in beiden Dateien dasselbe, oder leeren Sie die Zelle in der Datei, die nicht stimmt.',
  },
  W199: {
    title: 'Eine Freigabe, die zurückgenommen wurde',
    why: 'Das Tandem war freigegeben. Seither wurde es in einer der beiden Dateien, `tandems.csv` oder `run.xlsx`, wieder auf `draft` gesetzt. Es zählt, was jemand geändert hat; der nächste Lauf darf die beiden also trennen.',
    whatToDo: 'Wenn das stimmt, ist nichts zu tun. Sonst setzen Sie den Status wieder auf `approved`.',
  },
  W200: {
    title: 'Eine Mappe, die nicht gelesen wird',
    why: 'Zur früheren Runde gehört auch eine `run.xlsx`, in der jemand entschieden haben kann. `--previous` nennt die andere Datei, und nur die wird gelesen.',
    whatToDo:
      'Wurde in der Mappe entschieden, nennen Sie diese: `--previous 2026/run.xlsx`. Wurde in beiden entschieden, bilden Sie jene Runde zuerst noch einmal; danach sagen ihre Dateien dasselbe.',
  },
  W205: {
    title: 'Eine Absage ohne einen Ihrer Gründe',
    why: 'Die Konfiguration nennt in `declineReasons` die Gründe für eine Absage, damit sie sich später zählen lassen. Die Notiz dieses abgelehnten Paars ist leer oder sagt etwas anderes. Das Paar wird trotzdem nicht wieder vorgeschlagen.',
    whatToDo:
      'Schreiben Sie einen der Gründe als Notiz. Nach einem Doppelpunkt darf mehr stehen: `Zeit: in Elternzeit bis Mai`. Oder nehmen Sie den Grund in `declineReasons` auf.',
  },
  W210: {
    title: 'Jemand ist abgemeldet, und die Zeile sagt es nicht',
    why: 'Sie haben diese Person mit `rmentor drop` abgemeldet. Das zählt in jedem späteren Lauf in diesem Ordner, obwohl die Person nach ihrer Zeile in der Tabelle noch teilnimmt.',
    whatToDo:
      'Schreiben Sie `withdrawn` in die Spalte `status` dieser Zeile. Nimmt die Person wieder teil, rufen Sie `rmentor match --rejoin` mit ihrer ID auf.',
  },
  W211: {
    title: 'Jemand ist abgemeldet und steht nicht mehr in der Tabelle',
    why: 'Sie haben diese Person mit `rmentor drop` abgemeldet. Die Tabelle hat diese Zeile nicht mehr, also ist nichts mehr zu merken.',
    whatToDo: 'Nichts. Kommt die Zeile eines Tages zurück, schreiben Sie `withdrawn` in ihre Spalte `status`.',
  },
  E212: {
    title: 'Jemand soll wieder teilnehmen und wurde nicht abgemeldet',
    why: '`--rejoin` ist für Personen, die mit `rmentor drop` aus dem Lauf in diesem Ordner abgemeldet wurden. Diese Person wurde es nicht.',
    whatToDo:
      'Nennen Sie eine der abgemeldeten Personen. Steht in der Zeile der Tabelle `withdrawn`, ändern Sie das dort in `active`; dazu braucht es kein `--rejoin`.',
  },
  W213: {
    title: 'Eine certificate.json, die nicht lesbar ist',
    why: 'Wer mit `rmentor drop` abgemeldet wurde, steht in der `certificate.json` des Laufs. Die Datei in diesem Ordner wurde beschädigt, oder eine spätere Version von rmentor hat sie geschrieben.',
    whatToDo:
      'Legen Sie die Datei zurück, wie sie war. Wurde niemand abgemeldet, ist nichts zu tun. Sonst schreiben Sie `withdrawn` in die Zeilen der Abgemeldeten.',
  },
  W214: {
    title: 'Ein festgelegtes Tandem von jemandem, der abgemeldet ist',
    why: 'Die Paarliste legt diese beiden fest, und jemand davon wurde mit `rmentor drop` abgemeldet. Die Abmeldung zählt mehr als die Festlegung.',
    whatToDo: 'Löschen Sie die Zeile aus der Paarliste.',
  },
  E215: {
    title: 'Eine geänderte Zeile, wo nur neue Zeilen gesucht sind',
    why: '`rmentor add` nimmt Personen auf, die in den Tabellen stehen und nicht im Lauf, und ändert sonst nichts. Andere Änderungen könnten Tandems des Laufs unmöglich machen oder andere besser; darum werden sie nicht nebenbei übernommen.',
    whatToDo:
      'Rufen Sie `rmentor match --previous run/tandems.csv` auf: Das berücksichtigt alle Änderungen und behält, was nichts kostet. Oder setzen Sie die Zeile zurück.',
  },
  E216: {
    title: 'Eine Zeile fehlt, wo nur neue Zeilen gesucht sind',
    why: '`rmentor add` nimmt neue Personen in einen fertigen Lauf auf. Diese Person war im Lauf und hat jetzt keine Zeile mehr.',
    whatToDo:
      'Ist die Person ausgeschieden, legen Sie die Zeile zurück und rufen Sie `rmentor drop` auf, danach `rmentor add`. Oder rufen Sie `rmentor match --previous run/tandems.csv` auf.',
  },
  W217: {
    title: 'Ein neuer Anfang, und Personen, die abgemeldet sind',
    why: '`--fresh` beginnt ohne alle Entscheidungen, also auch ohne die Abmeldungen mit `rmentor drop`. Wer abgemeldet war, nimmt wieder teil, wenn die Zeile der Tabelle nichts anderes sagt.',
    whatToDo:
      'Schreiben Sie `withdrawn` in die Spalte `status` dieser Zeilen. Nehmen die Personen wieder teil, ist nichts zu tun.',
  },
};
