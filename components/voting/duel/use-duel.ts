'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type DuelSitting, duelSitting, type Judged } from '#components/voting/ballot/duel-sitting.ts'
import { useDuelAnswers } from '#components/voting/ballot/use-draft.ts'
import type { DuelAnswer, PairQueueSeed } from '#lib/protocol/pair-queue.ts'

/** How long the winner and both labels are shown after a choice. */
const AFTER_MS = 400
/** Who decides sooner than this hurries, and is shown nothing in between. */
const HURRY_MS = 700

const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

export type Duel = {
  sitting: DuelSitting
  /** The duel that was judged just now, while it is still to be seen. */
  after: Judged | null
  answer: (answer: DuelAnswer) => void
  undo: () => void
  /** `page`: the device keeps nothing. */
  kept: 'device' | 'page'
}

/** A voter's duels: what was answered goes into the one store of this device at once. */
export function useDuel(seed: PairQueueSeed, most: number): Duel {
  const { answers, put, kept } = useDuelAnswers(seed.roundId, seed.voter)
  const sitting = useMemo(() => duelSitting(seed, answers, most), [seed, answers, most])
  const [after, setAfter] = useState<Judged | null>(null)
  const shownAt = useRef(0)
  const latest = useRef({ sitting, after, put })
  latest.current = { sitting, after, put }

  useEffect(() => {
    if (!after) return
    const timer = setTimeout(() => setAfter(null), AFTER_MS)
    return () => clearTimeout(timer)
  }, [after])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time begins anew with every pair that is shown
  useEffect(() => {
    shownAt.current = performance.now()
  }, [sitting.next, after])

  const answer = useCallback((given: DuelAnswer) => {
    const { sitting: now, after: shown, put: keep } = latest.current
    // The next pair has not been seen: it comes at once, and is not judged by this.
    if (shown) return setAfter(null)
    if (!now.next) return
    keep([...now.judged.map((duel) => duel.answer), given])
    const hurries = performance.now() - shownAt.current < HURRY_MS
    if (given !== 'skipped' && !hurries && !isStill()) setAfter({ ...now.next, answer: given })
  }, [])
  const undo = useCallback(() => {
    const { sitting: now, put: keep } = latest.current
    setAfter(null)
    if (now.judged.length > 0) keep(now.judged.slice(0, -1).map((duel) => duel.answer))
  }, [])
  return { sitting, after, answer, undo, kept }
}
