import { type RoundOnChain, roundOnChain } from '#lib/flows/round-on-chain.ts'
import type { Services } from '#lib/flows/services.ts'
import { logger } from '#lib/platform/logger.ts'
import { parseCanonical } from '#lib/protocol/canonical.ts'
import { evidenceSchema } from '#lib/protocol/evidence.ts'
import type { BlockProof } from '#lib/protocol/proofs/block-proof.ts'
import { blocksToProve, type NamedBlock } from '#lib/rounds/chain/blocks-to-prove.ts'
import { readBlockProofs, readRoundEvents } from '#lib/rounds/chain/data.ts'
import { keepBlockProof } from '#lib/rounds/chain/mutations.ts'
import { proveBlock } from '#lib/rounds/chain/prove-block.ts'
import { type Closing, latestClosing } from '#lib/rounds/results/data.ts'

type Reads = Pick<Services, 'db' | 'storage'>

async function blocksOf(
  { db, storage }: Reads,
  { round }: RoundOnChain,
  closing: Closing,
): Promise<NamedBlock[]> {
  const { chainId, collection } = round.rules
  const bytes = await storage.get(closing.files['evidence.json'] ?? '')
  if (!bytes) return []
  const events = await readRoundEvents(db, { roundId: round.roundId, chainId, collection })
  return blocksToProve(
    evidenceSchema.parse(parseCanonical(bytes)),
    events.map(({ place }) => place),
  )
}

/** Headers and receipts recorded so far for the blocks that a round's record names, by number. */
export async function recordedProofs(
  reads: Reads,
  seen: RoundOnChain,
  closing: Closing,
): Promise<BlockProof[]> {
  const blocks = await blocksOf(reads, seen, closing)
  const known = await readBlockProofs(
    reads.db,
    seen.round.rowId,
    blocks.map(({ hash }) => hash),
  )
  return blocks.flatMap(({ hash }) => known.get(hash) ?? [])
}

/** Records what proves the blocks of a counted round, as far as they are not recorded. @throws AppError round-unknown */
export async function recordProofs(services: Services, id: string): Promise<void> {
  const { db, chain, chainId } = services
  const seen = await roundOnChain(services, id)
  const roundRowId = seen.round.rowId
  const closing = await latestClosing(db, roundRowId)
  if (!closing) return
  const blocks = await blocksOf(services, seen, closing)
  const known = await readBlockProofs(
    db,
    roundRowId,
    blocks.map(({ hash }) => hash),
  )
  for (const block of blocks) {
    if (known.has(block.hash)) continue
    const proof = await proveBlock(chain, { chainId, ...block })
    if (!proof) logger().warn({ block: block.number }, 'the chain does not prove this block')
    await db.$transaction((tx) =>
      keepBlockProof({ ctx: { tx }, input: { roundRowId, hash: block.hash, proof } }),
    )
  }
}
