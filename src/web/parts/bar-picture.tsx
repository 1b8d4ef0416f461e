/**
 * A bar from 0: full is what is, outlined what is wanted, and a tick the most that is allowed.
 * Percentages, so that it needs no style.
 */

/** How far it is filled, where it ends and where its tick is, of a hundred; and the same in words. */
export interface BarNumbers {
  readonly is: number;
  readonly end: number;
  readonly mark: number | null;
  readonly label: string;
}

export function BarPicture({ is, end, mark, label }: BarNumbers) {
  return (
    <svg class="bar" width="100%" height="14" role="img" aria-label={label}>
      <rect class="track" x="0" y="2" width={`${end}%`} height="10" />
      <rect class="is" x="0" y="2" width={`${is}%`} height="10" />
      {mark !== null && <line class="tick" x1={`${mark}%`} x2={`${mark}%`} y1="0" y2="14" />}
    </svg>
  );
}
