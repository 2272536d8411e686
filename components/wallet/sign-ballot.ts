'use client'

import { useCallback, useRef, useState } from 'react'
import { useSignTypedData } from 'wagmi'
import { type Ballot, TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
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

type BallotRound = { roundId: string; chainId: number; collection: `0x${string}` }

/** One EIP-712 signature, one POST; a signature that could not be sent is sent again, never asked for twice. */
export function useSignBallot(round: BallotRound) {
  const [state, setState] = useState<SignBallotState>({ kind: 'review' })
  const { signTypedDataAsync } = useSignTypedData()
  const attempt = useRef(0)

  const send = useCallback(
    async (ballot: Ballot, signature: string) => {
      setState({ kind: 'sending' })
      let answer: Answer
      let ok = false
      try {
        const response = await fetch(`/api/v1/rounds/${round.roundId}/ballots`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ signingChain: round.chainId, ballot, signature }),
        })
        ok = response.ok
        answer = await response.json()
      } catch {
        setState({ kind: 'unsent', send: () => send(ballot, signature) })
        return
      }
      if (ok && answer.receipt && answer.digest) {
        setState({ kind: 'signed', digest: answer.digest, number: answer.receipt.leafIndex + 1 })
        return
      }
      const {
        code = 'ballot-refused',
        title = 'The ballot was refused.',
        next = 'Your picks are kept.',
      } = answer
      setState({ kind: 'refused', refused: { code, title, next, lastSequence: answer.lastSequence ?? null } })
    },
    [round.roundId, round.chainId],
  )

  const sign = useCallback(
    async (ballot: Ballot) => {
      const mine = ++attempt.current
      setState({ kind: 'wallet-open' })
      try {
        const signature = await signTypedDataAsync({
          domain: versoDomain(round.chainId, round.collection),
          types: { Ballot: TYPES.Ballot },
          primaryType: 'Ballot',
          message: {
            ...ballot,
            sequence: BigInt(ballot.sequence),
            issuedAt: BigInt(ballot.issuedAt),
            validUntil: BigInt(ballot.validUntil),
          },
        })
        if (attempt.current === mine) await send(ballot, signature)
      } catch (error) {
        if (attempt.current === mine) setState({ kind: 'failed', failure: walletFailure(error) })
      }
    },
    [signTypedDataAsync, send, round.chainId, round.collection],
  )

  const review = useCallback(() => {
    attempt.current += 1
    setState({ kind: 'review' })
  }, [])

  return { state, sign, review }
}
