import type { Words } from '../en/index.ts';

/** What keeps people apart. */
export const bars: Words['bars'] = {
  keptApart: 'ein Wunsch oder eine Entscheidung',
  noted: {
    'banned-pair': {
      cause: 'Ausschluss in der Paarliste',
      condition: 'die Paarliste schließt sie nicht aus',
      liftedForPair: names => `${names}: den Ausschluss aus der Paarliste nehmen`,
      liftedForAll: 'Ausschlüsse in der Paarliste zählen nicht mehr',
    },
    declined: {
      cause: 'in einem früheren Lauf abgelehnt',
      condition: 'keine Seite hat die andere in einem früheren Lauf abgelehnt',
      liftedForPair: () => '',
      liftedForAll: '',
    },
    'not-listed': {
      cause: 'keine Punkte in der Paarliste',
      condition: 'die Paarliste gibt ihnen Punkte',
      liftedForPair: names => `${names} in die Paarliste aufnehmen`,
      liftedForAll: 'auch Paare, die nicht in der Paarliste sind, sind erlaubt',
    },
    'met-before': {
      cause: 'früheres Tandem',
      condition: 'sie waren noch kein Tandem',
      liftedForPair: names => `${names} noch einmal als Tandem zulassen`,
      liftedForAll: 'wer schon ein Tandem war, darf es wieder sein',
    },
    'not-again': {
      cause: 'nach einer früheren Runde kein weiteres Treffen gewünscht',
      condition: 'keine Seite hat ein weiteres Treffen abgelehnt',
      liftedForPair: () => '',
      liftedForAll: '',
    },
  },
  breakRule: (names, cause) => `${names} als Tandem zulassen, obwohl eine Regel dagegen spricht (${cause})`,
  changeRule: (rule, condition, isDropped) =>
    `${isDropped ? `die Regel ${rule} streichen` : `${rule} bevorzugen, statt es zu verlangen`}: ${condition}`,
};
