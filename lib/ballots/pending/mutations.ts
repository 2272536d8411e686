import { audit, type Ctx } from '#lib/platform/context.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Ballot } from '#lib/protocol/typed-data.ts'
import { findPending, type OwnerSignature } from './data.ts'

type NewPending = {
  key: string
  roundRowId: string
  signingChain: number
  ballot: Ballot
  text: string | undefined
  digest: Bytes32
}

export async function insertPending({ ctx, input }: { ctx: Ctx; input: NewPending }): Promise<void> {
  const { key, roundRowId, signingChain, ballot, text, digest } = input
  await ctx.tx.pendingBallot.create({
    data: {
      key,
      roundRowId,
      signingChain: BigInt(signingChain),
      ballot,
      text: text ?? null,
      ballotDigest: digest,
      signatures: [],
    },
  })
  await audit(ctx, 'pending-ballot.start', digest)
}

/** Keeps an owner's signature, once for each owner, and lets go of those who are no owners any more. */
export async function addOwnerSignature({
  ctx,
  input,
}: {
  ctx: Ctx
  input: { roundRowId: string; key: string; signed: OwnerSignature; owners: readonly Address[] }
}): Promise<void> {
  const { roundRowId, key, signed, owners } = input
  await ctx.tx.$queryRaw`SELECT "key" FROM "PendingBallot" WHERE "key" = ${key} FOR UPDATE`
  const pending = await findPending(ctx.tx, roundRowId, key)
  if (!pending) return
  const others = pending.signatures.filter(({ owner }) => owner !== signed.owner && owners.includes(owner))
  await ctx.tx.pendingBallot.update({ where: { key }, data: { signatures: [...others, signed] } })
  await audit(ctx, 'pending-ballot.sign', pending.digest)
}

/** What became of it: in the log, or refused for good. */
export async function settlePending({
  ctx,
  input,
}: {
  ctx: Ctx
  input: { key: string; digest: Bytes32; refusedCode: string | null }
}): Promise<void> {
  const { key, digest, refusedCode } = input
  const data = refusedCode === null ? { takenAt: new Date(), refusedCode: null } : { refusedCode }
  await ctx.tx.pendingBallot.update({ where: { key }, data })
  await audit(ctx, 'pending-ballot.settle', digest, { refusedCode })
}
