/** CPU seconds of this process while `work` ran: user and system, all threads. */
export async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/**
 * CPU seconds of several ways of doing the same, each after one warm-up: `repeats` rounds in turn, so that a machine
 * that changes its speed changes it for all of them; the median of each.
 */
export async function interleaved<K extends string>(
  ways: Record<K, () => unknown>,
  repeats = 5,
): Promise<Record<K, number>> {
  const names = Object.keys(ways) as K[]
  const seconds = new Map<K, number[]>(names.map((name) => [name, []]))
  for (const name of names) await ways[name]()
  for (let turn = 0; turn < repeats; turn += 1)
    for (const name of names) seconds.get(name)?.push(await cpuSeconds(ways[name]))
  return Object.fromEntries(names.map((name) => [name, median(seconds.get(name) ?? [])])) as Record<K, number>
}
