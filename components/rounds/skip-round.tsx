'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { UNREACHED } from '#components/ui/unreached.ts'
import type { SkipOffer, SkipStage } from '#lib/flows/skip/schema.ts'
import * as text from '#messages/rounds/skip-round.ts'

const ACTS: Record<SkipStage, string> = text.acts

type Problem = { title: string; next: string; code: string }
type State = { kind: 'ready' | 'moving' | 'moved' } | { kind: 'failed'; problem: Problem }

/** Null when the clock was moved. */
async function skip({ round, to }: SkipOffer): Promise<Problem | null> {
  try {
    const answer = await fetch('/local/skip', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ round, to }),
    })
    if (answer.ok) return null
    const { title, detail, next, code }: Problem & { detail?: string } = await answer.json()
    return { title: detail ?? title, next, code }
  } catch {
    return { ...UNREACHED, next: text.clockStands }
  }
}

/** One button that moves the clock, and what it means for everybody else. */
export function SkipRound({ offer, onward }: { offer: SkipOffer; onward?: string }) {
  const router = useRouter()
  const [state, setState] = useState<State>({ kind: 'ready' })

  async function move() {
    setState({ kind: 'moving' })
    const problem = await skip(offer)
    if (problem && problem.code !== 'round-state') return setState({ kind: 'failed', problem })
    // The round went on without us: the page shows where it stands.
    setState({ kind: 'moved' })
    if (onward && !problem) router.push(onward)
    else router.refresh()
  }

  const busy = state.kind === 'moving' || state.kind === 'moved'
  return (
    <section aria-label={text.label} className="mt-5 max-w-measure border-line border-t pt-3 text-13">
      <Button size={32} disabled={busy} aria-describedby="local-clock" onClick={move}>
        {state.kind === 'moving' ? text.moving : ACTS[offer.to]}
      </Button>
      <p id="local-clock" className="mt-2 text-second">
        {text.local}
        {offer.to === 'briefs-end' && text.leftOut}
        {offer.missed.length > 0 && ` ${text.missed(offer.missed)}`}
      </p>
      {state.kind === 'failed' && (
        <p role="alert" className="mt-2">
          {state.problem.title} {state.problem.next}{' '}
          <span className="type-mono text-second">{state.problem.code}</span>
        </p>
      )}
    </section>
  )
}
