import { expect, it } from 'vitest'
import { METHOD_IDS, parseRules, type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import { timesOf } from '#lib/protocol/strategy.ts'
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
  c2paRoot: `0x${'33'.repeat(32)}`,
  nonce: `0x${'22'.repeat(32)}`,
  now: 1_800_000_000,
}

const form = (input: Partial<CreateRoundInput> = {}) =>
  createRoundSchema.parse({ community: 'wall', title: 'Harbour', brief: 'Boats.', ...input })

it('gives sound rules from a title and a brief alone', () => {
  const rules = parseRules(rulesFrom(form(), setting))
  expect(rules).toMatchObject({ places: 1, challengeSeconds: 86_400, snapshotAt: setting.now })
  expect(rules.c2paRoot).toBe(setting.c2paRoot)
  expect(rules.royalty).toEqual({ receiver: setting.roles.treasury, bps: 500 })
  expect(rules.recipient).toEqual({ kind: 'creator', address: null })
})

it.each(METHOD_IDS)('gives sound rules of the method %s from its name alone', (method) => {
  const rules = parseRules(rulesFrom(form({ method }), setting))
  expect(rules).toMatchObject({ method, algorithms: { tally: `${method}/1` } })
  expect(templateFaults(form({ method }), setting)).toEqual({})
})

it('takes the limits of a method and never more works on a ballot than hang', () => {
  const limits = { credits: 49, creditUnit: '2', maxCandidates: 6 }
  expect(parseRules(rulesFrom(form({ method: 'quadratic', ...limits }), setting)).limits).toEqual({
    ...limits,
    maxChoices: 6,
  })
  const duels = rulesFrom(form({ method: 'pairwise', maxCandidates: 6 }), setting).limits
  expect(duels).toEqual({ maxChoices: 40, maxCandidates: 6, minComparisons: 10, minVoters: 5 })
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

it('asks tokens at the times before the snapshot too, and moves these with it', () => {
  const fixed = { id: 'fixed', version: '1', params: { amount: '1' } } as const
  const input = form({ heldSeconds: [600, 86_400, 600], strategies: [...setting.strategies, fixed] })
  const timesIn = ({ strategies }: Rules) => strategies.map(timesOf)
  const rules = parseRules(rulesFrom(input, setting))
  expect(timesIn(rules)).toEqual([[setting.now - 86_400, setting.now - 600], []])
  expect(timesIn(openedAt(rules, setting.now + 50))[0]).toEqual([setting.now - 86_350, setting.now - 550])
})

it.each<[string, Partial<CreateRoundInput>, string]>([
  ['a challenge shorter than the contract’s', { challengeSeconds: 60 }, 'challengeSeconds'],
  ['a sale without an account', { recipient: 'sale' }, 'recipientAddress'],
  ['an account without a sale', { recipientAddress: token }, 'recipientAddress'],
  ['more choices than works', { maxChoices: 20, maxCandidates: 10 }, 'maxChoices'],
  ['more places than works', { places: 20, maxCandidates: 10 }, 'places'],
  ['a single choice of two', { method: 'single', maxChoices: 2 }, 'maxChoices'],
  ['shares of less than one', { method: 'weighted', maxChoices: 101 }, 'maxChoices'],
  ['an elimination of 201 works', { method: 'ranked', maxCandidates: 201 }, 'maxCandidates'],
  ['points on an approval ballot', { maxScore: 5 }, 'maxScore'],
  ['credits on a ranked ballot', { method: 'ranked', credits: 100 }, 'credits'],
  ['one token twice', { strategies: [...setting.strategies, ...setting.strategies] }, 'strategies'],
  [
    'times of one strategy alone',
    {
      strategies: [
        {
          id: 'erc20-votes',
          version: '1',
          chainId: 1,
          token,
          params: { ...params, times: [setting.now - 60] },
        },
      ],
    },
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
