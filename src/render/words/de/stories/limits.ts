import type { StoriesOf } from '../../en/stories/story.ts';

export const limits: StoriesOf<'limits'> = {
  E030: {
    title: 'Eine unbekannte Seite',
    why: 'Eine Obergrenze zählt die Tandems der Mentoren oder der Mentees eines Landes.',
    whatToDo: 'Schreiben Sie `mentor` oder `mentee`. Eine leere Zelle bedeutet `mentee`.',
  },
  E031: {
    title: 'Eine Mindestzahl über der Obergrenze',
    why: 'Keine Zahl von Tandems passt zu beiden.',
    whatToDo: 'Erhöhen Sie `max`, senken Sie `min`, oder lassen Sie eines davon leer.',
  },
  E032: {
    title: 'Eine Obergrenze ohne Zahlen',
    why: 'Die Zeile braucht eine Mindestzahl, eine Obergrenze oder beides.',
    whatToDo: 'Füllen Sie `min` oder `max` aus, oder löschen Sie die Zeile.',
  },
  E033: {
    title: 'Dieselbe Obergrenze zweimal',
    why: 'Zwei Zeilen begrenzen dasselbe Land auf derselben Seite, vielleicht in zwei Schreibweisen.',
    whatToDo: 'Behalten Sie eine der Zeilen.',
  },
  W034: {
    title: 'Eine Obergrenze für ein Land ohne Personen',
    why: 'Niemand auf dieser Seite ist in dem Land, darum hat die Obergrenze keine Wirkung. Vielleicht ist das Land oder die Seite falsch.',
    whatToDo: 'Berichtigen Sie die Zeile, oder löschen Sie sie.',
  },
  E048: {
    title: 'Obergrenzen von Regionen, die sich überschneiden',
    why: 'Zwei Regionen haben einige Länder gemeinsam, aber nicht alle. Mit solchen Obergrenzen lässt sich kein genaues Ergebnis versprechen.',
    whatToDo: 'Lassen Sie eine Region alle Länder der anderen enthalten, oder keines davon.',
  },
  E049: {
    title: 'Obergrenzen für Paare von Ländern',
    why: 'Eine Obergrenze kann die Tandems eines Landes auf einer Seite zählen, aber nicht die zwischen zwei Ländern. Damit ließe sich kein genaues Ergebnis versprechen.',
    whatToDo:
      'Schreiben Sie `country,side,min,max`. Sollen Tandems nur innerhalb eines Landes entstehen, schreiben Sie `"crossBorder": "forbid"` in die Konfiguration. Sollen andere selten sein, schreiben Sie `"avoid"`.',
  },
  E050: {
    title: 'Obergrenzen für Abteilungen',
    why: 'Eine Abteilung kann in vielen Ländern sein, darum würden sich ihre Obergrenzen mit denen der Länder überschneiden. Damit ließe sich kein genaues Ergebnis versprechen.',
    whatToDo:
      'Begrenzen Sie Länder oder Regionen (`country,side,min,max`). Mit einer Präferenz bekommen Sie mehr Tandems zwischen Abteilungen.',
  },
};
