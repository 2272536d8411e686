'use client'

import { useEffect, useState } from 'react'
import { ProgressGrid, type ProgressView } from '#components/rounds/progress-frame.tsx'
import { FootNotice } from '#components/ui/notice.tsx'
import type { BriefProgress as Progress } from '#lib/generation/schema.ts'
import { progressViews } from './progress-views.ts'

const EVERY_MS = 1_000

type BriefProgressProps = { roundId: string; slug: string; briefId: string; start: Progress }

/** One frame per picture of a signed brief; asks again until every one is hung or refused. */
export function BriefProgress({ roundId, slug, briefId, start }: BriefProgressProps) {
  const [answer, setAnswer] = useState(start)
  const [lost, setLost] = useState(false)
  const open = !answer.settled

  useEffect(() => {
    if (!open) return
    const ending = new AbortController()
    const timer = setInterval(async () => {
      try {
        const response = await fetch(`/api/v1/rounds/${roundId}/progress?brief=${briefId}`, {
          signal: ending.signal,
          cache: 'no-store',
        })
        if (!response.ok) throw new Error(String(response.status))
        setAnswer(await response.json())
        setLost(false)
      } catch {
        if (!ending.signal.aborted) setLost(true)
      }
    }, EVERY_MS)
    return () => {
      ending.abort()
      clearInterval(timer)
    }
  }, [roundId, briefId, open])

  const views: ProgressView[] = progressViews(answer, slug)
  const hung = views.filter(({ state }) => state === 'hung').length
  const refused = views.filter(({ state }) => state === 'refused').length
  return (
    <div>
      <p role="status" className="mb-4 text-15">
        {open
          ? `${hung} of ${views.length} hung. You can leave this page: the work goes on, and this address shows it.`
          : `${hung} of ${views.length} hung${refused > 0 ? `, ${refused} turned away` : ''}.`}
      </p>
      <ProgressGrid views={views} label="Works of this brief" />
      {lost && (
        <FootNotice>No connection. What is being made goes on; this page asks again by itself.</FootNotice>
      )}
    </div>
  )
}
