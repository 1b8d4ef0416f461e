import type { Words } from '../en/index.ts';
import { formatCount, joinNames } from './grammar.ts';

const phraseTandems = (count: number): string => formatCount(count, 'Tandem');

export const exported: Words['exported'] = {
  written: (folder, files) => `In ${folder} geschrieben: ${joinNames(files, 9)}. Es wurde niemandem etwas gesendet.`,
  rows: (file, rows) => `${file} (${formatCount(rows, 'Zeile', 'Zeilen')})`,
  next: page => `Was damit zu tun ist: ${page}`,
  notIncluded: ({ drafts, declined }, includesDrafts) => {
    const left = [
      ...(drafts > 0 && !includesDrafts ? [`${phraseTandems(drafts)}, noch nicht freigegeben`] : []),
      ...(declined > 0 ? [`${phraseTandems(declined)}, abgelehnt`] : []),
    ];
    return left.length === 0 ? '' : `Nicht darin: ${left.join('; ')}.`;
  },
  draftsIncluded: drafts =>
    `Achtung: ${phraseTandems(drafts)} darin ${drafts === 1 ? 'ist' : 'sind'} nicht freigegeben.`,
  disclosed: ({ notes, reasons }) => [
    ...(notes > 0
      ? [`Achtung: Die Briefe nennen ${formatCount(notes, 'Person', 'Personen')} die Notiz zum eigenen Tandem.`]
      : []),
    ...(reasons > 0
      ? [
          `Achtung: Die Briefe nennen ${formatCount(reasons, 'Person', 'Personen')} den Grund, warum es kein Tandem gibt.`,
        ]
      : []),
  ],
  recorded: file => `In ${file} vermerkt: Diese Personen kennen ihr Tandem von nun an.`,
  nothingNew: run => `Seit der Übergabe von Lauf ${run} hat sich kein Tandem geändert: Es wurde nichts geschrieben.`,
  letters: files =>
    files.length === 0
      ? 'Alle Briefe sind schon da: Es wurde nichts geschrieben.'
      : `Geschrieben: ${joinNames(files, 9)}. Bearbeiten Sie sie, und exportieren Sie neu.`,
  nobody: 'In diesen Gruppen ist niemand: Es wurde nichts geschrieben.',
  dryRun: (folder, files, replaced) =>
    `Es wurde nichts geschrieben. Ohne --dry-run kämen in ${folder}: ${joinNames(files, 9)}${
      replaced.length === 0 ? '' : `, an die Stelle von ${joinNames(replaced, 9)}`
    }.`,
};
