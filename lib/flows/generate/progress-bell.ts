/** Rings when a brief has events beyond a sequence. One question at a time for all who wait. */
export type ProgressBell = {
  /** Resolves when there is something after `sequence`, or at the signal. */
  beyond(briefId: string, sequence: number, signal: AbortSignal): Promise<void>
}

type Waiter = { briefId: string; sequence: number; go: () => void }

type BellOptions = {
  /** The last sequence of each brief. */
  ask: (briefIds: readonly string[]) => Promise<ReadonlyMap<string, number>>
  /** An answer that did not come; whoever waits goes on waiting. */
  onError: (error: unknown) => void
  everyMs?: number
}

export function progressBell({ ask, onError, everyMs = 500 }: BellOptions): ProgressBell {
  const waiting = new Set<Waiter>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look(): Promise<void> {
    const ids = [...new Set([...waiting].map(({ briefId }) => briefId))]
    try {
      const last = await ask(ids)
      for (const { briefId, sequence, go } of [...waiting]) if ((last.get(briefId) ?? 0) > sequence) go()
    } catch (error) {
      onError(error)
    }
    timer = undefined
    lookSoon()
  }

  function lookSoon(): void {
    if (timer === undefined && waiting.size > 0) timer = setTimeout(look, everyMs)
  }

  return {
    beyond: (briefId, sequence, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve()
        const go = () => {
          waiting.delete(waiter)
          signal.removeEventListener('abort', go)
          resolve()
        }
        const waiter = { briefId, sequence, go }
        waiting.add(waiter)
        signal.addEventListener('abort', go)
        lookSoon()
      }),
  }
}
