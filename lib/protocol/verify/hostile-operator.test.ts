import { beforeAll, describe, expect, test } from 'vitest'
import { type BundleInput, buildBundle, type Files } from '#lib/protocol/bundle.ts'
import { candidateRootOf } from '#lib/protocol/candidates.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { type Leaf, leafBytes } from '#lib/protocol/leaf.ts'
import { inclusionPath, leafHashOf } from '#lib/protocol/log-tree.ts'
import { workPath } from '#lib/protocol/manifest.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import { sampleFacts, sampleReader } from './sample-chain.ts'
import { CLOSES, headOf, leafOf, OPENS, type Vote } from './sample-facts.ts'
import { resealEverything, resealManifest } from './sample-mutants.ts'
import { type SampleRound, sampleRound } from './sample-round.ts'
import { type VerifyOptions, verifyBundle } from './verify.ts'

const round = await sampleRound()
const { input, roundId } = round
const candidateRoot = candidateRootOf(input.candidates)
const works = [...round.files].filter(([path]) => path.startsWith('works/'))

/** What is red, as check, file and code: what a voter or an auditor is told. */
async function redOf(files: Files, options: VerifyOptions = {}): Promise<string[]> {
  const { checks } = await verifyBundle(new Map([...works, ...files]), options)
  return checks.flatMap(({ id, findings }) =>
    findings.flatMap(({ colour, file, code }) => (colour === 'red' ? [`${id} ${file} ${code}`] : [])),
  )
}

const vote = (part: Partial<Vote>): Vote => ({
  voter: 'fay',
  choices: '#1',
  sequence: 1,
  at: CLOSES - 60,
  ...part,
})
const leafBy = (part: Partial<Vote>, index = 9) => leafOf(roundId, candidateRoot, vote(part), index)

/** A round whose operator signs this log and seals it, with everything that follows from it. */
async function closedOn(leaves: readonly Leaf[], more: Partial<BundleInput> = {}): Promise<SampleRound> {
  const heads = [
    await headOf(roundId, leaves.slice(0, 3), OPENS + 3600),
    await headOf(roundId, leaves, CLOSES + 60),
  ]
  const powers = [...input.powers]
  const changed = { ...input, leaves, heads, powers, ...more }
  const bundle = await buildBundle(changed)
  return { input: changed, roundId, bundle, files: new Map([...bundle.files, ...works]) }
}

async function receiptIn(leaves: readonly Leaf[], leafIndex: number, at: number): Promise<Receipt> {
  const { head, signature } = await headOf(roundId, leaves, at)
  const hashes = leaves.map((leaf) => leafHashOf(leafBytes(leaf)))
  const leaf = leaves[leafIndex]
  if (!leaf) throw new Error('no such leaf')
  return { leaf, leafIndex, path: inclusionPath(hashes, leafIndex), head, headSignature: signature }
}

describe('an operator who shows two logs', () => {
  const branches: Record<string, Leaf[]> = {}
  beforeAll(async () => {
    // Both know Ada's ballots; one has Ben's second thoughts, the other has not.
    branches.left = [...input.leaves, await leafBy({ voter: 'ben', choices: '#1', sequence: 2 })]
    branches.right = [...input.leaves, await leafBy({ voter: 'ben', choices: '#3', sequence: 2 })]
  })

  test.each([
    ['left', 'right'],
    ['right', 'left'],
  ])('closed on the %s one: the receipt from the %s one contradicts it', async (kept, hidden) => {
    const closed = await closedOn(branches[kept] ?? [])
    const own = await receiptIn(branches[kept] ?? [], 6, CLOSES - 30)
    const other = await receiptIn(branches[hidden] ?? [], 6, CLOSES - 30)
    const onChain = { chain: sampleReader(closed) }
    expect(await redOf(closed.files, { ...onChain, receipts: [own] })).toEqual([])
    expect(await redOf(closed.files, { ...onChain, receipts: [other] })).toEqual([
      '5 heads.jsonl receipt-contradicts',
      '5 log/000000.jsonl receipt-dropped',
    ])
  })
})

describe('an operator who changes the log', () => {
  const moved = () => {
    const [a, b, c, ...rest] = input.leaves
    return a && b && c ? [a, c, b, ...rest] : []
  }

  test('puts ballots in another order: their times fall', async () => {
    const closed = await closedOn(moved())
    expect(await redOf(closed.files)).toEqual(['5 log/000000.jsonl leaf-time'])
  })

  test('and gives them other times: the heads that are on chain are others', async () => {
    const times = input.leaves.map(({ acceptedAt }) => acceptedAt)
    const closed = await closedOn(moved().map((leaf, at) => ({ ...leaf, acceptedAt: times[at] ?? 0 })))
    expect(await redOf(closed.files)).toEqual([])
    const red = await redOf(closed.files, { chain: sampleReader(round) })
    expect(red).toContain('5 heads.jsonl record-differs')
    expect(red).toContain('5 heads.jsonl sealed-root')
  })

  test('drops a ballot and closes without it: its receipt is not in the log', async () => {
    const full = [...input.leaves, await leafBy({})]
    const receipt = await receiptIn(full, 6, CLOSES - 30)
    expect(await redOf(round.files, { chain: sampleReader(round), receipts: [receipt] })).toEqual([
      '5 heads.jsonl receipt-contradicts',
      '5 log/000000.jsonl receipt-dropped',
    ])
  })

  test('takes a ballot after an anchor and dates it before: its time stands out', async () => {
    const late = await leafBy({ voter: 'ben', sequence: 2, at: OPENS + 3000 })
    const closed = await closedOn([...input.leaves, late])
    expect(await redOf(closed.files)).toEqual([
      '5 log/000000.jsonl leaf-time',
      '5 log/000000.jsonl leaf-time',
    ])
  })
})

describe('an operator who lies about the outcome', () => {
  const first = round.bundle.result.ranking[0]
  const second = round.bundle.result.ranking[1]

  test('a false result, with documents, winners and manifest made to fit', async () => {
    const [winner, ...others] = round.bundle.result.winners
    if (!winner || !second || !first) throw new Error('the sample has winners')
    const number = winner.number === first.number ? second.number : first.number
    const result = {
      ...round.bundle.result,
      winners: [{ ...winner, number }, ...others.map((row) => ({ ...row }))],
    }
    const lie: SampleRound = { ...round, bundle: { ...round.bundle, result } }
    const red = await redOf(resealEverything(lie, new Map(round.files)))
    expect(red).toContain('7 result.json result-differs')
    expect(red).toContain('7b winners.jsonl outcome-differs')
  })

  test('a false root of the winners on chain', async () => {
    const honest = sampleFacts(round)
    const winnersRoot = `0x${'66'.repeat(32)}` as const
    const [close] = honest.events.closed
    if (!close) throw new Error('the sample is closed')
    const chain = sampleReader(round, {
      ...honest,
      facts: { ...honest.facts, winnersRoot },
      events: { ...honest.events, closed: [{ ...close, winnersRoot }] },
    })
    expect(await redOf(round.files, { chain })).toEqual(['7b winners.jsonl anchor-differs'])
  })

  test('another picture under the hash that was voted on', async () => {
    const winner = round.bundle.result.winners[0]
    const work = input.candidates.find(({ number }) => number === winner?.number)
    if (!work) throw new Error('the sample has a winner')
    const path = workPath(work.contentHash)
    const files = new Map([...round.files, [path, new TextEncoder().encode('another picture')]] as const)
    expect(await redOf(files)).toEqual([
      `0 ${path} bundle-hash`,
      `2 ${path} content-hash`,
      '8 candidates.jsonl content-hash',
      '8 candidates.jsonl content-cid',
    ])
  })

  test('another picture under its own hash: nobody signed for that list of works', async () => {
    const [work, ...others] = input.candidates
    if (!work) throw new Error('the sample has works')
    const swapped = [{ ...work, contentHash: `sha256:${'5a'.repeat(32)}` as const }, ...others]
    const lines = swapped.map((row) => new TextDecoder().decode(canonicalBytes(row)))
    const files = new Map(round.files)
    files.set('candidates.jsonl', new TextEncoder().encode(`${lines.join('\n')}\n`))
    const red = await redOf(resealManifest(round, files), { chain: sampleReader(round) })
    expect(red).toContain('3 candidates.jsonl candidate-root')
    expect(red).toContain('4 log/000000.jsonl ballot-root')
  })
})
