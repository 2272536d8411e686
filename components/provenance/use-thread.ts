'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

/** What a thread that checks tells the page. */
export type ThreadMessage<Progress, Result> =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'done'; result: Result }
  | { kind: 'failed'; code: string }

export type ThreadState<Progress, Result> = { kind: 'idle' } | ThreadRunState<Progress, Result>
type ThreadRunState<Progress, Result> =
  | { kind: 'running'; progress: Progress }
  | { kind: 'done'; result: Result }
  | { kind: 'failed'; code: string }

/**
 * Runs one request at a time in a thread of its own, so that the page stays at hand.
 * @param startThread the same function at every call; its code is loaded when it is first called
 */
export function useThread<Request, Progress, Result>(startThread: () => Worker) {
  const [state, setState] = useState<ThreadState<Progress, Result>>({ kind: 'idle' })
  const thread = useRef<Worker | null>(null)

  const end = useCallback(() => {
    thread.current?.terminate()
    thread.current = null
  }, [])
  useEffect(() => end, [end])

  const start = useCallback(
    (request: Request, progress: Progress) => {
      end()
      setState({ kind: 'running', progress })
      const worker = startThread()
      thread.current = worker
      worker.addEventListener('message', ({ data }: MessageEvent<ThreadMessage<Progress, Result>>) => {
        if (data.kind === 'progress') return setState({ kind: 'running', progress: data.progress })
        setState(data)
        end()
      })
      worker.addEventListener('error', () => {
        setState({ kind: 'failed', code: 'recount-stopped' })
        end()
      })
      worker.postMessage(request)
    },
    [startThread, end],
  )

  const stop = useCallback(() => {
    end()
    setState({ kind: 'idle' })
  }, [end])

  return { state, start, stop }
}
