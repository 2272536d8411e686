/** Works that were seen `from` to `to` times, both included. */
export type LookBin = { from: number; to: number; works: number }

const MOST_BINS = 24

/** How many works were seen how often, in at most 24 equal steps from the least seen to the most seen. */
export function lookBins(impressions: readonly number[]): LookBin[] {
  if (impressions.length === 0) return []
  const least = impressions.reduce((low, seen) => Math.min(low, seen))
  const most = impressions.reduce((high, seen) => Math.max(high, seen))
  const step = Math.ceil((most - least + 1) / MOST_BINS)
  const bins: LookBin[] = []
  for (let from = least; from <= most; from += step) bins.push({ from, to: from + step - 1, works: 0 })
  for (const seen of impressions) {
    const bin = bins[Math.floor((seen - least) / step)]
    if (bin) bin.works += 1
  }
  return bins
}

/** The middle value; of an even number of works the lower of the two. */
export function medianLooks(impressions: readonly number[]): number {
  return impressions.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(impressions.length / 2) - 1)] ?? 0
}

/** The numbers of the works that were seen least, the least seen first. */
export function leastSeen(impressions: readonly number[], count: number): number[] {
  return impressions
    .map((seen, index) => ({ seen, number: index + 1 }))
    .sort((a, b) => a.seen - b.seen || a.number - b.number)
    .slice(0, count)
    .map(({ number }) => number)
}
