import type { TraceEvent } from '#bench/table/key-trace.ts'

const FRAME_MS = 1_000 / 60

/**
 * The share of frames that a page misses while it is scrolled, on a processor `slower` times as slow: between
 * the commits of two frames its main thread may work for a sixtieth of a second. In CPU time, so that whatever else
 * runs on this machine takes no part.
 */
export function missedFrames(
  trace: readonly TraceEvent[],
  slower: number,
): { missed: number; frames: number } {
  const spans = trace.filter(({ ph }) => ph === 'X').sort((a, b) => a.ts - b.ts)
  const begun = spans.filter(({ name }) => name === 'Commit')
  const [first] = begun
  if (!first) throw new Error('a page was scrolled and drew no frame')
  const tasks = spans.filter(
    ({ name, pid, tid }) => name === 'RunTask' && pid === first.pid && tid === first.tid,
  )
  let [missed, at] = [0, 0]
  for (const [index, { ts }] of begun.entries()) {
    const next = begun[index + 1]?.ts ?? Number.POSITIVE_INFINITY
    let cpuMs = 0
    for (; at < tasks.length && (tasks[at]?.ts ?? 0) < next; at += 1)
      if ((tasks[at]?.ts ?? 0) + (tasks[at]?.dur ?? 0) >= ts) cpuMs += (tasks[at]?.tdur ?? 0) / 1_000
    missed += Math.max(0, Math.ceil((cpuMs * slower) / FRAME_MS) - 1)
  }
  return { missed, frames: begun.length + missed }
}
