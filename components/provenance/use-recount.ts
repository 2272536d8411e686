'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Recount, RecountMessage, RecountProgress, RecountRequest } from './recount.ts'

export type RecountState =
  | { kind: 'idle' }
  | { kind: 'running'; progress: RecountProgress }
  | { kind: 'done'; recount: Recount }
  | { kind: 'failed'; code: string }

/** The public record of a round as this page asks for it: paths on this origin. */
export type RecordPlace = Omit<RecountRequest, 'rpcUrl' | 'bundleUrl'> & { works: 'none' | 'winners' }

const AT_START: RecountProgress = { kind: 'fetching', bytes: 0 }

/** Counts a round again in a thread of its own, so that the page stays at hand. */
export function useRecount({ roundId, collection, works }: RecordPlace) {
  const [state, setState] = useState<RecountState>({ kind: 'idle' })
  const worker = useRef<Worker | null>(null)

  const stop = useCallback(() => {
    worker.current?.terminate()
    worker.current = null
  }, [])
  useEffect(() => stop, [stop])

  const start = useCallback(() => {
    stop()
    setState({ kind: 'running', progress: AT_START })
    const thread = new Worker(new URL('./recount-worker.ts', import.meta.url), { type: 'module' })
    worker.current = thread
    thread.addEventListener('message', ({ data }: MessageEvent<RecountMessage>) => {
      if (data.kind === 'progress') return setState({ kind: 'running', progress: data.progress })
      setState(data)
      stop()
    })
    thread.addEventListener('error', () => {
      setState({ kind: 'failed', code: 'recount-stopped' })
      stop()
    })
    const { origin } = window.location
    const request: RecountRequest = {
      bundleUrl: `${origin}/api/v1/rounds/${roundId}/bundle?works=${works}`,
      rpcUrl: `${origin}/rpc`,
      roundId,
      collection,
    }
    thread.postMessage(request)
  }, [roundId, collection, works, stop])

  return { state, start }
}
