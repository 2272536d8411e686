import { privateKeyToAccount } from 'viem/accounts'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { headDigest } from '#lib/protocol/head.ts'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import { type SampleChain, sampleFacts, sampleReader } from '#lib/protocol/verify/sample-chain.ts'
import {
  addressOf,
  blockAt,
  CLOSES,
  headOf,
  OPENS,
  sampleAnchor,
  sampleBlock,
} from '#lib/protocol/verify/sample-facts.ts'
import { type SampleRound, sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { Unanswered } from './ask.ts'
import { readChainSide } from './chain-side.ts'
import type { InstanceApi, InstanceRound, SignedHead } from './instance-api.ts'
import { lookAtRound } from './look-at-round.ts'
import { type Desk, type GivenReceipt, unseenRound, type Watched } from './watched-round.ts'

let sample: SampleRound
let chain: SampleChain
let round: InstanceRound
let hashes: Bytes32[]
let heads: SignedHead[]
/** Time of the chain's latest block. */
let now: number
let desk: Desk

/** An instance in memory: what it shows is `hashes` and `heads`, the largest head first. */
function instance(): InstanceApi {
  const sizeOf = ({ head }: SignedHead) => Number(head.size)
  return {
    rounds: async () => [round],
    round: async () => round,
    headsDownTo: async () => heads,
    headAt: async (_id, size) => heads.find((head) => sizeOf(head) === size) ?? null,
    hashes: async (_id, from, to) => hashes.slice(from, to),
    consistency: async (_id, first, second) => new LogTree(hashes).consistencyPath(first, second),
  }
}

function reader(): ChainReader {
  const events = (from: bigint) => ({
    ...chain.events,
    opened: from <= BigInt(chain.events.opened?.anchor.blockNumber ?? 0) ? chain.events.opened : null,
    heads: chain.events.heads.filter(({ anchor }) => BigInt(anchor.blockNumber) >= from),
    rotated: chain.events.rotated.filter(({ anchor }) => BigInt(anchor.blockNumber) >= from),
  })
  return {
    ...sampleReader(sample, chain),
    latestBlock: async () => sampleBlock(blockAt(now)),
    events: async (_collection, _roundId, from) => events(BigInt(from)),
  }
}

beforeAll(async () => {
  sample = await sampleRound()
})
beforeEach(() => {
  const { input, roundId } = sample
  chain = structuredClone(sampleFacts(sample))
  Object.assign(chain.facts, { closes: 0, finalAt: 0, logSize: '3', logRoot: input.heads[0]?.head.root })
  chain.events.heads = chain.events.heads.slice(0, 1)
  const openedBlock = input.evidence.opening.anchor.blockNumber
  round = { id: roundId, state: 'voting', rules: input.rules, openedBlock }
  hashes = input.leaves.map((leaf) => leafHashOf(leafBytes(leaf)))
  heads = input.heads.toReversed()
  now = OPENS + 4000
  desk = { api: instance(), chain: reader, now: () => 1_700_000_000, settled: new Set() }
})

const look = (watched = unseenRound('Tidal studies'), receipts: GivenReceipt[] = []) =>
  lookAtRound(desk, round, watched, receipts)
const codes = (conditions: { code: string }[]) => conditions.map(({ code }) => code)
const forked = (): Bytes32[] => [...hashes.slice(0, 4), `0x${'f0'.repeat(32)}`, `0x${'f1'.repeat(32)}`]

/** A head of seven leaves under any root, signed by the operator. */
async function seventh(root: Bytes32): Promise<SignedHead> {
  const head = { round: sample.roundId, size: '7', root, signedAt: String(OPENS + 4000) }
  const account = privateKeyToAccount(sha256Bytes32(utf8('verso sample operator')))
  return { head, signature: await account.sign({ hash: headDigest(round.rules, head) }) }
}

/** A head of the sample's first leaves. */
async function signed(leaves: number, signer = 'operator', at = OPENS + 3000): Promise<SignedHead> {
  return headOf(sample.roundId, sample.input.leaves.slice(0, leaves), at, signer)
}

async function receiptOf(index: number, size: number, signer = 'operator'): Promise<GivenReceipt> {
  const leaf = sample.input.leaves[index]
  if (!leaf) throw new Error('no such leaf')
  const { head, signature } = await signed(size, signer)
  const path = new LogTree(hashes).inclusionPath(index, size)
  const receipt = { leaf, leafIndex: index, path, head, headSignature: signature }
  return { file: 'mine.json', receipt, leafHash: leafHashOf(leafBytes(leaf)) }
}

describe('an honest round', () => {
  it('is followed, and anchored heads and receipts are found in it', async () => {
    const receipt = await receiptOf(1, 2)
    const first = await look(undefined, [receipt])
    expect(first).toMatchObject({ found: [], conditions: [], shown: true, followed: true, over: false })
    expect(first.summary).toMatch(
      /^voting, 6 ballots, head signed, seen for the first time, 3 of them anchored in block \d+$/,
    )
    expect(first.notes).toEqual(['receipt mine.json: ballot 2 is in the log'])
    const second = await look(first.watched, [receipt])
    expect(second).toMatchObject({ found: [], conditions: [], notes: [], standing: first.standing })
    expect(second.watched).toEqual(first.watched)
  })

  it('is followed without a chain, which is said', async () => {
    desk.chain = null
    expect((await look()).summary).toContain('head signed by the operator the rules name')
  })

  it('ends when it is final', async () => {
    now = CLOSES + 9000
    Object.assign(chain.facts, {
      closes: 1,
      finalAt: CLOSES + 4600,
      logSize: '6',
      logRoot: new LogTree(hashes).root(),
    })
    chain.events.heads = structuredClone(sampleFacts(sample)).events.heads
    expect(await look()).toMatchObject({ over: true, found: [], conditions: [] })
  })
})

describe('signatures of strangers', () => {
  it('are a fraud when the chain knows no rotation', async () => {
    heads = [await signed(6, 'thief'), ...heads.slice(1)]
    const { found, followed, watched } = await look()
    expect(found).toMatchObject([{ fraud: { kind: 'foreign-head' }, steps: [] }])
    expect(followed).toBe(false)
    expect(watched.log.size).toBe(3)
  })

  it('are no fraud while a rotation may not have reached the node', async () => {
    heads = [await signed(6, 'next', now - 30), ...heads.slice(1)]
    const { found, conditions } = await look()
    expect([found, codes(conditions)]).toEqual([[], ['head-signature']])
  })

  it('are no fraud when no chain was asked', async () => {
    desk.chain = null
    heads = [await signed(6, 'next'), ...heads.slice(1)]
    const { found, conditions } = await look()
    expect([found, codes(conditions)]).toEqual([[], ['head-signature']])
  })

  it('are those of the operator after a rotation', async () => {
    const rotation = { operator: addressOf('next'), formerOperator: addressOf('operator'), size: '3' }
    chain.events.rotated = [{ ...rotation, anchor: sampleAnchor(blockAt(OPENS + 3700)) }]
    heads = [await signed(6, 'next'), ...heads.slice(1)]
    expect(await look()).toMatchObject({ found: [], conditions: [], followed: true })
  })
})

describe('an instance that keeps things back', () => {
  it('does not hide two signatures by showing no leaves', async () => {
    const { watched } = await look()
    const fork = sample.input.leaves.toReversed()
    heads = [await headOf(sample.roundId, fork, OPENS + 4000)]
    const silent = async () => {
      throw new Unanswered('withheld', 'answers 404')
    }
    Object.assign(desk.api, { hashes: silent, consistency: silent })
    expect((await look(watched)).found).toMatchObject([{ fraud: { kind: 'equivocation' } }])
  })

  it('is said to withhold, and to be down when it is down', async () => {
    const refuse = (kind: 'down' | 'withheld') => async () => {
      throw new Unanswered(kind, 'does not answer')
    }
    Object.assign(desk.api, { hashes: refuse('withheld') })
    const withheld = await look()
    expect(withheld).toMatchObject({ followed: false, found: [] })
    expect(codes(withheld.conditions)).toContain('hashes')
    Object.assign(desk.api, { headsDownTo: refuse('down') })
    expect((await look()).conditions).toMatchObject([{ level: 'down', code: 'log' }])
  })

  it('shows less than is anchored', async () => {
    hashes = hashes.slice(0, 2)
    heads = [await signed(2)]
    const { found, conditions } = await look()
    expect([found, codes(conditions)]).toEqual([[], ['behind-chain']])
  })
})

describe('a log that was rewritten', () => {
  it('is proven at once when the instance shows its own head of that size', async () => {
    const { watched } = await look()
    hashes = [...forked(), `0x${'f2'.repeat(32)}`]
    heads = [await seventh(new LogTree(hashes).root())]
    const twin = await headOf(sample.roundId, sample.input.leaves.toReversed(), OPENS + 4000)
    desk.api.headAt = async () => twin
    const { found } = await look(watched)
    expect(found).toMatchObject([{ fraud: { kind: 'equivocation' }, steps: [{ name: 'proveEquivocation' }] }])
  })

  it('is proven by its own leaves, and by the seal which head it was', async () => {
    const { watched } = await look()
    hashes = [...forked(), `0x${'f2'.repeat(32)}`]
    const tree = new LogTree(hashes)
    heads = [await seventh(tree.root())]
    const broken = await look(watched)
    expect(broken.found).toMatchObject([{ fraud: { kind: 'rewritten' }, steps: [{ name: 'anchorHead' }] }])
    expect(broken.found[0]?.later).toContain('proveDropped')
    expect(broken.found[0]?.nodes).toEqual(tree.consistencyPath(6))
    const known: Watched = {
      ...broken.watched,
      frauds: [{ key: broken.found[0]?.key ?? '', says: '', file: null }],
    }
    expect((await look(known)).found).toEqual([])

    now = CLOSES + 700
    Object.assign(chain.facts, { logSize: '7', logRoot: tree.root() })
    const sealed = await look(known)
    expect(sealed.found.map(({ steps }) => steps.map(({ name }) => name))).toContainEqual(['proveDropped'])
  })
})

describe('the seal', () => {
  it('denies every signed head that is larger, also of an honest instance that came too late', async () => {
    const { watched } = await look()
    now = CLOSES + 700
    const { found } = await look(watched, [await receiptOf(5, 6)])
    expect(found).toMatchObject([
      { fraud: { kind: 'dropped' }, steps: [{ name: 'proveDropped', proof: [] }] },
    ])
  })

  it('is warned of while a voter can still anchor their receipt', async () => {
    now = CLOSES + 400
    const mine = await receiptOf(3, 4)
    const { conditions, found } = await look(undefined, [mine])
    expect(found).toEqual([])
    expect(codes(conditions)).toEqual(['anchor-seal-now', 'receipt mine.json unanchored'])
    expect(conditions.map(({ steps }) => steps.map(({ name }) => name))).toEqual([
      ['anchorHead'],
      ['anchorHead'],
    ])
    expect(codes((await look(undefined, [await receiptOf(1, 4)])).conditions)).toEqual(['anchor-seal-now'])
  })

  it('is not near while an anchor is only overdue', async () => {
    const { watched } = await look()
    now = OPENS + 3600 + 12 + 3600 + 2000
    expect(codes((await look(watched)).conditions)).toEqual(['anchor-overdue'])
  })
})

it('says of a receipt that proves nothing that it does not', async () => {
  const { conditions } = await look(undefined, [await receiptOf(1, 2, 'thief')])
  expect(conditions).toMatchObject([{ code: 'receipt mine.json' }])
})

describe('the chain', () => {
  it('is read from the last block on, with those that it may take back', async () => {
    const first = await readChainSide(reader(), round, null)
    expect(first.record.anchored).toMatchObject({ size: 3 })
    expect(first.anchors).toHaveLength(1)
    const again = await readChainSide(reader(), round, first.record)
    expect(again).toMatchObject({ record: first.record, anchors: [] })
    // The anchor's block is within what is read again, and it is gone.
    chain.events.heads = []
    const scanned = { ...first.record, scannedTo: String(blockAt(OPENS + 3600) + 5) }
    expect((await readChainSide(reader(), round, scanned)).record.anchored).toBeNull()
  })

  it.each<[string, () => void, RegExp]>([
    ['another chain', () => Object.assign(round, { rules: { ...round.rules, chainId: 1 } }), /serves chain/],
    ['no such round', () => Object.assign(round, { id: `0x${'00'.repeat(32)}` }), /knows no such round/],
    ['other times', () => Object.assign(chain.facts, { closesAt: CLOSES + 60 }), /other times/],
    [
      'no opening where it is said to be',
      () => Object.assign(round, { openedBlock: '601' }),
      /was not opened/,
    ],
    [
      'an opening that would send us far back',
      () => Object.assign(round, { openedBlock: '999999' }),
      /was not opened/,
    ],
    ['no opening', () => Object.assign(round, { openedBlock: null }), /was not opened/],
  ])('that knows %s is not believed to be the round’s', async (_name, change, says) => {
    change()
    await expect(readChainSide(reader(), round, null)).rejects.toThrow(says)
  })

  it('that is down leaves what can be seen without it', async () => {
    desk.chain = () => ({ ...reader(), chainId: () => Promise.reject(new Error('connect ECONNREFUSED')) })
    expect(await look()).toMatchObject({
      conditions: [{ level: 'down', code: 'chain-down' }],
      followed: true,
    })
  })
})
