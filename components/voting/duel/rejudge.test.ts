import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duelSitting } from '#components/voting/ballot/duel-sitting.ts'
import { voterOf } from '#lib/protocol/methods/sample-ballots.ts'
import type { DuelAnswer } from '#lib/protocol/pair-queue.ts'
import { rejudge, worksAhead } from './rejudge.ts'

const MOST = 20
const seed = {
  roundId: `0x${'1d'.repeat(32)}`,
  openingBlock: `0x${'b1'.repeat(32)}`,
  voter: voterOf(7),
  candidateCount: 9,
} as const
const answer = fc.constantFrom<DuelAnswer>('low', 'high', 'tied', 'skipped')
const answers = fc.array(answer, { minLength: 1, maxLength: MOST })
const judgedOf = (given: readonly DuelAnswer[]) => duelSitting(seed, given, MOST).judged

describe('an answer that is changed', () => {
  it('leaves a beginning of the queue, with every answer as it was given', () => {
    fc.assert(
      fc.property(answers, fc.nat(), answer, (given, place, other) => {
        const judged = judgedOf(given)
        const at = place % judged.length
        const { answers: kept, fallen } = rejudge(seed, judged, at, other)
        const after = judgedOf(kept)
        expect(after).toHaveLength(kept.length)
        expect(after.slice(0, at)).toEqual(judged.slice(0, at))
        expect(after[at]?.answer).toBe(other)
        expect(after.length + fallen.length).toBe(judged.length)
        for (const duel of after.slice(at + 1)) expect(judged).toContainEqual(duel)
        for (const duel of fallen) expect(after).not.toContainEqual(duel)
      }),
    )
  })

  it('takes nothing away where the same work stays', () => {
    const judged = judgedOf(['low', 'tied', 'high'])
    const [first] = judged
    expect(rejudge(seed, judged, 0, 'low').fallen).toEqual([])
    expect(first && rejudge(seed, judged, 2, 'skipped').fallen).toEqual([])
  })

  it('takes away what came of the other answer', () => {
    const judged = judgedOf(['low', 'low', 'low', 'low'])
    const { answers: kept, fallen } = rejudge(seed, judged, 0, 'high')
    expect(kept).toEqual(['high'])
    expect(fallen).toEqual(judged.slice(1))
  })
})

describe('the works ahead', () => {
  it('hold both works of the next duel, whatever is answered', () => {
    fc.assert(
      fc.property(answers, answer, (given, next) => {
        const sitting = duelSitting(seed, given, MOST)
        const after = duelSitting(seed, [...given, next], MOST).next
        if (!sitting.next || !after) return
        const ready = [...worksAhead(seed, sitting, MOST), sitting.next.low, sitting.next.high]
        expect(ready).toContain(after.low)
        expect(ready).toContain(after.high)
        expect(ready.length).toBeLessThanOrEqual(6)
      }),
    )
  })

  it('are none after the last duel', () => {
    expect(worksAhead(seed, duelSitting(seed, Array(MOST).fill('tied'), MOST), MOST)).toEqual([])
  })
})
