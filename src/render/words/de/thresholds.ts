import type { Words } from '../en/index.ts';

const formatDecimal = (text: string): string => text.replace('.', ',');

export const gates: Words['gates'] = {
  missed: 'NICHT ERREICHT',
  isMissed: 'Eine Schwelle wurde nicht erreicht',
  under: (gate, part, whole, percent, wanted) =>
    `${gate} ist ${formatDecimal(percent)} % (${part} von ${whole}), verlangt sind ${formatDecimal(wanted)} %`,
  nobody: (gate, of) =>
    of === 'previous-run'
      ? `${gate}: Es ist kein vorheriger Lauf genannt; --previous mit der Datei ergänzen, in der die Entscheidungen stehen`
      : `${gate}: Es gibt ${of === 'mentee' ? 'keine Mentees' : 'kein Tandem'} zu zählen`,
  doubt: (gate, percent, meant) =>
    `${gate}=${percent} bedeutet ${formatDecimal(percent)} %; meinten Sie ${gate}=${meant}?`,
};
