'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { UNREACHED } from '#components/ui/unreached.ts'
import * as text from '#messages/studio/reveal-words.ts'

type RevealProps = { roundId: string; digest: string }

type State = { kind: 'rest' | 'asking' | 'sending' } | { kind: 'refused'; title: string; next: string }

async function send({ roundId, digest }: RevealProps): Promise<State> {
  try {
    const answer = await fetch(`/api/v1/rounds/${roundId}/briefs/${digest}/reveal`, { method: 'POST' })
    if (answer.ok) return { kind: 'rest' }
    const { title, next }: { title: string; next: string } = await answer.json()
    return { kind: 'refused', title, next }
  } catch {
    return { kind: 'refused', ...UNREACHED }
  }
}

/** Gives sealed words to everybody; asked once more in place, as nothing takes them back. */
export function RevealWords({ roundId, digest }: RevealProps) {
  const router = useRouter()
  const [state, setState] = useState<State>({ kind: 'rest' })
  const place = useRef<HTMLDivElement>(null)
  const asks = state.kind !== 'rest'
  const asked = useRef(asks)
  useEffect(() => {
    if (asked.current !== asks) place.current?.querySelector('button')?.focus()
    asked.current = asks
  }, [asks])
  async function reveal() {
    setState({ kind: 'sending' })
    const answered = await send({ roundId, digest })
    setState(answered)
    if (answered.kind === 'rest') router.refresh()
  }
  if (state.kind === 'rest')
    return (
      <div ref={place}>
        <Button kind="link" onClick={() => setState({ kind: 'asking' })}>
          {text.reveal}
        </Button>
      </div>
    )
  const isSending = state.kind === 'sending'
  return (
    <div ref={place} className="grid gap-2 text-13">
      <p>{text.forGood}</p>
      <div className="flex flex-wrap gap-2">
        <Button size={32} disabled={isSending} onClick={() => setState({ kind: 'rest' })}>
          {text.keep}
        </Button>
        <Button kind="main" size={32} disabled={isSending} onClick={reveal}>
          {text.revealForGood}
        </Button>
      </div>
      {state.kind === 'refused' && (
        <p role="alert" className="font-figure">
          {state.title} <span className="font-text">{state.next}</span>
        </p>
      )}
    </div>
  )
}
