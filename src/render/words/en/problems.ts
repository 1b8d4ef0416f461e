import type { LetteredColumns } from '../../../domain/problem-facts.ts';
import { findNumberIn, isPlainWord, quoteValue, shortenValue } from '../../../domain/text.ts';
import { formatCount, grammar, joinNames } from './grammar.ts';
import type { ProblemWords, Said } from './message-types.ts';
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
  E001: () => says('the file is empty', 'export the sheet again, with its header row'),
  E002: ({ role }) =>
    says(`there is a header but no ${ROWS_OF[role]} below it`, 'export the sheet again, with its rows'),
  W153: ({ role }) =>
    says(
      `there is a header but no ${ROWS_OF[role]} below it`,
      'leave the file out if it should be empty, or export the sheet again, with its rows',
    ),
  E003: ({ looks }) =>
    says(
      `this is not a CSV file: it looks like ${FILE_FORMATS[looks]}`,
      'save the sheet as "CSV UTF-8" and use that file',
    ),
  E004: ({ cell, encoding }) =>
    says(
      `${quoteValue(cell)} has bytes that are not valid in ${encoding}`,
      'in Excel choose "Save as" and "CSV UTF-8", or name the encoding with --encoding',
    ),
  E104: () =>
    says(
      'the text is in an encoding that rmentor cannot recognise',
      'in Excel choose "Save as" and "CSV UTF-8", or name the encoding with --encoding',
    ),
  E105: ({ cell }) =>
    says(
      `${quoteValue(cell)} has lost a character: another program wrote \ufffd instead`,
      'export the sheet again, or type the character in',
    ),
  W071: ({ address, others }) =>
    says(
      `cell ${address} contains control characters, which rmentor leaves out${others === 0 ? '' : `; so do ${formatCount(others, 'more cell', 'more cells')}`}`,
      'type the text in again',
    ),
  W106: ({ page, word, rival }) =>
    says(
      `this text is not in UTF-8; rmentor reads it as ${page}, with words like ${quoteValue(word)}`,
      rival === null
        ? 'if that word is wrong, name the encoding with --encoding'
        : `${rival.page} would make it ${quoteValue(rival.word)}: if that is right, call with --encoding ${rival.page.toLowerCase()}`,
    ),
  W111: ({ encoding, wanted }) =>
    says(`this text is in ${encoding}, so rmentor does not read it as ${wanted}`, 'leave --encoding out'),
  W112: () => says('this is not a workbook but text; rmentor reads it as CSV', 'rename it to .csv'),
  E010: () =>
    says(
      'mentors and mentees are the same sheet, and no column says who is a mentor and who is a mentee',
      'add a column role with mentor or mentee in each row, name yours as "columns": {"role": …}, or give two sheets',
    ),
  E113: ({ cell, likely }) =>
    says(
      `${quoteValue(cell)} is neither mentor nor mentee`,
      `write mentor, mentee or both, or ${mapping('role', cell, likely ?? 'mentor')}${likely === null ? ' or "mentee"' : ''}`,
    ),
  E101: ({ damage }) =>
    says(`the workbook cannot be read: ${DAMAGES[damage]}`, 'open it in Excel, save it again, and use that file'),
  E102: () => says('the workbook is protected with a password', 'save a copy without, or as "CSV UTF-8"'),
  E103: ({ excess }) =>
    says(
      `the workbook is too large to be read: ${sayExcess(excess)}`,
      'delete what is empty below and beside the table, or save the sheet as "CSV UTF-8"',
    ),
  E140: ({ ending }) =>
    says(
      `this is ${ending === '.xls' ? 'an old' : 'a binary'} Excel workbook (${ending}), which rmentor cannot read`,
      'open it, save it as .xlsx, and use that file',
    ),
  E141: ({ excess }) =>
    says(`rmentor cannot read the file: ${sayExcess(excess)}`, 'keep only what is needed, or name the right file'),
  E142: ({ most }) => says(`there are more than ${most} levels of managers here`, 'correct the manager column'),
  E114: ({ name, near, sheets }) => says(`the workbook has no sheet ${quoteValue(name)}`, nearest(near, sheets)),
  E115: ({ file, sheets }) =>
    says(
      `several sheets of the workbook could be the right one: ${sheets.map(quoteValue).join(', ')}`,
      `name one, like ${file}#${sheets[0] ?? ''}`,
    ),
  W116: ({ file, role, name, others }) =>
    says(
      `rmentor reads the sheet ${quoteValue(name)} as ${role}, not ${joinNames(others.map(quoteValue), 5, 'or')}`,
      `to choose, name the sheet, like ${file}#${name}`,
    ),
  W117: ({ sheets }) =>
    says(
      `rmentor does not read ${formatCount(sheets.length, 'hidden sheet')}: ${joinNames(sheets.map(quoteValue))}`,
      'show the right sheet in Excel, or name it',
    ),
  W118: ({ rows }) =>
    says(
      `rmentor also reads ${rows.length === 1 ? 'row' : 'rows'} ${joinNames(rows.map(String))}, which ${rows.length === 1 ? 'is' : 'are'} hidden or filtered out`,
      rows.length === 1 ? 'delete it if that is wrong' : 'delete them if that is wrong',
    ),
  W198: ({ range, text, others }) =>
    says(
      `the cells ${range} are merged; rmentor reads each as ${quoteValue(text)}${others === 0 ? '' : `; so are ${formatCount(others, 'other range')} of this column`}`,
      'if that is wrong, unmerge them and fill in each row',
    ),
  E119: ({ name }) =>
    says(`this is not a workbook, so it has no sheet ${quoteValue(name)}`, 'leave out # and everything after it'),
  W120: ({ text }) =>
    says(
      `the column names are in this row; rmentor ignores what is above it, like ${quoteValue(text)}`,
      'delete what is above if this row is right',
    ),
  W121: () => says('this row repeats the column names; rmentor ignores it', 'delete the row'),
  W147: ({ cell, why, count }) =>
    says(
      `${quoteValue(cell)} ${TEXT_ODDITIES[why]}${count === 1 ? '' : ` (and ${formatCount(count - 1, 'more cell', 'more cells')})`}`,
      'correct the cells, or export the sheet again',
    ),
  W146: ({ name }) =>
    says(
      `the column names take two rows; rmentor reads them as one${name === '' ? '' : `, like ${quoteValue(name)}`}`,
      'put them into one row if that is wrong',
    ),
  W122: ({ text }) => says(`${quoteValue(text)} looks like a row of totals; rmentor ignores it`, 'delete the row'),
  W123: ({ letters }) =>
    says(`column ${letters} has no name, so rmentor does not read its cells`, 'name the column, or delete its cells'),
  E107: ({ address, cell, why }) => says(`cell ${address} contains ${quoteValue(cell)}: ${SPOILINGS[why]}`, SPOILT),
  W108: ({ address, cell, why }) =>
    says(`cell ${address} contains ${quoteValue(cell)}: ${SPOILINGS[why]}; it counts as empty`, SPOILT),
  E109: ({ address }) =>
    says(`cell ${address} contains a formula without a result`, 'open the workbook in Excel, save it, and run again'),
  E005: () => says('a quote is opened here and never closed', 'close it, or double it if it belongs to the text'),
  E006: () => says('there is a quote inside a cell', 'double it ("") and put the whole cell in quotes'),
  E007: ({ found, expected, isHeaders, other }) =>
    says(
      `the row has ${formatCount(found, 'cell')}, ${isHeaders ? `the header has ${expected}` : `most rows have ${expected}`}`,
      other !== null
        ? `its cells are separated by ${quoteValue(other)}: use the same delimiter as in the header`
        : found > expected
          ? 'put cells that contain the delimiter in quotes'
          : 'add the missing delimiters',
    ),
  E163: ({ found, usual, count, all }) =>
    says(
      `the header has ${formatCount(found, 'cell')}, and ${count === all ? 'every row' : `${count} of ${formatCount(all, 'row')}`} below it ${count === all ? 'has' : 'have'} ${usual}`,
      found > usual
        ? 'delete the column name without cells below it, or put names that contain the delimiter in quotes'
        : 'name every column, or put cells that contain the delimiter in quotes',
    ),
  E008: ({ columns, column, setting }) =>
    says(
      `columns ${lettered(columns)} are ${columns.length > 2 ? 'all' : 'both'} read as ${column}`,
      `choose one in the config, like "columns": ${setting}, or rename the others`,
    ),
  W141: ({ columns }) =>
    says(
      `columns ${joinNames(columns.map(([letters]) => letters))} are all called ${quoteValue(columns[0]?.[1] ?? '')}`,
      `rename one, or write ${JSON.stringify(`${columns[0]?.[1] ?? ''}#2`)} in the config for the second`,
    ),
  E152: ({ field }) =>
    says(
      `several columns are called ${quoteValue(field)}`,
      `choose one, like ${JSON.stringify(`${field}#2`)} for the second`,
    ),
  W140: ({ column, why, read }) =>
    says(
      `rmentor does not read this column as ${column}: ${sayMisfit(why, read)}`,
      `rename it if that is right, or write "columns": {"${column}": ${JSON.stringify(read)}} in the config`,
    ),
  W143: ({ cells }) =>
    says(
      `the names in this column are numbers like ${cells.map(quoteValue).join(' and ')}`,
      'if the names are in another column, write "columns": {"name": …} in the config',
    ),
  W145: ({ question, column, answers }) =>
    says(
      `${quoteValue(question)} is read as ${column}: ${joinNames(answers.map(quoteValue))}, where they are marked`,
      `if it asks for something else, write "columns": {"${column}": null} in the config`,
    ),
  W144: ({ setting }) =>
    says(
      'rmentor does not read this column as priority: of ranks 1 comes first, of priorities the highest number',
      `if the highest number comes first here, write "columns": ${setting} in the config`,
    ),
  E009: ({ column, near, setting, city }) =>
    says(
      `there is no column for ${column}`,
      near === null && city !== null
        ? `add one, or name the country of each city under "locations" in the config, like {${JSON.stringify(city)}: "DE"}`
        : columnHint(near, setting),
    ),
  E061: ({ cells, wanted }) =>
    says(
      cells.length === 0
        ? 'no column has a name, and the first rows are empty'
        : `no cell of this row is a known column name: ${cells.slice(0, 5).map(quoteValue).join(', ')}`,
      `the first row must name the columns, like ${wanted.join(', ')}`,
    ),
  W063: ({ column, setting }) =>
    says(
      `this column looks like ${column} but is not used`,
      setting === null
        ? `to use it, rename it to ${column}`
        : `to use it, rename it to ${column}, or write "columns": ${setting} in the config`,
    ),
  E011: () => says('this cell must not be empty', 'fill it in'),
  W190: ({ words, count, emptyIs }) =>
    says(
      `${joinNames(words.map(quoteValue))} ${words.length === 1 ? 'counts' : 'count'} as empty${count === 1 ? '' : ` in ${count} cells`}${emptyIs === '' ? '' : `, and so as ${emptyIs}`}`,
      emptyIs === ''
        ? `if it is a value here, write "values": {"none": {${JSON.stringify(words[0])}: false}} in the config`
        : 'write the right value if it means something else',
    ),
  W191: ({ word, count }) =>
    says(
      `${quoteValue(word)} is kept as text${count === 1 ? '' : ` (also in ${formatCount(count - 1, 'more cell', 'more cells')})`}, but may mean "empty"`,
      `write "values": {"none": [${JSON.stringify(word)}]} in the config if it does, {"none": {${JSON.stringify(word)}: false}} if not`,
    ),
  E012: ({ cell, least, most, near, column }) =>
    says(
      /^-?\d+$/u.test(cell)
        ? `${quoteValue(cell)} is too ${Number(cell) > most ? 'large' : 'small'}`
        : `${quoteValue(cell)} is not a whole number`,
      near !== null
        ? `did you mean ${near}?`
        : column === 'wants' && Number(cell) === 0
          ? 'write withdrawn in a column status if somebody does not take part'
          : /^-?\d+$/u.test(cell)
            ? `write a number from ${least} to ${most}`
            : `write digits only${column === null || !isPlainWord(cell) ? '' : `, or ${mapping(column, cell, findNumberIn(cell, least, most))}`}`,
    ),
  E013: ({ id, row }) =>
    says(
      `the id ${quoteValue(id)} is in row ${row} too`,
      'delete the row that is there twice, or give each person an id of their own',
    ),
  E014: ({ email, row }) =>
    says(
      `the e-mail address ${quoteValue(email)} is in row ${row} too`,
      'keep one row for each person, with lists where they differ (a; b), or correct the e-mail address',
    ),
  E015: ({ cell, near }) =>
    says(
      `${quoteValue(cell)} is not an e-mail address`,
      near === null ? 'write one e-mail address, like ada@example.org' : `did you mean ${near}?`,
    ),
  E016: ({ cell, near, besides }) =>
    says(
      near.length > 1
        ? `${quoteValue(cell)} is the name of two countries`
        : `${quoteValue(cell)} is not a known country`,
      near.length > 0
        ? `did you mean ${alternatives(near)}?`
        : `write its name or its two-letter code, like DE${waysBesides(cell, besides)}`,
    ),
  E017: ({ cell, near, levels }) =>
    says(
      `${quoteValue(cell)} is neither a number nor one of the levels`,
      `${nearest(near, levels)}${near !== null ? '' : `; or ${mapping('level', cell, levels.at(-1) ?? 3)}`}`,
    ),
  E018: ({ names }) =>
    says(
      `the levels are names (${names.slice(0, 8).map(quoteValue).join(', ')}), and their order is unknown`,
      'list them under "levels" in the config, the lowest first',
    ),
  E058: ({ found, most }) =>
    says(`there are ${found} different priorities, more than ${most}`, 'use a few groups, like 0, 1 and 2'),
  W068: ({ id, other }) =>
    says(
      `the id ${quoteValue(id)} is also the id of ${other} in the other sheet: rmentor reads them as one person and does not pair them`,
      'if they are two people, give them different ids (M1, E1)',
    ),
  W050: ({ ids }) =>
    says(
      `the managers run in a circle: ${ids.join(' → ')}`,
      'correct the manager column; until then rmentor pairs no two of them',
    ),
  E051: ({ cell }) => says(`${quoteValue(cell)} is not a known time zone`, 'write one like Europe/Berlin or UTC+2'),
  E052: ({ cell, near, choice, likely }) =>
    says(
      `${quoteValue(cell)} is not a known status`,
      likely[0] === undefined || near !== null
        ? nearest(near, choice)
        : `${mapping('status', cell, likely[0])}${likely[1] === undefined ? '' : ` or "${likely[1]}"`}, or "columns": {"status": null} if the column is about something else`,
    ),
  E053: ({ least, capacity }) =>
    says(
      `the minimum of ${least} mentees is above the capacity of ${capacity}`,
      'lower min_load, or raise capacity (an empty cell means 1)',
    ),
  E054: ({ cell, rule }) =>
    says(
      `${quoteValue(cell)} is not a number, and the rule "${rule}" measures this column`,
      'write digits only, or let the rule measure another column',
    ),
  W064: ({ cell, near }) =>
    says(`${quoteValue(cell)} is not in the sheets, so this wish has no effect`, likely(near, AS_IN_SHEET)),
  W066: ({ cell, side }) => says(`${quoteValue(cell)} is not a ${side}, so this wish has no effect`, `name a ${side}`),
  W065: ({ cell, near }) =>
    says(
      `no person and no department in the sheets is ${quoteValue(cell)}, so this request not to be paired has no effect`,
      likely(near, 'write the id, e-mail address or department as in the sheet'),
    ),
  W170: ({ cell, near }) => says(`${quoteValue(cell)} is not in the sheets`, likely(near, AS_IN_SHEET)),
  W171: ({ cell, people }) =>
    says(`${quoteValue(cell)} could be ${alternatives(people)}, so the cell has no effect`, ONE_KEY),
  W172: ({ cell, people }) =>
    says(`${quoteValue(cell)} names two people, ${joinNames(people)}, so the cell has no effect`, ONE_KEY),
  E130: ({ names, near }) =>
    says(
      names.length === 1
        ? `${quoteValue(names[0] ?? '')} is not a known language`
        : `${names.map(quoteValue).join(' and ')} are not known languages`,
      near === null
        ? 'write names or codes, like German or de; or list them under "options" in the config: {"languages": [ … ]}'
        : `did you mean ${near}?`,
    ),
  E131: ({ city }) =>
    says(
      `the country of ${quoteValue(city)} is unknown: there is no country column`,
      `add it to "locations" in the config, like {${JSON.stringify(city)}: "DE"}`,
    ),
  W132: ({ word, count }) =>
    says(
      `${formatCount(count, 'person does', 'people do')} not take part because of a status like ${quoteValue(word)}`,
      'write active for those who take part',
    ),
  W148: ({ cell, name, count }) =>
    says(
      `${formatCount(count, 'name has a note', 'names have notes')} that rmentor removes: ${quoteValue(cell)} is read as ${quoteValue(name)}`,
      'write it without brackets if it tells two people apart',
    ),
  W149: ({ cell, count }) =>
    says(
      `${formatCount(count, 'name says', 'names say')} that somebody is away or has left, like ${quoteValue(cell)}, but the status says nothing`,
      'write withdrawn in a column status for those who do not take part',
    ),
  W151: ({ first, last, setting }) =>
    says(
      `the highest number comes first here: ${first} before ${last}`,
      `reverse the numbers if ${last} should come first; otherwise write "columns": ${setting} in the config`,
    ),
  W133: ({ cell, name, count }) =>
    says(
      `${formatCount(count, 'name is', 'names are')} written last name first: ${quoteValue(cell)} is read as ${quoteValue(name)}`,
      'if that is wrong, write the name without a comma',
    ),
  W134: ({ name, other, row }) =>
    says(
      `${quoteValue(name)} may be the same person as ${quoteValue(other)} in row ${row}`,
      'if they are one person, delete one of the rows',
    ),
  W178: ({ name, other, pair, pairs }) =>
    says(
      `${quoteValue(name)} may be the same person as ${other} of the other sheet, so rmentor does not pair them${pairs > 1 ? ` (nor ${formatCount(pairs - 1, 'more pair', 'more pairs')} like them)` : ''}`,
      `write "different": [${JSON.stringify(pair)}] in the config if they are two people, "same" if they are one`,
    ),
  E020: ({ fault }) => {
    const { message, hint } = sayJsonFault(fault);
    return says(`this is not JSON: ${message}`, hint);
  },
  E021: ({ key, near, choice }) => says(`${quoteValue(key)} is not a known setting`, nearest(near, choice)),
  E022: ({ fault, of }) => {
    const { message, hint } = saySettingFault(fault);
    return says(of === 'name' ? `the name ${message}` : message, hint);
  },
  E023: ({ kind, name, near, choice }) =>
    says(`${quoteValue(name)} is not a known ${KINDS_OF_NAMES[kind]}`, nearest(near, choice)),
  E024: ({ kind, name }) => says(`the ${KINDS_OF_NAMES[kind]} ${quoteValue(name)} is there twice`, 'keep one'),
  E025: ({ rule }) => says(`the rule "${rule}" does not need a field`, 'leave "field" out'),
  E026: ({ rule }) =>
    says(`the rule "${rule}" needs a field`, 'name the column it compares, like "field": "department"'),
  E027: ({ most }) => says(`there are more than ${most} rules`, 'combine or remove some'),
  E028: ({ header, near, choice }) => says(`neither sheet has a column ${quoteValue(header)}`, nearest(near, choice)),
  E179: ({ text, near }) => says(`${quoteValue(text)} is not in the sheets`, likely(near, AS_IN_SHEET)),
  E180: ({ text, people }) => says(`${quoteValue(text)} could be ${alternatives(people)}`, ONE_KEY),
  E181: ({ texts }) =>
    says(
      `${joinNames(texts.map(quoteValue))} share an id or an e-mail address, so they are one person`,
      'correct the sheet, or remove the pair',
    ),
  E030: ({ cell }) => says(`${quoteValue(cell)} is not a side`, 'write mentor or mentee'),
  E031: ({ min, max }) => says(`the minimum ${min} is above the maximum ${max}`, 'raise max or lower min'),
  E032: () => says('this limit has neither min nor max', 'fill in one, or delete the row'),
  E033: ({ country, side, row }) =>
    says(`row ${row} already limits ${side}s in ${nameLimited(country)}`, 'keep one of the rows'),
  W034: ({ country, side }) =>
    says(`no ${side} is in ${nameLimited(country)}`, 'delete the row, or correct the country'),
  E048: ({ one, other, country, side }) =>
    says(
      `the limits for ${side}s in ${one} and ${other} overlap: both contain ${grammar.nameCountry(country)}, and neither contains the other`,
      'let one region contain the other, or let them share no country',
    ),
  E049: () =>
    says(
      'this limits pairs of countries, but a limit counts the tandems of one country on one side',
      'write country,side,min,max; to keep countries apart, use crossBorder or a rule',
    ),
  E050: () =>
    says(
      'limits are for countries and regions, not for departments',
      'write country,side,min,max; for more tandems between departments, use a preference like cross-department',
    ),
  E055: ({ cell }) => says(`${quoteValue(cell)} is not a date`, 'write it like 2025-03-31 or 31.03.2025'),
  W067: () =>
    says(
      'no tandem here has a date, so none of them is ever repeated',
      'add a column date with the last day of each, or remove "repeat"',
    ),
  E176: () => says('no row of this file names a participant', 'correct the names as the next messages say'),
  W177: ({ rows }) =>
    says(
      `nobody in ${rows === 1 ? 'the only row' : `the ${rows} rows`} of this file is in the sheets, so it has no effect`,
      'check that it is the right file',
    ),
  W072: ({ undatedRows, rows }) =>
    says(
      `${undatedRows} of ${formatCount(rows, 'row')} ${undatedRows === 1 ? 'has no date, so its tandem is' : 'have no date, so their tandems are'} never repeated`,
      'write the last day of each tandem into the column date',
    ),
  E220: ({ cell, near }) =>
    says(`${quoteValue(cell)} does not say what becomes of the tandem`, nearest(near, ['continue', 'never'])),
  W221: ({ names, side }) =>
    says(
      `the tandem of ${names.join(' and ')} cannot continue: ${names[side === 'mentor' ? 0 : 1]} does not take part as a ${side}`,
      'if somebody has another role or e-mail address now, correct the row',
    ),
  E222: ({ names, bars }) =>
    says(
      `the tandem of ${names.join(' and ')} is to continue, but may not be paired: ${sayBars(bars)}`,
      'empty the cell, or change what keeps them apart',
    ),
  W223: ({ file, row }) =>
    says(
      `row ${row}${file === null ? '' : ` of ${file}`} says otherwise about this tandem, so it does not continue`,
      'keep one of the two rows, or date both',
    ),
  W073: ({ met, all, isBoth }) =>
    says(
      `${met} of ${formatCount(all, 'tandem')} here cannot be kept, because ${met === 1 ? 'it is' : 'they are'} also among the earlier tandems, which are not repeated${isBoth ? ': this file is both previous and history' : ''}`,
      isBoth
        ? 'name this file as previous only, to keep its tandems'
        : 'remove tandems that should continue from the list history',
    ),
  E190: ({ names, person, side, near }) =>
    says(
      `the approved tandem of ${names.join(' and ')} cannot stay: ${sayLeft(person, side)}`,
      near.length > 0
        ? `did you mean ${alternatives(near)}? Then write that id; otherwise release the tandem with --release-approved=left`
        : 'put the person back into the sheet, or release the tandem with --release-approved=left',
    ),
  E191: ({ names, bars }) =>
    says(
      `the approved tandem of ${names.join(' and ')} cannot stay: they may not be paired (${sayBars(bars)})`,
      'change the rule, set the status to draft, or release the tandem with --release-approved',
    ),
  W192: ({ names, person }) =>
    says(
      `the approved tandem of ${names.join(' and ')} ends: ${person} withdrew`,
      `correct the status of ${person} in the sheet if that is wrong`,
    ),
  W193: ({ names, why }) =>
    says(
      `the approved tandem of ${names.join(' and ')} is released: ${sayReleaseReason(why)}`,
      'lock the pair in pairs.csv if it should come back',
    ),
  E194: ({ names }) =>
    says(
      `the tandem of ${names.join(' and ')} is approved and declined`,
      'set the status to declined, or delete the row in declined.csv',
    ),
  W195: ({ remarks }) =>
    says(
      remarks.length === 1
        ? `the note ${quoteValue(remarks[0] ?? '')} is lost, because the two are not a tandem any more`
        : `${remarks.length} notes are lost, because their tandems are no longer there: ${joinNames(remarks.map(quoteValue), 5)}`,
      'to keep a note, approve or decline its tandem',
    ),
  E197: ({ names, value, other }) =>
    says(
      `for the tandem of ${names.join(' and ')} this file says ${quoteValue(value)}, and row ${other.row} of ${other.file} says ${quoteValue(other.value)}`,
      'write the same in both files, or empty the cell in one of them',
    ),
  W199: ({ names }) =>
    says(
      `the tandem of ${names.join(' and ')} is not approved any more: this file sets it back to draft`,
      'set it to approved here if it should stay',
    ),
  W200: ({ previous }) =>
    says(
      `what was decided in this workbook does not count, because --previous names ${previous}`,
      'name the workbook instead, or match that round once more, which takes both files',
    ),
  W205: ({ cell, near, reasons }) =>
    says(
      cell === ''
        ? 'this pair was declined without a reason'
        : `${quoteValue(cell)} is not one of your reasons for a decline`,
      near === null ? `write ${joinNames(reasons, 9, 'or')}` : `did you mean ${near}?`,
    ),
  W210: ({ id, name, column, word }) =>
    says(
      `${name} left the run with rmentor drop, but this row does not say so`,
      column === null
        ? `add a column "status" and write ${quoteValue(word)} in this row, or match with --rejoin ${id}`
        : `write ${quoteValue(word)} in the column "${column}", or match with --rejoin ${id}`,
    ),
  W211: ({ id }) =>
    says(
      `${quoteValue(id)} left the run with rmentor drop, and is not in this sheet any more`,
      'nothing to do; if the row comes back later, write "withdrawn" in it',
    ),
  E212: ({ text, left }) =>
    says(
      `${quoteValue(text)} did not leave this run`,
      left.length === 0 ? 'leave out --rejoin: nobody left it' : `name one of these: ${joinNames(left, 9)}`,
    ),
  W213: ({ file }) =>
    says(
      `${file} in this folder cannot be read, so who left the run is not known`,
      'put the file back, or write "withdrawn" in the rows of those who left',
    ),
  E196: ({ file }) =>
    says(
      `the run here has no ${file}, so its decisions are unknown`,
      'put the file back, or start without decisions with --fresh',
    ),
  E056: ({ need }) =>
    says(
      `${need === 'repeat' ? '"repeat" after some months' : 'a rule about time zones'} needs the first day of the programme`,
      'write "start": "2026-03-01" in the config',
    ),
  E040: ({ cell, side, near }) => says(`${quoteValue(cell)} is not a ${side} in the sheets`, likely(near, AS_IN_SHEET)),
  E173: ({ cell, side }) =>
    says(
      `${quoteValue(cell)} is only in the sheet of the ${side === 'mentor' ? 'mentees' : 'mentors'}`,
      `name a ${side}, or swap the two cells`,
    ),
  E174: ({ cell, people }) => says(`${quoteValue(cell)} could be ${alternatives(people)}`, ONE_KEY),
  E175: ({ cell, people }) => says(`${quoteValue(cell)} names two people: ${joinNames(people)}`, ONE_KEY),
  E057: ({ cell }) => says(`${quoteValue(cell)} withdrew`, 'delete the row, or correct the status in the sheet'),
  E215: ({ name, was, is }) =>
    says(
      `the row of ${name} has changed since the run: it said ${quoteValue(was)}, and says ${quoteValue(is)} now`,
      'rmentor add only takes new rows; call rmentor match for this change, or put the row back',
    ),
  E216: ({ name }) =>
    says(
      `the row of ${name}, who was in the run, is not in this sheet any more`,
      'put the row back and call rmentor drop for who left, or call rmentor match',
    ),
  W217: ({ ids }) =>
    says(
      `--fresh forgets who left this run with rmentor drop: ${joinNames(ids, 9)}`,
      'write "withdrawn" in their rows if they are not to take part',
    ),
  W214: ({ cell }) =>
    says(`this forced pair ends, because ${quoteValue(cell)} left the run with rmentor drop`, 'delete the row'),
  E041: ({ cell, near }) => says(`${quoteValue(cell)} is not an action`, nearest(near, ['lock', 'ban', 'score'])),
  E042: ({ cell, most }) =>
    says(
      most === null
        ? `${quoteValue(cell)} is not a number with at most three decimals`
        : `${quoteValue(cell)} is too large`,
      most === null ? 'write points like 12 or 2.5' : `write a number from -${most} to ${most}`,
    ),
  E043: ({ action, row }) => says(`row ${row} already says "${action}" about this pair`, 'keep one of the two'),
  E044: ({ row }) => says(`row ${row} says the opposite about this pair`, 'keep either lock or ban'),
  E045: ({ names, bars, lacks }) =>
    says(
      `${names.join(' and ')} may not be paired: ${sayBars(bars)}`,
      lacks === 'word'
        ? 'delete the row; or if nobody declines any more, delete the row in declined.csv, the status, or "never" in the history'
        : lacks === 'reason'
          ? 'delete the row, or give a reason under "reason" and call with --allow-override'
          : 'delete the row, or call with --allow-override to allow the exception',
    ),
  E046: ({ pairs }) =>
    says(
      `only pairs with points are allowed, and ${pairs === null ? 'there is no list of pairs' : `${pairs} has none`}`,
      pairs === null
        ? 'name one with --pairs, or as {"file": …, "only": true}'
        : 'add rows with points, or remove "only"',
    ),
  E047: ({ level }) =>
    says(
      `the points are so large that their sums for "${level}" would not be exact`,
      'divide all weights and points by a thousand',
    ),
  E224: ({ header, headers }) =>
    says(
      header === null
        ? `no column is a question that rmentor knows: ${joinNames(headers.map(quoteValue), 9)}`
        : `there is no column called ${quoteValue(header)}, only ${joinNames(headers.map(quoteValue), 9)}`,
      'name one with --column, like --column "recommend=Your question"; known are recommend, rating, continue and never',
    ),
  E225: ({ question, headers }) =>
    says(
      `${joinNames(headers.map(quoteValue), 9)} could each be the question "${question}"`,
      `name one with --column ${question}=…`,
    ),
  E226: ({ cell, question }) =>
    says(
      question === 'rating'
        ? `${quoteValue(cell)} does not begin with a number`
        : `${quoteValue(cell)} is neither yes nor no`,
      question === 'rating'
        ? 'write a number like 4, or empty the cell'
        : question === 'recommend'
          ? 'write yes, no or maybe, or numbers from 0 to 10 in all cells; or empty the cell'
          : 'write yes, no or maybe, or empty the cell',
    ),
  E240: ({ tool, name }) =>
    says(
      `${name} has no e-mail address, and ${TOOLS[tool]} needs one`,
      'add the e-mail address, then match and export again',
    ),
  E241: ({ tool, address, why }) =>
    says(
      `${TOOLS[tool]} does not take the e-mail address ${quoteValue(address)}: ${REFUSALS[why]}`,
      why === 'formula' ? 'export with --to json' : 'correct the e-mail address, then match and export again',
    ),
  E242: ({ tool, name, size, most, unit }) =>
    says(
      `the text for ${name} has ${size} ${unit}, and ${TOOLS[tool]} cuts it after ${most}`,
      'shorten the text, then match and export again',
    ),
  E243: ({ tool, names, characters }) =>
    says(
      characters === null
        ? `${TOOLS[tool]} cannot tell these columns apart: ${names.join(', ')}`
        : `${TOOLS[tool]} cannot tell these columns apart by their first ${characters} characters: ${names.join(', ')}`,
      'rename one column in the sheet, or leave it out of --with',
    ),
  E244: ({ name, near, person }) =>
    says(
      `rmentor does not know {${name}}, and ${person} would have got it as it is`,
      near === null ? 'write {name}, {partners} or the header of a column of the sheet' : `did you mean {${near}}?`,
    ),
  E245: ({ name, person, others, source }) =>
    says(
      `there is nothing for {${name}} in the letter to ${others === 0 ? person : `${person} and ${formatCount(others, 'other person', 'other people')}`}`,
      sayHowToFill(source),
    ),
  E246: () =>
    says(
      'the letter does not begin with a subject',
      'write Subject: and the subject into the first line, and leave the second empty',
    ),
  E247: () => says('the letter is not in UTF-8, so letters like ä would be lost', 'save it as UTF-8 in your editor'),
  E160: ({ text, near }) =>
    says(
      `${quoteValue(text)} is not in the sheets`,
      near.length === 0
        ? 'give an id, an e-mail address, or a name or part of one'
        : `did you mean ${alternatives(near.map(sayAskedPerson))}?`,
    ),
  E161: ({ text, people }) =>
    says(
      `${quoteValue(text)} could be ${alternatives(people.map(sayAskedPerson))}`,
      'give the id or the e-mail address of the right person',
    ),
  E162: ({ why }) => says(sayUnpaired(why), 'name a mentor and a mentee who take part, or one person alone'),
};

/** "did you mean x?", or the whole choice where nothing is near. */
const nearest = (near: string | null, choice: readonly string[]) => {
  if (near !== null) return `did you mean ${near}?`;
  return choice.length === 0 ? 'leave it out: none is known here' : `known are: ${choice.join(', ')}`;
};

/** "D and F (“Topics”)", where they are called alike; else each with its name. */
function lettered(columns: LetteredColumns): string {
  const [, name = ''] = columns[0] ?? [];
  const isOne = columns.every(([, other]) => other === name);
  if (isOne) return `${joinNames(columns.map(([letters]) => letters))} (${quoteValue(name)})`;
  return joinNames(columns.map(([letters, header]) => `${letters} (${quoteValue(header)})`));
}

function columnHint(near: string | null, setting: string | null): string {
  if (setting === null) return near === null ? 'add one' : `is it ${quoteValue(near)}? Then rename it`;
  if (near === null) return 'add one, or name yours under "columns" in the config';
  return `is it ${quoteValue(near)}? Then write "columns": ${setting} in the config`;
}

/** What the config says so that a word of a column needs no change in the sheets. */
function mapping(column: string, word: string, meaning: string | number): string {
  const words = shortenValue(word) === word ? `{${JSON.stringify(word)}: ${JSON.stringify(meaning)}}` : '…';
  return `map it in the config: "values": {"${column}": ${words}}`;
}

function waysBesides(cell: string, besides: 'map it' | readonly string[]): string {
  if (besides === 'map it') return `; or ${mapping('country', cell, 'DE')}`;
  return besides.length > 0 ? `; known regions are: ${besides.join(', ')}` : '';
}

function likely(near: readonly string[], otherwise: string): string {
  return near.length === 0 ? otherwise : `did you mean ${alternatives(near)}?`;
}

function alternatives(names: readonly string[]): string {
  const head = names.length > 5 ? [...names.slice(0, 5), `one of ${names.length - 5} more`] : names;
  return head.length <= 1 ? head.join('') : `${head.slice(0, -1).join(', ')} or ${head.at(-1)}`;
}

/** Every country without a limit of its own, or one that is named. */
function nameLimited(country: string): string {
  return country === '*' ? 'other countries' : grammar.nameInside(country);
}

const SPOILT = 'correct it in the spreadsheet, and export again';

const ONE_KEY = 'write the id or the e-mail address alone';

const AS_IN_SHEET = 'write the id or the e-mail address as in the sheet';
