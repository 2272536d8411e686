import type { PowerView } from '#components/voting/power-panel.tsx'
import type { TypedField } from '#components/voting/typed-sheet.tsx'
import { sampleAddress, sampleBytes } from '#components/workshop/sample/hashes.ts'
import { NOW } from '#components/workshop/sample/round.ts'
import type { Eligibility, EligibilityShare, ZeroReason } from '#lib/ballots/schema.ts'
import type { Rules } from '#lib/protocol/rules.ts'

export const LIMITS: Rules['limits'] = {
  maxChoices: 12,
  maxCandidates: 120,
  maxScore: 5,
  credits: 100,
  creditUnit: '1',
}

export const POWER = {
  positive: {
    state: 'positive',
    votes: '120',
    at: 'block 41',
    shares: [
      { source: 'Fold tokens, delegated to you', votes: '90' },
      { source: 'Season cards', votes: '30' },
    ],
    note: 'Counted at the snapshot of 28 November; what came later counts in the next round.',
  },
  zero: {
    state: 'zero',
    at: 'block 41',
    cause: 'Tokens are held, but they were not delegated to this account at the snapshot.',
    facts: [
      { name: 'Held now', value: '240' },
      { name: 'Delegated at the snapshot', value: '0' },
    ],
    advice: 'Delegate to yourself now: it counts from the next round on.',
  },
} as const satisfies Record<string, PowerView>

const SHARE: EligibilityShare = {
  strategy: 'erc20-votes',
  label: 'Fold tokens',
  chainId: 31_337,
  token: sampleAddress(11),
  raw: '8100000000000000000',
  share: '90',
  block: '41',
  reason: null,
  held: null,
  elsewhere: null,
  pending: false,
}
const CARDS: EligibilityShare = {
  ...SHARE,
  strategy: 'erc721-balance',
  label: 'Season cards',
  raw: '3',
  share: '30',
}
const none = (reason: ZeroReason): EligibilityShare => ({
  ...SHARE,
  share: '0',
  raw: '0',
  reason,
  held: '240',
})

const VOTES: Eligibility = {
  account: sampleAddress(12),
  power: '120',
  sum: '120',
  powerCap: null,
  shares: [SHARE, CARDS],
  snapshotAt: NOW - 5 * 86_400,
  block: '41',
  reason: null,
  pending: false,
}

/** What can be found of an account's votes. */
export const FOUND: Readonly<Record<string, Eligibility>> = {
  'two sources': VOTES,
  'cut by the cap': { ...VOTES, power: '100', powerCap: '100' },
  'not delegated': {
    ...VOTES,
    power: '0',
    sum: '0',
    shares: [none('not-delegated'), none('no-tokens')],
    reason: 'not-delegated',
  },
  'on another chain': {
    ...VOTES,
    power: '0',
    sum: '0',
    shares: [{ ...none('wrong-chain'), elsewhere: 10 }],
    reason: 'wrong-chain',
  },
  'a chain does not answer': {
    ...VOTES,
    power: '30',
    sum: '30',
    shares: [{ ...SHARE, raw: null, share: null, block: null, pending: true, chainId: 10 }, CARDS],
    pending: true,
  },
  'before the snapshot': { ...VOTES, block: null, shares: [{ ...SHARE, block: null }] },
}

const HEAD: readonly TypedField[] = [
  { name: 'round', value: sampleBytes(40), meaning: 'Two Inks' },
  { name: 'voter', value: sampleAddress(12), meaning: 'you' },
  { name: 'method', value: 'approval' },
]
const FOOT: readonly TypedField[] = [
  { name: 'sequence', value: '1', meaning: 'your first in this round' },
  { name: 'note', value: '', meaning: 'no note' },
]

export const TYPED = {
  short: [...HEAD, { name: 'choices', value: '#2 #3 #7', meaning: '3 works', important: true }, ...FOOT],
  hashed: [
    ...HEAD,
    {
      name: 'choices',
      value: `sha256:${sampleBytes(44).slice(2)} n=300`,
      meaning: '300 works',
      important: true,
    },
    ...FOOT,
  ],
  beside: Array.from({ length: 300 }, (_, index) => `#${index + 1}`).join(' '),
} as const
