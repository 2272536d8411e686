'use client'

import { useState } from 'react'
import type { Judged } from '#components/voting/ballot/duel-sitting.ts'
import type { DuelAnswer, PairQueueSeed } from '#lib/protocol/pair-queue.ts'
import { type Rejudged, rejudge } from './rejudge.ts'

type Change = Rejudged & { at: number }

export type AnswerChanges = {
  /** A change that takes other duels away, and waits for a word. */
  waiting: Change | null
  /** The last change that was made. */
  made: Change | null
  change: (at: number, answer: DuelAnswer) => void
  confirm: () => void
  leave: () => void
  undo: () => void
}

/** Answers of the ballot, changed one by one: what would take others away is said first, and all can be undone. */
export function useAnswerChanges(
  seed: PairQueueSeed,
  judged: readonly Judged[],
  put: (answers: readonly DuelAnswer[]) => void,
): AnswerChanges {
  const [waiting, setWaiting] = useState<Change | null>(null)
  const [made, setMade] = useState<(Change & { before: readonly DuelAnswer[] }) | null>(null)
  const make = (next: Change) => {
    setWaiting(null)
    setMade({ ...next, before: judged.map(({ answer }) => answer) })
    put(next.answers)
  }
  return {
    waiting,
    made,
    change: (at, answer) => {
      const next = { ...rejudge(seed, judged, at, answer), at }
      if (next.fallen.length > 0) setWaiting(next)
      else make(next)
    },
    confirm: () => waiting && make(waiting),
    leave: () => setWaiting(null),
    undo: () => {
      if (!made) return
      put(made.before)
      setMade(null)
    },
  }
}
