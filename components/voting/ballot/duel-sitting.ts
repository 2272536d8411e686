import type { Choices } from '#lib/protocol/choices.ts'
import { choicesOfDuels, duelOf } from '#lib/protocol/methods/pairwise-spelling.ts'
import { type DuelAnswer, type Pair, type PairQueueSeed, pairQueue } from '#lib/protocol/pair-queue.ts'

export type Judged = Pair & { answer: DuelAnswer }

export type DuelSitting = {
  judged: readonly Judged[]
  /** The pair to judge now; null when the queue or the ballot has no more. */
  next: Pair | null
}

/** A voter's queue, gone through with their answers so far; answers beyond the ballot or the queue fall away. */
export function duelSitting(seed: PairQueueSeed, answers: readonly DuelAnswer[], most: number): DuelSitting {
  const queue = pairQueue(seed)
  const judged: Judged[] = []
  let next = queue.next()
  for (const answer of answers.slice(0, most)) {
    if (next.done) break
    judged.push({ ...next.value, answer })
    next = queue.next(answer)
  }
  return { judged, next: next.done || judged.length >= most ? null : next.value }
}

export const duelChoices = (judged: readonly Judged[]): Choices =>
  choicesOfDuels(judged.map((duel) => duelOf(duel, duel.answer)))
