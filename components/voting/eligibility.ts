'use client'

import { useEffect, useState } from 'react'
import { formatMoment } from '#components/ui/moment.ts'
import type { PowerView } from './power-panel.tsx'

type Share = { label: string; raw: string; share: string }
export type Eligibility = {
  power: string
  shares: Share[]
  snapshotAt: number
  block: string | null
  reason: string | null
}

const CAUSE: Record<string, { cause: string; advice: string }> = {
  'not-delegated': {
    cause: 'Tokens are held, but they were not delegated to anyone at the snapshot.',
    advice: 'Delegate to yourself now: it counts from the next round on.',
  },
  'bought-later': {
    cause: 'The tokens came after the snapshot.',
    advice: 'They count from the next round on.',
  },
  'below-minimum': {
    cause: 'There are fewer tokens than one vote needs.',
    advice: 'More tokens count from the next round on.',
  },
  'no-tokens': {
    cause: 'This account holds none of the round’s tokens.',
    advice: 'Try another account of yours.',
  },
  'wrong-chain': {
    cause: 'The tokens are on another chain than the one this round counts.',
    advice: 'Try another account of yours.',
  },
}

/** What the panel shows for an answer of the eligibility route. */
export function powerViewOf(found: Eligibility): PowerView {
  const when = formatMoment(found.snapshotAt * 1000, { weekday: true })
  const at = found.block ? `block ${found.block}` : 'the snapshot'
  if (found.power !== '0')
    return {
      state: 'positive',
      votes: BigInt(found.power).toLocaleString('en'),
      at,
      shares: found.shares.map(({ label, share }) => ({
        source: label,
        votes: BigInt(share).toLocaleString('en'),
      })),
      note: `Counted on ${when}. Later buys count from the next round.`,
    }
  const known = CAUSE[found.reason ?? 'no-tokens'] ?? CAUSE['no-tokens']
  return {
    state: 'zero',
    at,
    cause: known?.cause ?? '',
    facts: [
      { name: 'Counted on', value: when },
      ...found.shares.map(({ label, raw }) => ({ name: label, value: raw })),
    ],
    ...(known && { advice: known.advice }),
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
