/** One server-sent event; `id` is what a browser sends back as `Last-Event-ID`. */
export type ServerEvent = { id?: number; event: string; data: unknown }

type Options = {
  /** The client's own: it goes away, the work stops. */
  signal: AbortSignal
  /** Called once, however the stream ends. */
  onEnd: () => void
  /** How long a browser waits before it connects again. */
  retryMs?: number
  /** A comment in the silence, so that nobody in between takes the stream for dead. */
  heartbeatMs?: number
  /** A stream ends after this time; the browser resumes it where it was. */
  lifetimeMs?: number
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // No proxy may hold it back, compress it or keep it.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** The event as it goes over the wire (HTML, 9.2). */
export function eventText({ id, event, data }: ServerEvent): string {
  const place = id === undefined ? '' : `id: ${id}\n`
  return `${place}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/** The place that a client resumes from; null when it sends none, or something else. */
export function lastEventId(headers: Headers): number | null {
  const sent = headers.get('last-event-id') ?? ''
  return /^\d{1,9}$/.test(sent) ? Number(sent) : null
}

/**
 * Answers with events as they come, until the source ends, the client goes away, or the lifetime is over.
 * @param open gets a signal and stops at it
 */
export function eventStream(
  open: (signal: AbortSignal) => AsyncIterable<ServerEvent>,
  { signal, onEnd, retryMs = 2_000, heartbeatMs = 15_000, lifetimeMs = 600_000 }: Options,
): Response {
  const gone = new AbortController()
  const ending = AbortSignal.any([signal, gone.signal, AbortSignal.timeout(lifetimeMs)])
  const encoder = new TextEncoder()
  async function pump(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const send = (text: string) => {
      if (!gone.signal.aborted) controller.enqueue(encoder.encode(text))
    }
    const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs)
    try {
      send(`retry: ${retryMs}\n\n`)
      for await (const event of open(ending)) send(eventText(event))
      if (!gone.signal.aborted) controller.close()
    } catch (error) {
      if (!gone.signal.aborted) controller.error(error)
    } finally {
      clearInterval(heartbeat)
      onEnd()
    }
  }
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      void pump(controller)
    },
    cancel: () => gone.abort(),
  })
  return new Response(body, { headers: HEADERS })
}
