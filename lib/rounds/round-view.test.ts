import { expect, it } from 'vitest'
import { DEFAULT_POLICY } from '#lib/generation/routing/policy.ts'
import { someRules } from '#scripts/testing/some-rules.ts'
import { type ChainFacts, chainFacts, emptyFacts, operatorOf } from './chain/chain-facts.ts'
import type { RoundEvent } from './chain/schema.ts'
import { chainView, stateOf } from './round-view.ts'

const rules = someRules()
const account = (digit: string) => `0x${digit.repeat(40)}` as const
const hash = (digit: string) => `0x${digit.repeat(64)}` as const

const place = (blockTime: number) => ({
  blockNumber: blockTime,
  blockHash: hash('b'),
  blockTime,
  txHash: hash('e'),
  logIndex: 0,
})

const opening: RoundEvent = {
  name: 'RoundOpened',
  place: place(rules.opensAt - 100),
  args: {
    roundIndex: 3,
    director: account('d'),
    guardian: account('f'),
    operator: account('0'),
    opening: {
      roundId: hash('1'),
      candidateRoot: hash('2'),
      candidateCount: 4,
      opensAt: rules.opensAt,
      closesAt: rules.closesAt,
      sealGrace: rules.sealGrace,
      challengeSeconds: rules.challengeSeconds,
      licenceHash: hash('3'),
      c2paRoot: hash('0'),
      royaltyReceiver: account('a'),
      royaltyBps: 500,
    },
  },
}

const closedAt = rules.closesAt + 1000
const close: RoundEvent = {
  name: 'RoundClosed',
  place: place(closedAt),
  args: {
    closes: 1,
    resultHash: hash('4'),
    winnersRoot: hash('5'),
    sharesRoot: hash('0'),
    sharesTotal: '0',
    bundleDigest: hash('6'),
    finalAt: closedAt + rules.challengeSeconds,
  },
}

const mint = (rank: number): RoundEvent => ({
  name: 'WinnerMinted',
  place: place(closedAt + rules.challengeSeconds + rank),
  args: { rank, number: rank, tokenDigest: hash('7'), recipient: account('c') },
})

const frozenBy = (evidence: number): RoundEvent => ({
  name: 'RoundFrozen',
  place: place(closedAt + 1),
  args: { operator: account('0'), evidence, size: '1', signedRoot: hash('8'), otherRoot: hash('9') },
})
const freeze = frozenBy(0)

const round = {
  rowId: '01890000-0000-7000-8000-000000000000',
  slug: 'harbour',
  title: rules.title,
  brief: rules.brief,
  status: 'submissions' as const,
  cancelReason: null,
  rules,
  roundId: hash('1'),
  volunteers: false,
  routing: DEFAULT_POLICY,
  candidateRoot: hash('2'),
  candidateCount: 4,
  community: {
    slug: 'wall',
    name: 'The wall',
    description: '',
    chainId: 31337,
    collection: rules.collection,
    deployBlock: 1,
    strategies: rules.strategies,
    licence: 'CC-BY-4.0',
  },
}

const at = (now: number, facts: ChainFacts = emptyFacts(), winnerCount = 2) =>
  stateOf({ round, facts, winnerCount, now }).state

it.each<[string, number, RoundEvent[], string]>([
  ['submissions until the opening', rules.opensAt - 1, [], 'submissions'],
  ['cancelled when nobody opened it', rules.opensAt, [], 'cancelled'],
  ['voting once opened', rules.opensAt, [opening], 'voting'],
  ['counting from the close on', rules.closesAt, [opening], 'counting'],
  ['challenge after closeRound', closedAt, [opening, close], 'challenge'],
  ['final at the end of the window', closedAt + rules.challengeSeconds, [opening, close], 'final'],
  ['challenge while frozen', closedAt + rules.challengeSeconds, [opening, close, freeze], 'challenge'],
  ['final while a winner is missing', 4_000_000_000, [opening, close, mint(1)], 'final'],
  ['minted with the last winner', 4_000_000_000, [opening, close, mint(1), mint(2)], 'minted'],
])('is %s', (_, now, events, state) => {
  expect(at(now, chainFacts(events))).toBe(state)
})

it('says why a round ended', () => {
  const missed = stateOf({ round, facts: emptyFacts(), winnerCount: 0, now: rules.opensAt })
  expect(missed.reason).toBe('open-missed')
  const byDirector = { ...round, status: 'cancelled' as const, cancelReason: 'We start again.' }
  const ended = stateOf({ round: byDirector, facts: emptyFacts(), winnerCount: 0, now: 1 })
  expect(ended).toEqual({ state: 'cancelled', reason: 'We start again.' })
})

it('shows the proof that froze it', () => {
  const proofOf = (event: RoundEvent) => chainView(chainFacts([opening, close, event]), 1).frozen
  const roots = { operator: account('0'), size: '1', signedRoot: hash('8'), otherRoot: hash('9') }
  const at = { tx: hash('e'), block: closedAt + 1, time: closedAt + 1 }
  expect(proofOf(freeze)).toEqual({ ...at, evidence: 'equivocation', ...roots })
  expect(proofOf(frozenBy(1))).toEqual({ ...at, evidence: 'dropped', ...roots })
})

it('restarts the window when a freeze is lifted, and follows a rotation', () => {
  const lifted: RoundEvent = {
    name: 'FreezeLifted',
    place: place(closedAt + 500),
    args: { reason: hash('a'), finalAt: closedAt + 500 + rules.challengeSeconds },
  }
  const rotated: RoundEvent = {
    name: 'OperatorRotated',
    place: place(rules.opensAt + 1),
    args: { operator: account('9'), formerOperator: account('0'), size: 3 },
  }
  const facts = chainFacts([opening, rotated, close, freeze, lifted])
  expect(operatorOf(facts)).toBe(account('9'))
  const view = chainView(facts, rules.challengeSeconds)
  expect(view).toMatchObject({ frozen: null, closedAt: closedAt + 500 })
  expect(view.opened?.operator).toBe(account('9'))
  expect(chainView(chainFacts([opening, close, mint(2)]), rules.challengeSeconds).minted[0]?.tokenId).toBe(
    String((3n << 64n) | (2n << 32n)),
  )
})
