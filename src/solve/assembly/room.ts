/**
 * Room for some numbers, whatever stands there before: without the zeros that `new StaticArray` writes, so that room
 * which is never used costs no memory. Nothing is ever given back: a machine is dropped as a whole.
 */
export function room<T>(length: i32): StaticArray<T> {
  return changetype<StaticArray<T>>(heap.alloc(<usize>length * sizeof<T>()));
}

/** The same numbers with room for more behind them. */
export function widened<T>(numbers: StaticArray<T>, count: i32, length: i32): StaticArray<T> {
  const wider = room<T>(length);
  memory.copy(changetype<usize>(wider), changetype<usize>(numbers), <usize>count * sizeof<T>());
  return wider;
}
