import fc from 'fast-check'
import { privateKeyToAccount } from 'viem/accounts'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { headDigest } from '#lib/protocol/head.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { CHAIN, COLLECTION } from './sample-facts.ts'
import {
  type Doubt,
  EMPTY_RECORD,
  followLog,
  isRewritten,
  type LogRecord,
  operatorsOf,
  type SeenHead,
  type ShownLog,
  seeHead,
  sizeOf,
} from './watch-log.ts'

const home = { chainId: CHAIN, collection: COLLECTION }
const round = sha256Bytes32(utf8('watched round'))
const operator = privateKeyToAccount(sha256Bytes32(utf8('watched operator')))
const other = privateKeyToAccount(sha256Bytes32(utf8('another operator')))

const hashesOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => sha256Bytes32(utf8(`${name} ${index}`)))
const honest = hashesOf('leaf', 40)
/** The honest log up to a size, and other leaves from there on. */
const forkedAt = (size: number) => [...honest.slice(0, size), ...hashesOf('forked', 40 - size)]

async function headOf(
  hashes: readonly Bytes32[],
  source: SeenHead['source'] = 'server',
  account = operator,
): Promise<SeenHead> {
  const head = {
    round,
    size: String(hashes.length),
    root: new LogTree(hashes).root(),
    signedAt: '1800000000',
  }
  const seen = await seeHead(
    home,
    { head, signature: await account.sign({ hash: headDigest(home, head) }) },
    source,
  )
  if (!seen) throw new Error('the signature is sound')
  return seen
}

/** What an instance with these leaves shows to somebody who remembers `record` and asks about `others`. */
function shownBy(
  hashes: readonly Bytes32[],
  heads: SeenHead[],
  record: LogRecord,
  others: SeenHead[] = [],
): ShownLog {
  const tree = new LogTree(hashes)
  const sizes = [record.size, ...others.map(sizeOf)].filter((size) => size <= tree.size)
  return {
    heads,
    hashes: hashes.slice(record.size),
    paths: new Map(sizes.map((size) => [size, tree.consistencyPath(size)])),
  }
}

async function recordOf(hashes: readonly Bytes32[]): Promise<LogRecord> {
  const shown = shownBy(hashes, [await headOf(hashes)], EMPTY_RECORD)
  const { record, doubts } = followLog(EMPTY_RECORD, shown, [])
  expect(doubts).toEqual([])
  return record
}

const kinds = (doubts: readonly Doubt[]) => doubts.map(({ kind }) => kind)
let ten: LogRecord
beforeAll(async () => {
  ten = await recordOf(honest.slice(0, 10))
})

describe('an honest log', () => {
  it('raises no alarm, however it grows and whoever holds heads of it', async () => {
    const heads = await Promise.all(honest.map((_, index) => headOf(honest.slice(0, index + 1))))
    const at = (size: number) => heads[size - 1] as SeenHead
    const sizes = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(sizes, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }), (steps, held) => {
        let record = EMPTY_RECORD
        for (const size of steps.toSorted((a, b) => a - b)) {
          const receipts = held
            .filter((one) => one <= size)
            .map((one) => ({ ...at(one), source: 'receipt' as const }))
          const listed = heads.slice(record.size, size).toReversed()
          const shown = shownBy(honest.slice(0, size), listed, record, receipts)
          const followed = followLog(record, shown, receipts)
          expect(followed.doubts).toEqual([])
          record = followed.record
          expect(record).toMatchObject({ size, head: { head: at(size).head, source: 'record' } })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('that stands still stays as it is', async () => {
    const followed = followLog(
      ten,
      shownBy(honest.slice(0, 10), [await headOf(honest.slice(0, 10))], ten),
      [],
    )
    expect(followed).toEqual({ record: ten, doubts: [] })
  })

  it('of which nothing is shown yet is no matter', () => {
    expect(followLog(EMPTY_RECORD, { heads: [], hashes: [], paths: new Map() }, [])).toEqual({
      record: EMPTY_RECORD,
      doubts: [],
    })
  })
})

describe('a forked log', () => {
  it('of the same size is two signatures of one operator', async () => {
    const fork = forkedAt(9).slice(0, 10)
    const { record, doubts } = followLog(ten, shownBy(fork, [await headOf(fork)], ten), [])
    expect(doubts).toMatchObject([{ kind: 'split', head: { source: 'record' }, other: { source: 'server' } }])
    expect(record).toEqual(ten)
  })

  it('of the same size under two keys is a log that is not continued', async () => {
    const fork = forkedAt(9).slice(0, 10)
    const { doubts } = followLog(ten, shownBy(fork, [await headOf(fork, 'server', other)], ten), [])
    expect(kinds(doubts)).toEqual(['not-continued'])
  })

  it('that is shorter has shrunk', async () => {
    const short = honest.slice(0, 7)
    const { record, doubts } = followLog(ten, shownBy(short, [await headOf(short)], ten), [])
    expect(doubts).toMatchObject([
      { kind: 'shrank', head: { head: { size: '10' } }, newest: { head: { size: '7' } } },
    ])
    expect(record).toEqual(ten)
    expect(kinds(followLog(ten, shownBy([], [], ten), []).doubts)).toEqual(['shrank'])
  })

  it('that is longer does not continue what was seen, and its own leaves prove that', async () => {
    const fork = forkedAt(5)
    const newest = await headOf(fork)
    const { record, doubts } = followLog(ten, shownBy(fork, [newest], ten), [])
    expect(doubts).toMatchObject([{ kind: 'not-continued', head: { source: 'record' } }])
    expect(record).toEqual(ten)
    const denied = ten.head as SeenHead
    expect(isRewritten(denied, newest, new LogTree(fork))).toBe(true)
    expect(isRewritten(denied, await headOf(honest), new LogTree(honest))).toBe(false)
    expect(isRewritten(denied, newest, new LogTree(honest))).toBe(false)
    expect(isRewritten(denied, await headOf(honest), new LogTree(fork))).toBe(false)
  })

  it('is found also when a forged proof and the true leaves are shown with it', async () => {
    const fork = forkedAt(5)
    const shown = { ...shownBy(fork, [await headOf(fork)], ten), hashes: honest.slice(10) }
    expect(kinds(followLog(ten, shown, []).doubts)).toEqual(['not-continued'])
    const paths = new Map([[10, new LogTree(honest).consistencyPath(10)]])
    expect(kinds(followLog(ten, { ...shown, paths }, []).doubts)).toEqual(['not-continued'])
  })

  it('is found in a head that is listed between two sound ones', async () => {
    const heads = [await headOf(honest), await headOf(forkedAt(3).slice(0, 20))]
    const { record, doubts } = followLog(ten, shownBy(honest, heads, ten), [])
    expect(doubts).toMatchObject([{ kind: 'not-continued', head: { head: { size: '20' } } }])
    expect(record.size).toBe(40)
  })
})

describe('what others hold', () => {
  it.each([
    ['before what is remembered', 6],
    ['just there', 10],
    ['after it', 20],
  ])('a receipt of another log %s is not continued', async (_name, size) => {
    const receipt = await headOf(forkedAt(size - 1).slice(0, size), 'receipt', other)
    const { record, doubts } = followLog(ten, shownBy(honest, [await headOf(honest)], ten, [receipt]), [
      receipt,
    ])
    expect(doubts).toMatchObject([{ kind: 'not-continued', head: { source: 'receipt' } }])
    expect(record.size).toBe(40)
  })

  it('a receipt beyond the log shown has shrunk', async () => {
    const receipt = await headOf(honest, 'receipt')
    const shown = shownBy(honest.slice(0, 30), [await headOf(honest.slice(0, 30))], ten)
    expect(followLog(ten, shown, [receipt]).doubts).toMatchObject([
      { kind: 'shrank', head: { source: 'receipt' } },
    ])
  })

  it('an anchored root that is not ours is two signatures, or a log that is not continued', async () => {
    const anchored = await headOf(forkedAt(9).slice(0, 10), 'chain')
    const shown = shownBy(honest, [await headOf(honest)], ten, [anchored])
    expect(followLog(ten, shown, [anchored]).doubts).toMatchObject([
      { kind: 'split', other: { source: 'chain' } },
    ])
    const between = await headOf(forkedAt(9).slice(0, 25), 'chain')
    expect(followLog(ten, shown, [between]).doubts).toMatchObject([
      { kind: 'not-continued', head: { source: 'chain' } },
    ])
  })
})

describe('what is kept back', () => {
  it('leaf hashes that do not give the root leave the record where it was', async () => {
    const shown = { ...shownBy(honest, [await headOf(honest)], EMPTY_RECORD), hashes: honest.slice(0, 39) }
    const { record, doubts } = followLog(EMPTY_RECORD, shown, [])
    expect(kinds(doubts)).toEqual(['hashes'])
    expect(record).toEqual(EMPTY_RECORD)
  })

  it('a proof that is missing is no continuation', async () => {
    const shown = { ...shownBy(honest, [await headOf(honest)], ten), paths: new Map() }
    const { record, doubts } = followLog(ten, shown, [])
    expect(kinds(doubts)).toEqual(['not-continued'])
    expect(record).toEqual(ten)
  })
})

describe('signatures', () => {
  it('name their signer, whoever that is, and a broken one names nobody', async () => {
    const seen = await headOf(honest, 'server', other)
    expect(seen.signer).toBe(other.address.toLowerCase())
    const broken = { head: seen.head, signature: `0x${'00'.repeat(65)}` as const }
    expect(await seeHead(home, broken, 'server')).toBeNull()
  })

  it('of a former operator bind as those of the present one', () => {
    const [first, second] = [`0x${'01'.repeat(20)}`, `0x${'02'.repeat(20)}`] as const
    const rotations = [{ operator: second, size: '4' }]
    expect([...operatorsOf({ opening: { operator: first }, rotations })]).toEqual([first, second])
  })
})
