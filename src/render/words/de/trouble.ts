import { shortenValue } from '../../../domain/text.ts';
import type { LeftResults, RunningWriter, WantedValue, WayOut } from '../../../domain/user-error-kinds.ts';
import type { Words } from '../en/index.ts';
import { formatCount, joinNames, quote } from './grammar.ts';

const CAUSES: Readonly<Record<string, string>> = {
  ZIP: 'das ZIP-Archiv ist beschädigt oder zu groß',
  EACCES: 'Die Berechtigung fehlt',
  EPERM: 'Das ist hier nicht erlaubt',
  EROFS: 'Der Datenträger ist schreibgeschützt',
  ENOSPC: 'Der Datenträger ist voll',
  EDQUOT: 'Der zugeteilte Speicherplatz ist verbraucht',
  EFBIG: 'So große Dateien sind hier nicht möglich',
  EIO: 'Der Datenträger meldet einen Fehler',
  EBUSY: 'Ein anderes Programm verwendet sie gerade',
  EXDEV: 'Das ist ein eigener Datenträger',
  EEXIST: 'Ein anderes Programm schreibt gerade dorthin',
  ENOENT: 'Ein Teil des Pfads fehlt',
  ENOTDIR: 'Ein Teil des Pfads ist eine Datei, kein Ordner',
  EISDIR: 'Dort ist ein Ordner, keine Datei',
  ELOOP: 'Die Verknüpfungen führen im Kreis',
  ENAMETOOLONG: 'Der Name ist zu lang',
  EMFILE: 'Zu viele Dateien sind geöffnet',
  ENFILE: 'Zu viele Dateien sind geöffnet',
  ESTALE: 'Das Netzlaufwerk ist nicht mehr erreichbar',
  EBADF: 'Sie ist nicht zum Schreiben geöffnet',
};

function nameCause(code: string): string {
  return CAUSES[code] ?? code;
}

function nameFile(path: string): string {
  return path === '-' ? 'Die Standardeingabe' : path;
}

function nameRun(by: RunningWriter | null): string {
  if (by === null) return 'Ein anderer Lauf';
  return `Ein anderer Lauf (Prozess ${by.pid}${by.host === null ? '' : ` auf ${by.host}`})`;
}

function sayLeft(left: LeftResults): string {
  switch (left.kind) {
    case 'kept':
      return `Die bisherigen Ergebnisse sind in ${left.path} aufbewahrt; der nächste Lauf stellt sie wieder her`;
    case 'unchanged':
      return 'Die bisherigen Ergebnisse sind unverändert';
    case 'none':
      return 'Es wurde nichts geschrieben';
  }
}

const WAYS_OUT: Readonly<Record<WayOut, string>> = {
  'check-disk': 'Prüfen Sie den Datenträger oder wählen Sie einen anderen Ordner.',
  'close-files':
    'Schließen Sie die Dateien in Excel und starten Sie erneut. Ein eingebundenes Laufwerk lässt sich nicht ersetzen: Wählen Sie einen Ordner darin.',
  'free-space': 'Schaffen Sie Speicherplatz und starten Sie erneut, oder wählen Sie einen anderen Datenträger.',
  'folder-inside': 'Wählen Sie einen Ordner darin.',
  'other-folder': 'Wählen Sie einen anderen Ordner.',
};

const OTHER_FOLDER = WAYS_OUT['other-folder'];

function sayWanted(wanted: WantedValue): string {
  switch (wanted.kind) {
    case 'whole-number':
      return 'Schreiben Sie eine ganze Zahl ab 1.';
    case 'whole-number-from-0':
      return 'Schreiben Sie eine ganze Zahl ab 0.';
    case 'day':
      return 'Schreiben Sie einen Tag, etwa 2026-05-31 oder 31.05.2026';
    case 'time':
      return 'Schreiben Sie Tag, Uhrzeit und Abstand zu UTC, etwa 2026-11-03T09:00+01:00 oder 2026-11-03T08:00Z';
    case 'address':
      return 'Schreiben Sie eine E-Mail-Adresse, etwa hr@example.org';
    case 'points':
      return 'Schreiben Sie Punkte ab 0 mit höchstens drei Nachkommastellen, etwa 15 oder 2.5';
    case 'delimiter':
      return 'Schreiben Sie ein Komma, ein Semikolon, tab oder |.';
    case 'column':
      return 'Schreiben Sie eine Spalte von rmentor, = und Ihre Überschrift: email=Mail';
    case 'question':
      return 'Schreiben Sie „partner“, „recommend“, „rating“, „continue“ oder „never“, = und die Überschrift der Umfrage: rating=Sterne';
    case 'meaning':
      return 'Schreiben Sie eine Spalte von rmentor, :, Ihr Wort, = und was es bedeutet: status:Elternzeit=withdrawn oder "capacity:max. 2=2"';
    case 'releasing':
      return 'Schreiben Sie --release-approved allein oder --release-approved=left';
    case 'choice':
      return `Schreiben Sie ${joinNames(wanted.choice, wanted.choice.length, 'or')}.`;
  }
}

function suggest(near: string | null, help: string): string {
  return near === null ? `Hilfe: ${help}` : `Meinten Sie ${near}?`;
}

const SHEETS = {
  mentors: 'Mentorinnen und Mentoren',
  mentees: 'Mentees',
  limits: 'Obergrenzen',
  pairs: 'Paare',
  previous: 'vorherigen Tandems',
  carryOver: 'Personen ohne Tandem im früheren Lauf',
} as const;

const says = (message: string, hint: string | null) => ({ message, hint });

/** Was am Aufruf oder am Rechner nicht stimmt, und was als Nächstes zu tun ist. */
const said: Words['trouble']['said'] = {
  'not-a-file-name': ({ path }) => says(`${quote(path)} ist kein Dateiname`, 'Berichtigen Sie den Namen.'),
  'is-folder': ({ path }) => says(`${nameFile(path)} ist ein Ordner, keine Datei`, 'Nennen Sie eine Datei darin.'),
  'file-missing': ({ path, folder, neighbours }) =>
    says(
      `${path} gibt es nicht`,
      neighbours === null
        ? `Auch der Ordner ${folder} lässt sich nicht lesen. Prüfen Sie den Pfad.`
        : neighbours.length > 0
          ? `Im Ordner sind ${joinNames(neighbours.map(quote))}.`
          : 'Prüfen Sie die Schreibweise und den Ordner, in dem Sie sind.',
    ),
  'path-of-windows': ({ path }) =>
    says(
      `${path} ist ein Pfad unter Windows, und dieser Rechner hat ein anderes System`,
      'Schreiben Sie den Pfad so, wie er auf diesem Rechner heißt, am besten vom Ordner der Konfiguration aus.',
    ),
  'file-changed': ({ path }) =>
    says(
      `${nameFile(path)} hat sich beim Lesen geändert`,
      'Warten Sie, bis alles gespeichert ist, und starten Sie erneut.',
    ),
  'file-too-large': ({ path, mebibytes }) =>
    says(
      `${nameFile(path)} ist größer als ${mebibytes} MiB`,
      'Nennen Sie die richtige Datei: Teilnehmerlisten sind viel kleiner.',
    ),
  'no-permission': ({ path }) =>
    says(
      `${nameFile(path)} ist für Sie nicht lesbar: Die Berechtigung fehlt`,
      'Bitten Sie um Leserechte oder nennen Sie eine Kopie.',
    ),
  'file-in-use': ({ path }) =>
    says(
      `${nameFile(path)} wird gerade von einem anderen Programm verwendet`,
      'Schließen Sie die Datei in Excel und starten Sie erneut.',
    ),
  'file-unreadable': ({ path, code }) =>
    says(
      `${nameFile(path)} ist nicht lesbar: ${nameCause(code)}`,
      'Kopieren Sie die Datei an einen anderen Ort und nennen Sie die Kopie.',
    ),

  'folder-unwritable': ({ folder, code, left, wayOut }) => {
    const cause = code === null ? 'Der Datenträger hat nicht alles behalten' : nameCause(code);
    return says(`${folder} ließ sich nicht schreiben: ${cause}. ${sayLeft(left)}`, WAYS_OUT[wayOut]);
  },
  'path-is-file': ({ folder }) =>
    says(`${folder} lässt sich nicht anlegen: Ein Teil des Pfads ist eine Datei`, OTHER_FOLDER),
  'folder-taken': ({ folder }) =>
    says(
      `Ein anderes Programm hat in ${folder} eine Datei mit demselben Namen angelegt. Es wurde nichts geschrieben`,
      'Starten Sie erneut oder wählen Sie einen anderen Ordner.',
    ),
  'folder-is-disk': ({ folder }) => says(`${folder} ist ein ganzer Datenträger, kein Ordner`, OTHER_FOLDER),
  'folder-is-link': ({ folder }) => says(`${folder} ist eine Verknüpfung, kein Ordner`, OTHER_FOLDER),
  'folder-is-file': ({ folder }) => says(`${folder} ist eine Datei, kein Ordner`, OTHER_FOLDER),
  'folder-holds-others': ({ folder, names }) =>
    says(
      `${folder} enthält Dateien, die nicht aus einem früheren Lauf stammen: ${joinNames(names.map(quote))}`,
      'Wählen Sie einen anderen Ordner, oder schreiben Sie mit --force daneben. Dateien mit dem Namen eines Ergebnisses werden ersetzt.',
    ),
  'results-replace-input': ({ path }) =>
    says(`${path} ist eine Eingabe, und die Ergebnisse würden sie ersetzen`, OTHER_FOLDER),
  'result-is-folder': ({ path }) => says(`${path} ist ein Ordner, und ein Ergebnis heißt so`, OTHER_FOLDER),
  'sheet-edited': ({ path }) => says(`${path} gibt es schon, und rmentor hat es so nicht geschrieben`, OTHER_FOLDER),
  'decisions-changed': ({ path }) =>
    says(
      `${path} hat sich seit dem Lesen geändert. Die bisherigen Ergebnisse sind unverändert`,
      'Starten Sie rmentor match erneut: Neue Entscheidungen gelten dann.',
    ),
  'taken-over': ({ folder, by }) =>
    says(
      `${nameRun(by)} hat ${folder} übernommen. Dieser Lauf hat nichts geschrieben`,
      'Starten Sie erneut, wenn er fertig ist. Wer 10 Minuten nichts schreibt, gilt für andere Rechner als beendet.',
    ),
  'folder-busy': ({ folder, by, lock }) =>
    says(
      `${nameRun(by)} schreibt gerade nach ${folder}`,
      `Warten Sie, bis er fertig ist, und starten Sie erneut. Ist das kein Lauf von rmentor mehr, löschen Sie zuvor ${lock}.`,
    ),
  'in-the-way': ({ path }) =>
    says(
      `${path} ist im Weg und stammt nicht aus einem Ihrer Läufe`,
      'Wenn kein anderer Lauf arbeitet, löschen Sie es und starten Sie erneut.',
    ),
  'history-there': ({ path }) =>
    says(
      `${path} gibt es schon, mit anderem Inhalt`,
      'Nennen Sie eine andere Datei mit --out, oder ersetzen Sie sie mit --force.',
    ),
  'history-is-input': ({ path }) =>
    says(`${path} ist eine Eingabe dieses Laufs und bleibt, wie sie ist`, 'Nennen Sie eine andere Datei mit --out.'),
  'name-taken': ({ path, flag, isFolder }) =>
    says(
      isFolder ? `${path} ist ein Ordner` : `${path} gibt es schon, und rmentor hat es nicht geschrieben`,
      `Nennen Sie mit ${flag} eine andere Datei.`,
    ),
  'file-unwritable': ({ path, flag, code, isInUse }) =>
    says(
      `${path} ließ sich nicht schreiben: ${nameCause(code)}`,
      isInUse
        ? 'Schließen Sie die Datei in Excel und starten Sie erneut.'
        : `Nennen Sie mit ${flag} eine andere Datei.`,
    ),
  'output-lost': ({ code }) => says(`Die Standardausgabe ließ sich nicht schreiben: ${nameCause(code)}`, null),
  'answers-ended': () =>
    says(
      'Die Eingabe endete vor der letzten Antwort. Es wurde nichts geschrieben',
      'Mit --yes werden keine Fragen gestellt.',
    ),

  'unknown-command': ({ name, near }) => says(`${quote(name)} ist kein Befehl`, suggest(near, 'rmentor help')),
  'unknown-flag': ({ flag, command, near }) =>
    says(`${flag} gibt es bei ${command} nicht`, suggest(near, `${command} --help`)),
  'flag-without-value': ({ flag, value }) => says(`Bei ${flag} fehlt der Wert`, `Schreiben Sie ${flag} ${value}`),
  'flag-missing': ({ flag, value }) => says(`${flag} fehlt`, `Ergänzen Sie ${flag} ${value}`),
  'argument-missing': ({ argument, usage }) => says(`${argument} fehlt`, `Schreiben Sie ${usage}`),
  'too-many-arguments': ({ command, expected, given }) =>
    expected === 0
      ? says(`${command} braucht keine weiteren Angaben`, `Hilfe: ${command} --help`)
      : says(
          `Zu viele Angaben für ${command}: erwartet ${expected}, erhalten ${given}`,
          'Setzen Sie Namen aus mehreren Wörtern in Anführungszeichen.',
        ),
  'wrong-value': ({ flag, value, wanted }) => says(`${quote(value)} ist kein Wert für ${flag}`, sayWanted(wanted)),
  'above-most': ({ flag, value, most }) => says(`${flag} ${value} ist zu viel`, `Schreiben Sie höchstens ${most}.`),
  'not-a-gate': ({ text, figures }) =>
    says(
      `${quote(text)} ist keine Schwelle für --fail-under`,
      `Schreiben Sie ${joinNames(figures, figures.length, 'or')}, = und einen Prozentwert: coverage=95`,
    ),
  'unknown-encoding': ({ encoding }) =>
    says(
      `Die Zeichenkodierung ${quote(encoding)} kennt rmentor nicht`,
      'Schreiben Sie zum Beispiel --encoding windows-1252, windows-1250 oder macroman',
    ),
  'sheets-missing': ({ roles, config }) =>
    says(
      `Es fehlt die Tabelle der ${roles.map(role => SHEETS[role]).join(' und die der ')}`,
      `Ergänzen Sie ${roles.map(role => `--${role} DATEI`).join(' ')}, oder nennen Sie die Datei in ${config}. Zum Anfangen: rmentor init`,
    ),
  'out-missing': () => says('Für die Ergebnisse ist kein Ordner genannt', 'Ergänzen Sie --out ORDNER'),
  'run-missing': () =>
    says(
      'Es ist kein fertiger Lauf genannt, und in run/ ist keiner',
      'Nennen Sie seinen Ordner, oder bilden Sie zuerst Tandems: rmentor match --out run',
    ),
  'fresh-and-previous': ({ previous }) =>
    says(
      `--fresh beginnt ohne die Entscheidungen in ${previous}, und --previous verlangt sie`,
      'Lassen Sie --fresh weg, um die Tandems zu behalten, oder --previous, um neu zu beginnen.',
    ),
  'no-changes-to-weigh': ({ flag, hasEarlier }) =>
    hasEarlier
      ? says(
          `${flag} wägt Änderungen ab, doch laut den Zielen sollen keine Tandems bleiben`,
          'Ergänzen Sie "kept" unter "objective" in der Konfiguration.',
        )
      : says(
          `${flag} betrifft Änderungen, doch es gibt keinen früheren Lauf`,
          'Ergänzen Sie --previous mit der tandems.csv dieses Laufs.',
        ),
  'more-changes-needed': ({ fewest, most }) =>
    says(
      `Es sind mindestens ${formatCount(fewest, 'Änderung', 'Änderungen')} nötig, mehr als --max-changes ${most}`,
      `Schreiben Sie --max-changes ${fewest} oder mehr.`,
    ),
  'too-many-people': () =>
    says(
      'rmentor explain erklärt eine Person oder zwei',
      'Setzen Sie Namen aus mehreren Wörtern in Anführungszeichen: "Ada Brandt"',
    ),
  'answered-alone': () =>
    says(
      '--for antwortet einer einzigen Person',
      'Nennen Sie sonst niemanden, etwa rmentor explain --for "Ada Brandt"',
    ),
  'nothing-approved': ({ folder, drafts, declined }) =>
    says(
      `in ${folder} ist kein Tandem freigegeben${declined > 0 ? ` (${formatCount(declined, 'Tandem')} abgelehnt)` : ''}; es wurde nichts geschrieben`,
      drafts === 0
        ? 'Ordnen Sie noch einmal zu.'
        : `Schreiben Sie in ${folder}/tandems.csv in die Spalte status das Wort approved, oder ergänzen Sie --include-draft, um ${formatCount(drafts, 'Tandem')} so zu exportieren.`,
    ),
  'record-broken': ({ path }) =>
    says(
      `${nameFile(path)} ist keine Aufzeichnung einer Übergabe, die rmentor geschrieben hat`,
      'Stellen Sie die Datei so wieder her, wie rmentor sie geschrieben hat. Ohne sie weiß rmentor nicht, wer sein Tandem schon kennt.',
    ),
  'nothing-handed-over': ({ path, tool }) =>
    says(
      `${path} weiß von keiner Übergabe an ${tool}`,
      'Lassen Sie --since weg, oder nennen Sie den Ordner des Laufs, den die Personen kennen: --since alter-lauf',
    ),
  'no-such-column': ({ name, near, columns }) =>
    says(
      `keine der Tabellen hat eine Spalte ${quote(name)}, die exportiert werden kann`,
      near === null
        ? `Es gibt ${columns.length === 0 ? 'keine' : joinNames(columns.map(quote), 9)}.`
        : `Meinen Sie ${quote(near)}?`,
    ),
  'nobody-new': ({ folder }) =>
    says(
      `niemand in den Tabellen ist neu für den Lauf in ${quote(folder)}`,
      'Tragen Sie die Personen zuerst in die Tabellen ein. Wer abgemeldet war und zurück ist: rmentor match --rejoin.',
    ),
  'has-withdrawn': ({ name }) => says(`${shortenValue(name)} hat sich abgemeldet`, null),
  'unknown-code': ({ code, known }) =>
    says(
      `${quote(code)} ist kein Code einer Meldung`,
      `Schreiben Sie einen von ${known.join(' ')}. Ist es die ID einer Person, nennen Sie den Lauf: --run ORDNER`,
    ),
  'read-from-standard-input': ({ roles }) =>
    says(
      `Dieser Lauf hat die ${roles.map(role => SHEETS[role]).join(' und die ')} von der Standardeingabe gelesen`,
      `Nennen Sie die Datei: ${roles.map(role => `--${role === 'carryOver' ? 'carry-over' : role} DATEI`).join(' ')}`,
    ),
  'key-missing': ({ path }) =>
    says(
      `in ${quote(path)} gibt es keinen Schlüssel`,
      'Mit einem anderen Schlüssel bekommen alle ein anderes Pseudonym. Um jetzt einen zu erzeugen: --new-key ergänzen.',
    ),
  'key-there': ({ path }) =>
    says(`${quote(path)} gibt es schon, und kein Schlüssel wird ersetzt`, 'Lassen Sie --new-key weg.'),
  'key-weak': ({ path }) =>
    says(
      `der Schlüssel in ${quote(path)} ist zu leicht zu erraten: Er braucht 32 Zeichen, davon 10 verschiedene`,
      'Nennen Sie mit --new-key eine Datei, die es noch nicht gibt: rmentor erzeugt einen guten Schlüssel.',
    ),
  'key-inside': ({ path, folder }) =>
    says(
      `der Schlüssel ${quote(path)} darf nicht in ${quote(folder)} liegen: Wer beides hat, kennt die Namen`,
      'Legen Sie den Schlüssel in einen Ordner, den nur die Personalabteilung öffnen kann.',
    ),
  'shared-into-run': ({ folder }) =>
    says(
      `${folder} ist der Ordner eines Laufs`,
      'Was weitergegeben wird, braucht einen eigenen Ordner: Wählen Sie einen anderen.',
    ),
  'config-there': ({ path }) =>
    says(
      `${path} gibt es schon. Es wurde nichts geschrieben`,
      'Ändern Sie die Datei in einem Editor, oder beginnen Sie in einem anderen Ordner: rmentor init ORDNER',
    ),
  'workbook-there': ({ path }) =>
    says(
      `${path} gibt es schon. Es wurde nichts geschrieben`,
      `Nehmen Sie die Blätter daraus mit --mentors '${path}#BLATT' --mentees '${path}#BLATT', oder ergänzen Sie --templates csv`,
    ),
  'standard-input-in-config': ({ flag }) =>
    says(
      `${flag} - ist nicht möglich: Die Konfiguration muss eine Datei nennen`,
      'Speichern Sie die Tabelle, und nennen Sie diese Datei.',
    ),
};

export const trouble: Words['trouble'] = {
  error: 'Fehler',
  warning: 'Warnung',
  internalError: 'interner Fehler',
  internalHint: 'Das ist ein Fehler von rmentor. Es wurde nichts geschrieben. RMENTOR_DEBUG=1 zeigt mehr.',
  inputsChanged: why =>
    says(
      why,
      'Starten Sie rmentor match erneut, oder nennen Sie die Eingaben von damals: --config DATEI --mentors DATEI …. Mit --no-config gilt nur, was im Lauf selbst steht',
    ),
  runDoesNotHold: (folder, why) =>
    says(
      `Der Lauf in ${folder} stimmt nicht: ${why}`,
      'Starten Sie rmentor match erneut, und fragen Sie nach diesem Lauf.',
    ),
  madeByOtherVersion: (folder, version, why) =>
    says(
      `Den Lauf in ${folder} hat rmentor ${version} erstellt; diese Version kann ihn nicht lesen: ${why ?? 'Die Form von certificate.json ist ihr unbekannt'}`,
      `Starten Sie npx rmentor@${version} verify ${folder}`,
    ),
  inputsMoved: 'Wenn die Eingaben verschoben wurden, nennen Sie sie: --config DATEI --mentors DATEI --mentees DATEI …',
  said,
};
