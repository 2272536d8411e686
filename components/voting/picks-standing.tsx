'use client'

import { Standing } from '#components/ui/standing.tsx'
import { Wordmark } from '#components/ui/wordmark.tsx'
import * as text from '#messages/voting/picks-standing.ts'
import type { SignedBallot } from './signed-ballots.ts'
import { useToldPicks } from './use-picks.ts'
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
  const action =
    over || here ? { label: text.receipt, href: receipt } : { label: text.change, href: ballotHref }
  return <Standing dot="signed" text={text.signed(ballot.number)} action={action} />
}

/** The visitor's standing in the masthead: what only this device knows of ballots signed and works picked. */
export function PicksStanding(props: PicksStandingProps) {
  const { roundId, ballotHref, here = false, over = false } = props
  const { numbers, kept } = useToldPicks(roundId)
  const ballot = useSignedBallot(roundId)
  if (ballot) return <SignedStanding {...props} ballot={ballot} />
  if (numbers.length === 0 || over) return <Standing dot="candidate" text={text.nothing} />
  return (
    <Standing
      dot="pick"
      text={kept === 'device' ? text.onDevice(numbers.length) : text.inPage(numbers.length)}
      action={here ? undefined : { label: text.review, href: ballotHref }}
    />
  )
}

/** The wordmark's o is half filled as soon as something is picked here, and red once a ballot is signed. */
export function PicksWordmark({ roundId }: { roundId: string }) {
  const { numbers } = useToldPicks(roundId)
  const ballot = useSignedBallot(roundId)
  return <Wordmark standing={ballot ? 'signed' : numbers.length > 0 ? 'picks' : 'open'} />
}
