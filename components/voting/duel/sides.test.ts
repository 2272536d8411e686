import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { dice, voterOf } from '#lib/protocol/methods/sample-ballots.ts'
import { type DuelAnswer, type Pair, type PairQueueSeed, pairQueue } from '#lib/protocol/pair-queue.ts'
import { sidesOf } from './sides.ts'

const seedOf = (index: number): PairQueueSeed => ({
  roundId: `0x${'1d'.repeat(32)}`,
  openingBlock: `0x${'b1'.repeat(32)}`,
  voter: voterOf(index + 1),
  candidateCount: 60,
})

type Shown = { seed: PairQueueSeed; pair: Pair; place: number; standing: number | null; left: number }

/** The duels of 60 voters as they are shown, 40 each, the stronger work winning nearly always. */
function shownDuels(): Shown[] {
  return Array.from({ length: 60 }, (_, index) => {
    const seed = seedOf(index)
    const roll = dice(index + 1)
    const queue = pairQueue(seed)
    const shown: Shown[] = []
    let standing: number | null = null
    for (let next = queue.next(), place = 0; place < 40 && !next.done; place += 1) {
      const pair = next.value
      shown.push({ seed, pair, place, standing, left: sidesOf(seed, pair).left })
      const answer: DuelAnswer =
        (pair.low * 37) % 61 > (pair.high * 37) % 61 === roll(10) > 0 ? 'low' : 'high'
      standing = pair[answer]
      next = queue.next(answer)
    }
    return shown
  }).flat()
}

const duels = shownDuels()

/** How far a share is from a half, in standard deviations of as many coins. */
function deviations(those: readonly Shown[], isSo: (shown: Shown) => boolean): number {
  const share = those.filter(isSo).length / those.length
  return Math.abs(share - 0.5) * 2 * Math.sqrt(those.length)
}

describe('the sides of a duel', () => {
  it('say nothing of a work', () => {
    const lowIsLeft = ({ left, pair }: Shown) => left === pair.low
    const met = duels.filter(({ standing }) => standing !== null)
    expect(deviations(duels, lowIsLeft)).toBeLessThan(3)
    expect(deviations(met, ({ left, standing }) => left === standing)).toBeLessThan(3)
    for (const parity of [0, 1]) {
      expect(
        deviations(
          duels.filter(({ place }) => place % 2 === parity),
          lowIsLeft,
        ),
      ).toBeLessThan(3)
      expect(
        deviations(
          met.filter(({ standing }) => (standing ?? 0) % 2 === parity),
          ({ left, standing }) => left === standing,
        ),
      ).toBeLessThan(3)
    }
  })

  it('change for a work that stays', () => {
    const changes = duels
      .slice(1)
      .flatMap((shown, index) =>
        shown.standing !== null && duels[index]?.seed === shown.seed
          ? [(shown.left === shown.standing) !== (duels[index]?.left === shown.standing)]
          : [],
      )
    const share = changes.filter(Boolean).length / changes.length
    expect(Math.abs(share - 0.5)).toBeLessThan(0.05)
  })

  it('are other ones for another voter, so that no work gains by them', () => {
    const pair = { low: 3, high: 41 }
    const left = Array.from({ length: 400 }, (_, index) => sidesOf(seedOf(index), pair).left)
    const share = left.filter((number) => number === 3).length / left.length
    expect(Math.abs(share - 0.5)).toBeLessThan(0.075)
  })

  it('come out of what the page says that they come out of', () => {
    for (const { seed, pair } of duels.slice(0, 40)) {
      const { roundId, openingBlock, voter } = seed
      const text = [roundId, openingBlock, voter, pair.low, pair.high].join(' ')
      const byte = createHash('sha256').update(text).digest()[0] ?? 0
      const low = pair.low
      expect(sidesOf(seed, pair)).toEqual(
        byte % 2 === 0 ? { left: low, right: pair.high } : { left: pair.high, right: low },
      )
    }
  })
})
