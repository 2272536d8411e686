/** Pictures that somebody asks for with one brief. */
export type Wanted = { prompt: string; count: number }

/** So many briefs are signed at once, the others one by one. */
export type Pace = { atOnce: number; everySeconds: number }

/** One brief for each prompt, of so many pictures. */
export const asked = (prompts: readonly string[], count: number): Wanted[] =>
  prompts.map((prompt) => ({ prompt, count }))

export const picturesIn = (works: readonly Wanted[]): number =>
  works.reduce((sum, { count }) => sum + count, 0)

/** What is wanted and was not signed yet, in order; the same brief can be wanted more than once. */
export function stillWanted<W extends Wanted>(wanted: readonly W[], signed: readonly Wanted[]): W[] {
  const keyOf = ({ prompt, count }: Wanted) => `${count} ${prompt}`
  const done = new Map<string, number>()
  for (const one of signed) done.set(keyOf(one), (done.get(keyOf(one)) ?? 0) + 1)
  return wanted.filter((one) => {
    const left = done.get(keyOf(one)) ?? 0
    if (left > 0) done.set(keyOf(one), left - 1)
    return left === 0
  })
}

/** Seconds to wait before the n-th brief of a round, counted from 0. */
export const secondsBefore = (n: number, { atOnce, everySeconds }: Pace): number =>
  n < atOnce ? 0 : everySeconds
