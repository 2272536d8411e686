'use client'

import { Standing, type StandingView } from '#components/ui/standing.tsx'
import { Wordmark } from '#components/ui/wordmark.tsx'
import { usePicks } from './use-picks.ts'

type PicksStandingProps = {
  roundId: string
  ballotHref: string
  /** What the server knows: a signed ballot, or a role and its address. Comes before picks. */
  signed?: StandingView
  /** On the ballot page itself there is nowhere to go. */
  here?: boolean
}

/** The visitor's standing in the masthead, with the picks that only this device knows. */
export function PicksStanding({ roundId, ballotHref, signed, here = false }: PicksStandingProps) {
  const { numbers, kept } = usePicks(roundId)
  if (signed) return <Standing {...signed} />
  if (numbers.length === 0) return <Standing dot="candidate" text="Nothing signed in this round" />
  const count = numbers.length === 1 ? '1 pick' : `${numbers.length} picks`
  return (
    <Standing
      dot="pick"
      text={
        kept === 'device' ? `${count} on this device` : `${count} in this page only: the device keeps nothing`
      }
      action={here ? undefined : { label: 'Review ballot', href: ballotHref }}
    />
  )
}

/** The wordmark whose o is half filled as soon as something is picked here. */
export function PicksWordmark({ roundId, signed = false }: { roundId: string; signed?: boolean }) {
  const { numbers } = usePicks(roundId)
  return <Wordmark standing={signed ? 'signed' : numbers.length > 0 ? 'picks' : 'open'} />
}
