import type { StoriesOf } from '../../en/stories/story.ts';

export const survey: StoriesOf<'survey'> = {
  E224: {
    title: 'Eine Umfrage ohne eine Frage, die rmentor kennt',
    why: 'rmentor sucht vier Fragen an ihren Wörtern und Antworten: ob man das Programm weiterempfehlen würde, wie man es bewertet, ob man weitermachen möchte, und ob man kein Tandem mehr sein möchte. Es fand keine davon, oder nicht die Spalte, die Sie genannt haben.',
    whatToDo: 'Nennen Sie die Spalten: `--column "recommend=Ihre Frage"`, und ebenso `rating`, `continue` und `never`.',
  },
  E225: {
    title: 'Zwei Spalten für eine Frage',
    why: 'Mehrere Spalten sehen nach derselben Frage aus, und rmentor rät nicht, welche zählt.',
    whatToDo: 'Nennen Sie eine: `--column "rating=Wie bewerten Sie das Programm?"`.',
  },
  E226: {
    title: 'Eine Antwort, die weder ja noch nein sagt, oder keine Zahl',
    why: 'rmentor liest ja, nein und vielleicht in sieben Sprachen und lässt weg, was hinter einem Komma steht. Eine Empfehlung kann auch eine Zahl von 0 bis 10 sein, von denen 9 und 10 als Ja zählen; wo keine Zahl über 5 ist, steht die Skala nicht fest. Eine Bewertung beginnt mit einer Zahl.',
    whatToDo:
      'Schreiben Sie `ja`, `nein`, `vielleicht` oder eine Zahl, oder leeren Sie die Zelle: Eine leere Zelle zählt nicht.',
  },
};
