import { describe, expect, it } from 'vitest'
import type { PendingView } from '#lib/flows/pending-ballot/schema.ts'
import { goneWords, ownerWords, progressWords, sequenceByTime } from './pending-words.ts'

const [A, B, C] = ['a1', 'b2', 'c3'].map((byte) => `0x${byte.repeat(20)}` as const) as [
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
]
const hash = `0x${'0d'.repeat(32)}` as const
const ballot = {
  agent: '',
  candidateRoot: hash,
  choices: '#1',
  issuedAt: '1',
  method: 'approval',
  note: '',
  round: hash,
  sequence: '1',
  validUntil: '2',
  voter: A,
}
const view = (threshold: number, signed: `0x${string}`[], gone: `0x${string}`[] = []): PendingView => ({
  key: 'k'.repeat(32),
  digest: hash,
  signingChain: 1,
  ballot,
  safe: { chainId: 1, address: A, owners: [A, B, C], threshold },
  signed: signed.map((owner) => ({ owner, at: 1_800_000_000 })),
  gone,
  state: 'collecting',
  refused: null,
  receipt: null,
})

describe('progressWords', () => {
  it.each<[number, `0x${string}`[], string, string]>([
    [2, [], '0 of 2 signed', 'Waiting for 2 more: 0xa1a1…a1a1, 0xb2b2…b2b2 or 0xc3c3…c3c3.'],
    [2, [B], '1 of 2 signed', 'Waiting for one more: 0xa1a1…a1a1 or 0xc3c3…c3c3.'],
    [3, [B], '1 of 3 signed', 'Waiting for 2 more: 0xa1a1…a1a1 and 0xc3c3…c3c3.'],
    [3, [A, B], '2 of 3 signed', 'Waiting for one more: 0xc3c3…c3c3.'],
    [2, [A, B, C], '2 of 2 signed', 'That is enough: it only has to be sent.'],
  ])('of %i, with %j: %s', (threshold, signed, title, text) => {
    expect(progressWords(view(threshold, signed))).toEqual({ title, text })
  })
})

it('says who signed, who did not, and who left', () => {
  expect(ownerWords(view(2, [B]), A)).toBe('has not signed')
  expect(ownerWords(view(2, [B]), B)).toMatch(/^signed /)
  expect(goneWords(view(2, []))).toBeNull()
  expect(goneWords(view(2, [], [A]))).toContain('is no owner')
  expect(goneWords(view(2, [], [A, B]))).toContain('are no owners')
})

it('gives a later ballot a later sequence, never beyond what one may skip', () => {
  const round = { opensAt: 1000, closesAt: 1000 + 86_400 }
  const at = [0, 1000, 1200, 40_000, 87_399, 90_000].map((now) => sequenceByTime(now, round))
  expect(at[0]).toBe(1n)
  expect(at.toSorted((a, b) => Number(a - b))).toEqual(at)
  expect(at.at(-1)).toBe(900n)
  expect(sequenceByTime(1300, round)).toBeGreaterThan(sequenceByTime(1100, round))
})
