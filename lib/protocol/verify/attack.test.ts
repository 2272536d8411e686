import { describe, expect, test } from 'vitest'
import { type BundleInput, buildBundle, type Files } from '#lib/protocol/bundle.ts'
import { fileHashOf, utf8 } from '#lib/protocol/bytes.ts'
import { candidateRootOf, metadataHashOf } from '#lib/protocol/candidates.ts'
import { canonicalBytes, jsonLines, parseCanonical } from '#lib/protocol/canonical.ts'
import type { HeadRecord } from '#lib/protocol/evidence.ts'
import { type Leaf, leafBytes } from '#lib/protocol/leaf.ts'
import { inclusionPath, leafHashOf } from '#lib/protocol/log-tree.ts'
import { MANIFEST, manifestOf } from '#lib/protocol/manifest.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import type { Report } from './report.ts'
import { sampleReader } from './sample-chain.ts'
import { CLAIMS } from './sample-claims.ts'
import {
  addressOf,
  CLOSES,
  headOf,
  leafOf,
  OPENS,
  sampleAnchor,
  sampleBlock,
  type Vote,
} from './sample-facts.ts'
import { sampleRound } from './sample-round.ts'
import { type SampleWork, sampleWorks } from './sample-works.ts'
import { type VerifyOptions, verifyBundle } from './verify.ts'

const round = await sampleRound()
const { input, roundId, bundle } = round
const candidateRoot = candidateRootOf(input.candidates)
const works = new Map([...round.files].filter(([path]) => path.startsWith('works/')))

type Trace = { id: string; colour: string; file: string | null; line: number | null; code: string }

function tracesOf(report: Report): Trace[] {
  const traces = report.checks.flatMap(({ id, findings }) =>
    findings.map(({ colour, file, line, code }) => ({ id, colour, file, line, code })),
  )
  return traces.filter(({ code }) => !CLAIMS.includes(code))
}

async function verify(files: Files, options: VerifyOptions = {}): Promise<Trace[]> {
  return tracesOf(await verifyBundle(new Map([...works, ...files]), options))
}

const redOf = (traces: Trace[]) => traces.filter(({ colour }) => colour === 'red')
const onChain: VerifyOptions = { chain: sampleReader(round), collection: input.rules.collection }

/** The bundle a dishonest server publishes: consistent in itself, made from other facts. */
const rebuilt = async (changed: Partial<BundleInput>) => (await buildBundle({ ...input, ...changed })).files

/** Files replaced in the honest bundle, the manifest sealed again. */
function replaced(changes: Record<string, Uint8Array>): Files {
  const files = new Map([...bundle.files, ...Object.entries(changes)])
  return files.set(MANIFEST, canonicalBytes(manifestOf(roundId, files)))
}

/** The log of an operator who signs whatever it likes. */
function logFiles(leaves: Leaf[], heads: HeadRecord[]): Files {
  const hashes = leaves.map((leaf, index) => ({ index, hash: leafHashOf(leafBytes(leaf)) }))
  return replaced({
    'log/000000.jsonl': jsonLines(leaves),
    'leaf-hashes/000000.jsonl': jsonLines(hashes),
    'heads.jsonl': jsonLines(heads),
  })
}

describe('a false bundle that is consistent in itself', () => {
  const power = (account: string) => input.powers.findIndex((row) => row.account === account)
  const inflated = input.powers.map((row, index) => {
    if (index !== power(addressOf('ben'))) return row
    const shares = row.shares.map((share) =>
      share.id === 'erc721-balance' ? { ...share, raw: '12', share: '12000000000' } : share,
    )
    return { ...row, power: '12000000000', shares }
  })
  const seed = { block: sampleBlock(7801), parent: { ...sampleBlock(7800) } }

  test.each<[string, Partial<BundleInput>, Partial<Trace>]>([
    ['a posted ballot left out', { posted: [] }, { id: '5', file: 'posted.jsonl', code: 'record-missing' }],
    ['a void left out', { voids: [] }, { id: '7', file: 'voids.jsonl', code: 'record-missing' }],
    [
      'more cards than the token says',
      { powers: inflated },
      { id: '6', file: 'powers.jsonl', code: 'power-raw' },
    ],
    [
      'another opening',
      { evidence: { ...input.evidence, opening: { ...input.evidence.opening, roundIndex: 2 } } },
      { id: '1', file: 'evidence.json', code: 'opening-differs' },
    ],
    [
      'a rotation that never was',
      {
        evidence: {
          ...input.evidence,
          rotations: [
            {
              operator: addressOf('friend'),
              formerOperator: input.rules.operator,
              size: '6',
              anchor: sampleAnchor(7500),
            },
          ],
        },
      },
      { id: '5', file: 'evidence.json', code: 'record-foreign' },
    ],
  ])('%s: caught by the chain, in its own check and by the anchors', async (_name, changed, trace) => {
    const files = await rebuilt(changed)
    expect(redOf(await verify(files))).toEqual([])
    const red = redOf(await verify(files, onChain))
    expect(red).toContainEqual(expect.objectContaining(trace))
    expect(red).toContainEqual(expect.objectContaining({ id: '7', code: 'result-hash' }))
    expect(red).toContainEqual(expect.objectContaining({ id: '7b', file: MANIFEST, code: 'anchor-differs' }))
  })

  test('a later tie seed: refused by the tally, whatever its parent says', async () => {
    const { parentHash: _, ...parent } = seed.parent
    const evidence = { ...input.evidence, tieSeed: { block: seed.block, parent } }
    await expect(rebuilt({ evidence })).rejects.toMatchObject({ code: 'tie-seed-missing' })
    const early = { ...parent, timestamp: CLOSES - 1 }
    const files = await rebuilt({ evidence: { ...evidence, tieSeed: { block: seed.block, parent: early } } })
    const red = redOf(await verify(files, onChain))
    expect(red).toContainEqual(
      expect.objectContaining({ id: '7', file: 'evidence.json', code: 'block-differs' }),
    )
  })
})

describe('an operator who signs anything', () => {
  const leaves = [...input.leaves]
  const vote = (part: Partial<Vote>): Vote => ({
    voter: 'fay',
    choices: '#1',
    sequence: 1,
    at: CLOSES - 60,
    ...part,
  })
  const withLeaf = async (leaf: Leaf, signer = 'operator') => {
    const more = [...leaves, leaf]
    return logFiles(more, [...input.heads.slice(0, 1), await headOf(roundId, more, CLOSES + 60, signer)])
  }
  const leaf = (part: Partial<Vote>) => leafOf(roundId, candidateRoot, vote(part), 9)

  test.each<[string, Partial<Vote>, string]>([
    ['choices that are not written so', { choices: '#3 #1' }, 'choices-order'],
    ['a candidate that is none', { choices: '#9' }, 'choices-unknown'],
    ['a sequence used before', { voter: 'ada', sequence: 2 }, 'sequence-used'],
    ['a sequence too high', { sequence: 1001 }, 'sequence-too-high'],
    ['a ballot after the close', { at: CLOSES }, 'ballot-window'],
  ])('logs %s: red at its line', async (_name, part, code) => {
    const red = redOf(await verify(await withLeaf(await leaf(part))))
    expect(red).toContainEqual(expect.objectContaining({ id: '4', file: 'log/000000.jsonl', line: 7, code }))
  })

  test('logs a ballot that its voter did not sign', async () => {
    const forged = await leaf({})
    const red = redOf(
      await verify(await withLeaf({ ...forged, ballot: { ...forged.ballot, choices: '#2' } })),
    )
    expect(red).toContainEqual(expect.objectContaining({ id: '4', line: 7, code: 'signature-mismatch' }))
  })

  test('back-dates a ballot beyond the sealing grace', async () => {
    const backDated = await leaf({ at: OPENS + 3000 })
    const red = redOf(await verify(await withLeaf(backDated)))
    expect(red).toContainEqual(
      expect.objectContaining({ id: '5', file: 'log/000000.jsonl', line: 7, code: 'leaf-time' }),
    )
  })

  test('salts a leaf anew and publishes its new hash: the head names the leaves it stands among', async () => {
    const salted = leaves.map((row, index) =>
      index === 4 ? { ...row, random16: `0x${'ee'.repeat(16)}` as const } : row,
    )
    const red = redOf(await verify(logFiles(salted, [...input.heads])))
    expect(red).toContainEqual(
      expect.objectContaining({ id: '5', file: 'log/000000.jsonl', line: 4, code: 'leaf-range' }),
    )
    expect(red).toContainEqual(
      expect.objectContaining({ id: '5', file: 'heads.jsonl', line: 2, code: 'head-root' }),
    )
  })

  test('adds a ballot to the sealed log', async () => {
    const red = redOf(await verify(await withLeaf(await leaf({})), onChain))
    expect(red).toContainEqual(expect.objectContaining({ id: '5', code: 'sealed-size' }))
    expect(red).toContainEqual(
      expect.objectContaining({ id: '5', file: 'heads.jsonl', line: 2, code: 'record-differs' }),
    )
  })

  test('is not the operator', async () => {
    const red = redOf(await verify(await withLeaf(await leaf({}), 'mallory')))
    expect(red).toContainEqual(
      expect.objectContaining({ id: '5', file: 'heads.jsonl', line: 2, code: 'head-signature' }),
    )
  })

  test('gives a receipt and drops the ballot', async () => {
    const dropped = [...leaves, await leaf({})]
    const hashes = dropped.map((row) => leafHashOf(leafBytes(row)))
    const { head, signature } = await headOf(roundId, dropped, CLOSES - 30)
    const receipts = [0, 6].map((leafIndex) => ({
      leaf: dropped[leafIndex] as Leaf,
      leafIndex,
      path: inclusionPath(hashes, leafIndex),
      head,
      headSignature: signature,
    }))
    const red = redOf(await verify(bundle.files, { ...onChain, receipts }))
    expect(red.map(({ code }) => code)).toEqual([
      'receipt-contradicts',
      'receipt-contradicts',
      'receipt-dropped',
    ])
  })

  test('gives a receipt and keeps the ballot', async () => {
    const [first] = leaves
    const last = input.heads.at(-1)
    if (!first || !last) throw new Error('the sample has no leaves')
    const path = inclusionPath(
      leaves.map((row) => leafHashOf(leafBytes(row))),
      0,
    )
    const receipt = { leaf: first, leafIndex: 0, path, head: last.head, headSignature: last.signature }
    expect(await verify(bundle.files, { ...onChain, receipts: [receipt] })).toEqual([])
  })
})

describe('an operator rotated away', () => {
  const rotation = {
    operator: addressOf('second operator'),
    formerOperator: input.rules.operator,
    size: '3',
    anchor: sampleAnchor(1200),
  }
  const evidence = { ...input.evidence, rotations: [rotation] }
  const [first] = input.heads
  const filesWith = async (signer: string) => {
    const last = await headOf(roundId, [...input.leaves], CLOSES + 60, signer)
    return rebuilt({ evidence, heads: [...(first ? [first] : []), last] })
  }

  test('the new one signs every head above that size', async () => {
    expect(redOf(await verify(await filesWith('second operator')))).toEqual([])
  })

  test('the former one no longer does', async () => {
    const red = redOf(await verify(await filesWith('operator')))
    expect(red).toEqual([
      expect.objectContaining({ id: '5', file: 'heads.jsonl', line: 2, code: 'head-signature' }),
    ])
  })
})

/** One work of the round changed before anybody voted; then everything is made and anchored as always. */
async function roundWith(change: (work: SampleWork, other: SampleWork) => Partial<SampleWork>) {
  const lied = await sampleRound({
    make: async (rules, roundId) => {
      const works = await sampleWorks(rules, roundId)
      return works.map((work, at) => {
        const other = works[0]
        return at === 1 && other ? { ...work, ...change(work, other) } : work
      })
    },
  })
  const report = await verifyBundle(lied.files, { chain: sampleReader(lied) })
  return redOf(tracesOf(report)).map(({ id, code }) => `${id} ${code}`)
}

describe('a lie about a work that was told before the vote, and anchored', () => {
  const PICTURE = 0
  const RECIPE = 2
  const fileOf = ({ files }: SampleWork, at: number) => files[at] ?? new Uint8Array()
  const recipeOf = (work: SampleWork) => parseCanonical(fileOf(work, RECIPE)) as Recipe
  const withRecipe = (work: SampleWork, recipe: Recipe): Partial<SampleWork> => {
    const bytes = canonicalBytes(recipe)
    return {
      candidate: { ...work.candidate, recipeHash: fileHashOf(bytes) },
      files: work.files.with(RECIPE, bytes),
    }
  }

  test.each<[string, Parameters<typeof roundWith>[0], string[]]>([
    ['nothing', () => ({}), []],
    [
      'a picture that IPFS has under another address',
      (work, other) => ({ candidate: { ...work.candidate, contentCid: other.candidate.contentCid } }),
      ['2 content-cid'],
    ],
    [
      'the brief of another creator',
      (work, other) => withRecipe(work, { ...recipeOf(work), brief: recipeOf(other).brief }),
      ['2 brief-count', '2 brief-creator', '2 brief-royalty'],
    ],
    [
      'a royalty that goes to somebody else',
      (work, other) => {
        const metadata = { ...work.metadata, royaltyReceiver: other.candidate.creator }
        return { metadata, candidate: { ...work.candidate, metadataHash: metadataHashOf(metadata) } }
      },
      ['2 brief-royalty'],
    ],
    [
      'a licence of its own',
      (work) => {
        const metadata = { ...work.metadata, licence: 'CC-BY-4.0' }
        return { metadata, candidate: { ...work.candidate, metadataHash: metadataHashOf(metadata) } }
      },
      ['9 licence-differs'],
    ],
    [
      'a file that is no picture',
      (work) => {
        const bytes = utf8('<svg xmlns="http://www.w3.org/2000/svg"/>')
        return {
          candidate: { ...work.candidate, contentHash: fileHashOf(bytes) },
          files: work.files.with(PICTURE, bytes),
        }
      },
      ['2 content-cid', '2 content-kind'],
    ],
  ])('%s: only its own check can tell', async (_name, change, found) => {
    const red = new Set(await roundWith(change))
    // The winner’s picture is looked at in check 8 too.
    const told = [...red].filter((one) => !one.startsWith('8 content-'))
    expect(told.toSorted()).toEqual(found)
  })
})
