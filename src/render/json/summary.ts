import type { Summary } from '../../domain/matching.ts';
import { keepPlacesKey } from './old-key-for-slots.ts';

/** What summary.json holds. */
export function buildSummaryJson(summary: Summary): object {
  return keepPlacesKey({
    ...summary,
    countries: summary.countries.map(keepPlacesKey),
    regions: summary.regions.map(keepPlacesKey),
  });
}
