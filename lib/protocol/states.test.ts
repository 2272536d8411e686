import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  admissionEnded,
  type CancelReason,
  type ChainFacts,
  cancelReasonOf,
  type RoundFacts,
  type RoundState,
  roundState,
} from './states.ts'

const times = { submissionsCloseAt: 100, opensAt: 200, closesAt: 300 }
const unopened: ChainFacts = {
  opened: false,
  cancelled: false,
  closedAt: null,
  closeCount: 0,
  challengeSeconds: 50,
  frozen: false,
  mintedCount: 0,
  winnerCount: 0,
}
const opened = { ...unopened, opened: true }
const closed = { ...opened, closedAt: 310, closeCount: 1, winnerCount: 2 }
const facts = (status: RoundFacts['status'], now: number, chain = unopened): RoundFacts => ({
  status,
  times,
  chain,
  now,
})

describe('roundState', () => {
  it.each<[RoundState, string, RoundFacts]>([
    ['draft', 'a draft', facts('draft', 50)],
    ['draft', 'a draft whose times have passed', facts('draft', 999)],
    ['submissions', 'open submissions', facts('submissions', 50)],
    ['submissions', 'the end of admission', facts('submissions', 100)],
    ['submissions', 'the last second before an opening', facts('submissions', 199)],
    ['cancelled', 'no opening in time', facts('submissions', 200)],
    ['cancelled', 'the director’s word before the opening', facts('cancelled', 50)],
    ['submissions', 'opened ahead of time', facts('submissions', 199, opened)],
    ['voting', 'opensAt', facts('submissions', 200, opened)],
    ['voting', 'the last second of voting', facts('submissions', 299, opened)],
    ['counting', 'closesAt', facts('submissions', 300, opened)],
    ['counting', 'a close that never comes', facts('submissions', 99_999, opened)],
    ['challenge', 'the close', facts('submissions', 310, closed)],
    ['challenge', 'the last second of the window', facts('submissions', 359, closed)],
    ['challenge', 'a second close', facts('submissions', 400, { ...closed, closedAt: 358, closeCount: 2 })],
    ['challenge', 'a freeze beyond the window', facts('submissions', 999, { ...closed, frozen: true })],
    ['final', 'the end of the window', facts('submissions', 360, closed)],
    ['final', 'some winners minted', facts('submissions', 400, { ...closed, mintedCount: 1 })],
    ['final', 'no winners', facts('submissions', 400, { ...closed, winnerCount: 0 })],
    ['minted', 'all winners minted', facts('submissions', 400, { ...closed, mintedCount: 2 })],
    ['cancelled', 'the guardian’s word in voting', facts('submissions', 250, { ...opened, cancelled: true })],
    [
      'cancelled',
      'the guardian’s word in the window',
      facts('submissions', 320, { ...closed, cancelled: true }),
    ],
    ['voting', 'a database that says cancelled after the opening', facts('cancelled', 250, opened)],
  ])('is %s: %s', (state, _, given) => {
    expect(roundState(given)).toBe(state)
  })

  it('never goes back as time passes', () => {
    const order: RoundState[] = [
      'draft',
      'submissions',
      'voting',
      'counting',
      'challenge',
      'final',
      'minted',
      'cancelled',
    ]
    const chain = fc.constantFrom(unopened, opened)
    const status = fc.constantFrom<RoundFacts['status']>('draft', 'submissions', 'cancelled')
    fc.assert(
      fc.property(status, chain, fc.nat(1000), fc.nat(1000), (stored, known, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((now) =>
          roundState(facts(stored, now, known)),
        )
        expect(order.indexOf(early ?? 'draft')).toBeLessThanOrEqual(order.indexOf(late ?? 'draft'))
      }),
    )
  })
})

describe('cancelReasonOf', () => {
  it.each<[CancelReason | null, RoundFacts]>([
    ['director', facts('cancelled', 50)],
    ['director', facts('cancelled', 999)],
    ['open-missed', facts('submissions', 200)],
    ['guardian', facts('submissions', 250, { ...opened, cancelled: true })],
    [null, facts('submissions', 199)],
    [null, facts('submissions', 250, opened)],
    [null, facts('draft', 999)],
  ])('is %s', (reason, given) => {
    expect(cancelReasonOf(given)).toBe(reason)
  })
})

describe('admissionEnded', () => {
  it('is true from submissionsCloseAt on', () => {
    expect(admissionEnded(times, 99)).toBe(false)
    expect(admissionEnded(times, 100)).toBe(true)
  })
})
