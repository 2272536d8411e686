import type { Db, Tx } from '#lib/platform/db.ts'
import { type BlockProof, blockProofSchema } from '#lib/protocol/proofs/block-proof.ts'
import {
  type BlockMark,
  type EventPlace,
  type RoundEvent,
  type RoundEventName,
  roundEventArgs,
} from './schema.ts'

/** Blocks that were read, newest first: the cursor and what is behind it. */
export async function readBlockMarks(db: Db | Tx, chainId: number, take = 256): Promise<BlockMark[]> {
  const rows = await db.chainBlock.findMany({ where: { chainId }, orderBy: { number: 'desc' }, take })
  return rows.map((row) => ({ number: Number(row.number), hash: row.hash }))
}

/** Collections whose events are followed, with the block each was deployed in. */
export async function followedCollections(
  db: Db | Tx,
  chainId: number,
): Promise<{ address: `0x${string}`; deployBlock: number }[]> {
  const rows = await db.community.findMany({ where: { chainId }, orderBy: { collection: 'asc' } })
  return rows.map((row) => ({
    address: row.collection as `0x${string}`,
    deployBlock: Number(row.deployBlock),
  }))
}

/** What proves some blocks of a round; nothing for those that cannot be proven. */
export async function readBlockProofs(
  db: Db | Tx,
  roundRowId: string,
  hashes: readonly string[],
): Promise<Map<string, BlockProof | null>> {
  const rows = await db.blockProof.findMany({ where: { roundRowId, hash: { in: [...hashes] } } })
  return new Map(rows.map(({ hash, proof }) => [hash, proof === null ? null : blockProofSchema.parse(proof)]))
}

/** Counted rounds with an event in a block that nobody has tried to prove yet. */
export async function roundsToProve(db: Db | Tx): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT round.id FROM "Closing" closing
    JOIN "Round" round ON round.id = closing."roundRowId"
    JOIN "Community" community ON community.id = round."communityId"
    JOIN "ChainEvent" event ON event."roundId" = round."roundId"
      AND event."chainId" = community."chainId" AND event.address = community.collection
    WHERE NOT EXISTS (
      SELECT FROM "BlockProof" proof WHERE proof."roundRowId" = round.id AND proof.hash = event."blockHash")`
  return rows.map(({ id }) => id)
}

type EventRow = {
  name: string
  args: unknown
  blockNumber: bigint
  blockHash: string
  blockTime: bigint
  txHash: string
  logIndex: number
}

function parseEvent(row: EventRow): RoundEvent {
  const name = row.name as RoundEventName
  const place: EventPlace = {
    blockNumber: Number(row.blockNumber),
    blockHash: row.blockHash as `0x${string}`,
    blockTime: Number(row.blockTime),
    txHash: row.txHash as `0x${string}`,
    logIndex: row.logIndex,
  }
  return { name, place, args: roundEventArgs[name].parse(row.args) } as RoundEvent
}

/** Events of many rounds in chain order, by round id. */
export async function readEventsOf(
  db: Db | Tx,
  rounds: { roundId: string; chainId: number; collection: string }[],
): Promise<Map<string, RoundEvent[]>> {
  const events = new Map<string, RoundEvent[]>(rounds.map((round) => [round.roundId, []]))
  if (rounds.length === 0) return events
  const home = new Map(rounds.map((round) => [round.roundId, round]))
  const rows = await db.chainEvent.findMany({
    where: { roundId: { in: [...events.keys()] } },
    orderBy: [{ blockNumber: 'asc' }, { logIndex: 'asc' }],
  })
  for (const row of rows) {
    const round = home.get(row.roundId ?? '')
    // Another collection may carry the same id: only the round's own counts.
    if (!round || row.chainId !== round.chainId || row.address !== round.collection) continue
    events.get(round.roundId)?.push(parseEvent(row))
  }
  return events
}

export async function readRoundEvents(
  db: Db | Tx,
  round: { roundId: string; chainId: number; collection: string },
): Promise<RoundEvent[]> {
  return (await readEventsOf(db, [round])).get(round.roundId) ?? []
}
