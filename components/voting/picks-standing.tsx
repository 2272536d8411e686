'use client'

import { Standing } from '#components/ui/standing.tsx'
import { Wordmark } from '#components/ui/wordmark.tsx'
import type { SignedBallot } from './signed-ballots.ts'
import { usePicks } from './use-picks.ts'
import { useSignedBallot } from './use-signed-ballot.ts'

type PicksStandingProps = {
  roundId: string
  ballotHref: string
  /** On the ballot page itself there is nowhere to go. */
  here?: boolean
  /** Voting is over: a signed ballot leads to its receipt, and picks lead nowhere. */
  over?: boolean
}

function SignedStanding({ ballot, ballotHref, here, over }: PicksStandingProps & { ballot: SignedBallot }) {
  const receipt = ballotHref.replace(/ballot$/, `receipt/${ballot.digest}`)
  const action = over || here ? { label: 'Receipt', href: receipt } : { label: 'Change it', href: ballotHref }
  return <Standing dot="signed" text={`Ballot signed, number ${ballot.number}`} action={action} />
}

/** The visitor's standing in the masthead: what only this device knows of ballots signed and works picked. */
export function PicksStanding(props: PicksStandingProps) {
  const { roundId, ballotHref, here = false, over = false } = props
  const { numbers, kept } = usePicks(roundId)
  const ballot = useSignedBallot(roundId)
  if (ballot) return <SignedStanding {...props} ballot={ballot} />
  if (numbers.length === 0 || over) return <Standing dot="candidate" text="Nothing signed in this round" />
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

/** The wordmark's o is half filled as soon as something is picked here, and red once a ballot is signed. */
export function PicksWordmark({ roundId }: { roundId: string }) {
  const { numbers } = usePicks(roundId)
  const ballot = useSignedBallot(roundId)
  return <Wordmark standing={ballot ? 'signed' : numbers.length > 0 ? 'picks' : 'open'} />
}
