'use client'

import { useCallback, useRef, useState } from 'react'
import { useSignTypedData } from 'wagmi'
import { ballotPost, type WrittenBallot } from '#components/voting/ballot-text.ts'
import { TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import * as words from '#messages/wallet/sign-ballot.ts'
import { type WalletFailure, walletFailure } from './wallet-failure.ts'

export type Refused = { code: string; title: string; next: string; lastSequence: string | null }

export type SignBallotState =
  | { kind: 'review' }
  | { kind: 'wallet-open' }
  | { kind: 'sending' }
  | { kind: 'failed'; failure: WalletFailure }
  /** The server said no, or could not be reached: the signed ballot is kept and can be sent again. */
  | { kind: 'refused'; refused: Refused }
  | { kind: 'unsent'; send: () => void }
  | { kind: 'signed'; digest: string; number: number }

type Answer = {
  receipt?: { leafIndex: number }
  digest?: string
  code?: string
  title?: string
  next?: string
  lastSequence?: string | null
}

type BallotRound = { roundId: string; collection: `0x${string}` }

/** A ballot and the chain that it is signed for. */
export type ToSign = WrittenBallot & { signingChain: number }

/** One EIP-712 signature, one POST; a signature that could not be sent is sent again, never asked for twice. */
export function useSignBallot(round: BallotRound) {
  const [state, setState] = useState<SignBallotState>({ kind: 'review' })
  const { signTypedDataAsync } = useSignTypedData()
  const attempt = useRef(0)

  const send = useCallback(
    async (toSign: ToSign, signature: string) => {
      setState({ kind: 'sending' })
      let answer: Answer
      let ok = false
      try {
        const response = await fetch(`/api/v1/rounds/${round.roundId}/ballots`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(ballotPost(toSign.signingChain, toSign, signature)),
        })
        ok = response.ok
        answer = await response.json()
      } catch {
        setState({ kind: 'unsent', send: () => send(toSign, signature) })
        return
      }
      if (ok && answer.receipt && answer.digest) {
        setState({ kind: 'signed', digest: answer.digest, number: answer.receipt.leafIndex + 1 })
        return
      }
      const { code = 'ballot-refused', title = words.refused, next = words.picksKept } = answer
      setState({ kind: 'refused', refused: { code, title, next, lastSequence: answer.lastSequence ?? null } })
    },
    [round.roundId],
  )

  const sign = useCallback(
    async (toSign: ToSign) => {
      const { ballot, signingChain } = toSign
      const mine = ++attempt.current
      setState({ kind: 'wallet-open' })
      try {
        const signature = await signTypedDataAsync({
          domain: versoDomain(signingChain, round.collection),
          types: { Ballot: TYPES.Ballot },
          primaryType: 'Ballot',
          message: {
            ...ballot,
            sequence: BigInt(ballot.sequence),
            issuedAt: BigInt(ballot.issuedAt),
            validUntil: BigInt(ballot.validUntil),
          },
        })
        if (attempt.current === mine) await send(toSign, signature)
      } catch (error) {
        if (attempt.current === mine) setState({ kind: 'failed', failure: walletFailure(error) })
      }
    },
    [signTypedDataAsync, send, round.collection],
  )

  const review = useCallback(() => {
    attempt.current += 1
    setState({ kind: 'review' })
  }, [])

  return { state, sign, review }
}
