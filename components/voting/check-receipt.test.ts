import { beforeAll, describe, expect, it } from 'vitest'
import { ballotDigest, parseBallotPost } from '#lib/protocol/ballot.ts'
import { hexToBytes } from '#lib/protocol/bytes.ts'
import { parseCanonical } from '#lib/protocol/canonical.ts'
import type { HeadRecord } from '#lib/protocol/evidence.ts'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import { sampleFacts, sampleReader } from '#lib/protocol/verify/sample-chain.ts'
import { headOf } from '#lib/protocol/verify/sample-facts.ts'
import { type SampleRound, sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { walletCheck, walletLeaf } from '#lib/protocol/verify/sample-wallets.ts'
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
  anchored: async () => ({ size: tree.size, block: 7806 }),
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
    expect(checks).toEqual([...Array(6).fill('checked'), 'unknown'])
    expect(texts[2]).toBe(`The newest head holds ${tree.size} ballots, signed 15 January, 08:04:00 UTC`)
    expect(texts[3]).toBe(`Leaf ${OWN + 1} is under head ${tree.size}, where it was`)
    expect(texts[4]).toBe(`Head ${tree.size} contains head ${TAKEN_AT} unchanged`)
    expect(texts[5]).toBe(`Head ${tree.size} is on chain, block 7806`)
    expect(drawn).toEqual({ size: tree.size, index: OWN, path: tree.inclusionPath(OWN, tree.size) })
  })

  it('is green throughout once the log is sealed with it', async () => {
    const { closesAt, sealGrace } = round.input.rules
    const { checks, texts } = await verdicts({ now: closesAt + sealGrace })
    expect(checks).toEqual(Array(7).fill('checked'))
    expect(texts[6]).toBe(`The log is sealed with this ballot in it, at ${tree.size}`)
  })

  it('waits for the next head on chain', async () => {
    const { checks } = await verdicts({ chain: chainAt(1) })
    expect(checks.slice(-2)).toEqual(['todo', 'unknown'])
  })

  it('says which head is on chain while the newest is not', async () => {
    const { texts } = await verdicts({
      chain: chainAt(OWN + 2),
      log: log({ anchored: async () => ({ size: OWN + 2, block: 9 }) }),
    })
    expect(texts[5]).toBe(`Head ${OWN + 2} is on chain, block 9; head ${tree.size} is not yet`)
  })

  it('is under the newest head itself', async () => {
    const own = { head: receipt.head, signature: receipt.headSignature }
    const { checks, texts } = await verdicts({
      log: log({ newestHead: async () => own }),
      chain: chainAt(TAKEN_AT),
    })
    expect(checks).toEqual([...Array(5).fill('checked'), 'unknown'])
    expect(texts[3]).toBe(`Head ${TAKEN_AT} is the newest so far`)
  })

  it('carries the ballot as it is posted on chain', async () => {
    const { post } = await checkReceipt({
      receipt,
      digest: digestOf(receipt),
      facts: factsAt(0),
      log: log(),
      chain: chainAt(tree.size),
    })
    const { signingChain, ballot, signature } = receipt.leaf
    expect(parseBallotPost(parseCanonical(hexToBytes(post)))).toEqual({ signingChain, ballot, signature })
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
    expect(checks.slice(2, 5)).toEqual(['checked', 'broken', 'broken'])
    const older = await headOf(round.roundId, leaves.slice(0, 1), 1)
    expect((await verdicts({ log: log({ newestHead: async () => older }) })).checks[2]).toBe('broken')
  })

  it('a newest head that somebody else signed', async () => {
    const forged = await headOf(round.roundId, round.input.leaves, 1, 'voter b')
    const { checks, texts } = await verdicts({ log: log({ newestHead: async () => forged }) })
    expect(checks[2]).toBe('broken')
    expect(texts[2]).toContain('not signed by the operator')
  })

  it('a proof that leads elsewhere', async () => {
    const { checks } = await verdicts({
      log: log({ inclusion: async () => ({ path: tree.inclusionPath(0) }) }),
    })
    expect(checks[3]).toBe('broken')
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
    expect((await verdicts({ chain })).checks[5]).toBe('broken')
  })
})

it('says unknown, never green, for what did not arrive', async () => {
  const silent = async () => null
  const nothing: LogReader = { newestHead: silent, inclusion: silent, consistency: silent, anchored: silent }
  const chain = { ...chainAt(1), round: () => Promise.reject(new Error('offline')) }
  const { checks, drawn } = await verdicts({ log: nothing, chain })
  expect(checks).toEqual(['checked', 'checked', 'unknown', 'unknown', 'unknown'])
  expect(drawn.size).toBe(TAKEN_AT)
})

describe('a receipt for the ballot of a contract wallet', () => {
  const refuses = async () => false
  const silent = () => Promise.reject(new Error('no archive'))
  const elsewhere = { check: walletCheck({ chainId: 10 }) }
  const byKey = { check: { kind: 'ecdsa' as const } }

  async function ballotVerdict(
    takesSignature: ChainReader['takesSignature'],
    change: Partial<Receipt['leaf']> = {},
  ) {
    const leaf = await walletLeaf(round, {}, change)
    const { checks } = await checkReceipt({
      receipt: { ...receipt, leaf },
      digest: digestOf({ ...receipt, leaf }),
      facts: factsAt(round.input.rules.opensAt + 1),
      log: log(),
      chain: { ...chainAt(tree.size), takesSignature },
    })
    return checks[0]
  }

  it('asks the contract after the block that the leaf names', async () => {
    const asked: string[] = []
    const verdict = await ballotVerdict(async ({ account }, block) => asked.push(account, block) > 0)
    expect(verdict).toMatchObject({
      verdict: 'checked',
      text: expect.stringContaining('its contract took it'),
    })
    const { ballot } = await walletLeaf(round)
    expect(asked).toEqual([ballot.voter, walletCheck().blockNumber])
  })

  it.each<[string, string, ChainReader['takesSignature'], Partial<Receipt['leaf']>]>([
    ['the contract did not take it', 'broken', refuses, {}],
    ['the chain does not answer', 'unknown', silent, {}],
    ['the contract is on a chain that is not asked here', 'unknown', refuses, elsewhere],
    ['the leaf says that a key signed', 'broken', refuses, byKey],
  ])('where %s is %s', async (_, verdict, takesSignature, change) => {
    expect((await ballotVerdict(takesSignature, change))?.verdict).toBe(verdict)
  })
})
