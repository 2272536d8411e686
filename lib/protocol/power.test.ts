import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareOf, totalPower } from './power.ts'
import type { Strategy } from './rules.ts'

const strategy = (params: Partial<Strategy['params']>): Strategy => ({
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
