import { DEFAULT_LIMITS } from '#lib/protocol/default-limits.ts'
import { WHOLE } from '#lib/protocol/methods/weighted.ts'
import type { Address, Bytes32, FileHash } from '#lib/protocol/primitives.ts'
import { algorithmsOf, MAX_RANKED_CANDIDATES, METHOD_LIMITS, type Rules } from '#lib/protocol/rules.ts'
import { readsToken, type Strategy, sourceOf, timesOf } from '#lib/protocol/strategy.ts'
import { WELL_KNOWN_CHAINS } from '#lib/protocol/well-known-chains.ts'
import * as words from '#messages/rounds/rules-template.ts'
import type { CreateRound } from './schema.ts'

/** What the rules take from outside the form. */
export type RulesSetting = {
  chainId: number
  collection: Address
  roles: { operator: Address; treasury: Address }
  strategies: Strategy[]
  licence: { id: string; textHash: FileHash }
  gates: Rules['gates']
  /** Shortest window that the collection allows, in seconds. */
  minChallenge: number
  finalityDepth: number
  /** SHA-256 of the root certificate (DER) that the pictures are signed below. */
  c2paRoot: Bytes32
  nonce: Bytes32
  /** Unix seconds at which submissions open. */
  now: number
}

function scheduleOf(input: CreateRound, now: number) {
  const submissionsCloseAt = now + input.submissionsSeconds
  const opensAt = submissionsCloseAt + input.openingSeconds
  const closesAt = opensAt + input.votingSeconds
  const snapshotAt = {
    'submissions-open': now,
    'submissions-close': submissionsCloseAt,
    'voting-open': opensAt,
  }
  return {
    snapshotAt: snapshotAt[input.snapshot],
    submissionsOpenAt: now,
    submissionsCloseAt,
    opensAt,
    closesAt,
  }
}

const OWN_LIMITS = ['credits', 'creditUnit', 'maxScore', 'minComparisons', 'minVoters'] as const

/** The limits of a method: what the form says, else the method's own; never more works on a ballot than in the round. */
function limitsFrom(input: CreateRound): Rules['limits'] {
  const defaults: Rules['limits'] = DEFAULT_LIMITS[input.method]
  const maxCandidates = input.maxCandidates ?? defaults.maxCandidates
  const most =
    input.method === 'pairwise' ? defaults.maxChoices : Math.min(defaults.maxChoices, maxCandidates)
  const own = METHOD_LIMITS[input.method].map((name) => [name, input[name] ?? defaults[name]])
  return { maxChoices: input.maxChoices ?? most, maxCandidates, ...Object.fromEntries(own) }
}

/** The same strategy, asked at other times before the snapshot. */
function withTimes(strategy: Strategy, times: readonly number[]): Strategy {
  if (!readsToken(strategy) || times.length === 0) return strategy
  // Narrowed by id, so that each keeps the parameters of its kind.
  return strategy.id === 'erc1155-balance'
    ? { ...strategy, params: { ...strategy.params, times: [...times] } }
    : { ...strategy, params: { ...strategy.params, times: [...times] } }
}

/** What a form counts, asked at the times that lie as long before the snapshot as it says. */
export function strategiesFrom(
  input: CreateRound,
  { strategies, now }: Pick<RulesSetting, 'strategies' | 'now'>,
): Strategy[] {
  const { snapshotAt } = scheduleOf(input, now)
  const ago = [...new Set(input.heldSeconds)].toSorted((a, b) => b - a)
  const times = ago.map((seconds) => snapshotAt - seconds)
  return (input.strategies ?? strategies).map((strategy) => withTimes(strategy, times))
}

/** The rules that the form's answers stand for. */
export function rulesFrom(input: CreateRound, setting: RulesSetting): Rules {
  const { roles } = setting
  return {
    protocol: 'verso/1',
    algorithms: algorithmsOf(input.method),
    chainId: setting.chainId,
    collection: setting.collection,
    nonce: setting.nonce,
    title: input.title.normalize('NFC'),
    brief: input.brief.normalize('NFC'),
    method: input.method,
    limits: limitsFrom(input),
    places: input.places,
    quorum: input.quorum,
    strategies: strategiesFrom(input, setting),
    powerCap: input.powerCap,
    ...scheduleOf(input, setting.now),
    sealGrace: input.sealGrace,
    challengeSeconds: input.challengeSeconds ?? Math.max(86_400, setting.minChallenge),
    headInterval: input.headInterval,
    finalityDepth: setting.finalityDepth,
    signingChains: [...new Set([setting.chainId, ...WELL_KNOWN_CHAINS.map(({ id }) => id)])],
    gates: setting.gates,
    houseStyleHash: null,
    licence: setting.licence,
    royalty: { receiver: input.royaltyReceiver ?? roles.treasury, bps: input.royaltyBps },
    c2paRoot: setting.c2paRoot,
    recipient: { kind: input.recipient, address: input.recipientAddress ?? null },
    treasury: roles.treasury,
    edition: { kind: 'unique' },
    reward: { kind: 'none' },
    operator: roles.operator,
    shield: 'none',
  }
}

/** The same rules with every time moved, so that submissions open at `now` and each stage keeps its length. */
export function openedAt(rules: Rules, now: number): Rules {
  const delay = now - rules.submissionsOpenAt
  return {
    ...rules,
    strategies: rules.strategies.map((strategy) =>
      withTimes(
        strategy,
        timesOf(strategy).map((at) => at + delay),
      ),
    ),
    snapshotAt: rules.snapshotAt + delay,
    submissionsOpenAt: now,
    submissionsCloseAt: rules.submissionsCloseAt + delay,
    opensAt: rules.opensAt + delay,
    closesAt: rules.closesAt + delay,
  }
}

/** What a method does not allow, by field. */
function limitFaults(input: CreateRound): Record<string, string> {
  const { method, places } = input
  const { maxChoices, maxCandidates } = limitsFrom(input)
  const faults: Record<string, string> = {}
  if (places > maxCandidates) faults.places = words.beyondCandidates
  if (method !== 'pairwise' && maxChoices > maxCandidates) faults.maxChoices = words.beyondCandidates
  if (method === 'single' && maxChoices !== 1) faults.maxChoices = words.singleIsOne
  if (method === 'weighted' && maxChoices > WHOLE) faults.maxChoices = words.leastShare(WHOLE)
  if (method === 'ranked' && maxCandidates > MAX_RANKED_CANDIDATES)
    faults.maxCandidates = words.mostRanked(MAX_RANKED_CANDIDATES)
  const own: readonly string[] = METHOD_LIMITS[method]
  for (const name of OWN_LIMITS)
    if (input[name] !== undefined && !own.includes(name)) faults[name] = words.notALimit(method)
  return faults
}

/** What contradicts itself in a form, by field; empty when nothing does. */
export function templateFaults(input: CreateRound, setting: RulesSetting): Record<string, string> {
  const faults = limitFaults(input)
  if (input.challengeSeconds !== undefined && input.challengeSeconds < setting.minChallenge)
    faults.challengeSeconds = words.leastChallenge(setting.minChallenge)
  if (input.recipient === 'sale' && !input.recipientAddress) faults.recipientAddress = words.seller
  if (input.recipient !== 'sale' && input.recipientAddress) faults.recipientAddress = words.onlyForSale
  const strategies = input.strategies ?? setting.strategies
  if (new Set(strategies.map(sourceOf)).size !== strategies.length) faults.strategies = words.countsOnce
  if (strategies.some((strategy) => timesOf(strategy).length > 0)) faults.strategies = words.timesForAll
  return faults
}

/** A slug from a title: lower-case letters, digits and hyphens. */
export function slugFrom(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '')
  return plain.length >= 2 ? plain : 'round'
}
