/** A wider array that begins with the numbers of a narrow one. */
export function widenArray<Numbers extends Int8Array | Int32Array | Float64Array>(
  old: Numbers,
  wide: Numbers,
): Numbers {
  wide.set(old);
  return wide;
}
