import type { Address, Bytes32, FileHash } from '#lib/protocol/primitives.ts'
import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { ALGORITHMS, type Rules, type Strategy } from '#lib/protocol/rules.ts'
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

/** The rules that the form's answers stand for. */
export function rulesFrom(input: CreateRound, setting: RulesSetting): Rules {
  const { roles } = setting
  return {
    protocol: 'verso/1',
    algorithms: ALGORITHMS,
    chainId: setting.chainId,
    collection: setting.collection,
    nonce: setting.nonce,
    title: input.title.normalize('NFC'),
    brief: input.brief.normalize('NFC'),
    method: 'approval',
    limits: { maxChoices: input.maxChoices, maxCandidates: input.maxCandidates },
    places: input.places,
    quorum: input.quorum,
    strategies: input.strategies ?? setting.strategies,
    powerCap: input.powerCap,
    ...scheduleOf(input, setting.now),
    sealGrace: input.sealGrace,
    challengeSeconds: input.challengeSeconds ?? Math.max(86_400, setting.minChallenge),
    headInterval: input.headInterval,
    finalityDepth: setting.finalityDepth,
    signingChains: [setting.chainId],
    gates: setting.gates,
    houseStyleHash: null,
    licence: setting.licence,
    royalty: { receiver: input.royaltyReceiver ?? roles.treasury, bps: input.royaltyBps },
    c2paRoot: ZERO_BYTES32,
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
    snapshotAt: rules.snapshotAt + delay,
    submissionsOpenAt: now,
    submissionsCloseAt: rules.submissionsCloseAt + delay,
    opensAt: rules.opensAt + delay,
    closesAt: rules.closesAt + delay,
  }
}

/** What contradicts itself in a form, by field; empty when nothing does. */
export function templateFaults(input: CreateRound, setting: RulesSetting): Record<string, string> {
  const faults: Record<string, string> = {}
  if (input.challengeSeconds !== undefined && input.challengeSeconds < setting.minChallenge)
    faults.challengeSeconds = `This collection asks for at least ${setting.minChallenge} seconds.`
  if (input.recipient === 'sale' && !input.recipientAddress)
    faults.recipientAddress = 'The account that sells.'
  if (input.recipient !== 'sale' && input.recipientAddress)
    faults.recipientAddress = 'Only for the recipient “sale”.'
  if (input.maxChoices > input.maxCandidates) faults.maxChoices = 'More than the round has candidates.'
  if (input.places > input.maxCandidates) faults.places = 'More than the round has candidates.'
  const tokens = (input.strategies ?? setting.strategies).map(({ chainId, token }) => `${chainId} ${token}`)
  if (new Set(tokens).size !== tokens.length) faults.strategies = 'One token counts once.'
  if ((input.strategies ?? []).some(({ chainId }) => chainId !== setting.chainId))
    faults.strategies = 'Votes are read on this chain only.'
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
