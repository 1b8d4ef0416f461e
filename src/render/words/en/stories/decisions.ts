import type { StoriesOf } from './story.ts';

export const decisions: StoriesOf<'decisions'> = {
  E190: {
    title: 'An approved tandem of somebody who is missing',
    why: 'Somebody approved this tandem in an earlier run, so it stays until a person ends it. But one of the two is not in the sheet.',
    whatToDo:
      'Put the person back into the sheet, or correct the row. If the person has left, write `withdrawn` in the sheet, or call with `--release-approved=left`.',
  },
  E191: {
    title: 'An approved tandem that breaks a rule',
    why: 'Somebody approved this tandem, but a rule, the list of pairs or an earlier tandem now forbids it.',
    whatToDo:
      'Change the rule, or set the status to `draft` or `declined`. `--release-approved` ends all approved tandems that cannot stay.',
  },
  W192: {
    title: 'An approved tandem ends',
    why: 'One of the two withdrew, so the approved tandem ends. The other person is paired again.',
    whatToDo: 'Do nothing if that is right. Otherwise correct the status in the sheet.',
  },
  W193: {
    title: 'An approved tandem is released',
    why: 'You called with `--release-approved`, and this tandem cannot stay: somebody is missing, a rule forbids it, or there are not enough slots. rmentor releases as few tandems as possible, and those that fit worst.',
    whatToDo: 'Check that this is right. To get the pair back, lock it in `pairs.csv`.',
  },
  E194: {
    title: 'A tandem that is approved and declined',
    why: 'One row says that the tandem is approved, and another says that it was declined.',
    whatToDo: 'Set the status to `declined`, or delete the row in `declined.csv`.',
  },
  W195: {
    title: 'Notes that are lost',
    why: 'A note belongs to its tandem. This tandem was a draft or was released, and the two are no longer paired, so the note is lost. Approved and declined pairs keep their notes.',
    whatToDo: 'Before the next run, approve or decline the pair, or write the note elsewhere.',
  },
  E196: {
    title: 'A run without its tandems',
    why: 'A new run uses the decisions in the folder that it replaces. Their file is missing. Somebody may have moved or renamed it.',
    whatToDo: 'Put `tandems.csv` back. If nothing was decided, call with `--fresh`.',
  },
  E197: {
    title: 'Two files that decide differently',
    why: 'The run is in `tandems.csv` and in `run.xlsx`, and people may decide in either. What somebody changed counts. Here both were changed, and not to the same.',
    whatToDo: 'Write the same in both files, or empty the cell in the one that is wrong.',
  },
  W199: {
    title: 'An approval that was taken back',
    why: 'The tandem was approved. Since then one of the two files, `tandems.csv` or `run.xlsx`, was set back to `draft`. What somebody changed counts, so the next run may part the two.',
    whatToDo: 'Do nothing if that is right. Otherwise set the status to `approved` again.',
  },
  W200: {
    title: 'A workbook that is not read',
    why: 'The earlier round has a `run.xlsx` too, in which people may have decided. `--previous` names the other file, and only that one is read.',
    whatToDo:
      'If people decided in the workbook, name it: `--previous 2026/run.xlsx`. If they decided in both, match that round once more first; its files then say the same.',
  },
  W205: {
    title: 'A decline without one of your reasons',
    why: 'The config lists the reasons for a decline in `declineReasons`, so that they can be counted later. The note of this declined pair is empty, or says something else. The pair is not offered again all the same.',
    whatToDo:
      'Write one of the reasons as the note. More words may follow behind a colon: `time: on leave until May`. Or add the reason to `declineReasons`.',
  },
  W210: {
    title: 'Somebody who left, and whose row does not say so',
    why: 'You told rmentor with `rmentor drop` that this person left. That counts in each later run in this folder, although the row of the sheet still has them take part.',
    whatToDo:
      'Write `withdrawn` in the column `status` of that row. If the person takes part again, call `rmentor match --rejoin` with their id.',
  },
  W211: {
    title: 'Somebody who left, and who is not in the sheet any more',
    why: 'You told rmentor with `rmentor drop` that this person left. The sheet has no such row now, so there is nothing to remember.',
    whatToDo: 'Nothing. If the row comes back one day, write `withdrawn` in its column `status`.',
  },
  E212: {
    title: 'Somebody who is to rejoin and did not leave',
    why: '`--rejoin` is for people who left the run in this folder with `rmentor drop`. This person did not.',
    whatToDo:
      'Name one of those who left. If the row of the sheet says `withdrawn`, change it to `active` there; that needs no `--rejoin`.',
  },
  W213: {
    title: 'A certificate that cannot be read',
    why: 'The file `certificate.json` of a run says who left it with `rmentor drop`. The file in this folder was damaged, or a later version of rmentor wrote it.',
    whatToDo:
      'Put the file back as it was. If nobody left, do nothing. Otherwise write `withdrawn` in the rows of those who did.',
  },
  W214: {
    title: 'A forced pair of somebody who left',
    why: 'The list of pairs locks these two, and one of them left the run with `rmentor drop`. Leaving counts more than the lock.',
    whatToDo: 'Delete the row from the list of pairs.',
  },
  E215: {
    title: 'A row that has changed, where only new rows are looked for',
    why: '`rmentor add` takes people whom the sheets have and the run has not, and moves nobody else. Other changes could make tandems of the run impossible, or other ones better, so they are not taken along in passing.',
    whatToDo:
      'Call `rmentor match --previous run/tandems.csv` to match with all changes and to keep what costs nothing. Or put the row back as it was.',
  },
  E216: {
    title: 'A row that is gone, where only new rows are looked for',
    why: '`rmentor add` takes new people into a finished run. This person was in the run, and has no row now.',
    whatToDo:
      'If the person left, put the row back and call `rmentor drop`; then call `rmentor add`. Or call `rmentor match --previous run/tandems.csv`.',
  },
  W217: {
    title: 'A fresh start, and people who left',
    why: '`--fresh` starts without any decision, and so without what you told rmentor with `rmentor drop`. People who left take part again, unless their rows say otherwise.',
    whatToDo: 'Write `withdrawn` in the column `status` of their rows. If they do take part again, do nothing.',
  },
};
