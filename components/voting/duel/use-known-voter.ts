'use client'

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { onePerKey } from '#components/voting/one-per-key.ts'
import { useSignedBallot } from '#components/voting/use-signed-ballot.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { addressOf, createVoterStore, NO_VOTER, VOTER_KEY } from './known-voter.ts'

const voterStoreOf = onePerKey(() => VOTER_KEY, createVoterStore)

/** Names the voter whose duels are judged here from now on; null to ask again. */
export const rememberVoter = (address: Address | null) => voterStoreOf(VOTER_KEY).put({ address })

const subscribe = (listener: () => void) => voterStoreOf(VOTER_KEY).subscribe(listener)
const chosen = () => voterStoreOf(VOTER_KEY).read().address

/** Whom this device knows: who was named here, else who signed this round's newest ballot on it. */
export function useKnownVoter(roundId: string): Address | null {
  const named = useSyncExternalStore(subscribe, chosen, () => NO_VOTER.address)
  const signed = useSignedBallot(roundId)
  return named ?? (signed && addressOf(signed.voter))
}

async function readSession(signal: AbortSignal): Promise<Address | null> {
  const answer = await fetch('/api/v1/session', { cache: 'no-store', signal })
  if (!answer.ok) return null
  const { address }: { address: string | null } = await answer.json()
  return addressOf(address ?? '')
}

export type WhoseDuels = {
  voter: Address | null
  /** Still to be found out whether somebody is known; nothing is asked before. */
  looking: boolean
  ask: () => void
}

/** Whose queue is judged: whom this device knows, else who is signed in. */
export function useWhoseDuels(roundId: string): WhoseDuels {
  const known = useKnownVoter(roundId)
  const [session, setSession] = useState<Address | null | 'looking'>('looking')
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    const ending = new AbortController()
    readSession(ending.signal).then(setSession, () => {
      if (!ending.signal.aborted) setSession(null)
    })
    return () => ending.abort()
  }, [])
  // Whoever asks for another voter is not given the one of the session again.
  const voter = asked && chosen() === null ? null : (known ?? (session === 'looking' ? null : session))
  const ask = useCallback(() => {
    setAsked(true)
    rememberVoter(null)
  }, [])
  return { voter, looking: voter === null && session === 'looking' && !asked, ask }
}
