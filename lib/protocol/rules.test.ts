import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileHashOf } from './bytes.ts'
import { canonicalBytes, parseCanonical } from './canonical.ts'
import { parseRules, type Rules, roundIdOf } from './rules.ts'
import { sampleRules } from './verify/sample-facts.ts'

const base = sampleRules()
const [strategy] = base.strategies
const DAY = 86_400

describe('parseRules', () => {
  it('takes rules that are in order, unchanged', () => {
    expect(parseRules(base)).toEqual(base)
    expect(parseRules(parseCanonical(canonicalBytes(base)))).toEqual(base)
  })

  it.each<[string, string, object]>([
    ['rules-times', 'submissions that close when they open', { submissionsCloseAt: base.submissionsOpenAt }],
    ['rules-times', 'voting that opens when submissions close', { opensAt: base.submissionsCloseAt }],
    ['rules-times', 'voting that closes when it opens', { closesAt: base.opensAt }],
    ['rules-times', 'a snapshot after the opening', { snapshotAt: base.opensAt + 1 }],
    ['rules-times', 'an hour of challenge on a public chain', { chainId: 1, signingChains: [1] }],
    ['rules-strategies', 'one token counted twice', { strategies: [strategy, strategy] }],
    [
      'rules-strategies',
      'one token counted by two kinds',
      { strategies: [strategy, { ...strategy, id: 'erc721-balance' }] },
    ],
    ['schema-invalid', 'signing chains without the home chain', { signingChains: [1] }],
    ['schema-invalid', 'a signing chain twice', { signingChains: [31_337, 31_337] }],
    ['schema-invalid', 'a sale without an address', { recipient: { kind: 'sale', address: null } }],
    [
      'schema-invalid',
      'a creator with an address',
      { recipient: { kind: 'creator', address: base.treasury } },
    ],
    [
      'schema-invalid',
      'a denominator of zero',
      { strategies: [{ ...strategy, params: { ...strategy?.params, denominator: '0' } }] },
    ],
    ['schema-invalid', 'an address in mixed case', { treasury: `0x${'Ab'.repeat(20)}` }],
    ['schema-invalid', 'another protocol', { protocol: 'verso/2' }],
    ['schema-invalid', 'another tally', { algorithms: { ...base.algorithms, tally: 'approval/2' } }],
    ['schema-invalid', 'a field nobody knows', { bonus: 1 }],
    ['schema-invalid', 'a seal grace of more than 900 seconds', { sealGrace: 901 }],
    ['json-bad-text', 'a title that is not in form C', { title: 'Mare\u0301e' }],
  ])('refuses with %s: %s', (code, _, change) => {
    expect(() => parseRules({ ...base, ...change })).toThrow(expect.objectContaining({ code }))
  })

  it.each(Object.keys(base))('refuses rules without %s', (field) => {
    const rest = Object.fromEntries(Object.entries(base).filter(([key]) => key !== field))
    expect(() => parseRules(rest)).toThrow(expect.objectContaining({ code: 'schema-invalid' }))
  })

  it('takes a challenge of exactly a day on a public chain, and a snapshot at the opening', () => {
    const rules = {
      ...base,
      chainId: 1,
      signingChains: [1, 10],
      challengeSeconds: DAY,
      snapshotAt: base.opensAt,
    }
    expect(parseRules(rules)).toEqual(rules)
  })

  it('names the field at fault', () => {
    expect(() => parseRules({ ...base, royalty: { ...base.royalty, bps: 1001 } })).toThrow(
      /^rules\.royalty\.bps: /,
    )
  })
})

describe('roundIdOf', () => {
  it('is the SHA-256 of the file rules.json', () => {
    expect(`sha256:${roundIdOf(base).slice(2)}`).toBe(fileHashOf(canonicalBytes(base)))
  })

  it('differs for any other rules, and only for them', () => {
    const changes = fc.record<Partial<Rules>>(
      {
        nonce: fc.constantFrom(`0x${'1'.repeat(64)}`, `0x${'2'.repeat(64)}`),
        places: fc.integer({ min: 1, max: 200 }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(changes, changes, (a, b) => {
        const [one, other] = [
          { ...base, ...a },
          { ...base, ...b },
        ]
        const same = canonicalBytes(one).join() === canonicalBytes(other).join()
        expect(roundIdOf(one) === roundIdOf(other)).toBe(same)
      }),
    )
  })
})
