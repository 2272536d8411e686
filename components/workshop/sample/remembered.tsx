'use client'

import { type ReactNode, useState } from 'react'
import { type Picks, picksKey, serializePicks } from '#components/voting/picks.ts'
import { seenKey, serializeSeen } from '#components/voting/seen.ts'
import { rememberSignedBallot } from '#components/voting/signed-ballots.ts'
import { sampleAddress, sampleBytes } from './hashes.ts'

type Visits = { picks?: readonly number[]; seen?: readonly number[]; signed?: number }
type RememberedProps = Visits & { roundId: string; children: ReactNode }

const picked = (numbers: readonly number[]): Picks => ({ numbers, passed: [], ratings: new Map(), note: '' })

function remember(roundId: string, { picks, seen, signed }: Visits): void {
  const storage = window.localStorage
  if (picks) storage.setItem(picksKey(roundId), serializePicks(picked(picks)))
  if (seen) storage.setItem(seenKey(roundId), serializeSeen({ numbers: new Set(seen) }) ?? '')
  if (signed === undefined) return
  const ballot = {
    voter: sampleAddress(1),
    sequence: '1',
    digest: sampleBytes(signed),
    number: signed,
    choices: '#2',
  }
  rememberSignedBallot(() => storage, roundId, ballot)
}

/** What this device knows of a round after some visits; written before its children read it. */
export function Remembered({ roundId, children, ...visits }: RememberedProps) {
  useState(() => remember(roundId, visits))
  return children
}
