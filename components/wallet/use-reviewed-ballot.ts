'use client'

import { useEffect, useState } from 'react'
import { ballotOf, type WrittenBallot } from '#components/voting/ballot-text.ts'
import { nextSequence, readSignedBallots, type SignedBallot } from '#components/voting/signed-ballots.ts'
import type { Choices } from '#lib/protocol/choices.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { BallotRound } from './ballot-round.ts'
import { useInstanceNow } from './instance-now.ts'
import { sequenceByTime } from './safe/pending-words.ts'

/** The ballot as it would be signed now, and everything about it that is not chosen. */
export function useReviewedBallot(
  round: BallotRound,
  { choices, note, voter, isSafe }: { choices: Choices; note: string; voter: Address; isSafe: boolean },
) {
  const instanceNow = useInstanceNow(round.now)
  const [issuedAt, setIssuedAt] = useState(round.now)
  const [forced, setForced] = useState<bigint | null>(null)
  const [remembered, setRemembered] = useState<SignedBallot[]>([])
  useEffect(() => setRemembered(readSignedBallots(() => window.localStorage, round.roundId)), [round.roundId])
  const numberAt = (time: number): bigint => {
    const next = nextSequence(remembered, voter)
    const byTime = isSafe ? sequenceByTime(time, round) : 0n
    return forced ?? (next > byTime ? next : byTime)
  }
  const written = ballotOf({
    round: round.roundId,
    candidateRoot: round.candidateRoot,
    voter,
    method: round.method,
    choices,
    note,
    sequence: numberAt(issuedAt),
    issuedAt,
    validUntil: round.closesAt,
  })
  const issueNow = (): WrittenBallot => {
    const now = instanceNow()
    setIssuedAt(now)
    return {
      ...written,
      ballot: { ...written.ballot, issuedAt: String(now), sequence: String(numberAt(now)) },
    }
  }
  return { written, issueNow, follow: (last: bigint) => setForced(last + 1n) }
}
