import type { Words } from '../en/index.ts';
import { formatCount, joinNames } from './grammar.ts';

/** What a call without a command says: where to begin. */
export const start: Words['start'] = {
  title: 'Reverse Mentoring: Tandems aus Ihren Tabellen.',
  steps: [
    ['rmentor init', 'hier beginnen: findet Tabellen, fragt den Rest'],
    ['rmentor check', 'was möglich ist, und was im Weg steht'],
    ['rmentor match', 'Tandems bilden, Listen schreiben'],
    ['rmentor explain "NAME"', 'warum jemand dieses Tandem hat, oder keines'],
  ],
  allCommands: 'Alle Befehle: rmentor help',
  sayFound: sheets =>
    `In diesem Ordner ${sheets.length === 1 ? 'passt' : 'passen'} ${formatCount(sheets.length, 'Tabelle', 'Tabellen')}: ${joinNames(sheets)}`,
};
