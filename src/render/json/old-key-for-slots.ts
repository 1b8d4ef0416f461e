/** Figures with the key under which JSON has had slots since version 0.1.0, so that programs find them there. */
export function keepPlacesKey<Figures extends { readonly slots: number }>(figures: Figures): object {
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key === 'slots' ? 'places' : key, value]));
}
