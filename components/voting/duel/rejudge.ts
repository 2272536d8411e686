import { type DuelSitting, duelSitting, type Judged } from '#components/voting/ballot/duel-sitting.ts'
import { type DuelAnswer, type Pair, type PairQueueSeed, pairQueue } from '#lib/protocol/pair-queue.ts'

const keyOf = ({ low, high }: Pair) => `${low} ${high}`

export type Rejudged = {
  answers: readonly DuelAnswer[]
  /** Duels that are no longer of the queue, or no longer its beginning. */
  fallen: readonly Judged[]
}

/**
 * The answers with one of them changed. Who wins stays, so that another answer can lead to other pairs: as a ballot
 * is the beginning of its queue (PROTOCOL 6), it goes as far as the new queue asks for pairs that were judged.
 */
export function rejudge(
  seed: PairQueueSeed,
  judged: readonly Judged[],
  at: number,
  answer: DuelAnswer,
): Rejudged {
  const known = new Map(judged.map((duel) => [keyOf(duel), duel.answer]))
  const changed = judged[at]
  if (changed) known.set(keyOf(changed), answer)
  const queue = pairQueue(seed)
  const answers: DuelAnswer[] = []
  const stays = new Set<string>()
  for (let next = queue.next(); !next.done; ) {
    const given = known.get(keyOf(next.value))
    if (given === undefined) break
    answers.push(given)
    stays.add(keyOf(next.value))
    next = queue.next(given)
  }
  return { answers, fallen: judged.filter((duel) => !stays.has(keyOf(duel))) }
}

const ANSWERS: readonly DuelAnswer[] = ['low', 'high', 'tied', 'skipped']

/** Works that any answer to the present duel would bring; their pictures are fetched before they are needed. */
export function worksAhead(seed: PairQueueSeed, { judged, next }: DuelSitting, most: number): number[] {
  if (!next) return []
  const given = judged.map(({ answer }) => answer)
  const ahead = ANSWERS.flatMap((answer) => {
    const after = duelSitting(seed, [...given, answer], most).next
    return after ? [after.low, after.high] : []
  })
  return [...new Set(ahead)].filter((number) => number !== next.low && number !== next.high)
}
