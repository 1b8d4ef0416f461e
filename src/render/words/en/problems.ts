import type { LetteredColumns } from '../../../domain/problem-facts.ts';
import { findNumberIn, formatCount, isPlainWord, joinNames, quoteValue, shortenValue } from '../../../domain/text.ts';
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
import type { ProblemWords, Said } from './said.ts';

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
      'leave the file out where that is meant, or export the sheet again, with its rows',
    ),
  E003: ({ looks }) =>
    says(
      `this is not a CSV file: it looks like ${FILE_FORMATS[looks]}`,
      'save the sheet as "CSV UTF-8" and use that file',
    ),
  E004: ({ cell, encoding }) =>
    says(
      `${quoteValue(cell)} has bytes that mean nothing in ${encoding}`,
      'in Excel choose "Save as" and "CSV UTF-8", or say with --encoding what the file is written in',
    ),
  E104: () =>
    says(
      'this is not UTF-8 text, and under no code page that we know are its words like words',
      'in Excel choose "Save as" and "CSV UTF-8", or say with --encoding what it is written in',
    ),
  E105: ({ cell }) =>
    says(
      `${quoteValue(cell)} has lost a character: \ufffd stands for one that another program could not read`,
      'export the sheet again, or type the character in',
    ),
  W071: ({ address, others }) =>
    says(
      `cell ${address} holds control characters, which are left out${others === 0 ? '' : `; so do ${formatCount(others, 'cell')} further on`}`,
      'look at where the text was copied from, and type it in again',
    ),
  W106: ({ page, word, rival }) =>
    says(
      `this is not UTF-8 text: read as ${page}, with words like ${quoteValue(word)}`,
      rival === null
        ? 'if that word is wrong, say with --encoding what the file is written in'
        : `${rival.page} would make it ${quoteValue(rival.word)}: if that is right, call with --encoding ${rival.page.toLowerCase()}`,
    ),
  W111: ({ encoding, wanted }) =>
    says(`this is ${encoding} and read as that, not as ${wanted}`, 'it needs no --encoding'),
  W112: () => says('this is no workbook but text, and is read as CSV', 'name it .csv'),
  E010: () =>
    says(
      'mentors and mentees are the same sheet, and no column says who is what',
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
      `this is ${ending === '.xls' ? 'an old' : 'a binary'} Excel workbook (${ending}), which is not read`,
      'open it, save it as .xlsx, and use that file',
    ),
  E141: ({ excess }) =>
    says(`the file is not read: ${sayExcess(excess)}`, 'keep what is needed of it, or name the right file'),
  E142: ({ most }) => says(`more than ${most} managers stand one above the other here`, 'correct the manager column'),
  E114: ({ name, near, sheets }) => says(`the workbook has no sheet ${quoteValue(name)}`, nearest(near, sheets)),
  E115: ({ file, sheets }) =>
    says(
      `the workbook has several sheets that may be meant: ${sheets.map(quoteValue).join(', ')}`,
      `say which, like ${file}#${sheets[0] ?? ''}`,
    ),
  W116: ({ file, role, name, others }) =>
    says(
      `the sheet ${quoteValue(name)} is read as ${role}, and not ${joinNames(others.map(quoteValue), 5, 'or')}`,
      `name the sheet, like ${file}#${name}`,
    ),
  W117: ({ sheets }) =>
    says(
      `${formatCount(sheets.length, 'hidden sheet')} not read: ${joinNames(sheets.map(quoteValue))}`,
      'show what is meant, or name the sheet that is',
    ),
  W118: ({ rows }) =>
    says(
      `${formatCount(rows, 'row')} that a filter or somebody has hidden ${rows === 1 ? 'is' : 'are'} read like the others`,
      'delete them if they are not meant',
    ),
  W198: ({ range, text, others }) =>
    says(
      `the cells ${range} are merged, and each is read as ${quoteValue(text)}${others === 0 ? '' : `; so are ${formatCount(others, 'other range')} of this column`}`,
      'unmerge them and write what is meant in each row, if that is not it',
    ),
  E119: ({ name }) => says(`this is no workbook and has no sheet ${quoteValue(name)}`, 'leave out # and what follows'),
  W120: ({ text }) =>
    says(
      `the column names stand here; what is above is passed over, like ${quoteValue(text)}`,
      'delete what is above if this row is right',
    ),
  W121: () => says('this row names the columns again and is passed over', 'delete it if that is right'),
  W147: ({ cell, why, count }) =>
    says(
      `${quoteValue(cell)} ${TEXT_ODDITIES[why]}${count === 1 ? '' : `, and so ${formatCount(count - 1, 'cell')} more`}`,
      'correct the cells, or export again where they come from',
    ),
  W146: ({ name }) =>
    says(
      `the column names take two rows and are read as one${name === '' ? '' : `, like ${quoteValue(name)}`}`,
      'put them into one row if that is wrong',
    ),
  W122: ({ text }) => says(`${quoteValue(text)} is taken for a total and passed over`, 'delete the row'),
  W123: ({ letters }) =>
    says(
      `column ${letters} has no name, and what stands in it is not read`,
      'name the column, or delete what is in it',
    ),
  E107: ({ address, cell, why }) => says(`cell ${address} holds ${quoteValue(cell)}: ${SPOILINGS[why]}`, SPOILT),
  W108: ({ address, cell, why }) =>
    says(`cell ${address} holds ${quoteValue(cell)}: ${SPOILINGS[why]}; it counts as empty`, SPOILT),
  E109: ({ address }) =>
    says(
      `cell ${address} holds a formula that no program has worked out`,
      'open the workbook in Excel, save it, and run again',
    ),
  E005: () =>
    says('a quote is opened here and never closed', 'close it, or double a quote that is meant as a character'),
  E006: () => says('a quote stands inside a cell', 'double it ("") and put the whole cell in quotes'),
  E007: ({ found, expected, isHeaders, other }) =>
    says(
      `the row has ${formatCount(found, 'cell')}, ${isHeaders ? `the header has ${expected}` : `most rows have ${expected}`}`,
      other !== null
        ? `${quoteValue(other)} stands between its cells: put there what the header has`
        : found > expected
          ? 'put cells that hold the delimiter in quotes'
          : 'add the missing delimiters',
    ),
  E163: ({ found, usual, count, all }) =>
    says(
      `the header has ${formatCount(found, 'cell')}, and ${count === all ? 'every row' : `${count} of ${formatCount(all, 'row')}`} below it ${count === all ? 'has' : 'have'} ${usual}`,
      found > usual
        ? 'take the column name out that has no cells below it, or put names that hold the delimiter in quotes'
        : 'name every column, or put cells that hold the delimiter in quotes',
    ),
  E008: ({ columns, column, setting }) =>
    says(
      `columns ${lettered(columns)} are ${columns.length > 2 ? 'all' : 'both'} read as ${column}`,
      `say which one is meant, like "columns": ${setting} in the config, or rename the others`,
    ),
  W141: ({ columns }) =>
    says(
      `columns ${joinNames(columns.map(([letters]) => letters))} are all called ${quoteValue(columns[0]?.[1] ?? '')}`,
      `rename one, or write ${JSON.stringify(`${columns[0]?.[1] ?? ''}#2`)} in the config for the second`,
    ),
  E152: ({ field }) =>
    says(
      `several columns are called ${quoteValue(field)}`,
      `say which one the rule is about, like ${JSON.stringify(`${field}#2`)} for the second`,
    ),
  W140: ({ column, why, read }) =>
    says(
      `this column is not read as ${column}: ${sayMisfit(why, read)}`,
      `rename it if that is right, or write "columns": {"${column}": ${JSON.stringify(read)}} in the config`,
    ),
  W143: ({ cells }) =>
    says(
      `the names in this column are numbers like ${cells.map(quoteValue).join(' and ')}`,
      'name the right column as "columns": {"name": …} in the config, if it is another',
    ),
  W145: ({ question, column, answers }) =>
    says(
      `${quoteValue(question)} is read as ${column}: ${joinNames(answers.map(quoteValue))}, where they are marked`,
      `if it asks for something else, write "columns": {"${column}": null} in the config`,
    ),
  W144: ({ setting }) =>
    says(
      'this column is not read as priority: a rank begins with 1, and a priority ends with it',
      `where the larger number is to be served first, write "columns": ${setting} in the config`,
    ),
  E009: ({ column, near, setting, city }) =>
    says(
      `there is no column for ${column}`,
      near === null && city !== null
        ? `add one, or say under "locations" in the config where each place is, like {${JSON.stringify(city)}: "DE"}`
        : columnHint(near, setting),
    ),
  E061: ({ cells, wanted }) =>
    says(
      `no cell of this row is a column name that we know: ${cells.slice(0, 5).map(quoteValue).join(', ')}`,
      `the first row must name the columns, like ${wanted.join(', ')}`,
    ),
  W063: ({ column, setting }) =>
    says(
      `this column is not read as ${column}, and no other is`,
      setting === null
        ? `if it is meant, rename it to ${column}`
        : `if it is meant, rename it to ${column}, or write "columns": ${setting} in the config`,
    ),
  E011: () => says('this cell must not be empty', 'fill it in'),
  W190: ({ words, count, emptyIs }) =>
    says(
      `${joinNames(words.map(quoteValue))} ${words.length === 1 ? 'counts' : 'count'} as empty${count === 1 ? '' : ` in ${count} cells`}${emptyIs === '' ? '' : `, and so as ${emptyIs}`}`,
      emptyIs === ''
        ? `if it is a value here, write "values": {"none": {${JSON.stringify(words[0])}: false}} in the config`
        : 'write what is meant where it is something else',
    ),
  W191: ({ word, count }) =>
    says(
      `${quoteValue(word)} is taken as it stands${count === 1 ? '' : `, with ${formatCount(count - 1, 'cell')} like it`}: it may mean that there is nothing`,
      `write "values": {"none": [${JSON.stringify(word)}]} in the config where it does, {"none": {${JSON.stringify(word)}: false}} where not`,
    ),
  E012: ({ cell, least, most, near, column }) =>
    says(
      /^\d+$/u.test(cell) && Number(cell) > most
        ? `${quoteValue(cell)} is too large`
        : `${quoteValue(cell)} is not a whole number from ${least}`,
      near !== null
        ? `did you mean ${near}?`
        : column === 'wants' && Number(cell) === 0
          ? 'write withdrawn in a column status where somebody takes no part'
          : /^-?\d+$/u.test(cell)
            ? `write a number from ${least} to ${most}`
            : `write digits only${column === null || !isPlainWord(cell) ? '' : `, or ${mapping(column, cell, findNumberIn(cell, least, most))}`}`,
    ),
  E013: ({ id, row }) =>
    says(
      `the id ${quoteValue(id)} stands in row ${row} too`,
      'remove the row that is there twice, or give each person an id of their own',
    ),
  E014: ({ email, row }) =>
    says(
      `the address ${quoteValue(email)} stands in row ${row} too`,
      'keep one row for each person, with lists where they differ (a; b), or correct the address',
    ),
  E015: ({ cell, near }) =>
    says(
      `${quoteValue(cell)} is not an e-mail address`,
      near === null ? 'write one address, like ada@example.org' : `did you mean ${near}?`,
    ),
  E016: ({ cell, near, besides }) =>
    says(
      near.length > 1
        ? `${quoteValue(cell)} is the name of two countries`
        : `${quoteValue(cell)} is no country we know`,
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
      `levels are written as names (${names.slice(0, 8).map(quoteValue).join(', ')}), and nothing says which is higher`,
      'list them lowest first under "levels" in the config',
    ),
  E058: ({ found, most }) =>
    says(
      `there are ${found} different priorities, more than ${most}`,
      'each is decided by itself: use a few classes, like 0, 1 and 2',
    ),
  W068: ({ id, other }) =>
    says(
      `the id ${quoteValue(id)} is that of ${other} in the other sheet too: they count as one person and are not paired`,
      'where they are two, give them different ids (M1, E1)',
    ),
  W050: ({ ids }) =>
    says(
      `the managers run in a circle: ${ids.join(' → ')}`,
      'correct the manager column; until then each counts as above the others',
    ),
  E051: ({ cell }) => says(`${quoteValue(cell)} is no time zone we know`, 'write one like Europe/Berlin or UTC+2'),
  E052: ({ cell, near, choice, likely }) =>
    says(
      `${quoteValue(cell)} is no status`,
      likely[0] === undefined || near !== null
        ? nearest(near, choice)
        : `${mapping('status', cell, likely[0])}${likely[1] === undefined ? '' : ` or "${likely[1]}"`}, or "columns": {"status": null} where it says nothing of the programme`,
    ),
  E053: ({ least, capacity }) =>
    says(
      `at least ${least} mentees and at most ${capacity} cannot both be`,
      'lower min_load, or raise capacity (1 where it is empty)',
    ),
  E054: ({ cell, rule }) =>
    says(
      `${quoteValue(cell)} is not a number, and the rule "${rule}" measures this column`,
      'write digits only, or let the rule measure another column',
    ),
  W064: ({ cell, near }) =>
    says(`${quoteValue(cell)} is nobody in the sheets`, likely(near, 'correct it, or it is a wish for nobody')),
  W066: ({ cell, side }) => says(`${quoteValue(cell)} is no ${side}`, `wish for a ${side}, or it is a wish for nobody`),
  W065: ({ cell, near }) =>
    says(
      `${quoteValue(cell)} is neither a person nor a department in the sheets`,
      likely(near, 'correct it, or it keeps nobody away'),
    ),
  W170: ({ cell, near }) => says(`${quoteValue(cell)} is nobody in the sheets`, likely(near, 'correct it')),
  W171: ({ cell, people }) => says(`${quoteValue(cell)} may be ${alternatives(people)}: it counts as nobody`, ONE_KEY),
  W172: ({ cell, people }) =>
    says(`${quoteValue(cell)} names two people: ${joinNames(people)}; it counts as nobody`, ONE_KEY),
  E130: ({ names, near }) =>
    says(
      names.length === 1
        ? `${quoteValue(names[0] ?? '')} is no language we know`
        : `${names.map(quoteValue).join(' and ')} are no languages we know`,
      near === null
        ? 'write names or codes, like German or de; or list it under "options" in the config: {"languages": [ … ]}'
        : `did you mean ${near}?`,
    ),
  E131: ({ city }) =>
    says(
      `there is no column for the country, and nothing says in which one ${quoteValue(city)} is`,
      `add it to "locations" in the config, like {${JSON.stringify(city)}: "DE"}`,
    ),
  W132: ({ word, count }) =>
    says(
      `${formatCount(count, 'person is', 'people are')} left out because of a status like ${quoteValue(word)}`,
      'write active in this column where somebody takes part',
    ),
  W148: ({ cell, name, count }) =>
    says(
      `${formatCount(count, 'name has a mark', 'names have marks')} that is taken off: ${quoteValue(cell)} is read as ${quoteValue(name)}`,
      'write what tells two people apart without brackets',
    ),
  W149: ({ cell, count }) =>
    says(
      `${formatCount(count, 'name says', 'names say')} that somebody is away or has left, like ${quoteValue(cell)}: they take part`,
      'write withdrawn in a column status where somebody does not',
    ),
  W151: ({ first, last, setting }) =>
    says(
      `the larger number is served first here: ${first} before ${last}`,
      `turn the numbers round if ${last} comes first; write "columns": ${setting} in the config if this is right`,
    ),
  W133: ({ cell, name, count }) =>
    says(
      `${formatCount(count, 'name is', 'names are')} written last name first: ${quoteValue(cell)} is read as ${quoteValue(name)}`,
      'where that is wrong, write the name without a comma',
    ),
  W134: ({ name, other, row }) =>
    says(
      `${quoteValue(name)} may be the same person as ${quoteValue(other)} in row ${row}`,
      'where they are one, delete one of the rows',
    ),
  W178: ({ name, other, pair, pairs }) =>
    says(
      `${quoteValue(name)} may be the same person as ${other} of the other sheet: the two are not paired${pairs > 1 ? `; neither are ${formatCount(pairs - 1, 'pair')} more like them` : ''}`,
      `write "different": [${JSON.stringify(pair)}] in the config where they are two people, "same" where they are one`,
    ),
  E020: ({ fault }) => {
    const { message, hint } = sayJsonFault(fault);
    return says(`this is not JSON: ${message}`, hint);
  },
  E021: ({ key, near, choice }) => says(`${quoteValue(key)} is no setting`, nearest(near, choice)),
  E022: ({ fault, of }) => {
    const { message, hint } = saySettingFault(fault);
    return says(of === 'name' ? `the name ${message}` : message, hint);
  },
  E023: ({ kind, name, near, choice }) =>
    says(`${quoteValue(name)} is no ${KINDS_OF_NAMES[kind]}`, nearest(near, choice)),
  E024: ({ kind, name }) => says(`the ${KINDS_OF_NAMES[kind]} ${quoteValue(name)} is there twice`, 'keep one'),
  E025: ({ rule }) => says(`the rule "${rule}" needs no field`, 'leave "field" out'),
  E026: ({ rule }) => says(`the rule "${rule}" needs a field`, 'say which column it is about: "field": "department"'),
  E027: ({ most }) => says(`there are more than ${most} rules`, 'merge or drop some'),
  E028: ({ header, near, choice }) => says(`neither sheet has a column ${quoteValue(header)}`, nearest(near, choice)),
  E179: ({ text, near }) =>
    says(
      `${quoteValue(text)} is nobody in the sheets`,
      likely(near, 'write an id or an e-mail address as in the sheet'),
    ),
  E180: ({ text, people }) => says(`${quoteValue(text)} may be ${alternatives(people)}`, ONE_KEY),
  E181: ({ texts }) =>
    says(
      `${joinNames(texts.map(quoteValue))} share an id or an address, so that they are one person`,
      'correct the sheet, or drop the pair',
    ),
  E030: ({ cell }) => says(`${quoteValue(cell)} is no side`, 'write mentor or mentee'),
  E031: ({ min, max }) =>
    says(`at least ${min} and at most ${max} cannot both be`, 'make max at least as large as min'),
  E032: () => says('this limit has neither min nor max', 'fill in one, or delete the row'),
  E033: ({ country, side, row }) =>
    says(`${country} has a limit on the ${side}s' side in row ${row} already`, 'keep one'),
  W034: ({ country, side }) => says(`no ${side} is in ${country}`, 'delete the row, or correct the country'),
  E048: ({ one, other, country, side }) =>
    says(
      `${one} and ${other} both have a limit on the ${side}s' side, both hold ${country}, and neither holds the other`,
      'let one region hold the other, or give them no country in common: limits must nest',
    ),
  E049: () =>
    says(
      'this limits pairs of countries: such limits do not nest, and no exact answer can be promised for them',
      'write country,side,min,max: limits count the tandems of one country on one side; crossBorder or a rule can keep countries apart',
    ),
  E050: () =>
    says(
      'limits count by country or region; departments cannot be limited, because such limits would not nest with those of countries',
      'write country,side,min,max; a preference like cross-department can favour pairs of two departments',
    ),
  E055: ({ cell }) => says(`${quoteValue(cell)} is no date`, 'write it like 2025-03-31 or 31.03.2025'),
  W067: () =>
    says(
      'no tandem here has a date, so that none of them is ever repeated',
      'add a column date with the day on which each ended, or drop "repeat"',
    ),
  E176: () => says('no row of this file names anybody of the sheets', 'correct how it names people, as below'),
  W177: ({ rows }) =>
    says(
      `all people in ${rows === 1 ? 'the one row' : `the ${rows} rows`} of this file have left, or are named otherwise than in the sheets`,
      'check that it is the right file; where it is, it changes nothing',
    ),
  W072: ({ undatedRows, rows }) =>
    says(
      `${undatedRows} of ${formatCount(rows, 'row')} ${undatedRows === 1 ? 'has no date: these two are' : 'have no date: these tandems are'} never repeated`,
      'write the day on which each ended into the column date',
    ),
  W073: ({ met, all, isBoth }) =>
    says(
      `${met} of ${formatCount(all, 'tandem')} here cannot be kept: the history has ${met === 1 ? 'it' : 'them'}${isBoth ? ', because this file is both previous and history' : ''}`,
      isBoth
        ? 'name this file as previous only, to keep its tandems'
        : 'take tandems that should go on out of the history',
    ),
  E190: ({ names, person, side, near }) =>
    says(
      `the approved tandem of ${names.join(' and ')} cannot stay: ${sayLeft(person, side)}`,
      near.length > 0
        ? `did you mean ${alternatives(near)}? Then write that id; else let go of the tandem with --release-approved=left`
        : 'put the person back into the sheet, or let go of the tandem with --release-approved=left',
    ),
  E191: ({ names, bars }) =>
    says(
      `the approved tandem of ${names.join(' and ')} cannot stay: the two may not meet (${sayBars(bars)})`,
      'change the rule, set the status to draft, or let go of the tandem with --release-approved',
    ),
  W192: ({ names, person }) =>
    says(
      `the approved tandem of ${names.join(' and ')} ends: ${person} has withdrawn`,
      `correct the status of ${person} in the sheet if that is wrong`,
    ),
  W193: ({ names, why }) =>
    says(
      `the approved tandem of ${names.join(' and ')} is let go: ${sayReleaseReason(why)}`,
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
        ? `the note ${quoteValue(remarks[0] ?? '')} is dropped with its draft, which is no tandem any more`
        : `${remarks.length} notes are dropped with their drafts, which are no tandems any more: ${joinNames(remarks.map(quoteValue), 5)}`,
      'approve or decline what a note is to stay with',
    ),
  E196: ({ file }) =>
    says(
      `there is a run here without its ${file}, so that nobody knows what was decided`,
      'put the file back, or start without decisions with --fresh',
    ),
  E056: ({ need }) =>
    says(
      `${need === 'repeat' ? '"repeat" after some months' : 'a rule about time zones'} needs the day on which the programme starts`,
      'write "start": "2026-03-01" in the config',
    ),
  E040: ({ cell, side, near }) =>
    says(
      `${quoteValue(cell)} is not a ${side} in the sheets`,
      likely(near, 'write an id or an e-mail address as in the sheet'),
    ),
  E173: ({ cell, side }) =>
    says(
      `${quoteValue(cell)} is only in the sheet of the ${side === 'mentor' ? 'mentees' : 'mentors'}`,
      `name a ${side}, or swap the two cells`,
    ),
  E174: ({ cell, people }) => says(`${quoteValue(cell)} may be ${alternatives(people)}`, ONE_KEY),
  E175: ({ cell, people }) => says(`${quoteValue(cell)} names two people: ${joinNames(people)}`, ONE_KEY),
  E057: ({ cell }) => says(`${quoteValue(cell)} has withdrawn`, 'delete the lock, or correct the status in the sheet'),
  E041: ({ cell, near }) => says(`${quoteValue(cell)} is no action`, nearest(near, ['lock', 'ban', 'score'])),
  E042: ({ cell, most }) =>
    says(
      most === null
        ? `${quoteValue(cell)} is not a number with at most three decimals`
        : `${quoteValue(cell)} is too large`,
      most === null ? 'write points like 12 or 2.5' : `write a number from -${most} to ${most}`,
    ),
  E043: ({ action, row }) => says(`row ${row} says "${action}" of this pair already`, 'keep one of the two'),
  E044: ({ row }) => says(`row ${row} says the opposite of this pair`, 'keep either the lock or the ban'),
  E045: ({ names, bars, lacks }) =>
    says(
      `${names.join(' and ')} may not meet: ${sayBars(bars)}`,
      lacks === 'word'
        ? 'delete the lock; or where the decline is taken back, its row in declined.csv or its status'
        : lacks === 'reason'
          ? 'delete the lock, or say why under "reason" and call with --allow-override'
          : 'delete the lock, or call with --allow-override to let its reason count',
    ),
  E046: ({ pairs }) =>
    says(
      `nobody may meet outside the pairs with points, and ${pairs === null ? 'there is no file of pairs' : `${pairs} has none`}`,
      pairs === null
        ? 'name one with --pairs, or as {"file": …, "only": true}'
        : 'add rows with points, or drop "only"',
    ),
  E047: ({ level }) =>
    says(
      `the points are so large that their sums on the level "${level}" would not be exact`,
      'divide all weights and points by a thousand',
    ),
  E160: ({ text, near }) =>
    says(
      `${quoteValue(text)} is nobody in the sheets`,
      near.length === 0
        ? 'give an id, an e-mail address, or a name or part of one'
        : `did you mean ${alternatives(near.map(sayAskedPerson))}?`,
    ),
  E161: ({ text, people }) =>
    says(
      `${quoteValue(text)} may be ${alternatives(people.map(sayAskedPerson))}`,
      'give the id or the e-mail address of the one who is meant',
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

const SPOILT = 'correct it in the spreadsheet, and export again';

const ONE_KEY = 'write the id or the e-mail address alone';
