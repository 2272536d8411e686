'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { UNREACHED } from '#components/ui/unreached.ts'
import * as text from '#messages/studio/try-again.ts'

type TryAgainProps = { roundId: string; taskId: string; position: number; left: number; onAsked: () => void }

type State = { kind: 'rest' } | { kind: 'sending' } | { kind: 'refused'; title: string; next: string }

async function ask(roundId: string, taskId: string): Promise<State> {
  try {
    const answer = await fetch(`/api/v1/rounds/${roundId}/pictures/${taskId}/retry`, { method: 'POST' })
    if (answer.ok) return { kind: 'rest' }
    const { title, next }: { title: string; next: string } = await answer.json()
    return { kind: 'refused', title, next }
  } catch {
    return { kind: 'refused', ...UNREACHED }
  }
}

/** Asks for a picture that was turned away once more, from another seed. */
export function TryAgain({ roundId, taskId, position, left, onAsked }: TryAgainProps) {
  const [state, setState] = useState<State>({ kind: 'rest' })
  async function again() {
    setState({ kind: 'sending' })
    const answered = await ask(roundId, taskId)
    setState(answered)
    if (answered.kind === 'rest') onAsked()
  }
  return (
    <>
      <Button
        kind="link"
        aria-label={text.tryPicture(position)}
        disabled={state.kind === 'sending'}
        onClick={again}
      >
        {text.tryAgain}
      </Button>
      <span className="text-second max-band:self-center">{text.left(left)}</span>
      {state.kind === 'refused' && (
        <p role="alert" className="w-full font-figure">
          {state.title} <span className="font-text">{state.next}</span>
        </p>
      )}
    </>
  )
}
