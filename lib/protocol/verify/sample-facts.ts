import { privateKeyToAccount } from 'viem/accounts'
import type { BallotPost } from '#lib/protocol/ballot.ts'
import { bytesToHex, fileHashOf, sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import type { ChoiceContext } from '#lib/protocol/choices.ts'
import type { Anchor, HeadRecord } from '#lib/protocol/evidence.ts'
import { type Leaf, leafBytes } from '#lib/protocol/leaf.ts'
import { leafHashOf, logRoot } from '#lib/protocol/log-tree.ts'
import { type Address, type Bytes32, ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { algorithmsOf, type MethodId, type Rules } from '#lib/protocol/rules.ts'
import { type Brief, TYPES, versoDomain } from '#lib/protocol/typed-data.ts'

export const CHAIN = 31_337
export const OPENS = 1_800_000_000
export const CLOSES = OPENS + 86_400
export const COLLECTION: Address = `0x${'c0'.repeat(20)}`
const VOTES: Address = `0x${'70'.repeat(20)}`
const CARDS: Address = `0x${'71'.repeat(20)}`

const accountOf = (name: string) => privateKeyToAccount(sha256Bytes32(utf8(`verso sample ${name}`)))
/** Address of a person of the sample, by name. */
export const addressOf = (name: string): Address => `0x${accountOf(name).address.slice(2).toLowerCase()}`
const lowerHex = (hex: string): `0x${string}` => `0x${hex.slice(2).toLowerCase()}`

/** A block of the sample's chain: one every 12 seconds from long before the snapshot. */
export function sampleBlock(number: number) {
  const hash = (height: number) => sha256Bytes32(utf8(`verso sample block ${height}`))
  return {
    number: String(number),
    hash: hash(number),
    parentHash: hash(number - 1),
    timestamp: OPENS - 7200 + number * 12,
  }
}

/** The first block at or after a time. */
export function blockAt(time: number): number {
  return Math.ceil((time - OPENS + 7200) / 12)
}

/** Where an event of the sample stands. */
export function sampleAnchor(number: number, logIndex = 0): Anchor {
  const { hash, timestamp } = sampleBlock(number)
  const txHash = sha256Bytes32(utf8(`verso sample transaction ${number} ${logIndex}`))
  return { blockNumber: String(number), blockHash: hash, blockTime: timestamp, txHash, logIndex }
}

/** What choices of the voter `ada` are judged by, in a round with these limits. */
export function sampleChoiceContext(limits: Partial<Rules['limits']>, candidateCount: number): ChoiceContext {
  return {
    limits: { maxChoices: candidateCount, maxCandidates: candidateCount, ...limits },
    candidateCount,
    roundId: `0x${'1d'.repeat(32)}`,
    voter: addressOf('ada'),
    openingBlock: `0x${'b1'.repeat(32)}`,
  }
}

/** Rules of the sample by another method, with the limits that it needs. */
export function sampleRulesBy(method: MethodId, limits: Partial<Rules['limits']> = {}): Rules {
  const rules = sampleRules()
  return {
    ...rules,
    method,
    algorithms: algorithmsOf(method),
    limits: { ...rules.limits, ...METHOD_SAMPLES[method], ...limits },
  }
}

const METHOD_SAMPLES: Record<MethodId, Partial<Rules['limits']>> = {
  single: { maxChoices: 1 },
  approval: {},
  weighted: {},
  quadratic: { credits: 100, creditUnit: '1' },
  score: { maxScore: 5 },
  ranked: {},
  pairwise: { maxChoices: 100, minComparisons: 1, minVoters: 1 },
}

/** Rules of the sample: two strategies, square root and caps in use. */
export function sampleRules(): Rules {
  const params = { cap: null, root: 'none' as const, numerator: '1', denominator: '1' }
  return {
    protocol: 'verso/1',
    algorithms: algorithmsOf('approval'),
    chainId: CHAIN,
    collection: COLLECTION,
    nonce: sha256Bytes32(utf8('verso sample nonce')),
    title: 'Tidal studies',
    brief: 'Water seen from above, in two inks.',
    method: 'approval',
    limits: { maxChoices: 3, maxCandidates: 100 },
    places: 2,
    quorum: { kind: 'voters', value: '3' },
    strategies: [
      {
        id: 'erc20-votes',
        version: '1',
        chainId: CHAIN,
        token: VOTES,
        params: { ...params, cap: '90000000000000000000', root: 'square' },
      },
      {
        id: 'erc721-balance',
        version: '1',
        chainId: CHAIN,
        token: CARDS,
        params: { ...params, numerator: '1000000000' },
      },
    ],
    powerCap: '12000000000',
    snapshotAt: OPENS - 3600,
    submissionsOpenAt: OPENS - 604_800,
    submissionsCloseAt: OPENS - 3700,
    opensAt: OPENS,
    closesAt: CLOSES,
    sealGrace: 600,
    challengeSeconds: 3600,
    headInterval: 3600,
    finalityDepth: 0,
    signingChains: [CHAIN],
    gates: [{ id: 'decodes', version: '1', threshold: 1 }],
    houseStyleHash: null,
    licence: { id: 'CC0-1.0', textHash: fileHashOf(utf8('the text of the licence')) },
    royalty: { receiver: addressOf('treasury'), bps: 500 },
    c2paRoot: ZERO_BYTES32,
    recipient: { kind: 'creator', address: null },
    treasury: addressOf('treasury'),
    edition: { kind: 'unique' },
    reward: { kind: 'none' },
    operator: addressOf('operator'),
    shield: 'none',
  }
}

export type Vote = {
  voter: string
  choices: string
  sequence: number
  at: number
  note?: string
  method?: MethodId
}

/** A ballot signed by its voter. */
export async function signVote(roundId: Bytes32, candidateRoot: Bytes32, vote: Vote): Promise<BallotPost> {
  const account = accountOf(vote.voter)
  const ballot = {
    round: roundId,
    candidateRoot,
    voter: addressOf(vote.voter),
    method: vote.method ?? 'approval',
    choices: vote.choices,
    note: vote.note ?? '',
    sequence: String(vote.sequence),
    issuedAt: String(vote.at - 5),
    validUntil: String(vote.at + 3600),
    agent: '',
  }
  const signature = await account.signTypedData({
    domain: versoDomain(CHAIN, COLLECTION),
    types: { Ballot: TYPES.Ballot },
    primaryType: 'Ballot',
    message: {
      ...ballot,
      sequence: BigInt(vote.sequence),
      issuedAt: BigInt(ballot.issuedAt),
      validUntil: BigInt(ballot.validUntil),
    },
  })
  return { signingChain: CHAIN, ballot, signature: lowerHex(signature) }
}

/** The signature of a creator under a brief. */
export async function signBrief(rules: Rules, signer: string, brief: Brief): Promise<`0x${string}`> {
  const signature = await accountOf(signer).signTypedData({
    domain: versoDomain(rules.chainId, rules.collection),
    types: { Brief: TYPES.Brief },
    primaryType: 'Brief',
    message: { ...brief, deadline: BigInt(brief.deadline) },
  })
  return lowerHex(signature)
}

/** The leaf of a signed ballot, accepted when it was cast. */
export async function leafOf(
  roundId: Bytes32,
  candidateRoot: Bytes32,
  vote: Vote,
  index: number,
): Promise<Leaf> {
  const post = await signVote(roundId, candidateRoot, vote)
  const random16 = bytesToHex(new Uint8Array(16).fill(index + 1))
  const check = { kind: 'ecdsa' } as const
  return { kind: 'ballot', ...post, check, acceptedAt: vote.at, random16: `0x${random16.slice(2)}` }
}

/** A head signed by the operator, or by whoever is named, and anchored a block after `at`. */
export async function headOf(
  roundId: Bytes32,
  leaves: readonly Leaf[],
  at: number,
  signer = 'operator',
): Promise<HeadRecord> {
  const root = logRoot(leaves.map((leaf) => leafHashOf(leafBytes(leaf))))
  const head = { round: roundId, size: String(leaves.length), root, signedAt: String(at) }
  const signature = await accountOf(signer).signTypedData({
    domain: versoDomain(CHAIN, COLLECTION),
    types: { Head: TYPES.Head },
    primaryType: 'Head',
    message: { ...head, size: BigInt(leaves.length), signedAt: BigInt(at) },
  })
  return { head, signature: lowerHex(signature), anchor: sampleAnchor(blockAt(at) + 1) }
}
