/** What people do in LibreOffice by hand, as macros: deciding in a workbook, and merging a letter with one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OFFICE } from './office.ts';

/**
 * Sources: api.libreoffice.org, com.sun.star.text.MailMerge, com.sun.star.sdb.DatabaseContext, com.sun.star.sheet.XSheetCellCursor. A fault ends in
 * a file, since there is no window to show it.
 */
const MACROS = `
Sub FillBelow(book As String, sheet As String, header As String, value As String, faults As String)
  On Error Goto Fault
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden"
  how(0).Value = True
  document = StarDesktop.loadComponentFromURL(book, "_blank", 0, how())
  cells = document.Sheets.getByName(sheet)
  used = cells.createCursor()
  used.gotoEndOfUsedArea(False)
  last = used.RangeAddress
  For column = 0 To last.EndColumn
    If cells.getCellByPosition(column, 0).String = header Then
      For row = 1 To last.EndRow
        cells.getCellByPosition(column, row).String = value
      Next row
    End If
  Next column
  document.store()
  document.close(True)
  Exit Sub
Fault:
  TellFault(faults, Error$)
End Sub

Sub Merge(book As String, sheet As String, letter As String, out As String, faults As String)
  On Error Goto Fault
  known = CreateUnoService("com.sun.star.sdb.DatabaseContext")
  source = known.createInstance()
  source.URL = "sdbc:calc:" & book
  source.DatabaseDocument.storeAsURL(out & "/letters.odb", Array())
  known.registerObject("letters", source)
  writer = CreateUnoService("com.sun.star.text.MailMerge")
  writer.DataSourceName = "letters"
  writer.CommandType = com.sun.star.sdb.CommandType.TABLE
  writer.Command = sheet
  writer.DocumentURL = letter
  writer.OutputType = com.sun.star.text.MailMergeType.FILE
  writer.OutputURL = out
  writer.FileNamePrefix = "letters"
  writer.FileNameFromColumn = False
  writer.SaveAsSingleFile = True
  writer.execute(Array())
  known.revokeObject("letters")
  Exit Sub
Fault:
  TellFault(faults, Error$)
End Sub

Sub TellFault(file As String, text As String)
  number = FreeFile
  Open file For Output As #number
  Print #number, text
  Close #number
End Sub
`;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

function callOffice(profile: string, ...args: readonly string[]): void {
  const all = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--norestore', ...args];
  const { status, stderr } = spawnSync(OFFICE ?? 'soffice', all, { encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(`${all.join(' ')}: ${stderr}`);
}

/** Puts the macros where LibreOffice has those of the user, once its first start has laid a profile. */
function writeProfile(profile: string): void {
  callOffice(profile, '--terminate_after_init');
  const library = join(profile, 'user', 'basic', 'Standard');
  mkdirSync(library, { recursive: true });
  const name = 'xmlns:library="http://openoffice.org/2000/library" library:name="Standard"';
  const element = '<library:element library:name="Desk"/>';
  const list = `<library:library ${name} library:readonly="false" library:passwordprotected="false">${element}</library:library>`;
  writeFileSync(join(library, 'script.xlb'), `${HEAD}${list}`);
  const module = 'xmlns:script="http://openoffice.org/2000/script" script:name="Desk" script:language="StarBasic"';
  const text = MACROS.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  writeFileSync(join(library, 'Desk.xba'), `${HEAD}<script:module ${module}>${text}</script:module>`);
}

/** Calls one of the macros. @param folder where it works. */
function callMacro(folder: string, macro: 'FillBelow' | 'Merge', args: readonly string[]): void {
  const [profile, faults] = [join(folder, 'desk'), join(folder, 'faults.txt')];
  writeProfile(profile);
  writeFileSync(faults, '');
  const given = [...args, faults].map(arg => `"${arg}"`).join(',');
  callOffice(profile, `macro:///Standard.Desk.${macro}(${given})`);
  const told = readFileSync(faults, 'utf8').trim();
  if (told !== '') throw new Error(told);
}

const makeUrl = (path: string) => pathToFileURL(resolve(path)).href;

/** Opens a workbook, writes a value into each cell below a header, and saves it where it is. */
export function fillByOffice(
  book: string,
  cells: { readonly sheet: string; readonly header: string; readonly value: string },
  folder: string,
): void {
  callMacro(folder, 'FillBelow', [makeUrl(book), cells.sheet, cells.header, cells.value]);
}

/** The letters that Writer makes of a letter and a sheet of a workbook, as text. */
export function mergeByOffice(book: string, sheet: string, letter: string, folder: string): string {
  const out = join(folder, 'letters');
  mkdirSync(out, { recursive: true });
  callMacro(folder, 'Merge', [makeUrl(book), sheet, makeUrl(letter), makeUrl(out)]);
  callOffice(
    join(folder, 'desk'),
    '--convert-to',
    'txt:Text (encoded):UTF8',
    '--outdir',
    out,
    join(out, 'letters0.odt'),
  );
  return `${readFileSync(join(out, 'letters0.txt'), 'utf8')
    .replace(/^\ufeff/u, '')
    .replaceAll('\r', '')}\n`;
}
