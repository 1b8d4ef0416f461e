import { getBarKind } from '../../../domain/bars.ts';
import type { ExportTool, PlaceholderSource } from '../../../domain/hand-over.ts';
import { type Excess, groupDigits } from '../../../domain/input-bounds.ts';
import type {
  AskedPerson,
  FileFormat,
  MisfitCells,
  ReleaseReason,
  SheetRole,
  Spoiling,
  TextOddity,
  UnpairedReason,
} from '../../../domain/problem-facts.ts';
import type { Side } from '../../../domain/roster.ts';
import type {
  JsonFault,
  JsonPart,
  KindOfName,
  Refinement,
  SettingFault,
  SettingKind,
} from '../../../domain/setting-faults.ts';
import { quoteValue } from '../../../domain/text.ts';
import type { Damage } from '../../../domain/workbook.ts';
import type { Said } from './message-types.ts';

export const FILE_FORMATS: Readonly<Record<FileFormat, string>> = {
  zip: 'an Excel workbook or another zip archive',
  'another archive': 'a zip archive or an old Office file, but not a workbook',
  'old Excel': 'an old Excel workbook',
  gzip: 'a gzip archive',
  PDF: 'a PDF',
  'web page': 'a web page',
  JSON: 'JSON',
  XML: 'XML',
  'XML spreadsheet': 'an XML spreadsheet of Excel 2003',
  'UTF-32': 'UTF-32 text',
  binary: 'a binary file',
};

/** What a sheet lacks that has no rows. */
export const ROWS_OF: Readonly<Record<SheetRole, string>> = {
  mentors: 'mentors',
  mentees: 'mentees',
  limits: 'limits',
  pairs: 'pairs',
  previous: 'tandems',
  carryOver: 'people',
  history: 'tandems',
  survey: 'answers',
};

export const DAMAGES: Readonly<Record<Damage, string>> = {
  'cell address': 'the position of a cell is damaged',
  'cell in another row': 'a cell is in the wrong row',
  'contents damaged': 'its list of contents is damaged',
  'end missing': 'its end is missing',
  'number damaged': 'a number of it is damaged',
  packing: 'it is packed in an unusual way',
  'part cut off': 'a part of it is cut off',
  'part damaged': 'a part of it is damaged',
  'part missing': 'a part of it is missing',
  'part not UTF-8': 'a part of it is not in UTF-8',
  'part renamed': 'a part of it goes by two names',
  'part twice': 'a part of it is there twice',
  'sheet missing': 'a sheet of it is missing',
  'sheet twice': 'two sheets of it are one part',
  'table in a cell': 'there is a table inside a cell',
  'text missing': 'a text of it is missing',
};

/** A cell whose content is lost: why. */
export const SPOILINGS: Readonly<Record<Spoiling, string>> = {
  'formula error': 'its formula failed',
  'shortened number': 'the number was shortened',
};

/** What a text is like, after the text itself. */
export const TEXT_ODDITIES: Readonly<Record<TextOddity, string>> = {
  'misread UTF-8': 'was UTF-8 and was read in another encoding',
  'two alphabets': 'mixes Latin and Cyrillic letters in a word',
  'lost letter': 'has a question mark where a letter was lost',
  'web signs': 'has characters written as in web pages',
  apostrophe: 'begins with an apostrophe, which counts as a part of it',
  day: 'is a date, which a spreadsheet may have made of something else',
};

/** "it has more than 1,000 columns" */
export function sayExcess({ of, most, row, column }: Excess): string {
  const bound = groupDigits(most);
  switch (of) {
    case 'MiB of a file':
      return `it is larger than ${bound} MiB`;
    case 'MiB of a config':
      return `it has more than ${bound} MiB, which no config needs`;
    case 'MiB unpacked':
      return `it unpacks to more than ${bound} MiB`;
    case 'parts':
    case 'sheets':
    case 'rows':
    case 'columns':
    case 'cells':
      return `it has more than ${bound} ${of}`;
    case 'shared texts':
      return `it has more than ${bound} different texts`;
    case 'nested tags':
      return `a part of it is nested deeper than ${bound} levels`;
    case 'letters of a tag':
      return `a part of it has a tag of more than ${bound} letters`;
    case 'row number':
      return `it goes on to row ${row}, beyond row ${bound}`;
    case 'columns of a row':
      return `row ${row} has more than ${bound} columns`;
    case 'letters of a cell':
      return `${row === undefined ? 'a cell' : `the cell in row ${row} and column ${column}`} has more than ${bound} letters`;
    case 'letters of a header':
      return `the name of column ${column} has more than ${bound} letters`;
    case 'letters of a line':
      return `a line has more than ${bound} letters`;
    case 'problems':
      return `the rows up to here have ${bound} problems, and what is below was not looked at`;
  }
}

const JSON_PARTS: Readonly<Record<JsonPart, string>> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  name: 'a name in double quotes',
  'name or }': 'a name in double quotes or }',
  colon: 'a colon',
  'comma or }': 'a comma or }',
  'comma or ]': 'a comma or ]',
  end: 'nothing more',
};

export function sayJsonFault(fault: JsonFault): Said {
  const hint = 'check commas, quotes and brackets there';
  switch (fault.kind) {
    case 'not UTF-8':
      return { message: 'it is not UTF-8 text', hint: 'save it as UTF-8' };
    case 'unknown':
      return { message: 'it cannot be read', hint };
    case 'ends early':
      return { message: `it ends too early: ${JSON_PARTS[fault.expected]} is missing`, hint };
    case 'goes on':
      return { message: `it goes on after its end with ${fault.rest}`, hint };
    case 'extra comma':
      return { message: `there is a comma too many before ${fault.rest}`, hint };
    case 'lacks':
      return { message: `${JSON_PARTS[fault.expected]} is missing before ${fault.rest}`, hint };
    case 'backslash':
      return {
        message: `a backslash in ${quoteValue(fault.written)} has no meaning`,
        hint: `write each backslash twice: ${quoteValue(fault.meant)}`,
      };
  }
}

const SETTING_KINDS: Readonly<Record<SettingKind, string>> = {
  list: 'a list in [ ]',
  'true or false': 'true or false',
  'whole number': 'a whole number',
  number: 'a number',
  settings: 'settings in { }',
  text: 'a text in double quotes',
  null: 'null',
};

const REFINEMENT_WORDS: Readonly<Record<Refinement, string>> = {
  'whole characters': 'must not hold half a character, like \\ud800 alone',
  'no control characters': 'must not hold control characters',
  day: 'must be a day like 2026-03-01',
  encoding: 'must be an encoding like windows-1252 or macroman',
};

export function saySettingFault(fault: SettingFault): Said {
  const says = (message: string, hint: string | null = null): Said => ({ message, hint });
  switch (fault.kind) {
    case 'wrong kind': {
      const ways = [
        ...fault.literals.map(text => JSON.stringify(text)),
        ...fault.kinds.map(kind => SETTING_KINDS[kind]),
      ];
      return says(`${fault.isMissing ? 'is missing: it ' : ''}must be ${ways.join(', or ')}`);
    }
    case 'not of choice':
      return says(`must be one of ${fault.choice.join(', ')}`);
    case 'empty':
      return says('must not be empty');
    case 'too exact':
      return says('must have at most three decimals');
    case 'not two people':
      return says('must be two people, like ["m7", "e3"]');
    case 'too low':
      return says(`must be at least ${fault.least}`);
    case 'too high':
      return says(`must be at most ${fault.most}`);
    case 'too long':
      return says(`must name at most ${groupDigits(fault.most)}`);
    case 'unfit text':
      return says(REFINEMENT_WORDS[fault.needs]);
    case 'nested too deep':
      return says(`brackets are nested deeper than ${fault.most}`, 'no setting is: take them away');
    case 'unusable name':
      return says(`${quoteValue(fault.name)} cannot be a name`, 'use another name');
    default:
      return sayRuleFault(fault, says);
  }
}

export type RuleFault = Exclude<
  SettingFault,
  {
    readonly kind:
      | (
          | 'wrong kind'
          | 'not of choice'
          | 'empty'
          | 'too exact'
          | 'not two people'
          | 'too low'
          | 'too high'
          | 'too long'
        )
      | ('unfit text' | 'nested too deep' | 'unusable name');
  }
>;

function sayRuleFault(fault: RuleFault, says: (message: string, hint: string) => Said): Said {
  switch (fault.kind) {
    case 'taken name':
      return says(`rmentor uses the name "${fault.name}" itself`, 'give the rule another "name"');
    case 'region called *':
      return says('"*" means every country without a limit of its own', OWN_NAME);
    case 'region called like a country':
      return says(`"${fault.name}" is a country's name`, OWN_NAME);
    case 'region in itself': {
      const how = fault.through === null ? 'holds itself' : `holds "${fault.through}", which holds it again`;
      return says(`the region "${fault.name}" ${how}`, 'take one out of the other');
    }
    case 'level too early':
      return says(
        `"${fault.level}" comes before any level that makes tandems`,
        fault.level === 'balance'
          ? 'put it last: no load is more even than no mentees at all'
          : `put it after one of ${fault.after.join(', ')}: where there is no tandem, none is bad`,
      );
    case 'no score to weigh':
      return says(
        'to weigh changes against points, "score" must come after "kept"',
        'write "score" behind "kept", or leave worthAChange out',
      );
    case 'not weighable':
      return says(
        `${fault.levels.map(level => `"${level}"`).join(' and ')} must not come between "kept" and "score"`,
        'put it behind "score", or leave worthAChange out',
      );
    case 'no distance':
      return says(`the rule "${fault.rule}" needs to know how far`, 'write "by": 2');
    case 'needless distance':
      return says(`the rule "${fault.rule}" measures nothing`, 'leave "by" out');
    case 'needless ranks':
      return says(`the rule "${fault.rule}" knows no ranks`, 'leave "ranks" out: only "wished" has them');
    case 'unmeasurable':
      return says(
        `"${fault.rule}" cannot measure ${fault.field}`,
        'it measures level, timezone, or a column with numbers',
      );
    case 'not compared':
      return says(`rules do not compare "${fault.field}"`, `they compare ${fault.fields.join(', ')}`);
  }
}

const OWN_NAME = 'give the region a name of its own';

export const KINDS_OF_NAMES: Readonly<Record<KindOfName, string>> = {
  preset: 'preset',
  rule: 'rule',
  crossBorder: 'way to write crossBorder',
  delimiter: 'delimiter',
  language: 'language',
  role: 'role',
  value: 'value of this setting',
  status: 'status',
  level: 'level',
  region: 'region',
  setting: 'setting',
  column: 'column',
  'column with a default': 'column with a possible default',
  'column of lists': 'column of lists',
  'rule of the preset': 'rule of the preset',
  'level of the objective': 'goal',
};

const MISFITS: Readonly<Record<Exclude<MisfitCells['kind'], 'another status'>, string>> = {
  answers: 'answers like',
  numbers: 'numbers like',
  employment: 'kinds of employment like',
  'no languages': 'answers like',
  'not all statuses': 'not all statuses, like',
  'no addresses': 'not e-mail addresses, like',
};

/** What speaks against a header. @param read the header that is read in its place, or null. */
export function sayMisfit({ kind, cells }: MisfitCells, read: string | null): string {
  const shown = cells.map(quoteValue).join(' and ');
  if (kind === 'another status') return `${quoteValue(read ?? '')} is, and this says ${shown}`;
  return `its cells are ${MISFITS[kind]} ${shown}`;
}

/** What keeps the two of a tandem apart, each as a part of a message. */
export function sayBars(bars: readonly string[]): string {
  return bars.map(sayBar).join(', ');
}

function sayBar(bar: string): string {
  switch (getBarKind(bar)) {
    case 'declined':
      return 'somebody declined this tandem';
    case 'not-listed':
      return 'only pairs with points are allowed, and the list of pairs gives them none';
    case 'banned-pair':
      return 'the list of pairs bans them';
    case 'met-before':
      return 'they were a tandem before';
    case 'not-again':
      return 'one of them did not want to meet again';
    case 'rule':
      return `rule ${bar}`;
  }
}

export function sayReleaseReason(why: ReleaseReason): string {
  switch (why.kind) {
    case 'left':
      return sayLeft(why.person, why.side);
    case 'barred':
      return `they may not be paired (${sayBars(why.bars)})`;
    case 'clash':
      return 'not all demands can be met together';
  }
}

export function sayLeft(person: string, side: Side): string {
  return `${person} is not among the ${side}s in the sheets`;
}

/** "Ada Brandt (ada@example.org, mentor in Marketing, DE)" */
export function sayAskedPerson({ id, name, side, department, country }: AskedPerson): string {
  return `${name} (${id}, ${side} in ${department}, ${country})`;
}

export function sayUnpaired(why: UnpairedReason): string {
  if (why.kind === 'withdrawn') return `${sayAskedPerson(why.person)} withdrew`;
  return `${why.people.map(sayAskedPerson).join(' and ')} are both ${why.side}s`;
}

/** Programs that a run is handed over to. */
export const TOOLS: Readonly<Record<ExportTool, string>> = {
  'mail-merge': 'a mail merge',
  mailchimp: 'Mailchimp',
  brevo: 'Brevo',
  sendgrid: 'SendGrid',
  listmonk: 'listmonk',
  notify: 'GOV.UK Notify',
  chronus: 'Chronus',
  eml: 'an e-mail',
  ics: 'a calendar',
  vcard: 'a contact',
  chat: 'Slack',
  json: 'a script',
  csv: 'Excel',
};

/** Why a program does not take an address. */
export const REFUSALS: Readonly<Record<'too long' | 'signs' | 'formula', string>> = {
  'too long': 'it is too long',
  signs: 'it has letters or signs that are not allowed in it',
  formula: 'a spreadsheet takes its start for a formula',
};

/** What to do where a letter names something that there is nothing for. */
export function sayHowToFill(source: PlaceholderSource): string {
  switch (source.kind) {
    case 'sheet':
      return 'fill in the sheet, then match and export again; or take it out of the letter';
    case 'note':
      return 'write one into the column note of tandems.csv; or take it out of the letter';
    case 'call':
      return `add ${source.flag}; or take it out of the letter`;
    case 'nowhere':
      return 'take it out of this letter';
  }
}
