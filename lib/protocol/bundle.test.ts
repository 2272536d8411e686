import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type BundleInput, buildBundle } from './bundle.ts'
import { sha256Bytes32 } from './bytes.ts'
import { candidateRootOf } from './candidates.ts'
import { parseCanonical, parseJsonLines } from './canonical.ts'
import { MANIFEST } from './manifest.ts'
import { sampleRound } from './verify/sample-round.ts'

const { input, bundle, roundId } = await sampleRound({ works: 'plain' })
const read = (path: string) => bundle.files.get(path) ?? new Uint8Array()
const refusedWith = (code: string, changed: Partial<BundleInput>) =>
  expect(buildBundle({ ...input, ...changed })).rejects.toMatchObject({ code })

describe('buildBundle', () => {
  test('the figures of docs/protocol.md', () => {
    const text = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8')
    const figures = {
      roundId,
      candidateRoot: candidateRootOf(input.candidates),
      'root of the sealed log': input.heads.at(-1)?.head.root,
      resultHash: bundle.resultHash,
      winnersRoot: bundle.winnersRoot,
      bundleDigest: bundle.manifestDigest,
    }
    for (const [name, value] of Object.entries(figures)) expect(text).toContain(`| ${name} | \`${value}\` |`)
  })

  test('the order in which facts come does not matter', async () => {
    const again = await buildBundle({
      ...input,
      candidates: input.candidates.toReversed(),
      metadata: input.metadata.toReversed(),
      heads: input.heads.toReversed(),
      posted: input.posted.toReversed(),
      powers: input.powers.toReversed(),
      voids: input.voids.toReversed(),
    })
    expect(again.files).toEqual(bundle.files)
  })

  test('anchors the hashes of the files it wrote', () => {
    expect(bundle.manifestDigest).toBe(sha256Bytes32(read(MANIFEST)))
    expect(bundle.resultHash).toBe(sha256Bytes32(read('result.json')))
    expect(bundle.sharesTotal).toBe('0')
    const winners = parseJsonLines(read('winners.jsonl'))
    expect(winners).toMatchObject([
      { rank: 1, tokenDigest: sha256Bytes32(read('tokens/000001.json')) },
      { rank: 2, tokenDigest: sha256Bytes32(read('tokens/000002.json')) },
    ])
  })

  test('result.inputs names every file that feeds a check, and none that follows', () => {
    const { inputs } = parseCanonical(read('result.json')) as { inputs: object }
    expect(Object.keys(inputs)).toEqual([
      'candidates.jsonl',
      'evidence.json',
      'heads.jsonl',
      'leaf-hashes/000000.jsonl',
      'log/000000.jsonl',
      'metadata.jsonl',
      'posted.jsonl',
      'powers.jsonl',
      'rules.json',
      'voids.jsonl',
    ])
  })

  test('powers of accounts without a ballot and heads beyond the seal are left out', async () => {
    const [power] = input.powers
    const stranger = power && { ...power, account: `0x${'99'.repeat(20)}` as const }
    const again = await buildBundle({ ...input, powers: [...input.powers, ...(stranger ? [stranger] : [])] })
    expect(again.files).toEqual(bundle.files)
  })

  test('a log without ballots has one empty shard and no winners', async () => {
    const empty = await buildBundle({ ...input, leaves: [], heads: [], posted: [], powers: [] })
    expect(empty.files.get('log/000000.jsonl')).toEqual(new Uint8Array())
    expect(empty.result).toMatchObject({ winners: [], turnout: { ballots: 0, voters: 0 } })
    expect(empty.winnersRoot).toBe(`0x${'0'.repeat(64)}`)
  })

  test('a leaf too few, a leaf moved, or no anchor is refused', async () => {
    await refusedWith('receipt-invalid', { leaves: input.leaves.slice(0, -1) })
    await refusedWith('receipt-invalid', { leaves: input.leaves.toReversed() })
    await refusedWith('receipt-invalid', { heads: [] })
  })

  test('a voter whose power was not read, and a power that does not follow, are refused', async () => {
    await refusedWith('power-invalid', { powers: input.powers.slice(1) })
    await refusedWith('power-invalid', { powers: input.powers.map((row) => ({ ...row, power: '7' })) })
  })

  test('a leaf with a forged ballot is refused', async () => {
    const [first, ...rest] = input.leaves
    if (!first) throw new Error('the sample has no leaves')
    const forged = { ...first, ballot: { ...first.ballot, choices: '#4' } }
    await refusedWith('receipt-invalid', { leaves: [forged, ...rest] })
  })
})
