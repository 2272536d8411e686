import type { BriefProgress, PictureProgress } from '#lib/generation/schema.ts'

/** How the page hears of changes: told at once, asking now and then, or not at all. */
export type LinkState = 'live' | 'asking' | 'lost'

export type Told =
  | { kind: 'picture'; sequence: number; picture: PictureProgress }
  | { kind: 'answer'; progress: BriefProgress }

const isOpen = ({ state }: PictureProgress) => state === 'queued' || state === 'rendering'

/** What is known after one more thing was told. Whatever comes twice or late changes nothing. */
export function withTold(known: BriefProgress, told: Told): BriefProgress {
  if (told.kind === 'answer') return told.progress.lastEvent < known.lastEvent ? known : told.progress
  const { sequence, picture } = told
  if (sequence <= known.lastEvent) return known
  const items = known.items.map((item) => (item.index === picture.index ? picture : item))
  return { ...known, items, settled: !items.some(isOpen), lastEvent: sequence }
}

/** The part of EventSource that is used; a test hands in its own. */
export type Source = {
  readonly readyState: number
  addEventListener(name: string, listener: (event: Event) => void): void
  close(): void
}

type LinkOptions = {
  openSource: (after: number) => Source
  ask: (signal: AbortSignal) => Promise<BriefProgress>
  /** Sequence of the last event that is known. */
  lastEvent: () => number
  tell: (told: Told) => void
  say: (state: LinkState) => void
}

/** Connects that fail before the page only asks. */
const MOST_FAILURES = 3
const ASK_EVERY_MS = 2_000
const CLOSED = 2

/**
 * Follows a brief by its stream; whenever that is not open the page asks instead, and only asks once the stream
 * has failed three times. Ends by itself when nothing can change any more.
 * @returns what ends it
 */
export function openProgressLink({ openSource, ask, lastEvent, tell, say }: LinkOptions): () => void {
  const ending = new AbortController()
  let source: Source | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  function end(): void {
    ending.abort()
    source?.close()
    clearTimeout(timer)
  }

  async function askOnce(): Promise<void> {
    try {
      const progress = await ask(ending.signal)
      if (ending.signal.aborted || timer === undefined) return
      say('asking')
      tell({ kind: 'answer', progress })
      if (progress.settled) return end()
    } catch {
      if (ending.signal.aborted) return
      say('lost')
    }
    if (timer !== undefined) timer = setTimeout(askOnce, ASK_EVERY_MS)
  }

  function stopAsking(): void {
    clearTimeout(timer)
    timer = undefined
  }

  function connect(): void {
    const opened = openSource(lastEvent())
    source = opened
    opened.addEventListener('open', () => {
      failures = 0
      stopAsking()
      say('live')
    })
    opened.addEventListener('picture', (event) => {
      const { lastEventId, data } = event as MessageEvent<string>
      tell({ kind: 'picture', sequence: Number(lastEventId), picture: JSON.parse(data) })
    })
    opened.addEventListener('settled', end)
    opened.addEventListener('error', () => {
      failures += 1
      if (opened.readyState === CLOSED || failures >= MOST_FAILURES) opened.close()
      timer ??= setTimeout(askOnce, 0)
    })
  }

  connect()
  return end
}
