'use client'

import { useEffect, useState } from 'react'
import { formatMoment } from '#components/ui/moment.ts'
import type { Eligibility } from '#lib/ballots/schema.ts'
import * as text from '#messages/voting/eligibility.ts'
import { figure } from '#messages/voting/figure.ts'
import type { PowerView } from './power-panel.tsx'
import { ZERO_WORDS } from './power-words.ts'

/** What the panel shows for an answer of the eligibility route. */
export function powerViewOf(found: Eligibility): PowerView {
  const when = formatMoment(found.snapshotAt * 1000, { weekday: true })
  const at = found.block ? text.atBlock(found.block) : text.atSnapshot
  if (found.power !== '0')
    return {
      state: 'positive',
      votes: figure(BigInt(found.power)),
      at,
      shares: found.shares.map(({ label, share }) => ({
        source: label,
        votes: share === null ? '?' : figure(BigInt(share)),
      })),
      note: text.counted(when),
    }
  if (found.pending)
    return {
      state: 'pending',
      text: text.silent,
    }
  const { cause, advice } = ZERO_WORDS[found.reason ?? 'no-tokens']
  return {
    state: 'zero',
    at,
    cause,
    facts: [
      { name: text.countedOn, value: when },
      ...found.shares.map(({ label, raw }) => ({ name: label, value: raw ?? '?' })),
    ],
    advice,
  }
}

export type PowerState =
  | { kind: 'none' }
  | { kind: 'asking' }
  | { kind: 'found'; found: Eligibility }
  | { kind: 'unavailable' }

/** Asks for the votes of an address; no wallet is needed for it. */
export function useEligibility(roundId: string, address: string | null): PowerState & { again: () => void } {
  const [state, setState] = useState<PowerState>({ kind: 'none' })
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again
  useEffect(() => {
    if (!address) return setState({ kind: 'none' })
    const ending = new AbortController()
    setState({ kind: 'asking' })
    fetch(`/api/v1/rounds/${roundId}/eligibility?address=${address}`, { signal: ending.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        const found: Eligibility = await answer.json()
        setState({ kind: 'found', found })
      })
      .catch(() => {
        if (!ending.signal.aborted) setState({ kind: 'unavailable' })
      })
    return () => ending.abort()
  }, [roundId, address, tries])
  return { ...state, again: () => setTries((count) => count + 1) }
}
