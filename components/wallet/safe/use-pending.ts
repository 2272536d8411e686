'use client'

import { useCallback, useEffect, useState } from 'react'
import { type PendingView, pendingViewSchema } from '#lib/flows/pending-ballot/schema.ts'
import { unreached } from '#messages/wallet/safe/use-pending.ts'

const ASK_AGAIN_MS = 5_000

/** Why this server did not do what was asked, in its words. */
export type Problem = { code: string; title: string; next: string }

const UNREACHED: Problem = { code: 'unreached', ...unreached }

async function answered(response: Response): Promise<{ view: PendingView } | { problem: Problem }> {
  const body: unknown = await response.json()
  if (response.ok) return { view: pendingViewSchema.parse(body) }
  const { code, title, next } = { ...UNREACHED, ...(body as Partial<Problem>) }
  return { problem: { code, title, next } }
}

/** Asks for a pending ballot, or does something to it; never throws. */
export async function askPending(path: string, body?: object) {
  try {
    const json = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    return await answered(await fetch(`/api/v1/rounds/${path}`, body ? json : { cache: 'no-store' }))
  } catch {
    return { problem: UNREACHED }
  }
}

/** A pending ballot as the server last told it: asked again while others may sign elsewhere. */
export function usePending(roundId: string, first: PendingView) {
  const [view, setView] = useState(first)
  const [problem, setProblem] = useState<Problem | null>(null)
  /** Once the answer with the receipt has come, this browser may see the receipt's page. */
  const [mayRead, setMayRead] = useState(false)
  const path = `${roundId}/pending-ballots/${first.key}`
  const show = useCallback((seen: PendingView) => {
    setView(seen)
    if (seen.receipt) setMayRead(true)
  }, [])
  const open = view.state === 'collecting' || (view.state === 'taken' && !mayRead)
  useEffect(() => {
    if (!open) return
    const look = async () => {
      const answer = await askPending(path)
      // A page that only looks neither complains nor takes back a complaint.
      if ('view' in answer) show(answer.view)
    }
    void look()
    const timer = setInterval(() => void look(), ASK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [open, path, show])
  const act = useCallback(
    async (body: object) => {
      const answer = await askPending(`${path}/signatures`, body)
      setProblem('problem' in answer ? answer.problem : null)
      if ('view' in answer) show(answer.view)
    },
    [path, show],
  )
  return { view, problem, mayRead, act }
}
