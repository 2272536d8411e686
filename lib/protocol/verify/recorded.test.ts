import { readFileSync } from 'node:fs'
import { type Hex, toEventSelector, toRlp } from 'viem'
import { describe, expect, test } from 'vitest'
import type { Files } from '#lib/protocol/bundle.ts'
import { unzipBundle } from '#lib/protocol/bundle-zip.ts'
import { bytesToHex, hexToBytes } from '#lib/protocol/bytes.ts'
import { canonicalBytes, jsonLines, parseCanonical, parseJsonLines } from '#lib/protocol/canonical.ts'
import { keccak256 } from '#lib/protocol/crypto/keccak.ts'
import { BLOCK_PROOFS, MANIFEST, manifestOf, POWER_PROOFS } from '#lib/protocol/manifest.ts'
import { COLLECTION_RECORD } from './collection-record.ts'
import { flip, pick, sequenceOf } from './sample-mutants.ts'
import { verifyBundle } from './verify.ts'

/** A round of a local chain with what proves its blocks and powers, and without its pictures. */
const recorded: Files = unzipBundle(
  new Uint8Array(readFileSync(new URL('../../../docs/vectors/recorded.zip', import.meta.url))),
)
const roundId = (parseCanonical(recorded.get(MANIFEST) ?? new Uint8Array()) as { roundId: `0x${string}` })
  .roundId

type Row = Record<string, unknown>
const { collection } = parseCanonical(recorded.get('rules.json') ?? new Uint8Array()) as { collection: Hex }

const rowsOf = (path: string) => parseJsonLines(recorded.get(path) ?? new Uint8Array()) as Row[]

/** The round with some files exchanged, and a manifest that fits them. */
function withFiles(changes: Record<string, Uint8Array | null>): Files {
  const files = new Map(recorded)
  for (const [path, bytes] of Object.entries(changes)) {
    if (bytes) files.set(path, bytes)
    else files.delete(path)
  }
  return files.set(MANIFEST, canonicalBytes(manifestOf(roundId, files)))
}

const withRows = (path: string, edit: (rows: Row[]) => Row[]) =>
  withFiles({ [path]: jsonLines(edit(rowsOf(path))) })

async function checksOf(files: Files) {
  const { checks } = await verifyBundle(files)
  const here = checks.filter(({ colour }) => colour !== 'absent')
  return Object.fromEntries(here.map(({ id, colour }) => [id, colour]))
}

async function foundIn(files: Files): Promise<string[]> {
  const { checks } = await verifyBundle(files)
  return checks.flatMap(({ id, findings }) =>
    findings
      .filter(({ colour }) => colour === 'red')
      .map(({ code, file, line }) => `${id} ${code} ${file}${line === null ? '' : `:${line}`}`),
  )
}

const OFFLINE = {
  '0': 'green',
  '1': 'green',
  '2': 'unknown',
  '3': 'green',
  '4': 'green',
  '5': 'attested',
  '6': 'attested',
  '7': 'attested',
  '7b': 'attested',
  '8': 'unknown',
  '9': 'attested',
}
const UNKNOWN = {
  ...OFFLINE,
  '1': 'unknown',
  '3': 'unknown',
  '5': 'unknown',
  '6': 'unknown',
  '7': 'unknown',
  '7b': 'unknown',
}

describe('a round with recorded evidence, and no chain to ask', () => {
  test('is checked to the end; what nobody can prove is attested', async () => {
    expect(await checksOf(recorded)).toEqual(OFFLINE)
    expect(await foundIn(recorded)).toEqual([])
  })

  test('names every block that it rests on, and says whom to ask about them', async () => {
    const { blocks, trust } = await verifyBundle(recorded)
    const named = blocks.map(({ number }) => number)
    expect(named.toSorted()).toEqual(
      [...new Set(rowsOf(BLOCK_PROOFS).map(({ number }) => number))].toSorted(),
    )
    expect(trust.join(' ')).toContain('no chain was asked')
    expect(trust.join(' ')).toContain('left out of the record')
  })

  test('is as before where there are no proofs', async () => {
    expect(await checksOf(withFiles({ [BLOCK_PROOFS]: null, [POWER_PROOFS]: null }))).toEqual(UNKNOWN)
  })

  test('has unknown powers without the storage of their tokens', async () => {
    expect(await checksOf(withFiles({ [POWER_PROOFS]: null }))).toEqual({ ...OFFLINE, '6': 'unknown' })
  })

  test.each(rowsOf(BLOCK_PROOFS).map(({ number }, index) => [number, index]))(
    'accuses nobody when block %s was not recorded',
    async (_number, index) => {
      const files = withRows(BLOCK_PROOFS, (rows) => rows.toSpliced(index as number, 1))
      expect(await checksOf(files)).toEqual(UNKNOWN)
    },
  )
})

describe('found with recorded evidence alone', () => {
  test.each([
    ['a posted ballot left out', withRows('posted.jsonl', () => []), '5 record-missing posted.jsonl:1'],
    [
      'a posted ballot with other bytes',
      withRows('posted.jsonl', ([row]) => [{ ...row, ballot: '0x6869' }]),
      '5 record-differs posted.jsonl:1',
    ],
    [
      'a head said to be anchored earlier',
      withRows('heads.jsonl', (rows) =>
        rows.map((row) =>
          row.anchor ? { ...row, anchor: { ...(row.anchor as Row), blockTime: 1_700_000_000 } } : row,
        ),
      ),
      '5 record-differs heads.jsonl:13',
    ],
    [
      'a power that its token does not give',
      withRows('powers.jsonl', (rows) =>
        rows.map((row) => ({
          ...row,
          shares: (row.shares as Row[]).map((share) => ({ ...share, raw: '1' })),
        })),
      ),
      '6 power-raw powers.jsonl:1',
    ],
    [
      'other code of a token',
      withRows('powers.jsonl', (rows) =>
        rows.map((row) => ({
          ...row,
          shares: (row.shares as Row[]).map((share) => ({ ...share, codeHash: `0x${'12'.repeat(32)}` })),
        })),
      ),
      '6 power-code powers.jsonl:1',
    ],
    [
      'a result that was not anchored',
      withFiles({
        'result.json': canonicalBytes({
          ...(parseCanonical(recorded.get('result.json') ?? new Uint8Array()) as Row),
          margin: '12',
        }),
      }),
      '7 result-hash result.json',
    ],
    [
      'another close beside the bundle',
      withFiles({
        'after/close.json': canonicalBytes({
          ...(parseCanonical(recorded.get('after/close.json') ?? new Uint8Array()) as Row),
          closes: 2,
        }),
      }),
      '7b record-differs after/close.json',
    ],
    [
      'a mint to somebody else',
      withRows('after/tokens.jsonl', ([row, ...rows]) => [
        { ...row, recipient: `0x${'12'.repeat(20)}` },
        ...rows,
      ]),
      '8 record-differs after/tokens.jsonl:1',
    ],
  ])('%s', async (_name, files, finding) => {
    expect(await foundIn(files)).toContain(finding)
  })

  test('every byte changed in the evidence, its record named', { timeout: 120_000 }, async () => {
    const dice = sequenceOf(20_261_128)
    for (let turn = 0; turn < 150; turn += 1)
      for (const path of [BLOCK_PROOFS, POWER_PROOFS]) {
        const bytes = flip(dice, recorded.get(path) ?? new Uint8Array())
        const found = await foundIn(new Map([...recorded, [path, bytes]]))
        expect(found.length, `${path} ${turn}`).toBeGreaterThan(0)
        expect(found.some((one) => one.includes(path) || one.includes('record-differs'))).toBe(true)
      }
  })

  test('a block of another chain, and a header of another block', async () => {
    const foreign = withRows(BLOCK_PROOFS, (rows) => rows.map((row) => ({ ...row, chainId: 1 })))
    expect(await foundIn(foreign)).toContain(`0 proof-chain ${BLOCK_PROOFS}:1`)
    const [first, second, ...rest] = rowsOf(BLOCK_PROOFS)
    const swapped = withRows(BLOCK_PROOFS, () => [
      { ...first, header: second?.header },
      second as Row,
      ...rest,
    ])
    expect(await foundIn(swapped)).toEqual([`0 proof-invalid ${BLOCK_PROOFS}:1`])
  })

  test('nothing that a block says stops the check, however it was invented', {
    timeout: 120_000,
  }, async () => {
    const dice = sequenceOf(31_337)
    const words = (count: number) =>
      Array.from({ length: count }, () =>
        pick(dice, [
          '00'.repeat(32),
          `${'00'.repeat(31)}20`,
          'ff'.repeat(32),
          `${'00'.repeat(27)}7fffffffff`,
        ]),
      ).join('')
    const kinds = COLLECTION_RECORD.flatMap((item) => (item.type === 'event' ? [toEventSelector(item)] : []))
    for (let turn = 0; turn < 120; turn += 1) {
      const data: Hex = `0x${words(dice(22))}${dice(4) === 0 ? 'ff' : ''}`
      const topics = [pick(dice, kinds), roundId, ...(dice(3) === 0 ? [`0x${words(1)}` as Hex] : [])]
      const invented = inventedBlock([collection, topics, data])
      const files = withRows(BLOCK_PROOFS, (rows) => [...rows, invented])
      const { checks } = await verifyBundle(files)
      expect(checks.length).toBe(12)
    }
  })
})

/** A block of one transaction that logged once, as anyone can invent it. */
function inventedBlock(log: [Hex, Hex[], Hex]): Row {
  const bloom: Hex = `0x${'00'.repeat(256)}`
  const receipt = toRlp(['0x01', '0x5208', bloom, [log]])
  const leaf = toRlp(['0x2080', receipt])
  const none: Hex = `0x${'00'.repeat(32)}`
  const root = bytesToHex(keccak256(hexToBytes(leaf)))
  const header = toRlp([
    none,
    none,
    `0x${'00'.repeat(20)}`,
    none,
    none,
    root,
    bloom,
    '0x',
    '0x0f4240',
    '0x',
    '0x',
    '0x6b49d200',
    '0x',
    none,
    '0x0000000000000000',
  ])
  const transactions = [{ index: 0, hash: none, logIndex: 0 }]
  return { chainId: 31_337, number: '1000000', header, transactions, nodes: [leaf] }
}
