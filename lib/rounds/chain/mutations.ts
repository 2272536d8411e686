import type { Prisma, Tx } from '#lib/platform/db.ts'
import type { BlockProof } from '#lib/protocol/proofs/block-proof.ts'
import type { BlockMark, EventRecord } from './schema.ts'

/** Only one writer of a chain's events at a time, in whichever process. */
const FOLLOW_LOCK = 7_601

/** Only one sender of the operator's transactions at a time: they share one nonce. */
const SEND_LOCK = 7_602

/** Blocks kept behind the cursor to find where a reorganisation began. */
const KEPT_MARKS = 256

type ChainCtx = { tx: Tx }

export async function lockChain({
  ctx,
  input,
}: {
  ctx: ChainCtx
  input: { chainId: number }
}): Promise<void> {
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(${FOLLOW_LOCK}::int, ${input.chainId}::int)`
}

export async function lockSender({
  ctx,
  input,
}: {
  ctx: ChainCtx
  input: { chainId: number }
}): Promise<void> {
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEND_LOCK}::int, ${input.chainId}::int)`
}

/** Keeps what proves a block of a round, or that nothing does; the first answer stays. */
export async function keepBlockProof({
  ctx,
  input,
}: {
  ctx: ChainCtx
  input: { roundRowId: string; hash: string; proof: BlockProof | null }
}): Promise<void> {
  const { roundRowId, hash, proof } = input
  const rows = [{ roundRowId, hash, ...(proof && { proof }) }]
  await ctx.tx.blockProof.createMany({ data: rows, skipDuplicates: true })
}

export async function insertEvents({
  ctx,
  input,
}: {
  ctx: ChainCtx
  input: { chainId: number; events: EventRecord[] }
}): Promise<void> {
  if (input.events.length === 0) return
  await ctx.tx.chainEvent.createMany({
    skipDuplicates: true,
    data: input.events.map(({ address, name, roundId, args, place }) => ({
      chainId: input.chainId,
      blockHash: place.blockHash,
      logIndex: place.logIndex,
      blockNumber: BigInt(place.blockNumber),
      blockTime: BigInt(place.blockTime),
      txHash: place.txHash,
      address,
      name,
      roundId,
      args: args as Prisma.InputJsonObject,
    })),
  })
}

/** Advances the cursor over a range that was read whole. */
export async function recordRange({
  ctx,
  input,
}: {
  ctx: ChainCtx
  input: { chainId: number; events: EventRecord[]; marks: BlockMark[] }
}): Promise<void> {
  const { chainId, events, marks } = input
  await insertEvents({ ctx, input: { chainId, events } })
  await ctx.tx.chainBlock.createMany({
    skipDuplicates: true,
    data: marks.map(({ number, hash }) => ({ chainId, number: BigInt(number), hash })),
  })
  const kept = await ctx.tx.chainBlock.findMany({
    where: { chainId },
    orderBy: { number: 'desc' },
    skip: KEPT_MARKS,
    take: 1,
  })
  const oldest = kept[0]
  if (oldest) await ctx.tx.chainBlock.deleteMany({ where: { chainId, number: { lte: oldest.number } } })
}

/** Forgets every block above one that the chain still has, with its events. */
export async function rewindChain({
  ctx,
  input,
}: {
  ctx: ChainCtx
  input: { chainId: number; above: number }
}): Promise<void> {
  const { chainId, above } = input
  await ctx.tx.chainEvent.deleteMany({ where: { chainId, blockNumber: { gt: BigInt(above) } } })
  await ctx.tx.chainBlock.deleteMany({ where: { chainId, number: { gt: BigInt(above) } } })
}
