import type { Words } from '../en/index.ts';
import { formatCount, grammar, nameSide } from './grammar.ts';

/** What must come about and cannot. */
export const clash: Words['clash'] = {
  title: 'Nicht alle Vorgaben sind zugleich erfüllbar',
  head: demands =>
    demands === 1
      ? 'Diese Vorgabe lässt sich nicht erfüllen:'
      : `Diese ${demands} Vorgaben lassen sich nicht zusammen erfüllen:`,
  nobody: 'Für alle, um die es geht, kommt niemand infrage.',
  shortHead: 'Woran es fehlt:',
  more: lines => `und ${lines} weitere`,
  way: demands => {
    if (demands === 1) return 'Nehmen Sie sie zurück, oder schaffen Sie Platz dafür.';
    return `Nehmen Sie eine davon zurück, dann ${demands === 2 ? 'ist die andere' : `sind die anderen ${demands - 1}`} erfüllbar; oder schaffen Sie Platz dafür.`;
  },
  release: '--release-approved gibt so wenige freigegebene Tandems wie möglich auf.',
  hasSlots: (mentor, slots) => `${mentor} hat ${formatCount(slots, 'Platz', 'Plätze')}`,
  wantsMentors: (mentee, mentors) => `${mentee} wünscht ${formatCount(mentors, 'Tandem')}`,
  limit: (place, side, max) =>
    `${grammar.nameCountry(place)}: höchstens ${formatCount(max, 'Tandem')} für ${nameSide(side)}`,
  lock: (mentor, mentee) => `festgelegtes Tandem ${mentor} und ${mentee}`,
  approved: (mentor, mentee) => `freigegebenes Tandem ${mentor} und ${mentee}`,
  continues: (mentor, mentee) => `Tandem ${mentor} und ${mentee}, das weitermacht`,
  held: (mentor, mentee) => `Tandem ${mentor} und ${mentee}, das bei dieser Anpassung bleibt`,
  minimum: (place, side, min) =>
    `${grammar.nameCountry(place)}: mindestens ${formatCount(min, 'Tandem')} für ${nameSide(side)}`,
  load: (mentor, least) => `${mentor} soll mindestens ${formatCount(least, 'Mentee')} haben`,
};
