import type { StoriesOf } from '../../en/stories/story.ts';

export const asked: StoriesOf<'asked'> = {
  E160: {
    title: 'Eine unbekannte Person',
    why: 'Nennen Sie eine Person mit ID, E-Mail-Adresse, Namen oder einem Teil des Namens. Groß- und Kleinschreibung, Akzente und Reihenfolge sind egal.',
    whatToDo: 'Schreiben Sie den Namen wie in der Tabelle, oder die ID oder E-Mail-Adresse.',
  },
  E161: {
    title: 'Mehrere mögliche Personen',
    why: 'Mehrere Personen haben diesen Namen oder diesen Teil eines Namens.',
    whatToDo: 'Schreiben Sie mehr vom Namen, oder die ID oder E-Mail-Adresse aus der Meldung.',
  },
  E162: {
    title: 'Kein Paar aus Mentor und Mentee',
    why: 'Ein Tandem besteht aus einem Mentor und einem Mentee, die beide teilnehmen. Zu zwei Mentoren oder zu jemandem, der sich abgemeldet hat, lässt sich nichts erklären.',
    whatToDo:
      'Nennen Sie eine Person jeder Seite, in beliebiger Reihenfolge. Mit nur einer Person erfahren Sie, warum sie dieses Tandem hat oder keines.',
  },
};
