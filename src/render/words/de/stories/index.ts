import type { ToldStories } from '../../en/stories/index.ts';
import { config } from './config.ts';
import { decisions } from './decisions.ts';
import { earlier } from './earlier.ts';
import { exports } from './exports.ts';
import { files } from './files.ts';
import { limits } from './limits.ts';
import { pairs } from './pairs.ts';
import { people } from './people.ts';
import { asked } from './people-in-call.ts';
import { survey } from './survey.ts';
import { table } from './table.ts';
import { workbooks } from './workbooks.ts';

const stories: ToldStories['stories'] = {
  ...files,
  ...workbooks,
  ...table,
  ...people,
  ...config,
  ...limits,
  ...pairs,
  ...earlier,
  ...decisions,
  ...survey,
  ...exports,
  ...asked,
};

const page: ToldStories['page'] = {
  title: 'Was die Meldungen bedeuten',
  intro:
    'Jede Meldung zu Ihren Dateien nennt die Datei, die Zeile und die Spalte, dann einen Code, was nicht stimmt, und in Klammern, was zu tun ist:',
  details: [
    'Die Zeile ist die Zeilennummer in Excel, die Spalte ist die Überschrift in Ihrer Tabelle. Bei der Konfiguration steht dort der Weg zur Einstellung: `prefer[0].field` ist das Feld der ersten Präferenz. Enthalten Zellen Zeilenumbrüche, kann die Zeile der Textdatei eine andere sein. Dann steht beides da: `mentors.csv:14:capacity (Textzeile 17)`.',
    'Bei einem Fehler (`E…`) wird nichts geschrieben. Eine Warnung (`W…`) hält nichts auf. Sie bekommen alle Meldungen auf einmal. `--errors DATEI` schreibt sie in eine Tabelle, und `rmentor explain E012` zeigt den Teil dieser Seite zu einem Code. Von einer Zelle zeigt die Meldung die ersten vierzig Zeichen, und Unsichtbares macht sie sichtbar (`␀`, `␉`, `<U+202E>`).',
  ],
  areas: {
    files: 'Dateien',
    workbooks: 'Mappen',
    table: 'Die Tabelle in einer Datei',
    people: 'Mentoren und Mentees',
    config: 'Die Konfiguration',
    limits: 'Obergrenzen',
    pairs: 'Paare',
    earlier: 'Frühere Tandems',
    decisions: 'Entscheidungen über Tandems',
    survey: 'Umfragen',
    exports: 'Übergabe an andere Programme',
    asked: 'Personen in einem Aufruf',
  },
  whatToDo: text => `**Was zu tun ist:** ${text}`,
};

/** The stories of all messages in German, and the page that has them. */
export const told: ToldStories = { stories, page };
