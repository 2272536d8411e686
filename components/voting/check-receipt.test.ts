import { beforeAll, describe, expect, it } from 'vitest'
import { ballotDigest } from '#lib/protocol/ballot.ts'
import type { HeadRecord } from '#lib/protocol/evidence.ts'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import { sampleFacts, sampleReader } from '#lib/protocol/verify/sample-chain.ts'
import { headOf } from '#lib/protocol/verify/sample-facts.ts'
import { type SampleRound, sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { checkReceipt, type LogReader } from './check-receipt.ts'
import type { ReceiptFacts } from './receipt-facts.ts'

const OWN = 2
const TAKEN_AT = 3

let round: SampleRound
let tree: LogTree
let receipt: Receipt
let newest: HeadRecord

beforeAll(async () => {
  round = await sampleRound()
  const { leaves } = round.input
  tree = new LogTree(leaves.map((leaf) => leafHashOf(leafBytes(leaf))))
  const leaf = leaves[OWN]
  if (!leaf) throw new Error('the sample has fewer leaves')
  const { head, signature } = await headOf(round.roundId, leaves.slice(0, TAKEN_AT), leaf.acceptedAt)
  receipt = {
    leaf,
    leafIndex: OWN,
    path: tree.inclusionPath(OWN, TAKEN_AT),
    head,
    headSignature: signature as `0x${string}`,
  }
  newest = await headOf(round.roundId, leaves, leaf.acceptedAt + 60)
})

const digestOf = ({ leaf }: Receipt) =>
  ballotDigest(leaf.signingChain, round.input.rules.collection, leaf.ballot)

function factsAt(now: number): ReceiptFacts {
  const { rules } = round.input
  const { roundId } = round
  return {
    slug: 'sample',
    title: rules.title,
    roundId,
    rules,
    operators: [rules.operator],
    anchored: null,
    now,
  }
}

const log = (change: Partial<LogReader> = {}): LogReader => ({
  newestHead: async () => newest,
  inclusion: async (leaf, size) => ({ path: tree.inclusionPath(leaf === receiptLeaf() ? OWN : 0, size) }),
  consistency: async (first, second) => ({ path: tree.consistencyPath(first, second) }),
  ...change,
})
const receiptLeaf = () => leafHashOf(leafBytes(receipt.leaf))

function chainAt(size: number): ChainReader {
  const facts = sampleFacts(round)
  return sampleReader(round, {
    ...facts,
    facts: { ...facts.facts, logSize: String(size), logRoot: tree.root(size) },
  })
}

type Case = { receipt?: Receipt; log?: LogReader; chain?: ChainReader; now?: number; facts?: ReceiptFacts }

async function verdicts(given: Case = {}) {
  const { checks, tree: drawn } = await checkReceipt({
    receipt: given.receipt ?? receipt,
    digest: digestOf(receipt),
    facts: given.facts ?? factsAt(given.now ?? round.input.rules.opensAt + 1),
    log: given.log ?? log(),
    chain: given.chain ?? chainAt(tree.size),
  })
  return { checks: checks.map(({ verdict }) => verdict), texts: checks.map(({ text }) => text), drawn }
}

describe('a receipt that holds', () => {
  it('is green but for the sealed head, while the round is open', async () => {
    const { checks, texts, drawn } = await verdicts()
    expect(checks).toEqual(['checked', 'checked', 'checked', 'checked', 'unknown'])
    expect(texts[2]).toBe(`Head ${tree.size} contains head ${TAKEN_AT} unchanged`)
    expect(drawn).toEqual({ size: tree.size, index: OWN, path: tree.inclusionPath(OWN, tree.size) })
  })

  it('is green throughout once the log is sealed with it', async () => {
    const { closesAt, sealGrace } = round.input.rules
    const { checks, texts } = await verdicts({ now: closesAt + sealGrace })
    expect(checks).toEqual(['checked', 'checked', 'checked', 'checked', 'checked'])
    expect(texts[4]).toBe(`The log is sealed with this ballot in it, at ${tree.size}`)
  })

  it('waits for the next head on chain', async () => {
    const { checks } = await verdicts({ chain: chainAt(1) })
    expect(checks).toEqual(['checked', 'checked', 'checked', 'todo', 'unknown'])
  })
})

describe('what does not hold', () => {
  it('a leaf with another ballot', async () => {
    const { leaf } = receipt
    const other = { ...receipt, leaf: { ...leaf, ballot: { ...leaf.ballot, choices: '#1' } } }
    const { checks } = await verdicts({ receipt: other })
    expect(checks.slice(0, 2)).toEqual(['broken', 'broken'])
  })

  it('a head that nobody of the round signed', async () => {
    const { head, signature } = await headOf(round.roundId, round.input.leaves.slice(0, 3), 1, 'voter b')
    const forged = { ...receipt, head, headSignature: signature as `0x${string}` }
    expect((await verdicts({ receipt: forged })).checks[1]).toBe('broken')
  })

  it('a newest head that forgot the ballot', async () => {
    const { leaves } = round.input
    const rewritten = await headOf(round.roundId, leaves.toReversed(), 1)
    const { checks } = await verdicts({ log: log({ newestHead: async () => rewritten }) })
    expect(checks[2]).toBe('broken')
    const older = await headOf(round.roundId, leaves.slice(0, 1), 1)
    expect((await verdicts({ log: log({ newestHead: async () => older }) })).checks[2]).toBe('broken')
  })

  it('a log that was sealed without it', async () => {
    const { closesAt, sealGrace } = round.input.rules
    const { checks, texts } = await verdicts({ chain: chainAt(1), now: closesAt + sealGrace })
    expect(checks.at(-1)).toBe('broken')
    expect(texts.at(-1)).toBe('The log was sealed at 1, without this ballot')
  })

  it('a chain with another log', async () => {
    const facts = sampleFacts(round)
    const logRoot = tree.root(1)
    const chain = sampleReader(round, { ...facts, facts: { ...facts.facts, logRoot } })
    expect((await verdicts({ chain })).checks[3]).toBe('broken')
  })
})

it('says unknown, never green, for what did not arrive', async () => {
  const silent = async () => null
  const nothing: LogReader = { newestHead: silent, inclusion: silent, consistency: silent }
  const chain = { ...chainAt(1), round: () => Promise.reject(new Error('offline')) }
  const { checks, drawn } = await verdicts({ log: nothing, chain })
  expect(checks).toEqual(['checked', 'checked', 'unknown', 'unknown', 'unknown'])
  expect(drawn.size).toBe(TAKEN_AT)
})
