import { audit, type Ctx } from '#lib/platform/context.ts'
import { AppError } from '#lib/platform/errors.ts'
import { utf8 } from '#lib/protocol/bytes.ts'
import {
  candidateRootOf,
  metadataHashOf,
  numberCandidates,
  type UnnumberedMetadata,
} from '#lib/protocol/candidates.ts'
import { canonicalText, parseCanonical } from '#lib/protocol/canonical.ts'
import type { Address, Bytes32, FileHash } from '#lib/protocol/primitives.ts'
import { rulesSchema } from '#lib/protocol/rules.ts'
import { admissionEnded } from '#lib/protocol/states.ts'
import { countCandidates, readUnnumbered } from './data.ts'
import { bitsOf } from './likeness/data.ts'
import type { RenditionRecord } from './schema.ts'

type LockedRound = {
  rowId: string
  roundId: Bytes32
  candidateRoot: Bytes32 | null
  candidateCount: number | null
} & {
  rules: ReturnType<typeof rulesSchema.parse>
}

/**
 * Holds a round until the transaction ends: admissions and the numbering come one after another.
 * @throws AppError round-unknown when it is not frozen
 */
export async function lockRound({
  ctx,
  input,
}: {
  ctx: Ctx
  input: { roundRowId: string }
}): Promise<LockedRound> {
  const { roundRowId } = input
  await ctx.tx.$queryRaw`SELECT 1 FROM "Round" WHERE id = ${roundRowId}::uuid FOR UPDATE`
  const row = await ctx.tx.round.findUnique({ where: { id: roundRowId } })
  if (!row?.roundId || row.rulesText === null) throw new AppError('round-unknown')
  if (row.status !== 'submissions') throw new AppError('round-state')
  return {
    rowId: row.id,
    roundId: row.roundId as Bytes32,
    rules: rulesSchema.parse(parseCanonical(utf8(row.rulesText))),
    candidateRoot: row.candidateRoot as Bytes32 | null,
    candidateCount: row.candidateCount,
  }
}

/** What stands in the way of one more work, under the round's lock; null when nothing does. */
export async function admissionBar(
  ctx: Ctx,
  round: LockedRound,
): Promise<'admission-ended' | 'round-full' | null> {
  if (round.candidateRoot !== null || admissionEnded(round.rules, ctx.clock.now())) return 'admission-ended'
  const full = (await countCandidates(ctx.tx, round.rowId)) >= round.rules.limits.maxCandidates
  return full ? 'round-full' : null
}

export type NewAsset = {
  contentHash: FileHash
  contentCid: string
  mime: string
  byteLength: number
  width: number
  height: number
  pixelHash: FileHash
  /** 64 hex digits. */
  nearHash: string
  thumbhash: Uint8Array
  renditions: RenditionRecord[]
}

type NewCandidate = {
  roundRowId: string
  taskId: string
  creator: Address
  creatorName: string
  recipeHash: FileHash
  metadata: UnnumberedMetadata
  asset: NewAsset
}

/** Hangs a work. The caller holds the round's lock and has the verdicts. */
export async function insertCandidate({ ctx, input }: { ctx: Ctx; input: NewCandidate }): Promise<void> {
  const { asset, metadata, ...candidate } = input
  const { contentHash } = asset
  const thumbhash = new Uint8Array(asset.thumbhash)
  const nearHash = bitsOf(asset.nearHash)
  await ctx.tx.asset.createMany({ data: [{ ...asset, thumbhash, nearHash }], skipDuplicates: true })
  await ctx.tx.candidate.create({
    data: {
      ...candidate,
      contentHash,
      metadata,
      metadataHash: metadataHashOf(metadata),
      admittedAt: BigInt(ctx.clock.now()),
    },
  })
  await audit(ctx, 'candidate.admit', contentHash, { round: candidate.roundRowId, task: candidate.taskId })
}

export type Numbering = { candidateRoot: Bytes32; candidateCount: number }

/**
 * Ends admission: numbers the works of a round by their hashes, keeps each one's record, and fixes the root.
 * A second call changes nothing. Unfinished pictures are dropped.
 * @throws AppError round-state before submissionsCloseAt
 */
export async function numberRound({ ctx, roundRowId }: { ctx: Ctx; roundRowId: string }): Promise<Numbering> {
  const round = await lockRound({ ctx, input: { roundRowId } })
  if (round.candidateRoot !== null)
    return { candidateRoot: round.candidateRoot, candidateCount: round.candidateCount ?? 0 }
  if (!admissionEnded(round.rules, ctx.clock.now())) throw new AppError('round-state')
  const rows = await readUnnumbered(ctx.tx, roundRowId)
  const idByHash = new Map(rows.map(({ id, candidate }) => [candidate.contentHash, id]))
  const candidates = numberCandidates(
    round.roundId,
    rows.map(({ candidate }) => candidate),
  )
  const candidateRoot = candidateRootOf(candidates)
  const ids = candidates.map(({ contentHash }) => idByHash.get(contentHash) ?? '')
  const numbers = candidates.map(({ number }) => number)
  const records = candidates.map((candidate) => canonicalText(candidate))
  await ctx.tx.$executeRaw`
    UPDATE "Candidate" SET number = given.number, record = given.record
    FROM unnest(${ids}::uuid[], ${numbers}::int[], ${records}::text[]) AS given(id, number, record)
    WHERE "Candidate".id = given.id`
  await ctx.tx.task.updateMany({
    where: { roundRowId, status: { in: ['queued', 'rendering'] } },
    data: { status: 'failed', dueAt: null, errorCode: 'admission-ended' },
  })
  await ctx.tx.round.update({
    where: { id: roundRowId },
    data: { candidateRoot, candidateCount: candidates.length },
  })
  await audit(ctx, 'round.number', roundRowId, { candidateRoot, candidateCount: candidates.length })
  return { candidateRoot, candidateCount: candidates.length }
}
