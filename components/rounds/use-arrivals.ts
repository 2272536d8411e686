'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTellAnswered } from '#components/ui/connection.ts'
import { keepAsking } from '#components/ui/keep-asking.ts'
import type { CandidatePage, CandidateView } from '#lib/candidates/schema.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { type Arrivals, askFrom, newAmong } from './arrivals.ts'

const EVERY_MS = 2_000
const MOST = 200

async function get<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal, cache: 'no-store' })
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}

export type Filling = {
  roundId: string
  hung: number
  places: number
  /** Cursors of the last works on this page; null where the page does not show the end of the list. */
  tail: readonly string[] | null
}

/**
 * The works that are hung while one watches, and the count. One small question a beat; the list is only asked
 * for when the count has grown. Once nothing more is admitted the page is read again and this ends.
 */
export function useArrivals({ roundId, hung, places, tail }: Filling): Arrivals {
  const [count, setCount] = useState(hung)
  const [works, setWorks] = useState<readonly CandidateView[]>([])
  const known = useRef({ hung, tail, works })
  const [answered, setAnswered] = useState(true)
  useTellAnswered(answered)
  const router = useRouter()

  useEffect(() => {
    const base = `/api/v1/rounds/${roundId}`
    async function ask(signal: AbortSignal) {
      const round = await get<RoundView>(base, signal)
      const was = known.current
      if (was.tail && round.candidateCount > was.hung) {
        const from = askFrom(was.tail)
        const page = await get<CandidatePage>(
          `${base}/candidates?take=${MOST}${from ? `&cursor=${from}` : ''}`,
          signal,
        )
        const fresh = newAmong(page.items, { tail: was.tail, works: was.works })
        known.current = { ...was, works: [...was.works, ...fresh] }
        if (fresh.length > 0) setWorks(known.current.works)
      }
      known.current = { ...known.current, hung: round.candidateCount }
      setCount(round.candidateCount)
      if (round.state !== 'submissions' || round.admissionEnded) {
        stop()
        router.refresh()
      }
    }
    const stop = keepAsking({ ask, everyMs: EVERY_MS, told: setAnswered })
    return stop
  }, [roundId, router])

  return { hung: Math.max(hung, count), places, works }
}
