import { type Bundle, type BundleInput, buildBundle, type Files, worksLayer } from '#lib/protocol/bundle.ts'
import { bytesToHex, sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { candidateRootOf, numberCandidates } from '#lib/protocol/candidates.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import type { Evidence, PostedRecord, VoidRecord } from '#lib/protocol/evidence.ts'
import type { Leaf } from '#lib/protocol/leaf.ts'
import { licenceTextHash } from '#lib/protocol/licences.ts'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import { drawnChoices } from '#lib/protocol/methods/sample-ballots.ts'
import { type PowerRecord, type Share, shareOf, totalPower } from '#lib/protocol/power.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type MethodId, type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import { countsDelegated, readsToken } from '#lib/protocol/strategy.ts'
import {
  addressOf,
  blockAt,
  CHAIN,
  CLOSES,
  COLLECTION,
  headOf,
  leafOf,
  OPENS,
  sampleAnchor,
  sampleBlock,
  sampleRulesBy,
  signVote,
  type Vote,
} from './sample-facts.ts'
import { plainWorks, type SampleWork, sampleWorks, TITLES } from './sample-works.ts'

/** A small whole round with real signatures: test support, the same bytes every time. */
export type SampleRound = {
  input: BundleInput
  roundId: Bytes32
  bundle: Bundle
  /** Core files, and all works. */
  files: Files
}

const CODE_HASH: Bytes32 = `0x${'cd'.repeat(32)}`
/** Numbers the works as the round orders them. */
function numbered(roundId: Bytes32, works: readonly SampleWork[]) {
  const candidates = numberCandidates(
    roundId,
    works.map(({ candidate }) => candidate),
  )
  const metadata = candidates.map(({ number, metadataHash }) => {
    const work = works.find(({ candidate }) => candidate.metadataHash === metadataHash)
    if (!work) throw new Error('a candidate lost its metadata')
    return { number, ...work.metadata }
  })
  return { candidates, metadata }
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

const MORE_HOLDINGS: readonly string[] = ['16000000000000000000', '1']

/** Further voters of a larger sample, after the named ones. */
function moreVotes(count: number): Vote[] {
  return Array.from({ length: count }, (_, index) => ({
    voter: `voter ${index}`,
    choices: ['#1', '#2 #3', '#1 #2 #3', '-'][index % 4] ?? '-',
    sequence: 1,
    at: OPENS + 4000 + index,
  }))
}

/** The same voter at the same time by the round's method, with drawn choices; who abstains still does. */
function voteBy(rules: Rules, roundId: Bytes32, vote: Vote, index: number): Vote {
  const { method } = rules
  if (method === 'approval' || vote.choices === '-') return { ...vote, method }
  const openingBlock = sampleEvidence(rules).opening.anchor.blockHash
  const queue = { roundId, openingBlock, voter: addressOf(vote.voter), candidateCount: TITLES.length }
  return {
    ...vote,
    method,
    choices: METHODS[method].format(drawnChoices(rules, TITLES.length, index, queue)),
  }
}

export function powerRecord(rules: Rules, name: string): PowerRecord {
  const block = sampleBlock(blockAt(rules.snapshotAt))
  const snapshot = { number: block.number, hash: block.hash, timestamp: block.timestamp }
  const shares = rules.strategies.map((strategy, index): Share => {
    if (!readsToken(strategy)) throw new Error('the sample has tokens alone')
    const raw = (HOLDINGS[name] ?? MORE_HOLDINGS)[index] ?? '0'
    const { params: _, ...source } = strategy
    return {
      ...source,
      strategy: index,
      raw,
      share: String(shareOf(strategy, BigInt(raw))),
      block: snapshot,
      timepoint: countsDelegated(strategy) ? String(rules.snapshotAt) : null,
      codeHash: CODE_HASH,
    }
  })
  const power = totalPower(
    rules,
    shares.map(({ share }) => BigInt(share)),
  )
  return { account: addressOf(name), power: String(power), shares }
}

/** What the sample's chain says about a round with these rules. */
export function sampleEvidence(rules: Rules): Evidence {
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

/** Gives Dot 17 credits, who spends 19 of them, some on the voided work. */
const CREDIT_UNIT = '280000000'

type Sample = {
  more?: number
  method?: MethodId
  places?: number
  /** `plain` is what the first vectors hold: no real pictures and recipes, and a licence text of its own. */
  works?: 'real' | 'plain'
  /** Works of another making, for rounds whose operator lies about them. */
  make?: (rules: Rules, roundId: Bytes32) => Promise<SampleWork[]>
  change?: Partial<Rules>
}

/** Rules of the sample, under a licence whose text is the one that its id stands for. */
function rulesOf({ method = 'approval', places = 2, works, change }: Sample): Rules {
  const limits = method === 'quadratic' ? { creditUnit: CREDIT_UNIT } : {}
  const rules: Rules = { ...sampleRulesBy(method, limits), places, ...change }
  if (works === 'plain' || change?.licence) return rules
  const { id } = rules.licence
  return { ...rules, licence: { id, textHash: licenceTextHash(id) } }
}

/** Builds the sample: four works, six logged ballots and as many more as asked for, two posted, one void, two heads. */
export async function sampleRound(sample: Sample = {}): Promise<SampleRound> {
  const { more = 0, make = sample.works === 'plain' ? plainWorks : sampleWorks } = sample
  const rules = rulesOf(sample)
  const roundId = roundIdOf(rules)
  const works = await make(rules, roundId)
  const { candidates, metadata } = numbered(roundId, works)
  const candidateRoot = candidateRootOf(candidates)
  const leaves: Leaf[] = []
  const votes = [...LOGGED, ...moreVotes(more)]
  for (const [index, vote] of votes.entries())
    leaves.push(await leafOf(roundId, candidateRoot, voteBy(rules, roundId, vote, index), index))
  const post = await signVote(roundId, candidateRoot, voteBy(rules, roundId, POSTED, votes.length))
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
    powers: [...new Set([...Object.keys(HOLDINGS), ...votes.map(({ voter }) => voter)])].map((name) =>
      powerRecord(rules, name),
    ),
    voids,
    evidence: sampleEvidence(rules),
  }
  const bundle = await buildBundle(input)
  const files = new Map([...bundle.files, ...worksLayer(works.flatMap((work) => work.files))])
  return { input, roundId, bundle, files }
}
