import { describe, expect, it } from 'vitest'
import type { RankedCandidate, Result } from '#lib/protocol/result.ts'
import { axisMax, cutSentence, onAxis, ordinal, places, resultSentence, short } from './result-words.ts'

type Row = [number: number, score: string, supporters: number]

function outcome(rows: Row[], winners: number, change: Partial<Result> = {}) {
  const ranking = rows.map(
    ([number, score, supporters], index): RankedCandidate => ({
      place: score === '0' ? null : index + 1,
      number,
      score,
      supporters,
      decidedBy: null,
    }),
  )
  const hash = `0x${'ab'.repeat(32)}` as const
  return {
    ranking,
    winners: ranking.slice(0, winners).map(({ number }, index) => ({ rank: index + 1, number })),
    quorum: { kind: 'voters' as const, value: '20', reached: true },
    turnout: { ballots: 41, voters: 38, power: '4310', abstentions: 1 },
    tieSeed: { blockNumber: '52', blockHash: hash, timestamp: 2, parentTimestamp: 1 },
    ...change,
  }
}

describe('the sentence of a result', () => {
  it('says who was first, by how much, and that the last place was a tie', () => {
    const rows: Row[] = [
      [47, '1912', 21],
      [12, '1604', 18],
      [88, '1388', 17],
      [31, '1388', 15],
    ]
    expect(resultSentence(outcome(rows, 3))).toEqual({
      titled: true,
      text: 'was chosen first, 308 votes ahead. Third place was a tie.',
    })
    expect(cutSentence(outcome(rows, 3), 3)).toBe(
      'Three places. Works 88 and 31 are level at 1,388 votes; 17 voters against 15 decided it.',
    )
  })

  it('names the block when the lot decided', () => {
    const rows: Row[] = [
      [1, '9', 2],
      [2, '9', 2],
    ]
    expect(resultSentence(outcome(rows, 1)).text).toBe('was chosen after a tie.')
    expect(cutSentence(outcome(rows, 1), 1)).toBe(
      'One place. Works 1 and 2 are level at 9 votes; so are their voters, and the lot by block 52 decided it.',
    )
  })

  it('says what was missing of a quorum, and that nothing was chosen', () => {
    const quorum = { kind: 'voters' as const, value: '40', reached: false }
    const missed = outcome([[1, '9', 2]], 0, { quorum })
    expect(resultSentence(missed)).toEqual({
      titled: false,
      text: 'The quorum was not reached: 38 voters of the 40 it takes.',
    })
    expect(cutSentence(missed, 3)).toBe('Three places. Without the quorum none is taken.')
    expect(resultSentence(outcome([[1, '0', 0]], 0)).text).toBe('No work got a vote. No place is taken.')
  })

  it('leaves places empty rather than giving them to works without votes', () => {
    const rows: Row[] = [
      [1, '9', 2],
      [2, '0', 0],
    ]
    expect(resultSentence(outcome(rows, 1)).text).toBe('was chosen, with 9 votes.')
    expect(cutSentence(outcome(rows, 1), 3)).toBe(
      'Three places. Two places stayed empty: no other work got a vote.',
    )
  })

  it('says what set equal winners apart', () => {
    const rows: Row[] = [
      [1, '9', 3],
      [2, '9', 2],
      [3, '8', 2],
    ]
    expect(cutSentence(outcome(rows, 2), 2)).toBe(
      'Two places. Work 3 was 1 vote short of the last. First and second are level at 9 votes; 3 voters against 2 decided it.',
    )
  })

  it('says how far the next work was', () => {
    const rows: Row[] = [
      [1, '9', 2],
      [2, '8', 2],
    ]
    expect(cutSentence(outcome(rows, 1), 1)).toBe('One place. Work 2 was 1 vote short of the last.')
  })
})

it('counts places in words and figures', () => {
  expect([ordinal(1), ordinal(10), ordinal(11)]).toEqual(['First', 'Tenth', '11th place'])
  expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map(short)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '112th',
  ])
  expect([places(1), places(12)]).toEqual(['One place', '12 places'])
})

it('draws scores of any length on a round axis', () => {
  expect(['0', '1', '3', '1912', '5001'].map(axisMax)).toEqual([1n, 1n, 5n, 2000n, 10_000n])
  expect(onAxis('1912', 2000n)).toBe(9560)
  expect(onAxis('123456789012345678901234567890', 200000000000000000000000000000n)).toBe(6172)
})
