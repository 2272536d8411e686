import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AllowlistRow, amountIn, readAllowlist } from './allowlist.ts'
import { utf8 } from './bytes.ts'
import { canonicalBytes, jsonLines } from './canonical.ts'
import { leafHashOf, logRoot } from './log-tree.ts'

const account = (number: number) => `0x${number.toString(16).padStart(40, '0')}` as const
const row = (number: number, amount = '1'): AllowlistRow => ({ account: account(number), amount })
const textOf = (...rows: unknown[]) => jsonLines(rows)

describe('readAllowlist', () => {
  it('has the RFC 9162 root of its lines', () => {
    const rows = [row(1), row(2, '900'), row(255)]
    const list = readAllowlist(textOf(...rows))
    expect(list).toMatchObject({ rows: 3, root: logRoot(rows.map((one) => leafHashOf(canonicalBytes(one)))) })
  })

  it.each([
    ['bundle-layout', 2, 'rows out of order', textOf(row(2), row(1))],
    ['bundle-layout', 2, 'an account twice', textOf(row(1), row(1, '2'))],
    ['schema-invalid', 1, 'an amount of zero', textOf(row(1, '0'))],
    ['schema-invalid', 2, 'a field too many', textOf(row(1), { ...row(2), name: 'b' })],
    [
      'schema-invalid',
      1,
      'an address in capitals',
      textOf({ account: account(171).toUpperCase(), amount: '1' }),
    ],
    ['json-not-canonical', 1, 'a last line without its newline', canonicalBytes(row(1))],
    ['json-not-canonical', 1, 'a space', utf8(`{"account": "${account(1)}","amount":"1"}\n`)],
    ['json-invalid', 2, 'an empty line', utf8(`${new TextDecoder().decode(textOf(row(1)))}\n`)],
  ])('refuses with %s in line %i: %s', (code, line, _, bytes) => {
    expect(() => readAllowlist(bytes)).toThrow(expect.objectContaining({ code, line }))
  })
})

describe('amountIn', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 60 })

  it('finds every row, and nothing for anybody else', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 400 }), (given, asked) => {
        const sorted = given.toSorted((a, b) => a - b)
        const list = readAllowlist(textOf(...sorted.map((one) => row(one, String(1 + (one % 7) * 10 ** 12)))))
        const expected = given.includes(asked) ? 1 + (asked % 7) * 10 ** 12 : 0
        expect(amountIn(list, account(asked))).toBe(BigInt(expected))
      }),
    )
  })

  it('keeps amounts beyond 2^53 exact', () => {
    const most = String(2n ** 255n + 1n)
    expect(amountIn(readAllowlist(textOf(row(3, most))), account(3))).toBe(BigInt(most))
  })
})
