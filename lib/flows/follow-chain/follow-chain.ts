import { BlockNotFoundError, type PublicClient } from 'viem'
import type { Db } from '#lib/platform/db.ts'
import { followedCollections, readBlockMarks } from '#lib/rounds/chain/data.ts'
import { lockChain, recordRange, rewindChain } from '#lib/rounds/chain/mutations.ts'
import type { BlockMark } from '#lib/rounds/chain/schema.ts'
import { readRange } from './read-range.ts'

export type FollowServices = { db: Db; chain: PublicClient; chainId: number }
export type Followed = { head: number; rewound: boolean; touchedRounds: string[] }

const BLOCKS_PER_READ = 2_000
const ATTEMPTS = 20

async function hashAt(client: PublicClient, number: number): Promise<string | null> {
  try {
    return (await client.getBlock({ blockNumber: BigInt(number) })).hash
  } catch (error) {
    if (error instanceof BlockNotFoundError) return null
    throw error
  }
}

/** The newest block we read that the chain still has; null when none of the kept ones is. */
async function commonBlock(client: PublicClient, marks: BlockMark[]): Promise<BlockMark | null> {
  for (const mark of marks) if ((await hashAt(client, mark.number)) === mark.hash) return mark
  return null
}

type Step = { kind: 'done' } | { kind: 'again' } | { kind: 'rewound' } | { kind: 'read'; rounds: string[] }

async function rewind(services: FollowServices, seen: BlockMark, common: BlockMark | null): Promise<Step> {
  const { db, chainId } = services
  await db.$transaction(async (tx) => {
    await lockChain({ ctx: { tx }, input: { chainId } })
    const [cursor] = await readBlockMarks(tx, chainId, 1)
    if (cursor?.hash !== seen.hash) return
    await rewindChain({ ctx: { tx }, input: { chainId, above: common?.number ?? -1 } })
  })
  return { kind: 'rewound' }
}

async function step(services: FollowServices, head: number): Promise<Step> {
  const { db, chain, chainId } = services
  const marks = await readBlockMarks(db, chainId)
  const cursor = marks[0]
  if (cursor) {
    const common = await commonBlock(chain, marks)
    if (common !== cursor) return rewind(services, cursor, common)
  }
  const collections = await followedCollections(db, chainId)
  const start = Math.min(...collections.map((entry) => entry.deployBlock))
  if (collections.length === 0) return { kind: 'done' }
  const fromBlock = cursor ? cursor.number + 1 : start
  if (fromBlock > head) return { kind: 'done' }
  const toBlock = Math.min(head, fromBlock + BLOCKS_PER_READ - 1)
  const addresses = collections.map((entry) => entry.address)
  const read = await readRange(chain, { addresses, fromBlock, toBlock, parentHash: cursor?.hash ?? null })
  if (read.kind === 'moved') return { kind: 'again' }
  const recorded = await db.$transaction(async (tx) => {
    await lockChain({ ctx: { tx }, input: { chainId } })
    const [now] = await readBlockMarks(tx, chainId, 1)
    const followed = await followedCollections(tx, chainId)
    // Another process advanced, or a community was added meanwhile: what was read may have a hole.
    if (now?.hash !== cursor?.hash || followed.length !== collections.length) return false
    await recordRange({ ctx: { tx }, input: { chainId, events: read.events, marks: read.marks } })
    return true
  })
  return recorded ? { kind: 'read', rounds: read.events.map((event) => event.roundId) } : { kind: 'again' }
}

/**
 * Brings the events in the database level with the chain's head, undoing blocks that a
 * reorganisation removed. Safe to run at once in several processes.
 */
export async function followChain(services: FollowServices): Promise<Followed> {
  const touched = new Set<string>()
  let rewound = false
  let failures = 0
  for (;;) {
    const head = Number(await services.chain.getBlockNumber({ cacheTime: 0 }))
    const outcome = await step(services, head)
    if (outcome.kind === 'done') return { head, rewound, touchedRounds: [...touched] }
    if (outcome.kind === 'read') for (const round of outcome.rounds) touched.add(round)
    if (outcome.kind === 'rewound') rewound = true
    failures = outcome.kind === 'read' ? 0 : failures + 1
    if (failures > ATTEMPTS) throw new Error('the chain moves faster than it can be read')
  }
}

/** Reads the past of a collection that is added while others are already followed. */
export async function readPast(
  services: FollowServices,
  collection: { address: `0x${string}`; deployBlock: number },
  cursor: BlockMark,
) {
  const events = []
  for (let from = collection.deployBlock; from <= cursor.number; from += BLOCKS_PER_READ) {
    const toBlock = Math.min(cursor.number, from + BLOCKS_PER_READ - 1)
    const read = await readRange(services.chain, {
      addresses: [collection.address],
      fromBlock: from,
      toBlock,
      parentHash: null,
    })
    if (read.kind === 'moved') return null
    events.push(...read.events)
  }
  return events
}
