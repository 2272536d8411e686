import { describe, expect, it } from 'vitest'
import { type EligibilityShare, zeroReasons } from '#lib/ballots/schema.ts'
import { capWords, powerTitle, shareWords, ZERO_WORDS } from './power-words.ts'

const share: EligibilityShare = {
  strategy: 'erc721-balance',
  label: 'Cards, held',
  chainId: 10,
  token: `0x${'ab'.repeat(20)}`,
  raw: '1200',
  share: '1200',
  block: '41',
  reason: null,
  held: null,
  elsewhere: null,
  pending: false,
}
const say = (more: Partial<EligibilityShare>) => shareWords({ ...share, ...more }, '3 December')
const none = { raw: '0', share: '0' }

describe('the words under a share', () => {
  it.each<[Partial<EligibilityShare>, string]>([
    [{}, '1,200 at block 41 of chain 10.'],
    [{ block: null }, '1,200 on chain 10 now.'],
    [{ strategy: 'erc20-votes', raw: '5' }, '5 base units at block 41 of chain 10.'],
    [{ strategy: 'merkle-allowlist', raw: '7' }, '7 in the list.'],
    [{ strategy: 'fixed' }, 'The same for every voter.'],
    [
      { ...none, reason: 'bought-later', held: '120' },
      'Holds 120 now; they came after the snapshot of 3 December and count from the next round on.',
    ],
    [
      { ...none, reason: 'wrong-chain', held: '0', elsewhere: 1 },
      'Holds some on chain 1; this round counts those on chain 10.',
    ],
    [{ ...none, reason: 'no-tokens', held: '0' }, 'Held none at the snapshot, and holds none now.'],
    [{ raw: '3', share: '0', reason: 'below-minimum' }, '3 at the snapshot: fewer than one vote needs.'],
  ])('%j', (more, words) => {
    expect(say(more)).toBe(words)
  })

  it('say of a silent chain that nothing is lost', () => {
    expect(say({ raw: null, share: null, pending: true })).toContain(
      'Chain 10 does not answer. Nothing is lost',
    )
  })

  it('know every reason, here and on the panel', () => {
    for (const reason of zeroReasons) {
      expect(say({ ...none, reason, held: '1', elsewhere: 1 })).not.toBe('')
      expect(ZERO_WORDS[reason].cause).not.toBe('')
    }
  })
})

describe('the sum', () => {
  const found = {
    account: share.token ?? '0x',
    power: '1200',
    sum: '1500',
    powerCap: '1200',
    shares: [share],
    snapshotAt: 1,
    block: '41',
    reason: null,
    pending: false,
  } as const
  it('names its block, what a cap cuts, and what is only so far', () => {
    expect(powerTitle({ ...found, shares: [share] })).toBe('1,200 votes at block 41')
    expect(powerTitle({ ...found, shares: [share], power: '1', block: null })).toBe('1 vote')
    expect(powerTitle({ ...found, shares: [share], pending: true })).toBe('At least 1,200 votes so far')
    expect(capWords({ ...found, shares: [share] })).toBe(
      'Together 1,500; at most 1,200 count for one account.',
    )
    expect(capWords({ ...found, shares: [share], powerCap: '1500' })).toBeNull()
  })
})
