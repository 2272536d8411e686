import { privateKeyToAccount } from 'viem/accounts'
import type { BallotPost } from '#lib/protocol/ballot.ts'
import { type Bundle, type BundleInput, buildBundle, type Files, worksLayer } from '#lib/protocol/bundle.ts'
import { bytesToHex, fileHashOf, sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import {
  candidateRootOf,
  type Metadata,
  metadataHashOf,
  numberCandidates,
  type UnnumberedCandidate,
} from '#lib/protocol/candidates.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import type { Anchor, Evidence, HeadRecord, PostedRecord, VoidRecord } from '#lib/protocol/evidence.ts'
import { type Leaf, leafBytes } from '#lib/protocol/leaf.ts'
import { leafHashOf, logRoot } from '#lib/protocol/log-tree.ts'
import { type PowerRecord, shareOf, totalPower } from '#lib/protocol/power.ts'
import { type Address, type Bytes32, ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { ALGORITHMS, type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import { TYPES, versoDomain } from '#lib/protocol/typed-data.ts'

/** A small whole round with real signatures: test support, the same bytes every time. */
export type SampleRound = {
  input: BundleInput
  roundId: Bytes32
  bundle: Bundle
  /** Core files, and all works. */
  files: Files
}

const CHAIN = 31_337
const OPENS = 1_800_000_000
const CLOSES = OPENS + 86_400
const COLLECTION: Address = `0x${'c0'.repeat(20)}`
const VOTES: Address = `0x${'70'.repeat(20)}`
const CARDS: Address = `0x${'71'.repeat(20)}`
const CODE_HASH: Bytes32 = `0x${'cd'.repeat(32)}`

const accountOf = (name: string) => privateKeyToAccount(sha256Bytes32(utf8(`verso sample ${name}`)))
const addressOf = (name: string): Address => `0x${accountOf(name).address.slice(2).toLowerCase()}`
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

function blockAt(time: number): number {
  return Math.ceil((time - OPENS + 7200) / 12)
}

/** Where an event of the sample stands. */
export function sampleAnchor(number: number, logIndex = 0): Anchor {
  const { hash, timestamp } = sampleBlock(number)
  const txHash = sha256Bytes32(utf8(`verso sample transaction ${number} ${logIndex}`))
  return { blockNumber: String(number), blockHash: hash, blockTime: timestamp, txHash, logIndex }
}

export function sampleRules(): Rules {
  const params = { cap: null, root: 'none' as const, numerator: '1', denominator: '1' }
  return {
    protocol: 'verso/1',
    algorithms: ALGORITHMS,
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

const TITLES = ['Spring tide', 'Slack water', 'Ebb, late', 'Neap']

async function sampleWorks(roundId: Bytes32) {
  const works: Uint8Array[] = []
  const records: { candidate: UnnumberedCandidate; metadata: Omit<Metadata, 'number'> }[] = []
  for (const [index, title] of TITLES.entries()) {
    // Larger than one chunk, so that the address of one picture is a tree of chunks.
    const picture = new Uint8Array(index === 0 ? 300_000 : 900).fill(index + 1)
    const thumb = utf8(`thumbnail of ${title}`)
    const recipe = utf8(`{"seed":"${index}"}`)
    works.push(picture, thumb, recipe)
    const creator = addressOf(index % 2 === 0 ? 'creator a' : 'creator b')
    const metadata = {
      title,
      description: '',
      alt: `${title}, an abstract picture`,
      traits: [{ name: 'Palette', value: index % 2 === 0 ? 'Cold' : 'Warm' }],
      licence: 'CC0-1.0',
      royaltyReceiver: creator,
    }
    const candidate: UnnumberedCandidate = {
      contentHash: fileHashOf(picture),
      contentCid: await contentCidOf(picture),
      mime: 'image/png',
      width: 30,
      height: 30,
      recipeHash: fileHashOf(recipe),
      creator,
      metadataHash: metadataHashOf(metadata),
      renditions: [{ role: 'thumb-640', sha256: fileHashOf(thumb) }],
    }
    records.push({ candidate, metadata })
  }
  const candidates = numberCandidates(
    roundId,
    records.map(({ candidate }) => candidate),
  )
  const metadata = candidates.map(({ number, metadataHash }) => {
    const record = records.find((row) => row.candidate.metadataHash === metadataHash)
    if (!record) throw new Error('a candidate lost its metadata')
    return { number, ...record.metadata }
  })
  return { works, candidates, metadata }
}

type Vote = { voter: string; choices: string; sequence: number; at: number; note?: string }

async function signVote(roundId: Bytes32, candidateRoot: Bytes32, vote: Vote): Promise<BallotPost> {
  const account = accountOf(vote.voter)
  const ballot = {
    round: roundId,
    candidateRoot,
    voter: addressOf(vote.voter),
    method: 'approval',
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

async function headOf(roundId: Bytes32, leaves: readonly Leaf[], at: number): Promise<HeadRecord> {
  const root = logRoot(leaves.map((leaf) => leafHashOf(leafBytes(leaf))))
  const head = { round: roundId, size: String(leaves.length), root, signedAt: String(at) }
  const signature = await accountOf('operator').signTypedData({
    domain: versoDomain(CHAIN, COLLECTION),
    types: { Head: TYPES.Head },
    primaryType: 'Head',
    message: { ...head, size: BigInt(leaves.length), signedAt: BigInt(at) },
  })
  return { head, signature: lowerHex(signature), anchor: sampleAnchor(blockAt(at) + 1) }
}

const LOGGED: Vote[] = [
  { voter: 'ada', choices: '#1 #2', sequence: 1, at: OPENS + 60, note: 'The first one breathes.' },
  { voter: 'ben', choices: '#2', sequence: 1, at: OPENS + 120 },
  { voter: 'cleo', choices: '-', sequence: 1, at: OPENS + 180 },
  { voter: 'ada', choices: '#1 #3', sequence: 2, at: OPENS + 3700 },
  { voter: 'dot', choices: '#1 #2 #4', sequence: 1, at: OPENS + 3800 },
  { voter: 'nobody', choices: '#4', sequence: 1, at: OPENS + 3900 },
]
const POSTED: Vote = { voter: 'eve', choices: '#3', sequence: 1, at: OPENS + 7200 }

/** Raw answers of the two tokens: votes in base units, cards held. */
const HOLDINGS: Record<string, [string, string]> = {
  ada: ['25000000000000000000', '1'],
  ben: ['100000000000000000000', '4'],
  cleo: ['4000000000000000000', '0'],
  dot: ['9000000000000000000', '2'],
  eve: ['36000000000000000000', '0'],
  nobody: ['0', '0'],
}

function powerRecord(rules: Rules, name: string): PowerRecord {
  const block = sampleBlock(blockAt(rules.snapshotAt))
  const snapshot = { number: block.number, hash: block.hash, timestamp: block.timestamp }
  const shares = rules.strategies.map(({ params, ...strategy }, index) => {
    const raw = HOLDINGS[name]?.[index] ?? '0'
    return {
      ...strategy,
      strategy: index,
      raw,
      share: String(shareOf({ ...strategy, params }, BigInt(raw))),
      block: snapshot,
      timepoint: strategy.id === 'erc20-votes' ? String(rules.snapshotAt) : null,
      codeHash: CODE_HASH,
    }
  })
  const power = totalPower(
    rules,
    shares.map(({ share }) => BigInt(share)),
  )
  return { account: addressOf(name), power: String(power), shares }
}

function sampleEvidence(rules: Rules): Evidence {
  const { parentHash: _, ...snapshot } = sampleBlock(blockAt(rules.snapshotAt))
  const seed = blockAt(rules.closesAt)
  const { parentHash: __, ...parent } = sampleBlock(seed - 1)
  return {
    protocol: 'verso/1',
    chainId: CHAIN,
    collection: COLLECTION,
    opening: {
      anchor: sampleAnchor(blockAt(OPENS - 600)),
      roundIndex: 1,
      director: addressOf('director'),
      guardian: addressOf('guardian'),
      operator: rules.operator,
    },
    rotations: [],
    snapshots: [{ chainId: CHAIN, block: snapshot, successor: sampleBlock(Number(snapshot.number) + 1) }],
    tieSeed: { block: sampleBlock(seed), parent },
    proofs: [],
  }
}

/** Builds the sample: four works, six logged ballots, two posted, one void, two heads. */
export async function sampleRound(): Promise<SampleRound> {
  const rules = sampleRules()
  const roundId = roundIdOf(rules)
  const { works, candidates, metadata } = await sampleWorks(roundId)
  const candidateRoot = candidateRootOf(candidates)
  const leaves: Leaf[] = []
  for (const [index, vote] of LOGGED.entries()) {
    const post = await signVote(roundId, candidateRoot, vote)
    const random16 = bytesToHex(new Uint8Array(16).fill(index + 1))
    leaves.push({
      kind: 'ballot',
      ...post,
      check: { kind: 'ecdsa' },
      acceptedAt: vote.at,
      random16: `0x${random16.slice(2)}`,
    })
  }
  const post = await signVote(roundId, candidateRoot, POSTED)
  const posted: PostedRecord[] = [
    { ballot: bytesToHex(utf8('not a ballot')), anchor: sampleAnchor(blockAt(POSTED.at), 0) },
    { ballot: bytesToHex(canonicalBytes(post)), anchor: sampleAnchor(blockAt(POSTED.at), 1) },
  ]
  const voids: VoidRecord[] = [
    {
      number: 4,
      reason: sha256Bytes32(utf8('a copy of another work')),
      anchor: sampleAnchor(blockAt(OPENS + 9000)),
    },
  ]
  const input: BundleInput = {
    rules,
    candidates,
    metadata,
    leaves,
    heads: [
      await headOf(roundId, leaves.slice(0, 3), OPENS + 3600),
      await headOf(roundId, leaves, CLOSES + 60),
    ],
    posted,
    powers: Object.keys(HOLDINGS).map((name) => powerRecord(rules, name)),
    voids,
    evidence: sampleEvidence(rules),
  }
  const bundle = await buildBundle(input)
  const files = new Map([...bundle.files, ...worksLayer(works)])
  return { input, roundId, bundle, files }
}
