import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  powerFaults,
  powerOnChain,
  powersByChain,
  shareOf,
  type TokenShare,
  totalPower,
  weighingChains,
} from './power.ts'
import type { Strategy, TokenStrategy } from './strategy.ts'
import { sampleRules } from './verify/sample-facts.ts'
import { powerRecord } from './verify/sample-round.ts'

const strategy = (params: Partial<TokenStrategy['params']>): TokenStrategy => ({
  id: 'erc20-votes',
  version: '1',
  chainId: 31337,
  token: `0x${'22'.repeat(20)}`,
  params: { cap: null, root: 'none', numerator: '1', denominator: '1', ...params },
})

describe('shareOf', () => {
  test.each([
    ['nothing applied', {}, 7n, 7n],
    ['cap first', { cap: '100' }, 250n, 100n],
    ['cap, then root', { cap: '100', root: 'square' as const }, 250n, 10n],
    [
      'cap, root, then fraction',
      { cap: '100', root: 'square' as const, numerator: '7', denominator: '3' },
      250n,
      23n,
    ],
    ['fraction floored', { numerator: '1', denominator: '3' }, 8n, 2n],
    ['root floored', { root: 'square' as const }, 99n, 9n],
    ['zero stays zero', { root: 'square' as const }, 0n, 0n],
  ])('%s', (_name, params, raw, expected) => {
    expect(shareOf(strategy(params), raw)).toBe(expected)
  })

  test('the square root is the floor for any uint256', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (raw) => {
        const root = shareOf(strategy({ root: 'square' }), raw)
        expect(root * root <= raw && (root + 1n) * (root + 1n) > raw).toBe(true)
      }),
    )
  })

  test('a negative answer is refused', () => {
    expect(() => shareOf(strategy({}), -1n)).toThrow(expect.objectContaining({ code: 'power-invalid' }))
  })
})

describe('totalPower', () => {
  test('sums exactly beyond 2^53', () => {
    expect(totalPower({ powerCap: null }, [2n ** 53n, 1n, 2n ** 200n])).toBe(2n ** 200n + 2n ** 53n + 1n)
  })
  test('the total cap comes last', () => {
    expect(totalPower({ powerCap: '10' }, [6n, 7n])).toBe(10n)
    expect(totalPower({ powerCap: '10' }, [4n, 6n])).toBe(10n)
  })
})

describe('power on one chain', () => {
  const home = sampleRules()
  const [votes, cards] = home.strategies
  if (!votes || !cards) throw new Error('the sample has two strategies')
  const rules = { ...home, strategies: [{ ...votes, chainId: 10 }, cards] }
  const record = powerRecord(rules, 'ben')

  test.each([
    [10, null, 9_486_832_980n],
    [31_337, null, 4_000_000_000n],
    [1, null, 0n],
    [10, '5', 5n],
  ])('on chain %i under a cap of %s it is %i', (chainId, powerCap, expected) => {
    expect(powerOnChain({ ...rules, powerCap }, record, chainId)).toBe(expected)
    expect(powersByChain({ ...rules, powerCap }, [record])(record.account, chainId)).toBe(expected)
  })

  test('is not zero but unread for an account without a record', () => {
    expect(powersByChain(rules, [record])(`0x${'99'.repeat(20)}`, 10)).toBeUndefined()
  })

  test('chains give weight in the order of the strategies, each once, and the home chain where none is named', () => {
    expect(weighingChains(rules)).toEqual([10, 31_337])
    expect(weighingChains(home)).toEqual([31_337])
    expect(weighingChains({ chainId: 7, strategies: [] })).toEqual([7])
  })
})

describe('the order of figures', () => {
  const uint256 = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n })
  const figures = fc.record({
    cap: fc.option(uint256.map(String), { nil: null }),
    root: fc.constantFrom('none' as const, 'square' as const),
    numerator: fc.bigInt({ min: 0n, max: 2n ** 64n }).map(String),
    denominator: fc.bigInt({ min: 1n, max: 2n ** 64n }).map(String),
  })

  /** The same figures, each in its own step, with a root found by halving. */
  function stepByStep(raw: bigint, params: TokenStrategy['params']): bigint {
    const capped = params.cap === null ? raw : raw < BigInt(params.cap) ? raw : BigInt(params.cap)
    let [low, high] = [0n, 2n ** 128n]
    while (high - low > 1n) {
      const middle = (low + high) / 2n
      if (middle * middle <= capped) low = middle
      else high = middle
    }
    const product = (params.root === 'square' ? low : capped) * BigInt(params.numerator)
    return product / BigInt(params.denominator)
  }

  test('is cap, root, multiply, floor, for any uint256', () => {
    fc.assert(
      fc.property(figures, uint256, (params, raw) => {
        expect(shareOf(strategy(params), raw)).toBe(stepByStep(raw, params))
      }),
    )
  })

  test('never gives more to who has less', () => {
    fc.assert(
      fc.property(figures, uint256, uint256, (params, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(shareOf(strategy(params), less) <= shareOf(strategy(params), more)).toBe(true)
      }),
    )
  })

  test('the total cap comes after the sum, which no order changes', () => {
    fc.assert(
      fc.property(fc.array(uint256, { minLength: 1 }), uint256, (shares, cap) => {
        const sum = shares.reduce((total, share) => total + share, 0n)
        const total = totalPower({ powerCap: String(cap) }, shares)
        expect(total).toBe(sum < cap ? sum : cap)
        expect(totalPower({ powerCap: String(cap) }, shares.toReversed())).toBe(total)
      }),
    )
  })
})

describe('powerFaults', () => {
  const rules = sampleRules()
  const { snapshotAt } = rules
  const block = (timestamp: number) => ({ number: '5', hash: `0x${'b1'.repeat(32)}` as const, timestamp })
  const held = strategy({ times: [snapshotAt - 500, snapshotAt - 100] })
  const read = (at: number, raw: string) => ({ at, raw, block: block(at - 3), timepoint: String(at) })
  const base: TokenShare = {
    strategy: 0,
    id: 'erc20-votes',
    version: '1',
    chainId: 31337,
    token: held.token,
    raw: '4',
    share: '4',
    block: block(snapshotAt - 3),
    timepoint: String(snapshotAt),
    codeHash: `0x${'cd'.repeat(32)}`,
    atSnapshot: '9',
    earlier: [read(snapshotAt - 500, '4'), read(snapshotAt - 100, '6')],
  }
  const faultsOf = (share: Partial<TokenShare>, strategies: Strategy[] = [held]) =>
    powerFaults(
      { ...rules, strategies, powerCap: null },
      { account: held.token, power: share.share ?? '4', shares: [{ ...base, ...share }] },
    ).map(({ field }) => field)

  test('takes the least of all reads', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ raw: '9', share: '9' })).toEqual(['shares[0].raw'])
  })

  test.each<[string, Partial<TokenShare>, string]>([
    ['a read too few', { earlier: [read(snapshotAt - 500, '4')] }, 'earlier'],
    [
      'reads of other times',
      { earlier: [read(snapshotAt - 501, '4'), read(snapshotAt - 100, '6')] },
      'earlier',
    ],
    ['reads without the snapshot’s own', { atSnapshot: undefined }, 'atSnapshot'],
    [
      'a block after its moment',
      {
        earlier: [{ ...read(snapshotAt - 500, '4'), block: block(snapshotAt) }, read(snapshotAt - 100, '6')],
      },
      'earlier[0].block.timestamp',
    ],
    [
      'another timepoint',
      { earlier: [{ ...read(snapshotAt - 500, '4'), timepoint: '1' }, read(snapshotAt - 100, '6')] },
      'earlier[0].timepoint',
    ],
  ])('names %s', (_, share, field) => {
    expect(faultsOf(share)).toEqual([`shares[0].${field}`])
  })

  test('wants no earlier reads where the rules have no times', () => {
    expect(faultsOf({ raw: '4' }, [strategy({})])).toEqual(['shares[0].earlier'])
    expect(faultsOf({ earlier: undefined, atSnapshot: undefined }, [strategy({})])).toEqual([])
  })

  test('a fixed amount is what the rules state', () => {
    const fixed: Strategy = { id: 'fixed', version: '1', params: { amount: '3' } }
    const record = (raw: string) => ({
      account: held.token,
      power: raw,
      shares: [{ strategy: 0, id: 'fixed' as const, version: '1' as const, raw, share: raw }],
    })
    const one = { ...rules, strategies: [fixed], powerCap: null }
    expect(powerFaults(one, record('3'))).toEqual([])
    expect(powerFaults(one, record('4')).map(({ field }) => field)).toEqual(['shares[0].raw'])
  })
})
