import { describe, expect, it } from 'vitest'
import { parseRules } from './rules.ts'
import { momentsOf, type Strategy } from './strategy.ts'
import { sampleRules } from './verify/sample-facts.ts'

const base = sampleRules()
const figures = { cap: null, root: 'none', numerator: '1', denominator: '1' } as const
const token = `0x${'ab'.repeat(20)}` as const
const at = { version: '1', chainId: 10, token } as const
const BEFORE = base.snapshotAt - 1000
const root = `0x${'5e'.repeat(32)}` as const

const kinds: Record<string, Strategy> = {
  'erc20-balance': { id: 'erc20-balance', ...at, params: figures },
  'erc721-votes': { id: 'erc721-votes', ...at, params: figures },
  'erc1155-balance': { id: 'erc1155-balance', ...at, params: { ...figures, tokenId: '7' } },
  'merkle-allowlist': {
    id: 'merkle-allowlist',
    version: '1',
    params: { ...figures, allowlistRoot: root, rows: 3 },
  },
  fixed: { id: 'fixed', version: '1', params: { amount: '1' } },
  'erc20-votes with times': { id: 'erc20-votes', ...at, params: { ...figures, times: [BEFORE] } },
}

const withStrategies = (...strategies: unknown[]) => ({ ...base, strategies })
const editedParams = (name: string, edit: object) => {
  const kind = kinds[name]
  return withStrategies({ ...kind, params: { ...kind?.params, ...edit } })
}

describe('strategies in rules', () => {
  it.each(Object.entries(kinds))('takes %s', (_, strategy) => {
    const rules = withStrategies(strategy)
    expect(parseRules(rules)).toEqual(rules)
  })

  it('takes one ERC-1155 token by two ids, and one address on two chains', () => {
    const one = kinds['erc1155-balance']
    const two = { ...one, params: { ...one?.params, tokenId: '8' } }
    const elsewhere = { ...one, chainId: 8453 }
    expect(parseRules(withStrategies(one, two, elsewhere)).strategies).toHaveLength(3)
  })

  it.each<[string, string, unknown]>([
    ['schema-invalid', 'a kind nobody knows', withStrategies({ ...kinds.fixed, id: 'erc777-balance' })],
    ['schema-invalid', 'a token without an id', editedParams('erc1155-balance', { tokenId: undefined })],
    [
      'schema-invalid',
      'an id beyond uint256',
      editedParams('erc1155-balance', { tokenId: String(2n ** 256n) }),
    ],
    ['schema-invalid', 'an id where there is none', editedParams('erc20-balance', { tokenId: '7' })],
    ['schema-invalid', 'a list with a token', withStrategies({ ...kinds['merkle-allowlist'], token })],
    ['schema-invalid', 'a list without rows', editedParams('merkle-allowlist', { rows: 0 })],
    ['schema-invalid', 'times of a list', editedParams('merkle-allowlist', { times: [BEFORE] })],
    ['schema-invalid', 'a fixed amount with a cap', editedParams('fixed', { cap: '1' })],
    ['schema-invalid', 'a fixed amount of nothing', editedParams('fixed', { amount: '0' })],
    ['schema-invalid', 'no times', editedParams('erc20-balance', { times: [] })],
    [
      'schema-invalid',
      'nine times',
      editedParams('erc20-balance', { times: Array.from({ length: 9 }, (_, i) => BEFORE + i) }),
    ],
    ['rules-times', 'times out of order', editedParams('erc20-balance', { times: [BEFORE, BEFORE - 1] })],
    ['rules-times', 'a time twice', editedParams('erc20-balance', { times: [BEFORE, BEFORE] })],
    ['rules-times', 'a time at the snapshot', editedParams('erc20-balance', { times: [base.snapshotAt] })],
    [
      'rules-strategies',
      'one id twice',
      withStrategies(kinds['erc1155-balance'], {
        ...kinds['erc1155-balance'],
        params: { ...kinds['erc1155-balance']?.params, cap: '1' },
      }),
    ],
    [
      'rules-strategies',
      'one token by two kinds',
      withStrategies(kinds['erc20-balance'], kinds['erc721-votes']),
    ],
    [
      'rules-strategies',
      'one list twice',
      withStrategies(kinds['merkle-allowlist'], kinds['merkle-allowlist']),
    ],
    [
      'rules-strategies',
      'two fixed amounts',
      withStrategies(kinds.fixed, { ...kinds.fixed, params: { amount: '2' } }),
    ],
  ])('refuses with %s: %s', (code, _, rules) => {
    expect(() => parseRules(rules)).toThrow(expect.objectContaining({ code }))
  })
})

describe('momentsOf', () => {
  it('names each chain and time once, in order, and none for what is read from no chain', () => {
    const { snapshotAt } = base
    const strategies = [
      kinds['erc20-votes with times'],
      kinds['erc1155-balance'],
      kinds.fixed,
      kinds['merkle-allowlist'],
      { ...kinds['erc20-balance'], chainId: 1 } as Strategy,
    ].filter((one) => one !== undefined)
    expect(momentsOf({ strategies, snapshotAt })).toEqual([
      { chainId: 1, at: snapshotAt },
      { chainId: 10, at: BEFORE },
      { chainId: 10, at: snapshotAt },
    ])
  })
})
