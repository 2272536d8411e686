let last: Promise<unknown> = Promise.resolve()

/** Runs one after the other: decoding takes memory by the picture, and cores are for everybody. */
export function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const mine = last.then(run)
  last = mine.catch(() => {})
  return mine
}
