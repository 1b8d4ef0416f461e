import { quoteValue as quote, shortenValue } from '../../../domain/text.ts';
import type { LeftResults, RunningWriter, WantedValue, WayOut } from '../../../domain/user-error-kinds.ts';
import { formatCount, joinNames } from './grammar.ts';
import type { Said, TroubleWords } from './message-types.ts';

const CAUSES: Readonly<Record<string, string>> = {
  ZIP: 'the zip archive is damaged, or too large',
  EACCES: 'no permission',
  EPERM: 'not allowed here',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'a file may not grow that large here',
  EIO: 'the disk reports an error',
  EBUSY: 'it is in use by another program',
  EXDEV: 'it is a disk of its own',
  EEXIST: 'another program is writing there',
  ENOENT: 'a part of its path is missing',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'there is a folder in the place of a file',
  ELOOP: 'its symbolic links form a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ESTALE: 'the network drive is gone',
  EBADF: 'it is not open for writing',
};

function nameCause(code: string): string {
  return CAUSES[code] ?? code;
}

function nameFile(path: string): string {
  return path === '-' ? 'standard input' : path;
}

function nameRun(by: RunningWriter | null): string {
  if (by === null) return 'another run';
  return `another run (process ${by.pid}${by.host === null ? '' : ` on host ${by.host}`})`;
}

function sayLeft(left: LeftResults): string {
  switch (left.kind) {
    case 'kept':
      return `the old results are kept in ${left.path}, and the next run puts them back`;
    case 'unchanged':
      return 'the old results are unchanged';
    case 'none':
      return 'nothing was written';
  }
}

const WAYS_OUT: Readonly<Record<WayOut, string>> = {
  'check-disk': 'Check the disk, or choose another folder.',
  'close-files':
    'Close the files in Excel and run again. A mounted volume cannot be replaced: choose a folder inside it.',
  'free-space': 'Free some space and run again, or choose another disk.',
  'folder-inside': 'Choose a folder inside it.',
  'other-folder': 'Choose another folder.',
};

const OTHER_FOLDER = WAYS_OUT['other-folder'];

function sayWanted(wanted: WantedValue): string {
  switch (wanted.kind) {
    case 'whole-number':
      return 'Write a whole number from 1.';
    case 'whole-number-from-0':
      return 'Write a whole number from 0.';
    case 'day':
      return 'Write a day like 2026-05-31 or 31.05.2026';
    case 'time':
      return 'Write a day, a time and its distance from UTC, like 2026-11-03T09:00+01:00 or 2026-11-03T08:00Z';
    case 'address':
      return 'Write an e-mail address, like hr@example.org';
    case 'points':
      return 'Write points from 0, with at most three decimals, like 15 or 2.5';
    case 'delimiter':
      return 'Write a comma, a semicolon, tab or |.';
    case 'column':
      return 'Write a column of rmentor, =, and your header: email=Mail';
    case 'question':
      return 'Write partner, recommend, rating, continue or never, =, and the header of the survey: rating=Stars';
    case 'meaning':
      return 'Write a column of rmentor, :, your word, =, and what it means: status:Elternzeit=withdrawn or "capacity:max. 2=2"';
    case 'releasing':
      return 'Write --release-approved alone, or --release-approved=left';
    case 'choice':
      return `Write ${joinNames(wanted.choice, wanted.choice.length, 'or')}.`;
  }
}

function suggest(near: string | null, help: string): string {
  return near === null ? `See ${help}` : `Did you mean ${near}?`;
}

const says = (message: string, hint: string | null) => ({ message, hint });

/** What is wrong with a call, or with the machine, and the next thing to do. */
const said: TroubleWords = {
  'not-a-file-name': ({ path }) => says(`${quote(path)} is not the name of a file`, 'Correct the name.'),
  'is-folder': ({ path }) => says(`${nameFile(path)} is a folder, not a file`, 'Name a file in it.'),
  'file-missing': ({ path, folder, neighbours }) =>
    says(
      `${path} does not exist`,
      neighbours === null
        ? `The folder ${folder} cannot be read either. Check the path.`
        : neighbours.length > 0
          ? `Its folder holds ${joinNames(neighbours.map(quote))}.`
          : 'Check the spelling, and the folder you are in.',
    ),
  'path-of-windows': ({ path }) =>
    says(
      `${path} is a path on Windows, and this computer runs another system`,
      'Write it relative to the folder of the config, or as this computer names it.',
    ),
  'file-changed': ({ path }) =>
    says(`${nameFile(path)} changed while it was being read`, 'Wait until it is saved, and run again.'),
  'file-too-large': ({ path, mebibytes }) =>
    says(
      `${nameFile(path)} is larger than ${mebibytes} MiB`,
      'Name the right file: sheets of participants are far smaller.',
    ),
  'no-permission': ({ path }) =>
    says(`you have no permission to read ${nameFile(path)}`, 'Ask its owner for permission, or name a copy.'),
  'file-in-use': ({ path }) =>
    says(`${nameFile(path)} is in use by another program`, 'Close it in Excel and run again.'),
  'file-unreadable': ({ path, code }) =>
    says(`${nameFile(path)} could not be read: ${nameCause(code)}`, 'Copy it to another place and name the copy.'),

  'folder-unwritable': ({ folder, code, left, wayOut }) => {
    const cause = code === null ? 'the disk did not keep what was written' : nameCause(code);
    return says(`${folder} could not be written: ${cause}; ${sayLeft(left)}`, WAYS_OUT[wayOut]);
  },
  'path-is-file': ({ folder }) => says(`${folder} cannot be created: a part of its path is a file`, OTHER_FOLDER),
  'folder-taken': ({ folder }) =>
    says(
      `another program has written a file of the same name to ${folder}; nothing was written`,
      'Run again, or choose another folder.',
    ),
  'folder-is-disk': ({ folder }) => says(`${folder} is a whole disk, not a folder`, OTHER_FOLDER),
  'folder-is-link': ({ folder }) => says(`${folder} is a symbolic link, not a folder`, OTHER_FOLDER),
  'folder-is-file': ({ folder }) => says(`${folder} is a file, not a folder`, OTHER_FOLDER),
  'folder-holds-others': ({ folder, names }) =>
    says(
      `${folder} holds files that are not from an earlier run: ${joinNames(names.map(quote))}`,
      'Choose another folder, or add --force to write beside them. Files with the name of a result are replaced.',
    ),
  'results-replace-input': ({ path }) => says(`${path} is an input, and the results would replace it`, OTHER_FOLDER),
  'result-is-folder': ({ path }) => says(`${path} is a folder, and a result has that name`, OTHER_FOLDER),
  'sheet-edited': ({ path }) => says(`${path} is there already, and is not as rmentor wrote it`, OTHER_FOLDER),
  'decisions-changed': ({ path }) =>
    says(
      `${path} has changed since it was read; the old results are unchanged`,
      'Run rmentor match again: it takes what was decided meanwhile.',
    ),
  'taken-over': ({ folder, by }) =>
    says(
      `${nameRun(by)} has taken over ${folder}; this run wrote nothing`,
      'Run again when it is done. For other hosts, a run that writes nothing for 10 minutes is dead.',
    ),
  'folder-busy': ({ folder, by, lock }) =>
    says(
      `${nameRun(by)} is writing to ${folder}`,
      `Wait until it is done, and run again. If that process is not a run of rmentor any more, delete ${lock} first.`,
    ),
  'in-the-way': ({ path }) =>
    says(
      `${path} is in the way and is not from a run of yours`,
      'If no other run is at work, delete it and run again.',
    ),
  'history-there': ({ path }) =>
    says(
      `${path} is there already, and says something else`,
      'Name another file with --out, or replace it with --force.',
    ),
  'history-is-input': ({ path }) => says(`${path} is an input of this run, and stays`, 'Name another file with --out.'),
  'name-taken': ({ path, flag, isFolder }) =>
    says(
      isFolder ? `${path} is a folder` : `${path} is there already, and rmentor did not write it`,
      `Name another file with ${flag}.`,
    ),
  'file-unwritable': ({ path, flag, code, isInUse }) =>
    says(
      `${path} could not be written: ${nameCause(code)}`,
      isInUse ? 'Close it in Excel and run again.' : `Name another file with ${flag}.`,
    ),
  'output-lost': ({ code }) => says(`standard output could not be written: ${nameCause(code)}`, null),
  'answers-ended': () => says('not all questions were answered; nothing was written', 'Add --yes to be asked nothing.'),

  'unknown-command': ({ name, near }) => says(`${quote(name)} is not a command`, suggest(near, 'rmentor help')),
  'unknown-flag': ({ flag, command, near }) =>
    says(`${flag} is not a flag of ${command}`, suggest(near, `${command} --help`)),
  'flag-without-value': ({ flag, value }) => says(`${flag} has no value`, `Write ${flag} ${value}`),
  'flag-missing': ({ flag, value }) => says(`${flag} is missing`, `Add ${flag} ${value}`),
  'argument-missing': ({ argument, usage }) => says(`${argument} is missing`, `Write ${usage}`),
  'too-many-arguments': ({ command, expected, given }) =>
    expected === 0
      ? says(`${command} takes no argument`, `See ${command} --help`)
      : says(
          `${command} takes ${expected === 1 ? 'one argument' : `${expected} arguments`}, not ${given}`,
          'Put a name of several words in quotes.',
        ),
  'wrong-value': ({ flag, value, wanted }) => says(`${quote(value)} is not a value of ${flag}`, sayWanted(wanted)),
  'above-most': ({ flag, value, most }) => says(`${flag} ${value} is too many`, `Write at most ${most}.`),
  'not-a-gate': ({ text, figures }) =>
    says(
      `${quote(text)} is not a threshold for --fail-under`,
      `Write ${joinNames(figures, figures.length, 'or')}, =, and a percentage: coverage=95`,
    ),
  'unknown-encoding': ({ encoding }) =>
    says(
      `${quote(encoding)} is not an encoding that rmentor knows`,
      'Write one like --encoding windows-1252, windows-1250 or macroman',
    ),
  'sheets-missing': ({ roles, config }) =>
    says(
      `${roles.length === 1 ? `the ${roles[0]}' sheet is` : `the sheets of ${joinNames(roles)} are`} missing`,
      `Add ${roles.map(role => `--${role} FILE`).join(' ')}, or name them in ${config}. To start: rmentor init`,
    ),
  'out-missing': () => says('no folder for the results is named', 'Add --out FOLDER'),
  'run-missing': () =>
    says(
      'no finished run is named, and there is none in run/',
      'Name its folder, or match first: rmentor match --out run',
    ),
  'fresh-and-previous': ({ previous }) =>
    says(
      `--fresh starts without the decisions in ${previous}, and --previous asks for them`,
      'Leave out --fresh to keep its tandems, or --previous to start anew.',
    ),
  'no-changes-to-weigh': ({ flag, hasEarlier }) =>
    hasEarlier
      ? says(
          `${flag} weighs changes, and the goals do not ask to keep tandems`,
          'Add "kept" to "objective" in the config.',
        )
      : says(
          `${flag} is about changes, and there is no earlier run`,
          'Add --previous with the tandems.csv of that run.',
        ),
  'more-changes-needed': ({ fewest, most }) =>
    says(
      `at least ${formatCount(fewest, 'change')} ${fewest === 1 ? 'is' : 'are'} needed, more than --max-changes ${most}`,
      `Write --max-changes ${fewest} or more.`,
    ),
  'too-many-people': () =>
    says('rmentor explains one person or two', 'Put a name of several words in quotes: "Ada Brandt"'),
  'answered-alone': () =>
    says('--for answers one person alone', 'Name nobody else, like rmentor explain --for "Ada Brandt"'),
  'nothing-approved': ({ folder, drafts, declined }) =>
    says(
      `no tandem in ${folder} is approved${declined > 0 ? ` (${formatCount(declined, 'tandem')} declined)` : ''}; nothing was written`,
      drafts === 0
        ? 'Match again to get new tandems.'
        : `Write approved in the column status of ${folder}/tandems.csv, or add --include-draft to export ${formatCount(drafts, 'tandem')} as ${drafts === 1 ? 'it is' : 'they are'}.`,
    ),
  'record-broken': ({ path }) =>
    says(
      `${nameFile(path)} is not the record of a hand-over that rmentor wrote`,
      'Put back the file as rmentor wrote it. Without it, rmentor does not know who was told of a tandem.',
    ),
  'nothing-handed-over': ({ path, tool }) =>
    says(
      `${path} knows of no hand-over to ${tool}`,
      'Leave out --since, or name the folder of the run that people know: --since old-run',
    ),
  'no-such-column': ({ name, near, columns }) =>
    says(
      `neither sheet has a column ${quote(name)} that can be exported`,
      near === null
        ? `There ${columns.length === 0 ? 'is none' : `are ${joinNames(columns.map(quote), 9)}`}.`
        : `Did you mean ${quote(near)}?`,
    ),
  'nobody-new': ({ folder }) =>
    says(
      `nobody in the sheets is new to the run in ${quote(folder)}`,
      'Add their rows to the sheets first. Who left and is back: rmentor match --rejoin.',
    ),
  'has-withdrawn': ({ name }) => says(`${shortenValue(name)} withdrew`, null),
  'unknown-code': ({ code, known }) =>
    says(
      `${quote(code)} is not the code of a message`,
      `Write one of ${known.join(' ')}. If it is the id of a person, name the run: --run FOLDER`,
    ),
  'read-from-standard-input': ({ roles }) =>
    says(
      `this run read its ${joinNames(roles.map(role => (role === 'carryOver' ? 'people without a tandem' : role)))} from standard input`,
      `Name the file: ${roles.map(role => `--${role === 'carryOver' ? 'carry-over' : role} FILE`).join(' ')}`,
    ),
  'key-missing': ({ path }) =>
    says(
      `there is no key in ${quote(path)}`,
      'With another key, everybody gets another pseudonym. To make a key now: add --new-key.',
    ),
  'key-there': ({ path }) => says(`${quote(path)} is already there, and no key is replaced`, 'Leave out --new-key.'),
  'key-weak': ({ path }) =>
    says(
      `the key in ${quote(path)} is too easy to guess: it needs 32 characters, 10 of them different`,
      'Name a file that is not there, with --new-key: rmentor makes a good key.',
    ),
  'key-inside': ({ path, folder }) =>
    says(
      `the key ${quote(path)} must not be in ${quote(folder)}: who has both knows the names`,
      'Keep the key in a folder that only HR can open.',
    ),
  'shared-into-run': ({ folder }) =>
    says(`${folder} is the folder of a run`, 'What is handed on needs a folder of its own: choose another one.'),
  'config-there': ({ path }) =>
    says(
      `${path} is there already; nothing was written`,
      'Change it in an editor, or start in another folder: rmentor init FOLDER',
    ),
  'workbook-there': ({ path }) =>
    says(
      `${path} is there already; nothing was written`,
      `Take its sheets with --mentors '${path}#SHEET' --mentees '${path}#SHEET', or add --templates csv`,
    ),
  'standard-input-in-config': ({ flag }) =>
    says(`${flag} - is not possible: the config must name a file`, 'Save the sheet, and name that file.'),
};

export const trouble = {
  error: 'error',
  warning: 'warning',
  internalError: 'internal error',
  internalHint: 'This is a fault of rmentor; nothing was written. RMENTOR_DEBUG=1 shows more.',
  inputsChanged: (why: string): Said =>
    says(
      why,
      'Run rmentor match again, or name the inputs as they were: --config FILE --mentors FILE …. To use the run alone: --no-config',
    ),
  runDoesNotHold: (folder: string, why: string): Said =>
    says(`the run in ${folder} does not hold: ${why}`, 'Run rmentor match again, and ask about that run.'),
  /** @param why null where this version does not know the form of its certificate. */
  madeByOtherVersion: (folder: string, version: string, why: string | null): Said =>
    says(
      `rmentor ${version} made the run in ${folder}, and this version cannot read it: ${why ?? 'it does not know the form of its certificate.json'}`,
      `Run npx rmentor@${version} verify ${folder}`,
    ),
  inputsMoved: 'If the inputs have moved, say where they are: --config FILE --mentors FILE --mentees FILE …',
  said,
};
