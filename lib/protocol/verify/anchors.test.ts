import { describe, expect, test } from 'vitest'
import type { CloseRecord } from '#lib/protocol/evidence.ts'
import { MANIFEST } from '#lib/protocol/manifest.ts'
import type { ChainReader, RoundFacts } from './chain-reader.ts'
import type { Finding } from './report.ts'
import { type SampleChain, sampleFacts, sampleReader } from './sample-chain.ts'
import { CLAIMS } from './sample-claims.ts'
import { addressOf, sampleAnchor } from './sample-facts.ts'
import { sampleRound } from './sample-round.ts'
import { type VerifyOptions, verifyBundle } from './verify.ts'

const round = await sampleRound()
const honest = sampleFacts(round)
const zero = `0x${'0'.repeat(64)}` as const

type Trace = Finding & { id: string }

async function findingsOn(chain: ChainReader, options: VerifyOptions = {}): Promise<Trace[]> {
  const report = await verifyBundle(round.files, {
    chain,
    collection: round.input.rules.collection,
    ...options,
  })
  const traces = report.checks.flatMap(({ id, findings }) => findings.map((finding) => ({ ...finding, id })))
  return traces.filter(({ code }) => !CLAIMS.includes(code))
}

const coloursOf = (traces: Trace[]) => [...new Set(traces.map(({ colour }) => colour))]
const withFacts = (facts: Partial<RoundFacts>): SampleChain => ({
  ...honest,
  facts: { ...honest.facts, ...facts },
})
const withEvents = (events: Partial<SampleChain['events']>): SampleChain => ({
  ...honest,
  events: { ...honest.events, ...events },
})
const withClose = (close: Partial<CloseRecord>): SampleChain =>
  withEvents({ closed: honest.events.closed.map((row) => ({ ...row, ...close })) })

describe('a director who anchors something else', () => {
  test.each<[string, SampleChain, string, string]>([
    ['the right result with other winners', withClose({ winnersRoot: zero }), '7b', 'winners.jsonl'],
    ['shares that nobody has', withClose({ sharesTotal: '5' }), '7b', 'shares.jsonl'],
    ['another bundle', withClose({ bundleDigest: zero }), '7b', MANIFEST],
    ['another result', withFacts({ resultHash: zero }), '7', 'result.json'],
    ['other candidates', withFacts({ candidateRoot: zero }), '3', 'candidates.jsonl'],
    ['fewer candidates', withFacts({ candidateCount: 3 }), '3', 'candidates.jsonl'],
    ['a later close', withFacts({ closesAt: honest.facts.closesAt + 1 }), '1', 'rules.json'],
    ['another licence', withFacts({ licenceHash: zero }), '1', 'rules.json'],
    ['another royalty', withFacts({ royaltyBps: 501 }), '1', 'rules.json'],
    [
      'another root of credentials',
      withEvents({
        opened: honest.events.opened && { ...honest.events.opened, c2paRoot: `0x${'7'.repeat(64)}` },
      }),
      '1',
      'rules.json',
    ],
    ['another sealed log', withFacts({ logRoot: zero }), '5', 'heads.jsonl'],
    ['no opening from that block on', withEvents({ opened: null }), '1', 'evidence.json'],
  ])('%s: red', async (_name, chain, id, file) => {
    const traces = await findingsOn(sampleReader(round, chain))
    expect(traces).toContainEqual(expect.objectContaining({ id, file, colour: 'red' }))
  })
})

describe('a token that is not what was won', () => {
  const { minted } = honest.events
  const tokenId = 2n ** 64n + 2n ** 32n
  const withTokens = (tokens: SampleChain['tokens']): SampleChain => ({ ...honest, tokens })
  const wrongUri = new Map([...honest.tokens, [tokenId, { digest: zero, uri: 'ipfs://b' }]])

  test.each<[string, SampleChain, string]>([
    ['another digest', withTokens(wrongUri), 'token-digest'],
    ['another URI', withTokens(wrongUri), 'token-uri'],
    ['no token', withTokens(new Map()), 'token-missing'],
    [
      'another recipient',
      withEvents({ minted: minted.map((row) => ({ ...row, recipient: addressOf('mallory') })) }),
      'token-differs',
    ],
    [
      'a rank that nobody won',
      withEvents({ minted: minted.map((row) => ({ ...row, rank: row.rank + 7 })) }),
      'token-foreign',
    ],
  ])('%s: red', async (_name, chain, code) => {
    const traces = await findingsOn(sampleReader(round, chain))
    expect(traces).toContainEqual(expect.objectContaining({ id: '8', code, colour: 'red' }))
  })

  test('not minted yet: nothing to find', async () => {
    const chain = { ...withEvents({ minted: [] }), tokens: new Map() }
    expect(await findingsOn(sampleReader(round, chain))).toEqual([])
  })
})

describe('a chain that cannot answer', () => {
  const reader = sampleReader(round)
  const offline = () => Promise.reject(new Error('no archive\nmore words'))

  test.each<[string, Partial<ChainReader>, string]>([
    ['the powers', { pastVotes: offline }, '6'],
    ['old balances', { balanceAt: offline }, '6'],
    ['the code', { codeHash: offline }, '6'],
    ['the clock', { clockMode: offline }, '6'],
    ['blocks', { block: offline }, '7'],
    ['tokens', { token: offline }, '8'],
    ['events', { events: offline }, '5'],
    ['anything', { chainId: offline }, '1'],
  ])('%s: unknown, never red and never green', async (_name, broken, id) => {
    const traces = await findingsOn({ ...reader, ...broken })
    expect(coloursOf(traces)).toEqual(['unknown'])
    expect(traces.map((trace) => trace.id)).toContain(id)
  })

  test('another chain: unknown', async () => {
    const traces = await findingsOn({ ...reader, chainId: async () => 1 })
    expect(coloursOf(traces)).toEqual(['unknown'])
    expect(traces).toContainEqual(expect.objectContaining({ id: '1', code: 'other-chain' }))
  })

  test('a chain that never opened the round: red', async () => {
    const traces = await findingsOn({ ...reader, round: async () => null })
    expect(traces).toContainEqual(expect.objectContaining({ id: '1', code: 'round-unknown', colour: 'red' }))
  })

  test('a chain without these blocks: red', async () => {
    const traces = await findingsOn({ ...reader, block: async () => null })
    expect(traces).toContainEqual(expect.objectContaining({ id: '6', code: 'block-differs', colour: 'red' }))
    expect(traces).toContainEqual(expect.objectContaining({ id: '7', code: 'block-differs', colour: 'red' }))
  })

  test('a token of another clock, code or balance: red', async () => {
    const codes = async (part: Partial<ChainReader>) =>
      (await findingsOn({ ...reader, ...part })).map((t) => t.code)
    expect(await codes({ clockMode: async () => 'blocknumber' })).toContain('power-timepoint')
    expect(await codes({ codeHash: async () => zero })).toContain('power-code')
    expect(await codes({ balanceAt: async () => 99n })).toContain('power-raw')
  })
})

describe('a round that is not settled', () => {
  test.each<[string, SampleChain, string]>([
    ['not closed', { ...withEvents({ closed: [] }), facts: { ...honest.facts, closes: 0 } }, 'not-closed'],
    ['frozen', withFacts({ frozen: true }), 'round-frozen'],
    ['cancelled', withEvents({ cancelled: { reason: zero, anchor: sampleAnchor(7000) } }), 'round-cancelled'],
  ])('%s: unknown', async (_name, chain, code) => {
    const traces = await findingsOn(sampleReader(round, chain))
    expect(coloursOf(traces)).toEqual(['unknown'])
    expect(traces).toContainEqual(expect.objectContaining({ code }))
  })

  test('another collection than the reader knows: red', async () => {
    const traces = await findingsOn(sampleReader(round), { collection: addressOf('mallory') })
    expect(traces).toEqual([
      expect.objectContaining({ id: '1', code: 'collection-differs', file: 'rules.json' }),
    ])
  })
})
