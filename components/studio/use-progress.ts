'use client'

import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { BriefProgress } from '#lib/generation/schema.ts'
import { type LinkState, openProgressLink, withTold } from './progress-link.ts'

type Following = { roundId: string; briefId: string; start: BriefProgress }

/** Whether anybody looks; a hidden page holds no connection. */
function useIsSeen(): boolean {
  const [seen, setSeen] = useState(true)
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === 'visible')
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return seen
}

/**
 * The progress of a brief, followed for as long as something can change and somebody looks.
 * `again` follows once more, after a picture was asked for again or the connection is back.
 */
export function useProgress({ roundId, briefId, start }: Following) {
  const [progress, tell] = useReducer(withTold, start)
  const [link, setLink] = useState<LinkState>('live')
  const [round, setRound] = useState(0)
  const seen = useIsSeen()
  const known = useRef(start)
  useEffect(() => {
    known.current = progress
  }, [progress])
  const open = seen && (!progress.settled || round > 0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each round is a connection of its own
  useEffect(() => {
    if (!open) return
    const path = `/api/v1/rounds/${roundId}/progress`
    return openProgressLink({
      openSource: (after) => new EventSource(`${path}/stream?brief=${briefId}&after=${after}`),
      ask: async (signal) => {
        const response = await fetch(`${path}?brief=${briefId}`, { signal, cache: 'no-store' })
        if (!response.ok) throw new Error(String(response.status))
        return response.json()
      },
      lastEvent: () => known.current.lastEvent,
      tell,
      say: setLink,
    })
  }, [roundId, briefId, open, round])

  const again = useCallback(() => setRound((count) => count + 1), [])
  useEffect(() => {
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [again])
  return { progress, link, again }
}
