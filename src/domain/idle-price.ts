/**
 * What a tandem would cost for a mentor who has none, by itself: so many thousandths of a point less in all and nothing
 * before the points, something that comes before the points, or it cannot be.
 */
export type IdlePrice =
  | { readonly kind: 'points'; readonly thousandths: number }
  | { readonly kind: 'more' }
  | { readonly kind: 'impossible' };
