'use client'

import { useEffect, useState } from 'react'
import { readSignedBallots, type SignedBallot } from './signed-ballots.ts'

/** The newest ballot that was signed on this device in a round; null while the server renders. */
export function useSignedBallot(roundId: string): SignedBallot | null {
  const [ballot, setBallot] = useState<SignedBallot | null>(null)
  useEffect(() => {
    const read = () => setBallot(readSignedBallots(() => window.localStorage, roundId).at(-1) ?? null)
    read()
    window.addEventListener('storage', read)
    return () => window.removeEventListener('storage', read)
  }, [roundId])
  return ballot
}
