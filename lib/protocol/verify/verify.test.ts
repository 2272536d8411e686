import { describe, expect, test } from 'vitest'
import { type Files, worksLayer } from '#lib/protocol/bundle.ts'
import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import { utf8 } from '#lib/protocol/bytes.ts'
import { canonicalBytes, jsonLines, parseCanonical } from '#lib/protocol/canonical.ts'
import { tokenIdOf } from '#lib/protocol/evidence.ts'
import { MANIFEST, manifestOf, workPath } from '#lib/protocol/manifest.ts'
import type { Finding, Report } from './report.ts'
import { sampleFacts, sampleReader } from './sample-chain.ts'
import { sampleRound } from './sample-round.ts'
import { verifyBundle } from './verify.ts'

const round = await sampleRound()
const chain = sampleReader(round)
const { collection } = round.input.rules

const everyOf = (report: Report): (Finding & { id: string })[] =>
  report.checks.flatMap(({ id, findings }) => findings.map((finding) => ({ ...finding, id })))
/** What speaks against the bundle, or cannot be told; not what is somebody's word. */
const findingsOf = (report: Report) => everyOf(report).filter(({ colour }) => colour !== 'attested')
const coloursOf = (report: Report) => Object.fromEntries(report.checks.map(({ id, colour }) => [id, colour]))
const withFile = (path: string, bytes: Uint8Array): Files => new Map([...round.files, [path, bytes]])
const without = (path: string): Files => new Map([...round.files].filter(([name]) => name !== path))
const resealed = (files: Files): Files =>
  files.set(MANIFEST, canonicalBytes(manifestOf(round.roundId, files)))

describe('an honest bundle', () => {
  test('is right with a chain, as an archive and as files, but for what is somebody’s word', async () => {
    for (const bundle of [zipBundle(round.files), round.files]) {
      const report = await verifyBundle(bundle, { chain, collection })
      expect(everyOf(report).map(({ id, colour, code }) => [id, colour, code])).toEqual([
        ['2', 'attested', 'recipe-claimed'],
        ['9', 'attested', 'gates-claimed'],
      ])
      expect(report.checks.filter(({ colour }) => colour === 'green').map(({ id }) => id)).toEqual([
        '0',
        '1',
        '3',
        '4',
        '5',
        '6',
        '7',
        '7b',
        '8',
      ])
      expect(report).toMatchObject({ colour: 'attested', exitCode: 0, title: 'Tidal studies' })
      expect(report.winners).toMatchObject([{ rank: 1 }, { rank: 2 }])
    }
  })

  test('is unknown without one: only ballots and files need no anchor', async () => {
    const report = await verifyBundle(round.files)
    expect(report).toMatchObject({ colour: 'unknown', exitCode: 2 })
    expect(coloursOf(report)).toEqual({
      '0': 'green',
      '1': 'unknown',
      '2': 'attested',
      '3': 'unknown',
      '4': 'green',
      '5': 'unknown',
      '6': 'unknown',
      '7': 'unknown',
      '7b': 'unknown',
      '8': 'unknown',
      '9': 'attested',
      '10': 'absent',
    })
  })

  test('tells which check begins, in their order', async () => {
    const begun: string[] = []
    await verifyBundle(round.files, { progress: (id) => begun.push(id) })
    expect(begun).toEqual(['0', '4', '1', '2', '3', '5', '6', '7', '7b', '8', '9'])
  })

  test('says what the reader still trusts, and which blocks it rests on', async () => {
    const known = await verifyBundle(round.files, { chain, collection })
    const unknown = await verifyBundle(round.files)
    expect(known.trust.join(' ')).not.toContain(collection)
    expect(unknown.trust.join(' ')).toContain(collection)
    expect(known.blocks.map(({ what }) => what)).toEqual([
      'snapshot',
      'opening',
      'sealed log',
      'tie seed',
      'close',
    ])
    expect(known.contractWallets).toEqual({ ballots: 0, power: '0', winnersChange: false })
  })

  test('carries what came after the close, and it is compared', async () => {
    const { events } = sampleFacts(round)
    const [close] = events.closed
    const mints = events.minted.map((mint) => ({ ...mint, tokenId: String(tokenIdOf(1, mint.rank)) }))
    const files = new Map([
      ...round.files,
      ['after/close.json', canonicalBytes(close)],
      ['after/tokens.jsonl', jsonLines(mints)],
    ] as const)
    expect(findingsOf(await verifyBundle(files, { chain, collection }))).toEqual([])
    const other = canonicalBytes({ ...close, winnersRoot: `0x${'1'.repeat(64)}` })
    const report = await verifyBundle(new Map([...files, ['after/close.json', other]]))
    expect(findingsOf(report)).toContainEqual(expect.objectContaining({ id: '7b', code: 'anchor-differs' }))
    const moved = jsonLines(mints.map((mint) => ({ ...mint, number: 1 })))
    const minted = await verifyBundle(new Map([...files, ['after/tokens.jsonl', moved]]), { chain })
    expect(findingsOf(minted)).toContainEqual(
      expect.objectContaining({ id: '8', file: 'after/tokens.jsonl', line: 1 }),
    )
  })
})

describe('files that do not belong', () => {
  const redCodes = async (files: Files) => {
    const report = await verifyBundle(files, { chain, collection })
    expect(report.exitCode).toBe(1)
    return findingsOf(report).map(({ id, file, code }) => `${id} ${file} ${code}`)
  }

  test('a file that no bundle has', async () => {
    expect(await redCodes(withFile('notes.txt', utf8('hello')))).toEqual(['0 notes.txt bundle-unknown-file'])
  })

  test('a core file that the manifest does not list', async () => {
    const codes = await redCodes(withFile('tokens/000003.json', utf8('{}')))
    expect(codes).toContain('0 tokens/000003.json bundle-unknown-file')
  })

  test('a token document that nobody won, listed', async () => {
    const codes = await redCodes(resealed(withFile('tokens/000003.json', utf8('{}'))))
    expect(codes).toContain('7b tokens/000003.json outcome-foreign')
  })

  test('a second shard behind one that is not full', async () => {
    const shard = jsonLines(round.input.leaves.slice(0, 1))
    const codes = await redCodes(resealed(withFile('log/000001.jsonl', shard)))
    expect(codes).toContain('0 leaf-hashes/000001.jsonl bundle-missing-file')
    expect(codes).toContain('0 log/000000.jsonl bundle-layout')
  })

  test('a work under another name', async () => {
    const path = workPath('ab'.repeat(32))
    expect(await redCodes(withFile(path, utf8('a picture')))).toEqual([`0 ${path} bundle-hash`])
  })

  test.each([...round.bundle.files.keys()])('%s missing', async (path) => {
    expect((await redCodes(without(path))).join()).toContain(path)
  })

  test('lines out of order, or twice', async () => {
    const rows = round.input.powers.toSorted((a, b) => (a.account < b.account ? -1 : 1))
    const swapped = resealed(withFile('powers.jsonl', jsonLines(rows.toReversed())))
    expect(await redCodes(swapped)).toContain('0 powers.jsonl bundle-layout')
    const twice = resealed(withFile('powers.jsonl', jsonLines(rows.flatMap((row) => [row, row]))))
    expect(await redCodes(twice)).toContain('0 powers.jsonl bundle-layout')
  })

  test('a protocol that this verifier does not know', async () => {
    const manifest = {
      ...(parseCanonical(round.files.get(MANIFEST) ?? utf8('')) as object),
      protocol: 'verso/2',
    }
    const report = await verifyBundle(withFile(MANIFEST, canonicalBytes(manifest)))
    expect(findingsOf(report)).toMatchObject([
      { file: MANIFEST, field: 'protocol', code: 'protocol-unknown' },
    ])
    expect(report.exitCode).toBe(1)
  })

  test('something that is no archive', async () => {
    expect(await verifyBundle(utf8('PK but not really'))).toMatchObject({ colour: 'red', exitCode: 1 })
  })
})

describe('pictures', () => {
  const winner = round.input.candidates[(round.bundle.result.winners[0]?.number ?? 0) - 1]
  const path = workPath(winner?.contentHash ?? '')

  test('a winner whose picture is not here: unknown', async () => {
    const report = await verifyBundle(without(path), { chain, collection })
    expect(findingsOf(report)).toMatchObject([
      { id: '2', colour: 'unknown', file: path, code: 'needs-file' },
      { id: '8', colour: 'unknown', file: path, code: 'needs-file' },
    ])
    expect(report.exitCode).toBe(2)
  })

  test('works that nobody refers to do no harm', async () => {
    const files = new Map([...round.files, ...worksLayer([utf8('a brief')])])
    expect((await verifyBundle(files, { chain, collection })).exitCode).toBe(0)
  })
})

test('lists the files that no anchor covers', async () => {
  const files = new Map(round.files)
  expect((await verifyBundle(files)).informative).toEqual([])
  const stray = utf8('a work of nobody')
  const [[path, bytes] = ['', stray]] = worksLayer([stray])
  files.set(path, bytes)
  const report = await verifyBundle(files)
  expect(report.informative).toEqual([path])
  expect(report.colour).toBe('unknown')
})
