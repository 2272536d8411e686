type Watched = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>
type Network = Pick<Window, 'addEventListener' | 'removeEventListener'> & {
  navigator: Pick<Navigator, 'onLine'>
}

type Asking = {
  /** One question; it throws when no answer comes. */
  ask: (signal: AbortSignal) => Promise<void>
  everyMs: number
  /** Told after each answer or failure. */
  told: (answered: boolean) => void
}

const LONGEST_MS = 60_000

/** The pause after so many failures in a row: doubled each time, a minute at most. */
export const pauseAfter = (failures: number, everyMs: number): number =>
  Math.max(everyMs, Math.min(LONGEST_MS, everyMs * 2 ** failures))

/**
 * Asks the server again and again while the page is looked at: never when it is hidden or there is no network, at
 * once when it is seen again or the network is back, and ever more rarely while no answer comes. Returns the way to
 * stop.
 */
export function keepAsking(
  { ask, everyMs, told }: Asking,
  page: Watched = document,
  network: Network = window,
): () => void {
  const ending = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  let failures = 0

  async function turn() {
    clearTimeout(timer)
    if (asking || ending.signal.aborted) return
    if (page.visibilityState === 'hidden' || !network.navigator.onLine) return
    asking = true
    const answered = await ask(ending.signal).then(
      () => true,
      () => false,
    )
    asking = false
    if (ending.signal.aborted) return
    failures = answered ? 0 : failures + 1
    told(answered)
    timer = setTimeout(turn, pauseAfter(failures, everyMs))
  }

  function now() {
    failures = 0
    void turn()
  }

  page.addEventListener('visibilitychange', now)
  network.addEventListener('online', now)
  timer = setTimeout(turn, everyMs)
  return () => {
    ending.abort()
    clearTimeout(timer)
    page.removeEventListener('visibilitychange', now)
    network.removeEventListener('online', now)
  }
}
