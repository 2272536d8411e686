'use client'

import { useMemo, useState } from 'react'
import { duelChoices, duelSitting } from '#components/voting/ballot/duel-sitting.ts'
import { type Filled, fillBallot } from '#components/voting/ballot/filled-ballot.ts'
import { useDraft, useDuelAnswers } from '#components/voting/ballot/use-draft.ts'
import type { BallotWork } from '#components/voting/ballot-row.tsx'
import { usePicks } from '#components/voting/use-picks.ts'
import { ABSTENTION } from '#lib/protocol/choices.ts'
import { creditsOf } from '#lib/protocol/methods/quadratic.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { type BallotRound, NOBODY } from './ballot-round.ts'

const NOTHING_TO_JUDGE = { judged: [], next: null }

/** The duels of a voter in a round by pairs, resumed where this device left them. */
function useDuels(round: BallotRound, voter: Address | null) {
  const { answers, put } = useDuelAnswers(round.roundId, voter)
  const { roundId, openingBlock, candidateCount, method, limits } = round
  const seed = useMemo(
    () =>
      method === 'pairwise' && openingBlock !== null && voter !== null
        ? { roundId, openingBlock, voter, candidateCount }
        : null,
    [method, roundId, openingBlock, voter, candidateCount],
  )
  const sitting = useMemo(
    () => (seed ? duelSitting(seed, answers, limits.maxChoices) : NOTHING_TO_JUDGE),
    [seed, answers, limits.maxChoices],
  )
  return { sitting, seed, put }
}

/** Credits to spend: what the voter's own power gives, once it is known. */
function creditsFor({ limits }: BallotRound, power: string | null) {
  const most = limits.credits ?? 0
  return power === null
    ? { most, own: false }
    : { most: Number(creditsOf({ limits }, BigInt(power))), own: true }
}

export type FilledBallot = ReturnType<typeof useFilledBallot>

/**
 * What is on the ballot, from the picks, the draft or the duels of this device.
 * @param power votes of the connected account, null while they are not known
 */
export function useFilledBallot(
  round: BallotRound,
  works: readonly BallotWork[],
  { voter, power }: { voter: Address | null; power: string | null },
) {
  const { numbers: pickedNumbers } = usePicks(round.roundId)
  const draft = useDraft(round.roundId)
  const duels = useDuels(round, voter)
  const [off, setOff] = useState<ReadonlySet<number>>(new Set())
  const picked = useMemo(
    () => works.filter(({ number }) => pickedNumbers.includes(number)),
    [works, pickedNumbers],
  )
  const credits = creditsFor(round, power)
  const { method, limits } = round
  const numbers = picked.filter(({ number }) => !off.has(number)).map(({ number }) => number)
  const filled: Filled =
    method === 'pairwise'
      ? {
          choices: duels.sitting.judged.length > 0 ? duelChoices(duels.sitting.judged) : ABSTENTION,
          lack: null,
        }
      : fillBallot(method, numbers, draft, { limits, credits: credits.most })
  return { ...filled, picked, off, setOff, credits, duels, voter: voter ?? NOBODY }
}
