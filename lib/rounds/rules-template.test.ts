import { expect, it } from 'vitest'
import { parseRules, roundIdOf } from '#lib/protocol/rules.ts'
import { openedAt, type RulesSetting, rulesFrom, slugFrom, templateFaults } from './rules-template.ts'
import { type CreateRoundInput, createRoundSchema } from './schema.ts'

const token = `0x${'70'.repeat(20)}` as const
const params = { cap: null, root: 'none', numerator: '1', denominator: '1' } as const
const setting: RulesSetting = {
  chainId: 31337,
  collection: `0x${'c0'.repeat(20)}`,
  roles: { operator: `0x${'0a'.repeat(20)}`, treasury: `0x${'0b'.repeat(20)}` },
  strategies: [{ id: 'erc20-votes', version: '1', chainId: 31337, token, params }],
  licence: { id: 'CC-BY-4.0', textHash: `sha256:${'11'.repeat(32)}` },
  gates: [],
  minChallenge: 3600,
  finalityDepth: 1,
  nonce: `0x${'22'.repeat(32)}`,
  now: 1_800_000_000,
}

const form = (input: Partial<CreateRoundInput> = {}) =>
  createRoundSchema.parse({ community: 'wall', title: 'Harbour', brief: 'Boats.', ...input })

it('gives sound rules from a title and a brief alone', () => {
  const rules = parseRules(rulesFrom(form(), setting))
  expect(rules).toMatchObject({ places: 1, challengeSeconds: 86_400, snapshotAt: setting.now })
  expect(rules.royalty).toEqual({ receiver: setting.roles.treasury, bps: 500 })
  expect(rules.recipient).toEqual({ kind: 'creator', address: null })
})

it.each(['submissions-open', 'submissions-close', 'voting-open'] as const)(
  'keeps snapshot %s sound',
  (snapshot) => {
    const rules = parseRules(rulesFrom(form({ snapshot }), setting))
    expect(rules.snapshotAt).toBeLessThanOrEqual(rules.opensAt)
  },
)

it('moves every time when a draft is frozen later, and nothing else', () => {
  const rules = rulesFrom(form({ snapshot: 'submissions-close' }), setting)
  const later = openedAt(rules, setting.now + 500)
  expect(parseRules(later).closesAt - rules.closesAt).toBe(500)
  expect(later.snapshotAt - rules.snapshotAt).toBe(500)
  expect(openedAt(later, setting.now)).toEqual(rules)
  expect(roundIdOf(later)).not.toBe(roundIdOf(rules))
})

it.each<[string, Partial<CreateRoundInput>, string]>([
  ['a challenge shorter than the contract’s', { challengeSeconds: 60 }, 'challengeSeconds'],
  ['a sale without an account', { recipient: 'sale' }, 'recipientAddress'],
  ['an account without a sale', { recipientAddress: token }, 'recipientAddress'],
  ['more choices than works', { maxChoices: 20, maxCandidates: 10 }, 'maxChoices'],
  ['more places than works', { places: 20, maxCandidates: 10 }, 'places'],
  ['one token twice', { strategies: [...setting.strategies, ...setting.strategies] }, 'strategies'],
  [
    'votes on another chain',
    { strategies: setting.strategies.map((s) => ({ ...s, chainId: 1 })) },
    'strategies',
  ],
])('names the field of %s', (_, input, field) => {
  expect(Object.keys(templateFaults(form(input), setting))).toEqual([field])
})

it.each([
  ['Harbour lights, 2026', 'harbour-lights-2026'],
  ['Übergänge', 'ubergange'],
  ['…', 'round'],
  ['a'.repeat(80), 'a'.repeat(40)],
])('makes a slug of %s', (title, slug) => {
  expect(slugFrom(title)).toBe(slug)
})
