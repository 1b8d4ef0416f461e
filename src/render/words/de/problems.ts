import type { LetteredColumns } from '../../../domain/problem-facts.ts';
import type { Side } from '../../../domain/roster.ts';
import { findNumberIn, isPlainWord, shortenValue } from '../../../domain/text.ts';
import type { ProblemWords, Said } from '../en/message-types.ts';
import { formatCount, grammar, joinNames, nameFormat, quote } from './grammar.ts';
import {
  DAMAGES,
  FILE_FORMATS,
  KINDS_OF_NAMES,
  REFUSALS,
  ROWS_OF,
  SPOILINGS,
  sayAskedPerson,
  sayBars,
  sayExcess,
  sayHowToFill,
  sayJsonFault,
  sayLeft,
  sayMisfit,
  sayReleaseReason,
  saySettingFault,
  sayUnpaired,
  TEXT_ODDITIES,
  TOOLS,
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
      `${quote(cell)} enthält Bytes, die in ${encoding} nicht gültig sind`,
      'in Excel „Speichern unter“ und „CSV UTF-8“ wählen, oder mit --encoding die Kodierung der Datei angeben',
    ),
  E104: () =>
    says(
      'das ist kein UTF-8-Text, und rmentor erkennt die Kodierung nicht',
      'in Excel „Speichern unter“ und „CSV UTF-8“ wählen, oder mit --encoding die Kodierung angeben',
    ),
  E105: ({ cell }) =>
    says(
      `in ${quote(cell)} ging ein Zeichen verloren: ein anderes Programm hat stattdessen \ufffd geschrieben`,
      'die Tabelle neu exportieren, oder das Zeichen eintippen',
    ),
  W071: ({ address, others }) =>
    says(
      `Zelle ${address} enthält Steuerzeichen, die weggelassen werden${others === 0 ? '' : `; ebenso ${formatCells(others, 'weitere')}`}`,
      'den Text neu eintippen',
    ),
  W106: ({ page, word, rival }) =>
    says(
      `der Text ist nicht in UTF-8; rmentor liest ihn als ${page}, mit Wörtern wie ${quote(word)}`,
      rival === null
        ? 'wenn dieses Wort falsch ist, mit --encoding die Kodierung der Datei angeben'
        : `als ${rival.page} hieße es ${quote(rival.word)}: wenn das stimmt, mit --encoding ${rival.page.toLowerCase()} aufrufen`,
    ),
  W111: ({ encoding, wanted }) =>
    says(
      `der Text ist in ${nameFormat(encoding)}, darum liest rmentor ihn nicht als ${wanted}`,
      '--encoding weglassen',
    ),
  W112: () => says('das ist keine Mappe, sondern Text; rmentor liest ihn als CSV', 'die Endung .csv geben'),
  E010: () =>
    says(
      'Mentoren und Mentees sind dieselbe Tabelle, und keine Spalte sagt, wer Mentor und wer Mentee ist',
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
      `rmentor kann die Datei nicht lesen: ${sayExcess(excess)}`,
      'nur behalten, was nötig ist, oder die richtige Datei nennen',
    ),
  E142: ({ most }) =>
    says(`hier gibt es mehr als ${most} Stufen von Führungskräften`, 'die Spalte manager berichtigen'),
  E114: ({ name, near, sheets }) => says(`die Mappe hat kein Blatt ${quote(name)}`, nearest(near, sheets)),
  E115: ({ file, sheets }) =>
    says(
      `mehrere Blätter der Mappe könnten das richtige sein: ${sheets.map(quote).join(', ')}`,
      `das Blatt nennen, zum Beispiel ${file}#${sheets[0] ?? ''}`,
    ),
  W116: ({ file, role, name, others }) =>
    says(
      `rmentor liest das Blatt ${quote(name)} als ${role}, nicht ${joinNames(others.map(quote), 5, 'or')}`,
      `das Blatt nennen, zum Beispiel ${file}#${name}`,
    ),
  W117: ({ sheets }) =>
    says(
      `${formatCount(sheets.length, 'ausgeblendetes Blatt', 'ausgeblendete Blätter')} liest rmentor nicht: ${joinNames(sheets.map(quote))}`,
      'das richtige Blatt in Excel einblenden, oder es nennen',
    ),
  W118: ({ rows }) =>
    says(
      rows.length === 1
        ? `rmentor liest auch die ausgeblendete oder gefilterte Zeile ${rows[0]}`
        : `rmentor liest auch die ausgeblendeten oder gefilterten Zeilen ${joinNames(rows.map(String))}`,
      'löschen, wenn das falsch ist',
    ),
  W198: ({ range, text, others }) =>
    says(
      `die Zellen ${range} sind verbunden; rmentor liest jede als ${quote(text)}${others === 0 ? '' : `; ebenso ${formatCount(others, 'weiterer Bereich', 'weitere Bereiche')} dieser Spalte`}`,
      'wenn das falsch ist, die Verbindung lösen und jede Zeile ausfüllen',
    ),
  E119: ({ name }) =>
    says(`das ist keine Mappe, darum gibt es kein Blatt ${quote(name)}`, '# und alles dahinter weglassen'),
  W120: ({ text }) =>
    says(
      `hier stehen die Spaltennamen; was darüber steht, lässt rmentor aus, etwa ${quote(text)}`,
      'löschen, was darüber steht, wenn diese Zeile stimmt',
    ),
  W121: () => says('diese Zeile wiederholt die Spaltennamen; rmentor lässt sie aus', 'die Zeile löschen'),
  W147: ({ cell, why, count }) =>
    says(
      `${quote(cell)} ${TEXT_ODDITIES[why]}${count === 1 ? '' : ` (ebenso ${formatCells(count - 1, 'weitere')})`}`,
      'die Zellen berichtigen, oder die Tabelle neu exportieren',
    ),
  W146: ({ name }) =>
    says(
      `die Spaltennamen stehen in zwei Zeilen; rmentor liest sie als eine${name === '' ? '' : `, etwa als ${quote(name)}`}`,
      'in eine Zeile schreiben, wenn das falsch ist',
    ),
  W122: ({ text }) =>
    says(`${quote(text)} sieht aus wie eine Zeile mit Summen; rmentor lässt sie aus`, 'die Zeile löschen'),
  W123: ({ letters }) =>
    says(
      `Spalte ${letters} hat keinen Namen, darum liest rmentor ihre Zellen nicht`,
      'der Spalte einen Namen geben, oder ihre Zellen löschen',
    ),
  E107: ({ address, cell, why }) => says(`Zelle ${address} enthält ${quote(cell)}: ${SPOILINGS[why]}`, SPOILT),
  W108: ({ address, cell, why }) =>
    says(`Zelle ${address} enthält ${quote(cell)}: ${SPOILINGS[why]}; sie zählt als leer`, SPOILT),
  E109: ({ address }) =>
    says(
      `Zelle ${address} enthält eine Formel ohne Ergebnis`,
      'die Mappe in Excel öffnen, speichern und rmentor noch einmal aufrufen',
    ),
  E005: () =>
    says('hier beginnt ein Anführungszeichen, das nie endet', 'schließen, oder verdoppeln, wenn es zum Text gehört'),
  E006: () =>
    says(
      'ein Anführungszeichen steht mitten in einer Zelle',
      'verdoppeln ("") und die ganze Zelle in Anführungszeichen setzen',
    ),
  E007: ({ found, expected, isHeaders, other }) =>
    says(
      `die Zeile hat ${formatCells(found)}, ${isHeaders ? 'die Kopfzeile' : 'die meisten Zeilen haben'} ${expected}`,
      other !== null
        ? `ihre Zellen trennt ${quote(other)}: dasselbe Trennzeichen nehmen wie in der Kopfzeile`
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
      `in der Konfiguration eine wählen, zum Beispiel "columns": ${setting}, oder die anderen umbenennen`,
    ),
  W141: ({ columns }) =>
    says(
      `die Spalten ${joinNames(columns.map(([letters]) => letters))} heißen alle ${quote(columns[0]?.[1] ?? '')}`,
      `eine umbenennen, oder in der Konfiguration ${JSON.stringify(`${columns[0]?.[1] ?? ''}#2`)} für die zweite schreiben`,
    ),
  E152: ({ field }) =>
    says(
      `mehrere Spalten heißen ${quote(field)}`,
      `eine wählen, zum Beispiel ${JSON.stringify(`${field}#2`)} für die zweite`,
    ),
  W140: ({ column, why, read }) =>
    says(
      `rmentor liest diese Spalte nicht als ${column}: ${sayMisfit(why, read)}`,
      `umbenennen, wenn das stimmt, oder "columns": {"${column}": ${JSON.stringify(read)}} in die Konfiguration schreiben`,
    ),
  W143: ({ cells }) =>
    says(
      `die Namen in dieser Spalte sind Zahlen wie ${cells.map(quote).join(' und ')}`,
      'wenn die Namen in einer anderen Spalte sind, "columns": {"name": …} in die Konfiguration schreiben',
    ),
  W145: ({ question, column, answers }) =>
    says(
      `${quote(question)} wird als ${column} gelesen: ${joinNames(answers.map(quote))}, wo sie angekreuzt sind`,
      `wenn anderes gefragt war, "columns": {"${column}": null} in die Konfiguration schreiben`,
    ),
  W144: ({ setting }) =>
    says(
      'rmentor liest diese Spalte nicht als priority: beim Rang kommt die 1 zuerst, bei der Priorität die größte Zahl',
      `wenn hier die größte Zahl zuerst kommt, "columns": ${setting} in die Konfiguration schreiben`,
    ),
  E009: ({ column, near, setting, city }) =>
    says(
      `die Spalte ${column.replace(' or ', ' oder ')} fehlt`,
      near === null && city !== null
        ? `ergänzen, oder in der Konfiguration unter "locations" das Land jedes Ortes nennen, zum Beispiel {${JSON.stringify(city)}: "DE"}`
        : columnHint(near, setting),
    ),
  E061: ({ cells, wanted }) =>
    says(
      cells.length === 0
        ? 'keine Spalte hat einen Namen, und die ersten Zeilen sind leer'
        : `keine Zelle dieser Zeile ist ein bekannter Spaltenname: ${cells.slice(0, 5).map(quote).join(', ')}`,
      `die erste Zeile muss die Spalten nennen, zum Beispiel ${wanted.join(', ')}`,
    ),
  W063: ({ column, setting }) =>
    says(
      `diese Spalte sieht aus wie ${column}, wird aber nicht verwendet`,
      setting === null
        ? `um sie zu verwenden, in ${column} umbenennen`
        : `um sie zu verwenden, in ${column} umbenennen, oder "columns": ${setting} in die Konfiguration schreiben`,
    ),
  E011: () => says('diese Zelle darf nicht leer sein', 'ausfüllen'),
  W190: ({ words, count, emptyIs }) =>
    says(
      `${joinNames(words.map(quote))} ${words.length === 1 ? 'zählt' : 'zählen'} als leer${count === 1 ? '' : ` (in ${count} Zellen)`}${emptyIs === '' ? '' : ` und damit als ${emptyIs}`}`,
      emptyIs === ''
        ? `wenn es hier ein Wert ist, "values": {"none": {${JSON.stringify(words[0])}: false}} in die Konfiguration schreiben`
        : 'den richtigen Wert schreiben, wenn es etwas anderes bedeutet',
    ),
  W191: ({ word, count }) =>
    says(
      `${quote(word)} bleibt als Text stehen${count === 1 ? '' : ` (ebenso ${formatCells(count - 1, 'weitere')})`}, kann aber „leer“ bedeuten`,
      `wenn ja, "values": {"none": [${JSON.stringify(word)}]} in die Konfiguration schreiben, wenn nein, {"none": {${JSON.stringify(word)}: false}}`,
    ),
  E012: ({ cell, least, most, near, column }) =>
    says(
      /^-?\d+$/u.test(cell)
        ? `${quote(cell)} ist zu ${Number(cell) > most ? 'groß' : 'klein'}`
        : `${quote(cell)} ist keine ganze Zahl`,
      near !== null
        ? `meinen Sie ${near}?`
        : column === 'wants' && Number(cell) === 0
          ? 'withdrawn in eine Spalte status schreiben, wenn jemand nicht teilnimmt'
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
      'eine Zeile je Person behalten, mit Listen, wo sie sich unterscheiden (a; b), oder die E-Mail-Adresse berichtigen',
    ),
  E015: ({ cell, near }) =>
    says(
      `${quote(cell)} ist keine E-Mail-Adresse`,
      near === null ? 'eine E-Mail-Adresse schreiben, wie ada@example.org' : `meinen Sie ${near}?`,
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
      `die Ebenen sind Wörter (${names.slice(0, 8).map(quote).join(', ')}), und ihre Reihenfolge ist nicht bekannt`,
      'in der Konfiguration unter "levels" aufzählen, die niedrigste zuerst',
    ),
  E058: ({ found, most }) =>
    says(`es gibt ${found} verschiedene Prioritäten, mehr als ${most}`, 'wenige Gruppen verwenden, wie 0, 1 und 2'),
  W068: ({ id, other }) =>
    says(
      `die ID ${quote(id)} hat auch ${other} in der anderen Tabelle: beide zählen als eine Person und bilden kein Tandem`,
      'wenn es zwei sind, ihnen verschiedene IDs geben (M1, E1)',
    ),
  W050: ({ ids }) =>
    says(
      `die Führungskräfte bilden einen Kreis: ${ids.join(' → ')}`,
      'die Spalte manager berichtigen; bis dahin bilden keine zwei davon ein Tandem',
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
      `die Mindestzahl ${least} ist höher als die Höchstzahl von ${formatCount(capacity, 'Mentee')}`,
      'min_load senken, oder capacity erhöhen (eine leere Zelle bedeutet 1)',
    ),
  E054: ({ cell, rule }) =>
    says(
      `${quote(cell)} ist keine Zahl, und die Regel „${rule}“ misst diese Spalte`,
      'nur Ziffern schreiben, oder die Regel eine andere Spalte messen lassen',
    ),
  W064: ({ cell, near }) =>
    says(`${quote(cell)} ist nicht in den Tabellen, darum hat der Wunsch keine Wirkung`, likely(near, AS_IN_SHEET)),
  W066: ({ cell, side }) =>
    says(
      `${quote(cell)} ist ${side === 'mentor' ? 'nicht auf der Mentorenseite' : 'nicht unter den Mentees'}, darum hat der Wunsch keine Wirkung`,
      `jemanden ${side === 'mentor' ? 'von der Mentorenseite' : 'von den Mentees'} nennen`,
    ),
  W065: ({ cell, near }) =>
    says(
      `keine Person und keine Abteilung in den Tabellen ist ${quote(cell)}, darum hat der Ausschlusswunsch keine Wirkung`,
      likely(near, 'ID, E-Mail-Adresse oder Abteilung schreiben, wie in der Tabelle'),
    ),
  W170: ({ cell, near }) => says(`${quote(cell)} ist nicht in den Tabellen`, likely(near, AS_IN_SHEET)),
  W171: ({ cell, people }) =>
    says(`${quote(cell)} kann ${alternatives(people)} sein, darum hat die Zelle keine Wirkung`, ONE_KEY),
  W172: ({ cell, people }) =>
    says(`${quote(cell)} nennt zwei Personen, ${joinNames(people)}, darum hat die Zelle keine Wirkung`, ONE_KEY),
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
      `das Land von ${quote(city)} ist nicht bekannt: eine Spalte für das Land fehlt`,
      `in der Konfiguration unter "locations" ergänzen, zum Beispiel {${JSON.stringify(city)}: "DE"}`,
    ),
  W132: ({ word, count }) =>
    says(
      `${count === 1 ? '1 Person nimmt' : `${count} Personen nehmen`} wegen eines Status wie ${quote(word)} nicht teil`,
      'active bei allen schreiben, die teilnehmen',
    ),
  W148: ({ cell, name, count }) =>
    says(
      `${count === 1 ? '1 Name hat einen Zusatz, den' : `${count} Namen haben einen Zusatz, den`} rmentor entfernt: ${quote(cell)} wird als ${quote(name)} gelesen`,
      'ohne Klammern schreiben, wenn er zwei Personen unterscheidet',
    ),
  W149: ({ cell, count }) =>
    says(
      `${count === 1 ? '1 Name sagt' : `${count} Namen sagen`}, dass jemand abwesend oder ausgeschieden ist, wie ${quote(cell)}, aber der Status sagt nichts davon`,
      'withdrawn in eine Spalte status schreiben, wenn jemand nicht teilnimmt',
    ),
  W151: ({ first, last, setting }) =>
    says(
      `die größte Zahl kommt hier zuerst: ${first} vor ${last}`,
      `die Zahlen umdrehen, wenn ${last} zuerst kommen soll; sonst "columns": ${setting} in die Konfiguration schreiben`,
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
  E025: ({ rule }) => says(`die Regel „${rule}“ braucht "field" nicht`, '"field" weglassen'),
  E026: ({ rule }) =>
    says(
      `die Regel „${rule}“ braucht "field"`,
      'die Spalte nennen, die sie vergleicht, zum Beispiel "field": "department"',
    ),
  E027: ({ most }) => says(`es gibt mehr als ${most} Regeln`, 'einige zusammenlegen oder streichen'),
  E028: ({ header, near, choice }) =>
    says(`keine der Tabellen hat eine Spalte ${quote(header)}`, nearest(near, choice)),
  E179: ({ text, near }) => says(`${quote(text)} ist nicht in den Tabellen`, likely(near, AS_IN_SHEET)),
  E180: ({ text, people }) => says(`${quote(text)} kann ${alternatives(people)} sein`, ONE_KEY),
  E181: ({ texts }) =>
    says(
      `${joinNames(texts.map(quote))} haben dieselbe ID oder E-Mail-Adresse und sind damit eine Person`,
      'die Tabelle berichtigen, oder das Paar streichen',
    ),
  E030: ({ cell }) => says(`${quote(cell)} ist keine Seite`, 'mentor oder mentee schreiben'),
  E031: ({ min, max }) =>
    says(`die Mindestzahl ${min} ist höher als die Obergrenze ${max}`, 'max erhöhen, oder min senken'),
  E032: () => says('diese Obergrenze hat weder min noch max', 'eines ausfüllen, oder die Zeile löschen'),
  E033: ({ country, side, row }) =>
    says(
      `für ${nameLimited(country)} gibt es in Zeile ${row} schon eine Obergrenze ${onSide(side)}`,
      'eine der Zeilen behalten',
    ),
  W034: ({ country, side }) =>
    says(
      `${side === 'mentor' ? 'niemand auf der Mentorenseite' : 'kein Mentee'} ist in ${nameLimited(country)}`,
      'die Zeile löschen, oder das Land berichtigen',
    ),
  E048: ({ one, other, country, side }) =>
    says(
      `die Obergrenzen von ${one} und ${other} ${onSide(side)} überschneiden sich: beide enthalten ${grammar.nameCountry(country)}, und keine enthält die andere`,
      'die Regionen so ändern, dass eine die andere ganz enthält oder sie kein Land gemeinsam haben',
    ),
  E049: () =>
    says(
      'hier werden Paare von Ländern begrenzt, eine Obergrenze zählt aber die Tandems eines Landes auf einer Seite',
      'country,side,min,max schreiben; um Länder zu trennen, crossBorder oder eine Regel verwenden',
    ),
  E050: () =>
    says(
      'Obergrenzen gelten für Länder und Regionen, nicht für Abteilungen',
      'country,side,min,max schreiben; für mehr Tandems zwischen Abteilungen eine Präferenz wie cross-department verwenden',
    ),
  E055: ({ cell }) => says(`${quote(cell)} ist kein Datum`, 'es schreiben wie 2025-03-31 oder 31.03.2025'),
  W067: () =>
    says(
      'kein Tandem hat hier ein Datum, darum wird keines je wiederholt',
      'eine Spalte date mit dem letzten Tag ergänzen, oder "repeat" streichen',
    ),
  E176: () =>
    says(
      'keine Zeile dieser Datei nennt jemanden aus den Tabellen',
      'die Namen berichtigen, wie die nächsten Meldungen sagen',
    ),
  W177: ({ rows }) =>
    says(
      `niemand aus ${rows === 1 ? 'der einzigen Zeile' : `den ${rows} Zeilen`} dieser Datei ist in den Tabellen, darum hat sie keine Wirkung`,
      'prüfen, ob es die richtige Datei ist',
    ),
  W072: ({ undatedRows, rows }) =>
    says(
      `${undatedRows} von ${formatCount(rows, 'Zeile', 'Zeilen')} ${undatedRows === 1 ? 'hat kein Datum: dieses Tandem wird' : 'haben kein Datum: diese Tandems werden'} nie wiederholt`,
      'den letzten Tag in die Spalte date schreiben',
    ),
  E220: ({ cell, near }) =>
    says(`${quote(cell)} sagt nicht, was aus dem Tandem wird`, nearest(near, ['continue', 'never'])),
  W221: ({ names, side }) =>
    says(
      `das Tandem ${names.join(' und ')} kann nicht weitermachen: ${names[side === 'mentor' ? 0 : 1]} nimmt ${side === 'mentor' ? 'auf der Mentorenseite' : 'als Mentee'} nicht teil`,
      'bei vertauschten Rollen oder neuer E-Mail-Adresse die Zeile berichtigen',
    ),
  E222: ({ names, bars }) =>
    says(
      `${names.join(' und ')} sollen weitermachen, dürfen aber kein Tandem sein: ${sayBars(bars)}`,
      'die Zelle leeren, oder ändern, was dagegen spricht',
    ),
  W223: ({ file, row }) =>
    says(
      `Zeile ${row}${file === null ? '' : ` von ${file}`} sagt etwas anderes über dieses Tandem, darum macht es nicht weiter`,
      'eine der beiden Zeilen behalten, oder beide datieren',
    ),
  W073: ({ met, all, isBoth }) =>
    says(
      `${met} von ${formatCount(all, 'Tandem')} hier ${met === 1 ? 'kann' : 'können'} nicht bleiben, weil ${met === 1 ? 'es' : 'sie'} auch bei den früheren Tandems ${met === 1 ? 'steht' : 'stehen'}, die sich nicht wiederholen${isBoth ? ': diese Datei ist previous und history zugleich' : ''}`,
      isBoth
        ? 'diese Datei nur als previous nennen, damit ihre Tandems bleiben'
        : 'Tandems, die weitergehen sollen, aus der Liste history nehmen',
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
        ? `die Notiz ${quote(remarks[0] ?? '')} fällt weg, weil die beiden kein Tandem mehr sind`
        : `${remarks.length} Notizen fallen weg, weil es ihre Tandems nicht mehr gibt: ${joinNames(remarks.map(quote), 5)}`,
      'das Tandem freigeben oder ablehnen, wenn seine Notiz bleiben soll',
    ),
  E197: ({ names, value, other }) =>
    says(
      `zum Tandem ${names.join(' und ')} steht in dieser Datei ${quote(value)}, und in Zeile ${other.row} von ${other.file} ${quote(other.value)}`,
      'in beiden Dateien dasselbe schreiben, oder die Zelle in einer von beiden leeren',
    ),
  W199: ({ names }) =>
    says(
      `das Tandem ${names.join(' und ')} ist nicht mehr freigegeben: in dieser Datei steht es wieder auf draft`,
      'hier approved eintragen, wenn es bleiben soll',
    ),
  W200: ({ previous }) =>
    says(
      `was in dieser Mappe entschieden wurde, zählt nicht, weil --previous ${previous} nennt`,
      'stattdessen die Mappe nennen, oder diese Runde noch einmal bilden, dann zählen beide Dateien',
    ),
  W205: ({ cell, near, reasons }) =>
    says(
      cell === '' ? 'dieses Paar ist ohne Grund abgelehnt' : `${quote(cell)} ist keiner Ihrer Gründe für eine Absage`,
      near === null ? `${joinNames(reasons, 9, 'or')} eintragen` : `meinten Sie ${near}?`,
    ),
  W210: ({ id, name, column, word }) =>
    says(
      `${name} wurde mit rmentor drop abgemeldet, aber diese Zeile sagt es nicht`,
      column === null
        ? `eine Spalte „status“ anlegen und in diese Zeile ${quote(word)} schreiben, oder mit --rejoin ${id} aufrufen`
        : `in die Spalte „${column}“ ${quote(word)} schreiben, oder mit --rejoin ${id} aufrufen`,
    ),
  W211: ({ id }) =>
    says(
      `${quote(id)} wurde mit rmentor drop abgemeldet und steht nicht mehr in dieser Tabelle`,
      'nichts zu tun; kommt die Zeile später zurück, schreiben Sie „withdrawn“ hinein',
    ),
  E212: ({ text, left }) =>
    says(
      `${quote(text)} wurde in diesem Lauf nicht abgemeldet`,
      left.length === 0
        ? '--rejoin weglassen: hier wurde niemand abgemeldet'
        : `eine dieser Personen angeben: ${joinNames(left, 9)}`,
    ),
  W213: ({ file }) =>
    says(
      `${file} in diesem Ordner ist nicht lesbar, darum ist nicht bekannt, wer abgemeldet wurde`,
      'die Datei zurücklegen, oder „withdrawn“ in die Zeilen der Abgemeldeten schreiben',
    ),
  E196: ({ file }) =>
    says(
      `der Lauf hier hat keine ${file}, darum sind seine Entscheidungen nicht bekannt`,
      'die Datei zurücklegen, oder mit --fresh ohne Entscheidungen beginnen',
    ),
  E056: ({ need }) =>
    says(
      `${need === 'repeat' ? '"repeat" nach einigen Monaten' : 'eine Regel über Zeitzonen'} braucht den ersten Tag des Programms`,
      '"start": "2026-03-01" in die Konfiguration schreiben',
    ),
  E040: ({ cell, side, near }) =>
    says(
      `${quote(cell)} ist in den Tabellen ${side === 'mentor' ? 'nicht auf der Mentorenseite' : 'nicht unter den Mentees'}`,
      likely(near, AS_IN_SHEET),
    ),
  E173: ({ cell, side }) =>
    says(
      `${quote(cell)} steht nur in der Tabelle der ${side === 'mentor' ? 'Mentees' : 'Mentorinnen und Mentoren'}`,
      `jemanden ${side === 'mentor' ? 'von der Mentorenseite' : 'von den Mentees'} nennen, oder die beiden Zellen tauschen`,
    ),
  E174: ({ cell, people }) => says(`${quote(cell)} kann ${alternatives(people)} sein`, ONE_KEY),
  E175: ({ cell, people }) => says(`${quote(cell)} nennt zwei Personen: ${joinNames(people)}`, ONE_KEY),
  E057: ({ cell }) =>
    says(`${quote(cell)} hat sich abgemeldet`, 'die Zeile löschen, oder den Status in der Tabelle berichtigen'),
  E215: ({ name, was, is }) =>
    says(
      `die Zeile von ${name} hat sich seit dem Lauf geändert: Sie sagte ${quote(was)} und sagt jetzt ${quote(is)}`,
      'rmentor add nimmt nur neue Zeilen auf; für diese Änderung rmentor match aufrufen, oder die Zeile zurücksetzen',
    ),
  E216: ({ name }) =>
    says(
      `die Zeile von ${name} aus dem Lauf steht nicht mehr in dieser Tabelle`,
      'die Zeile zurücklegen und wer ausscheidet mit rmentor drop abmelden, oder rmentor match aufrufen',
    ),
  W217: ({ ids }) =>
    says(
      `--fresh vergisst, wer in diesem Lauf mit rmentor drop abgemeldet wurde: ${joinNames(ids, 9)}`,
      '„withdrawn“ in die Zeilen schreiben, wenn diese Personen nicht teilnehmen sollen',
    ),
  W214: ({ cell }) =>
    says(`dieses festgelegte Tandem endet, weil ${quote(cell)} mit rmentor drop abgemeldet wurde`, 'die Zeile löschen'),
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
        ? 'die Zeile löschen; wenn die Ablehnung nicht mehr gilt, ihre Zeile in declined.csv, ihren Status oder „never“ bei den früheren Tandems löschen'
        : lacks === 'reason'
          ? 'die Zeile löschen, oder unter "reason" einen Grund nennen und mit --allow-override aufrufen'
          : 'die Zeile löschen, oder mit --allow-override aufrufen, um die Ausnahme zu erlauben',
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
  E224: ({ header, headers }) =>
    says(
      header === null
        ? `keine Spalte ist eine Frage, die rmentor kennt: ${joinNames(headers.map(quote), 9)}`
        : `eine Spalte ${quote(header)} gibt es nicht, nur ${joinNames(headers.map(quote), 9)}`,
      'mit --column eine nennen, etwa --column "recommend=Ihre Frage"; es gibt „recommend“, „rating“, „continue“ und „never“',
    ),
  E225: ({ question, headers }) =>
    says(
      `${joinNames(headers.map(quote), 9)} könnten jeweils die Frage „${question}“ sein`,
      `eine davon mit --column nennen: „${question}=…“`,
    ),
  E226: ({ cell, question }) =>
    says(
      question === 'rating' ? `${quote(cell)} beginnt nicht mit einer Zahl` : `${quote(cell)} ist weder ja noch nein`,
      question === 'rating'
        ? 'eine Zahl wie 4 schreiben, oder die Zelle leeren'
        : question === 'recommend'
          ? 'ja, nein oder vielleicht schreiben, oder in allen Zellen Zahlen von 0 bis 10; oder die Zelle leeren'
          : 'ja, nein oder vielleicht schreiben, oder die Zelle leeren',
    ),
  E240: ({ tool, name }) =>
    says(
      `${name} hat keine E-Mail-Adresse, und ${TOOLS[tool]} braucht eine`,
      'die E-Mail-Adresse ergänzen, dann neu zuordnen und exportieren',
    ),
  E241: ({ tool, address, why }) =>
    says(
      `${TOOLS[tool]} nimmt die E-Mail-Adresse ${quote(address)} nicht: ${REFUSALS[why]}`,
      why === 'formula'
        ? 'mit --to json exportieren'
        : 'die E-Mail-Adresse berichtigen, dann neu zuordnen und exportieren',
    ),
  E242: ({ tool, name, size, most, unit }) =>
    says(
      `der Text für ${name} hat ${size} ${unit === 'bytes' ? 'Bytes' : 'Zeichen'}, und ${TOOLS[tool]} schneidet nach ${most} ab`,
      'den Text kürzen, dann neu zuordnen und exportieren',
    ),
  E243: ({ tool, names, characters }) =>
    says(
      characters === null
        ? `${TOOLS[tool]} kann diese Spalten nicht unterscheiden: ${names.join(', ')}`
        : `${TOOLS[tool]} kann diese Spalten an den ersten ${characters} Zeichen nicht unterscheiden: ${names.join(', ')}`,
      'eine Spalte in der Tabelle umbenennen, oder bei --with weglassen',
    ),
  E244: ({ name, near, person }) =>
    says(
      `rmentor kennt {${name}} nicht, und ${person} hätte es so bekommen`,
      near === null
        ? '{name}, {partners} oder die Überschrift einer Spalte der Tabelle schreiben'
        : `meinen Sie {${near}}?`,
    ),
  E245: ({ name, person, others, source }) =>
    says(
      `für {${name}} gibt es nichts im Brief an ${others === 0 ? person : `${person} und ${formatCount(others, 'weitere Person', 'weitere Personen')}`}`,
      sayHowToFill(source),
    ),
  E246: () =>
    says(
      'der Brief beginnt nicht mit einem Betreff',
      'in die erste Zeile Betreff: und den Betreff schreiben, und die zweite leer lassen',
    ),
  E247: () =>
    says('der Brief ist nicht in UTF-8, und Buchstaben wie ä gingen verloren', 'im Editor als UTF-8 speichern'),
  E160: ({ text, near }) =>
    says(
      `${quote(text)} ist nicht in den Tabellen`,
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

/** Every country without a limit of its own, or one that is named. */
function nameLimited(country: string): string {
  return country === '*' ? 'andere Länder' : grammar.nameCountry(country);
}

const SPOILT = 'in der Kalkulationstabelle berichtigen und neu exportieren';

const ONE_KEY = 'nur die ID oder die E-Mail-Adresse schreiben';

const AS_IN_SHEET = 'die ID oder E-Mail-Adresse schreiben, wie in der Tabelle';
