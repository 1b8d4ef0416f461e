import type { LetteredColumns } from '../../../domain/problem-facts.ts';
import type { Side } from '../../../domain/roster.ts';
import { findNumberIn, isPlainWord, shortenValue } from '../../../domain/text.ts';
import type { ProblemWords, Said } from '../en/said.ts';
import { formatCount, joinNames, nameFormat, quote } from './grammar.ts';
import {
  DAMAGES,
  FILE_FORMATS,
  KINDS_OF_NAMES,
  ROWS_OF,
  SPOILINGS,
  sayAskedPerson,
  sayBars,
  sayExcess,
  sayJsonFault,
  sayLeft,
  sayMisfit,
  sayReleaseReason,
  saySettingFault,
  sayUnpaired,
  TEXT_ODDITIES,
} from './problem-parts.ts';

function says(message: string, hint: string | null): Said {
  return { message, hint };
}

/** What each message says is wrong, and the next thing to do. */
export const problems: ProblemWords = {
  E001: () => says('die Datei ist leer', 'die Tabelle neu exportieren, mit ihrer Kopfzeile'),
  E002: ({ role }) =>
    says(`unter der Kopfzeile stehen ${ROWS_OF[role]}`, 'die Tabelle neu exportieren, mit ihren Zeilen'),
  W153: ({ role }) =>
    says(
      `unter der Kopfzeile stehen ${ROWS_OF[role]}`,
      'die Datei weglassen, wenn das so sein soll, oder mit ihren Zeilen neu exportieren',
    ),
  E003: ({ looks }) =>
    says(
      `das ist keine CSV-Datei: es sieht aus wie ${FILE_FORMATS[looks]}`,
      'die Tabelle als „CSV UTF-8“ speichern und diese Datei nehmen',
    ),
  E004: ({ cell, encoding }) =>
    says(
      `${quote(cell)} enthält Bytes, die in ${encoding} nichts bedeuten`,
      'in Excel „Speichern unter“ und „CSV UTF-8“ wählen, oder mit --encoding die Kodierung der Datei angeben',
    ),
  E104: () =>
    says(
      'das ist kein UTF-8-Text, und rmentor erkennt die Kodierung nicht',
      'in Excel „Speichern unter“ und „CSV UTF-8“ wählen, oder mit --encoding die Kodierung angeben',
    ),
  E105: ({ cell }) =>
    says(
      `in ${quote(cell)} ging ein Zeichen verloren: \ufffd steht für eines, das ein anderes Programm nicht lesen konnte`,
      'die Tabelle neu exportieren, oder das Zeichen eintippen',
    ),
  W071: ({ address, others }) =>
    says(
      `Zelle ${address} enthält Steuerzeichen, die weggelassen werden${others === 0 ? '' : `; ebenso ${formatCells(others, 'weitere')}`}`,
      'prüfen, woher der Text kopiert wurde, und ihn neu eintippen',
    ),
  W106: ({ page, word, rival }) =>
    says(
      `das ist kein UTF-8-Text: gelesen als ${page}, mit Wörtern wie ${quote(word)}`,
      rival === null
        ? 'wenn dieses Wort falsch ist, mit --encoding die Kodierung der Datei angeben'
        : `als ${rival.page} hieße es ${quote(rival.word)}: wenn das stimmt, mit --encoding ${rival.page.toLowerCase()} aufrufen`,
    ),
  W111: ({ encoding, wanted }) =>
    says(`das ist ${nameFormat(encoding)} und wird so gelesen, nicht als ${wanted}`, '--encoding ist nicht nötig'),
  W112: () => says('das ist keine Mappe, sondern Text, und wird als CSV gelesen', 'die Endung .csv geben'),
  E010: () =>
    says(
      'Mentoren und Mentees sind dieselbe Tabelle, und keine Spalte sagt, wer was ist',
      'eine Spalte role mit mentor oder mentee in jeder Zeile ergänzen, Ihre Spalte als "columns": {"role": …} nennen, oder zwei Tabellen angeben',
    ),
  E113: ({ cell, likely }) =>
    says(
      `${quote(cell)} ist weder mentor noch mentee`,
      `mentor, mentee oder both schreiben, oder ${mapping('role', cell, likely ?? 'mentor')}${likely === null ? ' oder "mentee"' : ''}`,
    ),
  E101: ({ damage }) =>
    says(`die Mappe ist nicht lesbar: ${DAMAGES[damage]}`, 'in Excel öffnen, neu speichern und diese Datei nehmen'),
  E102: () =>
    says('die Mappe ist mit einem Kennwort geschützt', 'eine Kopie ohne Kennwort oder als „CSV UTF-8“ speichern'),
  E103: ({ excess }) =>
    says(
      `die Mappe ist zu groß: ${sayExcess(excess)}`,
      'leere Zeilen und Spalten neben der Tabelle löschen, oder das Blatt als „CSV UTF-8“ speichern',
    ),
  E140: ({ ending }) =>
    says(
      `das ist eine ${ending === '.xls' ? 'alte' : 'binäre'} Excel-Mappe (${ending}), die rmentor nicht liest`,
      'öffnen, als .xlsx speichern und diese Datei nehmen',
    ),
  E141: ({ excess }) =>
    says(
      `die Datei wird nicht gelesen: ${sayExcess(excess)}`,
      'nur behalten, was nötig ist, oder die richtige Datei nennen',
    ),
  E142: ({ most }) =>
    says(`hier stehen mehr als ${most} Führungskräfte übereinander`, 'die Spalte manager berichtigen'),
  E114: ({ name, near, sheets }) => says(`die Mappe hat kein Blatt ${quote(name)}`, nearest(near, sheets)),
  E115: ({ file, sheets }) =>
    says(
      `mehrere Blätter der Mappe können gemeint sein: ${sheets.map(quote).join(', ')}`,
      `das Blatt nennen, zum Beispiel ${file}#${sheets[0] ?? ''}`,
    ),
  W116: ({ file, role, name, others }) =>
    says(
      `das Blatt ${quote(name)} wird als ${role} gelesen, nicht ${joinNames(others.map(quote), 5, 'or')}`,
      `das Blatt nennen, zum Beispiel ${file}#${name}`,
    ),
  W117: ({ sheets }) =>
    says(
      `${formatCount(sheets.length, 'ausgeblendetes Blatt', 'ausgeblendete Blätter')} nicht gelesen: ${joinNames(sheets.map(quote))}`,
      'einblenden, was gemeint ist, oder das gemeinte Blatt nennen',
    ),
  W118: ({ rows }) =>
    says(
      rows === 1
        ? '1 ausgeblendete oder gefilterte Zeile wird gelesen wie die anderen'
        : `${rows} ausgeblendete oder gefilterte Zeilen werden gelesen wie die anderen`,
      'sie löschen, wenn sie nicht gemeint sind',
    ),
  W198: ({ range, text, others }) =>
    says(
      `die Zellen ${range} sind verbunden, und jede wird als ${quote(text)} gelesen${others === 0 ? '' : `; ebenso ${formatCount(others, 'weiterer Bereich', 'weitere Bereiche')} dieser Spalte`}`,
      'wenn das nicht stimmt, die Verbindung lösen und in jede Zeile schreiben, was gemeint ist',
    ),
  E119: ({ name }) => says(`das ist keine Mappe und hat kein Blatt ${quote(name)}`, '# und alles dahinter weglassen'),
  W120: ({ text }) =>
    says(
      `hier stehen die Spaltennamen; was darüber steht, wird übergangen, etwa ${quote(text)}`,
      'löschen, was darüber steht, wenn das stimmt',
    ),
  W121: () => says('diese Zeile nennt die Spalten noch einmal und wird übergangen', 'löschen, wenn das stimmt'),
  W147: ({ cell, why, count }) =>
    says(
      `${quote(cell)} ${TEXT_ODDITIES[why]}${count === 1 ? '' : `, ebenso ${formatCells(count - 1, 'weitere')}`}`,
      'die Zellen berichtigen, oder dort neu exportieren, woher sie kommen',
    ),
  W146: ({ name }) =>
    says(
      `die Spaltennamen stehen in zwei Zeilen und werden zusammen gelesen${name === '' ? '' : `, etwa als ${quote(name)}`}`,
      'in eine Zeile schreiben, wenn das falsch ist',
    ),
  W122: ({ text }) => says(`${quote(text)} wird für eine Summe gehalten und übergangen`, 'die Zeile löschen'),
  W123: ({ letters }) =>
    says(
      `Spalte ${letters} hat keinen Namen und wird nicht gelesen`,
      'der Spalte einen Namen geben, oder löschen, was darin steht',
    ),
  E107: ({ address, cell, why }) => says(`Zelle ${address} enthält ${quote(cell)}: ${SPOILINGS[why]}`, SPOILT),
  W108: ({ address, cell, why }) =>
    says(`Zelle ${address} enthält ${quote(cell)}: ${SPOILINGS[why]}; sie zählt als leer`, SPOILT),
  E109: ({ address }) =>
    says(
      `Zelle ${address} enthält eine Formel, die kein Programm berechnet hat`,
      'die Mappe in Excel öffnen, speichern und rmentor noch einmal aufrufen',
    ),
  E005: () =>
    says(
      'hier beginnt ein Anführungszeichen, das nie endet',
      'schließen, oder verdoppeln, wenn es ein Zeichen des Textes ist',
    ),
  E006: () =>
    says(
      'ein Anführungszeichen steht mitten in einer Zelle',
      'verdoppeln ("") und die ganze Zelle in Anführungszeichen setzen',
    ),
  E007: ({ found, expected, isHeaders, other }) =>
    says(
      `die Zeile hat ${formatCells(found)}, ${isHeaders ? 'die Kopfzeile' : 'die meisten Zeilen haben'} ${expected}`,
      other !== null
        ? `zwischen ihren Zellen steht ${quote(other)}: dort dasselbe Zeichen setzen wie in der Kopfzeile`
        : found > expected
          ? 'Zellen, die das Trennzeichen enthalten, in Anführungszeichen setzen'
          : 'die fehlenden Trennzeichen ergänzen',
    ),
  E163: ({ found, usual, count, all }) =>
    says(
      `die Kopfzeile hat ${formatCells(found)}, ${count === all ? 'jede Zeile' : `${count} von ${formatCount(all, 'Zeile', 'Zeilen')}`} darunter ${usual}`,
      found > usual
        ? 'den Spaltennamen ohne Zellen darunter löschen, oder Namen mit dem Trennzeichen in Anführungszeichen setzen'
        : 'jede Spalte benennen, oder Zellen mit dem Trennzeichen in Anführungszeichen setzen',
    ),
  E008: ({ columns, column, setting }) =>
    says(
      `die Spalten ${lettered(columns)} werden ${columns.length > 2 ? 'alle' : 'beide'} als ${column} gelesen`,
      `in der Konfiguration sagen, welche gemeint ist, zum Beispiel "columns": ${setting}, oder die anderen umbenennen`,
    ),
  W141: ({ columns }) =>
    says(
      `die Spalten ${joinNames(columns.map(([letters]) => letters))} heißen alle ${quote(columns[0]?.[1] ?? '')}`,
      `eine umbenennen, oder in der Konfiguration ${JSON.stringify(`${columns[0]?.[1] ?? ''}#2`)} für die zweite schreiben`,
    ),
  E152: ({ field }) =>
    says(
      `mehrere Spalten heißen ${quote(field)}`,
      `sagen, um welche es in der Regel geht, zum Beispiel ${JSON.stringify(`${field}#2`)} für die zweite`,
    ),
  W140: ({ column, why, read }) =>
    says(
      `diese Spalte wird nicht als ${column} gelesen: ${sayMisfit(why, read)}`,
      `umbenennen, wenn das stimmt, oder "columns": {"${column}": ${JSON.stringify(read)}} in die Konfiguration schreiben`,
    ),
  W143: ({ cells }) =>
    says(
      `die Namen in dieser Spalte sind Zahlen wie ${cells.map(quote).join(' und ')}`,
      'wenn es eine andere ist, die richtige Spalte als "columns": {"name": …} in der Konfiguration nennen',
    ),
  W145: ({ question, column, answers }) =>
    says(
      `${quote(question)} wird als ${column} gelesen: ${joinNames(answers.map(quote))}, wo sie angekreuzt sind`,
      `wenn anderes gefragt war, "columns": {"${column}": null} in die Konfiguration schreiben`,
    ),
  W144: ({ setting }) =>
    says(
      'diese Spalte wird nicht als priority gelesen: ein Rang beginnt mit 1, eine Priorität endet damit',
      `wenn die größere Zahl zuerst kommen soll, "columns": ${setting} in die Konfiguration schreiben`,
    ),
  E009: ({ column, near, setting, city }) =>
    says(
      `die Spalte ${column.replace(' or ', ' oder ')} fehlt`,
      near === null && city !== null
        ? `ergänzen, oder unter "locations" in der Konfiguration sagen, wo jeder Ort ist, zum Beispiel {${JSON.stringify(city)}: "DE"}`
        : columnHint(near, setting),
    ),
  E061: ({ cells, wanted }) =>
    says(
      `keine Zelle dieser Zeile ist ein bekannter Spaltenname: ${cells.slice(0, 5).map(quote).join(', ')}`,
      `die erste Zeile muss die Spalten nennen, zum Beispiel ${wanted.join(', ')}`,
    ),
  W063: ({ column, setting }) =>
    says(
      `diese Spalte wird nicht als ${column} gelesen, und keine andere`,
      setting === null
        ? `in ${column} umbenennen, wenn sie gemeint ist`
        : `wenn sie gemeint ist, in ${column} umbenennen, oder "columns": ${setting} in die Konfiguration schreiben`,
    ),
  E011: () => says('diese Zelle darf nicht leer sein', 'ausfüllen'),
  W190: ({ words, count, emptyIs }) =>
    says(
      `${joinNames(words.map(quote))} ${words.length === 1 ? 'zählt' : 'zählen'} als leer${count === 1 ? '' : ` (in ${count} Zellen)`}${emptyIs === '' ? '' : ` und damit als ${emptyIs}`}`,
      emptyIs === ''
        ? `wenn es hier ein Wert ist, "values": {"none": {${JSON.stringify(words[0])}: false}} in die Konfiguration schreiben`
        : 'schreiben, was gemeint ist, wo es etwas anderes ist',
    ),
  W191: ({ word, count }) =>
    says(
      `${quote(word)} wird gelesen, wie es dasteht${count === 1 ? '' : `, ebenso ${formatCells(count - 1, 'weitere')}`}: es kann „nichts“ bedeuten`,
      `wenn ja, "values": {"none": [${JSON.stringify(word)}]} in die Konfiguration schreiben, wenn nein, {"none": {${JSON.stringify(word)}: false}}`,
    ),
  E012: ({ cell, least, most, near, column }) =>
    says(
      /^\d+$/u.test(cell) && Number(cell) > most
        ? `${quote(cell)} ist zu groß`
        : `${quote(cell)} ist keine ganze Zahl ab ${least}`,
      near !== null
        ? `meinen Sie ${near}?`
        : column === 'wants' && Number(cell) === 0
          ? 'withdrawn in eine Spalte status schreiben, wo jemand nicht teilnimmt'
          : /^-?\d+$/u.test(cell)
            ? `eine Zahl von ${least} bis ${most} schreiben`
            : `nur Ziffern schreiben${column === null || !isPlainWord(cell) ? '' : `, oder ${mapping(column, cell, findNumberIn(cell, least, most))}`}`,
    ),
  E013: ({ id, row }) =>
    says(
      `die ID ${quote(id)} steht auch in Zeile ${row}`,
      'die doppelte Zeile löschen, oder jeder Person eine eigene ID geben',
    ),
  E014: ({ email, row }) =>
    says(
      `die E-Mail-Adresse ${quote(email)} steht auch in Zeile ${row}`,
      'eine Zeile je Person behalten, mit Listen, wo sie sich unterscheiden (a; b), oder die Adresse berichtigen',
    ),
  E015: ({ cell, near }) =>
    says(
      `${quote(cell)} ist keine E-Mail-Adresse`,
      near === null ? 'eine Adresse schreiben, wie ada@example.org' : `meinen Sie ${near}?`,
    ),
  E016: ({ cell, near, besides }) =>
    says(
      near.length > 1 ? `${quote(cell)} ist der Name zweier Länder` : `${quote(cell)} ist kein bekanntes Land`,
      near.length > 0
        ? `meinen Sie ${alternatives(near)}?`
        : `den Namen oder den Code aus zwei Buchstaben schreiben, wie DE${waysBesides(cell, besides)}`,
    ),
  E017: ({ cell, near, levels }) =>
    says(
      `${quote(cell)} ist weder eine Zahl noch eine der Ebenen`,
      `${nearest(near, levels)}${near !== null ? '' : `; oder ${mapping('level', cell, levels.at(-1) ?? 3)}`}`,
    ),
  E018: ({ names }) =>
    says(
      `die Ebenen sind Wörter (${names.slice(0, 8).map(quote).join(', ')}), und nichts sagt, welche höher ist`,
      'in der Konfiguration unter "levels" aufzählen, die niedrigste zuerst',
    ),
  E058: ({ found, most }) =>
    says(
      `es gibt ${found} verschiedene Prioritäten, mehr als ${most}`,
      'wenige Stufen verwenden, wie 0, 1 und 2: über jede wird einzeln entschieden',
    ),
  W068: ({ id, other }) =>
    says(
      `die ID ${quote(id)} hat auch ${other} in der anderen Tabelle: beide zählen als eine Person und bilden kein Tandem`,
      'wenn es zwei sind, ihnen verschiedene IDs geben (M1, E1)',
    ),
  W050: ({ ids }) =>
    says(
      `die Führungskräfte bilden einen Kreis: ${ids.join(' → ')}`,
      'die Spalte manager berichtigen; bis dahin zählt jede als über den anderen',
    ),
  E051: ({ cell }) => says(`${quote(cell)} ist keine bekannte Zeitzone`, 'eine schreiben wie Europe/Berlin oder UTC+2'),
  E052: ({ cell, near, choice, likely }) =>
    says(
      `${quote(cell)} ist kein bekannter Status`,
      likely[0] === undefined || near !== null
        ? nearest(near, choice)
        : `${mapping('status', cell, likely[0])}${likely[1] === undefined ? '' : ` oder "${likely[1]}"`}, oder "columns": {"status": null}, wenn die Spalte nichts über das Programm sagt`,
    ),
  E053: ({ least, capacity }) =>
    says(
      `mindestens ${least} und höchstens ${formatCount(capacity, 'Mentee')} geht nicht zusammen`,
      'min_load senken, oder capacity erhöhen (1, wo die Zelle leer ist)',
    ),
  E054: ({ cell, rule }) =>
    says(
      `${quote(cell)} ist keine Zahl, und die Regel „${rule}“ misst diese Spalte`,
      'nur Ziffern schreiben, oder die Regel eine andere Spalte messen lassen',
    ),
  W064: ({ cell, near }) =>
    says(
      `${quote(cell)} ist in den Tabellen niemand`,
      likely(near, 'berichtigen, sonst ist es ein Wunsch nach niemandem'),
    ),
  W066: ({ cell, side }) =>
    says(
      `${quote(cell)} ist ${side === 'mentor' ? 'nicht auf der Mentorenseite' : 'nicht unter den Mentees'}`,
      `jemanden ${side === 'mentor' ? 'von der Mentorenseite' : 'von den Mentees'} wünschen, sonst ist es ein Wunsch nach niemandem`,
    ),
  W065: ({ cell, near }) =>
    says(
      `${quote(cell)} ist in den Tabellen weder eine Person noch eine Abteilung`,
      likely(near, 'berichtigen, sonst hält es niemanden fern'),
    ),
  W170: ({ cell, near }) => says(`${quote(cell)} ist in den Tabellen niemand`, likely(near, 'berichtigen')),
  W171: ({ cell, people }) => says(`${quote(cell)} kann ${alternatives(people)} sein: es zählt als niemand`, ONE_KEY),
  W172: ({ cell, people }) =>
    says(`${quote(cell)} nennt zwei Personen: ${joinNames(people)}; es zählt als niemand`, ONE_KEY),
  E130: ({ names, near }) =>
    says(
      names.length === 1
        ? `${quote(names[0] ?? '')} ist keine bekannte Sprache`
        : `${names.map(quote).join(' und ')} sind keine bekannten Sprachen`,
      near === null
        ? 'Namen oder Codes schreiben, wie Deutsch oder de; oder in der Konfiguration unter "options" aufzählen: {"languages": [ … ]}'
        : `meinen Sie ${near}?`,
    ),
  E131: ({ city }) =>
    says(
      `es gibt keine Spalte für das Land, und nichts sagt, in welchem ${quote(city)} ist`,
      `in der Konfiguration unter "locations" ergänzen, zum Beispiel {${JSON.stringify(city)}: "DE"}`,
    ),
  W132: ({ word, count }) =>
    says(
      `${count === 1 ? '1 Person nimmt' : `${count} Personen nehmen`} wegen eines Status wie ${quote(word)} nicht teil`,
      'active in diese Spalte schreiben, wo jemand teilnimmt',
    ),
  W148: ({ cell, name, count }) =>
    says(
      `${count === 1 ? '1 Name hat einen Zusatz, der' : `${count} Namen haben einen Zusatz, der`} wegfällt: ${quote(cell)} wird als ${quote(name)} gelesen`,
      'was zwei Personen unterscheidet, ohne Klammern schreiben',
    ),
  W149: ({ cell, count }) =>
    says(
      `${count === 1 ? '1 Name sagt' : `${count} Namen sagen`}, dass jemand abwesend oder ausgeschieden ist, wie ${quote(cell)}: sie nehmen teil`,
      'withdrawn in eine Spalte status schreiben, wo jemand nicht teilnimmt',
    ),
  W151: ({ first, last, setting }) =>
    says(
      `die größere Zahl kommt hier zuerst: ${first} vor ${last}`,
      `die Zahlen umdrehen, wenn ${last} zuerst kommt; "columns": ${setting} in die Konfiguration schreiben, wenn es stimmt`,
    ),
  W133: ({ cell, name, count }) =>
    says(
      `${count === 1 ? '1 Name beginnt' : `${count} Namen beginnen`} mit dem Nachnamen: ${quote(cell)} wird als ${quote(name)} gelesen`,
      'wenn das falsch ist, den Namen ohne Komma schreiben',
    ),
  W134: ({ name, other, row }) =>
    says(
      `${quote(name)} ist vielleicht dieselbe Person wie ${quote(other)} in Zeile ${row}`,
      'wenn es eine Person ist, eine der Zeilen löschen',
    ),
  W178: ({ name, other, pair, pairs }) =>
    says(
      `${quote(name)} ist vielleicht dieselbe Person wie ${other} in der anderen Tabelle: die beiden bilden kein Tandem${pairs > 1 ? `; ebenso ${formatCount(pairs - 1, 'weiteres Paar', 'weitere Paare')}` : ''}`,
      `"different": [${JSON.stringify(pair)}] in die Konfiguration schreiben, wenn es zwei Personen sind, "same", wenn es eine ist`,
    ),
  E020: ({ fault }) => {
    const { message, hint } = sayJsonFault(fault);
    return says(`das ist kein JSON: ${message}`, hint);
  },
  E021: ({ key, near, choice }) => says(`${quote(key)} ist keine Einstellung`, nearest(near, choice)),
  E022: ({ fault, of }) => {
    const { message, hint } = saySettingFault(fault);
    return says(of === 'name' ? `der Name ${message}` : message, hint);
  },
  E023: ({ kind, name, near, choice }) => says(`${quote(name)} ist ${KINDS_OF_NAMES[kind][0]}`, nearest(near, choice)),
  E024: ({ kind, name }) => says(`${KINDS_OF_NAMES[kind][1]} ${quote(name)} ist doppelt`, 'eines behalten'),
  E025: ({ rule }) => says(`die Regel „${rule}“ braucht kein field`, '"field" weglassen'),
  E026: ({ rule }) =>
    says(`die Regel „${rule}“ braucht ein field`, 'sagen, um welche Spalte es geht: "field": "department"'),
  E027: ({ most }) => says(`es gibt mehr als ${most} Regeln`, 'einige zusammenlegen oder streichen'),
  E028: ({ header, near, choice }) =>
    says(`keine der Tabellen hat eine Spalte ${quote(header)}`, nearest(near, choice)),
  E179: ({ text, near }) =>
    says(
      `${quote(text)} ist in den Tabellen niemand`,
      likely(near, 'eine ID oder E-Mail-Adresse schreiben, wie in der Tabelle'),
    ),
  E180: ({ text, people }) => says(`${quote(text)} kann ${alternatives(people)} sein`, ONE_KEY),
  E181: ({ texts }) =>
    says(
      `${joinNames(texts.map(quote))} haben dieselbe ID oder Adresse und sind damit eine Person`,
      'die Tabelle berichtigen, oder das Paar streichen',
    ),
  E030: ({ cell }) => says(`${quote(cell)} ist keine Seite`, 'mentor oder mentee schreiben'),
  E031: ({ min, max }) =>
    says(`mindestens ${min} und höchstens ${max} geht nicht zusammen`, 'max mindestens so groß machen wie min'),
  E032: () => says('diese Obergrenze hat weder min noch max', 'eines ausfüllen, oder die Zeile löschen'),
  E033: ({ country, side, row }) =>
    says(`${country} hat in Zeile ${row} schon eine Obergrenze ${onSide(side)}`, 'eine behalten'),
  W034: ({ country, side }) =>
    says(
      `${side === 'mentor' ? 'niemand auf der Mentorenseite' : 'kein Mentee'} ist in ${country}`,
      'die Zeile löschen, oder das Land berichtigen',
    ),
  E048: ({ one, other, country, side }) =>
    says(
      `${one} und ${other} haben beide eine Obergrenze ${onSide(side)}, beide enthalten ${country}, und keine enthält die andere`,
      'eine Region die andere enthalten lassen, oder ihnen kein Land gemeinsam geben',
    ),
  E049: () =>
    says(
      'hier werden Paare von Ländern begrenzt: solche Grenzen greifen ineinander, und eine exakte Antwort ist nicht möglich',
      'country,side,min,max schreiben: Obergrenzen zählen die Tandems eines Landes auf einer Seite; crossBorder oder eine Regel kann Länder trennen',
    ),
  E050: () =>
    says(
      'Obergrenzen gelten für Länder und Regionen; für Abteilungen gibt es keine, weil sie mit denen der Länder ineinandergreifen',
      'country,side,min,max schreiben; eine Vorliebe wie cross-department bevorzugt Paare aus zwei Abteilungen',
    ),
  E055: ({ cell }) => says(`${quote(cell)} ist kein Datum`, 'es schreiben wie 2025-03-31 oder 31.03.2025'),
  W067: () =>
    says(
      'kein Tandem hat hier ein Datum, darum wird keines je wiederholt',
      'eine Spalte date mit dem letzten Tag ergänzen, oder "repeat" streichen',
    ),
  E176: () =>
    says('keine Zeile dieser Datei nennt jemanden aus den Tabellen', 'die Namen berichtigen, wie unten gesagt'),
  W177: ({ rows }) =>
    says(
      `alle Personen in ${rows === 1 ? 'der einen Zeile' : `den ${rows} Zeilen`} dieser Datei sind ausgeschieden oder heißen anders als in den Tabellen`,
      'prüfen, ob es die richtige Datei ist; dann ändert sie nichts',
    ),
  W072: ({ undatedRows, rows }) =>
    says(
      `${undatedRows} von ${formatCount(rows, 'Zeile', 'Zeilen')} ${undatedRows === 1 ? 'hat kein Datum: dieses Tandem wird' : 'haben kein Datum: diese Tandems werden'} nie wiederholt`,
      'den letzten Tag in die Spalte date schreiben',
    ),
  W073: ({ met, all, isBoth }) =>
    says(
      `${met} von ${formatCount(all, 'Tandem')} hier ${met === 1 ? 'kann' : 'können'} nicht bleiben, weil ${met === 1 ? 'es' : 'sie'} im Verlauf ${met === 1 ? 'steht' : 'stehen'}${isBoth ? ': diese Datei ist previous und history zugleich' : ''}`,
      isBoth
        ? 'diese Datei nur als previous nennen, damit ihre Tandems bleiben'
        : 'Tandems, die weitergehen sollen, aus dem Verlauf nehmen',
    ),
  E190: ({ names, person, side, near }) =>
    says(
      `das freigegebene Tandem ${names.join(' und ')} kann nicht bleiben: ${sayLeft(person, side)}`,
      near.length > 0
        ? `meinen Sie ${alternatives(near)}? Dann diese ID schreiben, sonst das Tandem mit --release-approved=left aufgeben`
        : 'die Person wieder in die Tabelle aufnehmen, oder das Tandem mit --release-approved=left aufgeben',
    ),
  E191: ({ names, bars }) =>
    says(
      `das freigegebene Tandem ${names.join(' und ')} kann nicht bleiben: es ist nicht erlaubt (${sayBars(bars)})`,
      'die Regel ändern, den Status auf draft setzen, oder das Tandem mit --release-approved aufgeben',
    ),
  W192: ({ names, person }) =>
    says(
      `das freigegebene Tandem ${names.join(' und ')} endet: ${person} hat sich abgemeldet`,
      `den Status von ${person} in der Tabelle berichtigen, wenn das falsch ist`,
    ),
  W193: ({ names, why }) =>
    says(
      `das freigegebene Tandem ${names.join(' und ')} wird aufgegeben: ${sayReleaseReason(why)}`,
      'das Paar in pairs.csv mit lock festlegen, wenn es wiederkommen soll',
    ),
  E194: ({ names }) =>
    says(
      `das Tandem ${names.join(' und ')} ist freigegeben und abgelehnt`,
      'den Status auf declined setzen, oder die Zeile in declined.csv löschen',
    ),
  W195: ({ remarks }) =>
    says(
      remarks.length === 1
        ? `die Notiz ${quote(remarks[0] ?? '')} fällt weg, weil ihr Entwurf kein Tandem mehr ist`
        : `${remarks.length} Notizen fallen weg, weil ihre Entwürfe keine Tandems mehr sind: ${joinNames(remarks.map(quote), 5)}`,
      'freigeben oder ablehnen, wo eine Notiz bleiben soll',
    ),
  E196: ({ file }) =>
    says(
      `hier ist ein Lauf ohne seine ${file}, darum weiß niemand, was entschieden wurde`,
      'die Datei zurücklegen, oder mit --fresh ohne Entscheidungen beginnen',
    ),
  E056: ({ need }) =>
    says(
      `${need === 'repeat' ? '"repeat" nach einigen Monaten' : 'eine Regel über Zeitzonen'} braucht den Tag, an dem das Programm beginnt`,
      '"start": "2026-03-01" in die Konfiguration schreiben',
    ),
  E040: ({ cell, side, near }) =>
    says(
      `${quote(cell)} ist in den Tabellen ${side === 'mentor' ? 'nicht auf der Mentorenseite' : 'nicht unter den Mentees'}`,
      likely(near, 'eine ID oder E-Mail-Adresse schreiben, wie in der Tabelle'),
    ),
  E173: ({ cell, side }) =>
    says(
      `${quote(cell)} steht nur in der Tabelle der ${side === 'mentor' ? 'Mentees' : 'Mentorinnen und Mentoren'}`,
      `jemanden ${side === 'mentor' ? 'von der Mentorenseite' : 'von den Mentees'} nennen, oder die beiden Zellen tauschen`,
    ),
  E174: ({ cell, people }) => says(`${quote(cell)} kann ${alternatives(people)} sein`, ONE_KEY),
  E175: ({ cell, people }) => says(`${quote(cell)} nennt zwei Personen: ${joinNames(people)}`, ONE_KEY),
  E057: ({ cell }) =>
    says(`${quote(cell)} hat sich abgemeldet`, 'lock löschen, oder den Status in der Tabelle berichtigen'),
  E041: ({ cell, near }) => says(`${quote(cell)} ist keine Aktion`, nearest(near, ['lock', 'ban', 'score'])),
  E042: ({ cell, most }) =>
    says(
      most === null
        ? `${quote(cell)} ist keine Zahl mit höchstens drei Nachkommastellen`
        : `${quote(cell)} ist zu groß`,
      most === null ? 'Punkte schreiben wie 12 oder 2.5' : `eine Zahl von -${most} bis ${most} schreiben`,
    ),
  E043: ({ action, row }) => says(`Zeile ${row} sagt schon „${action}“ zu diesem Paar`, 'eine der beiden behalten'),
  E044: ({ row }) => says(`Zeile ${row} sagt das Gegenteil zu diesem Paar`, 'entweder lock oder ban behalten'),
  E045: ({ names, bars, lacks }) =>
    says(
      `${names.join(' und ')} dürfen kein Tandem sein: ${sayBars(bars)}`,
      lacks === 'word'
        ? 'lock löschen; oder wenn die Ablehnung nicht mehr gilt, ihre Zeile in declined.csv oder ihren Status'
        : lacks === 'reason'
          ? 'lock löschen, oder unter "reason" sagen, warum, und mit --allow-override aufrufen'
          : 'lock löschen, oder mit --allow-override aufrufen, damit der Grund zählt',
    ),
  E046: ({ pairs }) =>
    says(
      `erlaubt sind nur Paare mit Punkten, und ${pairs === null ? 'es gibt keine Paarliste' : `${pairs} hat keine`}`,
      pairs === null
        ? 'eine mit --pairs nennen, oder als {"file": …, "only": true}'
        : 'Zeilen mit Punkten ergänzen, oder "only" streichen',
    ),
  E047: ({ level }) =>
    says(
      `die Punkte sind so groß, dass ihre Summen beim Ziel „${level}“ nicht exakt wären`,
      'alle Gewichte und Punkte durch tausend teilen',
    ),
  E160: ({ text, near }) =>
    says(
      `${quote(text)} ist in den Tabellen niemand`,
      near.length === 0
        ? 'eine ID, eine E-Mail-Adresse, einen Namen oder einen Teil davon angeben'
        : `meinen Sie ${alternatives(near.map(sayAskedPerson))}?`,
    ),
  E161: ({ text, people }) =>
    says(
      `${quote(text)} kann ${alternatives(people.map(sayAskedPerson))} sein`,
      'die ID oder E-Mail-Adresse der gemeinten Person angeben',
    ),
  E162: ({ why }) => says(sayUnpaired(why), 'jemanden von jeder Seite nennen, der teilnimmt, oder nur eine Person'),
};

/** „meinen Sie x?“, or the whole choice where nothing is near. */
function nearest(near: string | null, choice: readonly string[]): string {
  if (near !== null) return `meinen Sie ${near}?`;
  return choice.length === 0 ? 'weglassen: hier ist nichts davon bekannt' : `bekannt sind: ${choice.join(', ')}`;
}

/** "D und F („Themen“)", where they are called alike; else each with its name. */
function lettered(columns: LetteredColumns): string {
  const [, name = ''] = columns[0] ?? [];
  const isOne = columns.every(([, other]) => other === name);
  if (isOne) return `${joinNames(columns.map(([letters]) => letters))} (${quote(name)})`;
  return joinNames(columns.map(([letters, header]) => `${letters} (${quote(header)})`));
}

function columnHint(near: string | null, setting: string | null): string {
  if (setting === null) return near === null ? 'ergänzen' : `ist es ${quote(near)}? Dann umbenennen`;
  if (near === null) return 'ergänzen, oder Ihre in der Konfiguration unter "columns" nennen';
  return `ist es ${quote(near)}? Dann "columns": ${setting} in die Konfiguration schreiben`;
}

/** What the config says so that a word of a column needs no change in the sheets. */
function mapping(column: string, word: string, meaning: string | number): string {
  const words = shortenValue(word) === word ? `{${JSON.stringify(word)}: ${JSON.stringify(meaning)}}` : '…';
  return `in der Konfiguration sagen, was es bedeutet: "values": {"${column}": ${words}}`;
}

function waysBesides(cell: string, besides: 'map it' | readonly string[]): string {
  if (besides === 'map it') return `; oder ${mapping('country', cell, 'DE')}`;
  return besides.length > 0 ? `; bekannte Regionen sind: ${besides.join(', ')}` : '';
}

function likely(near: readonly string[], otherwise: string): string {
  return near.length === 0 ? otherwise : `meinen Sie ${alternatives(near)}?`;
}

function alternatives(names: readonly string[]): string {
  const head = names.length > 5 ? [...names.slice(0, 5), `jemand von ${names.length - 5} weiteren`] : names;
  return head.length <= 1 ? head.join('') : `${head.slice(0, -1).join(', ')} oder ${head.at(-1)}`;
}

function onSide(side: Side): string {
  return side === 'mentor' ? 'auf der Mentorenseite' : 'auf der Menteeseite';
}

/** "1 Zelle", "3 weitere Zellen" */
function formatCells(count: number, which = ''): string {
  const adjective = which === '' ? '' : `${which} `;
  return `${count} ${adjective}${count === 1 ? 'Zelle' : 'Zellen'}`;
}

const SPOILT = 'in der Kalkulationstabelle berichtigen und neu exportieren';

const ONE_KEY = 'nur die ID oder die E-Mail-Adresse schreiben';
