import { randomUUID } from 'node:crypto'
import type { Ask, Tx } from '#lib/platform/db.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { SignedRefusal } from '#lib/protocol/refusal.ts'
import type { Head } from '#lib/protocol/typed-data.ts'

type LogCtx = { ask: Ask }

/** One appender a round at a time, in whichever process; readers are not held up. */
export async function lockLog({ ctx, input }: { ctx: LogCtx; input: { roundRowId: string } }): Promise<void> {
  await ctx.ask('SELECT id FROM "Round" WHERE id = $1::uuid FOR NO KEY UPDATE', [input.roundRowId])
}

export type NewLeaf = {
  index: number
  text: string
  leafHash: Bytes32
  digest: Bytes32
  voter: string
  sequence: bigint
  acceptedAt: number
}

/** The log is its own audit: each leaf names who signed it and when it was taken. */
export async function appendLeaves({
  ctx,
  input,
}: {
  ctx: LogCtx
  input: { roundRowId: string; leaves: NewLeaf[]; head: Head; signature: string }
}): Promise<void> {
  const { roundRowId, leaves, head, signature } = input
  // Neither numbers nor hex nor canonical JSON hold a line break: a text for each column costs less than an array.
  const column = (of: (leaf: NewLeaf) => unknown) => leaves.map(of).join('\n')
  // One statement whatever their number: binding each value costs more than the rest of a ballot.
  await ctx.ask(
    `WITH "added" AS (
      INSERT INTO "LogLeaf"
        ("roundRowId", "index", "leaf", "leafHash", "ballotDigest", "voter", "sequence", "acceptedAt")
      SELECT $1::uuid, * FROM unnest(
        string_to_array($2, chr(10))::int[],
        string_to_array($3, chr(10)),
        string_to_array($4, chr(10)),
        string_to_array($5, chr(10)),
        string_to_array($6, chr(10)),
        string_to_array($7, chr(10))::bigint[],
        string_to_array($8, chr(10))::bigint[]
      )
    )
    INSERT INTO "Head" ("roundRowId", "id", "size", "root", "signedAt", "signature")
    VALUES ($1::uuid, $9::uuid, $10, $11, $12, $13)`,
    [
      roundRowId,
      column(({ index }) => index),
      column(({ text }) => text),
      column(({ leafHash }) => leafHash),
      column(({ digest }) => digest),
      column(({ voter }) => voter),
      column(({ sequence }) => sequence),
      column(({ acceptedAt }) => acceptedAt),
      randomUUID(),
      head.size,
      head.root,
      head.signedAt,
      signature,
    ],
  )
}

export async function insertRefusal({
  ctx,
  input,
}: {
  ctx: { tx: Tx }
  input: { roundRowId: string; voter: string; signed: SignedRefusal }
}): Promise<void> {
  const { refusal, signature } = input.signed
  await ctx.tx.refusal.create({
    data: {
      roundRowId: input.roundRowId,
      ballotDigest: refusal.ballotDigest,
      voter: input.voter,
      code: refusal.code,
      evidenceBlock: BigInt(refusal.evidenceBlock),
      at: BigInt(refusal.at),
      signature,
    },
  })
}

/** Notes the transaction that anchors a head, or that there is none any more. */
export async function noteAnchor({
  ctx,
  input,
}: {
  ctx: { tx: Tx }
  input: { roundRowId: string; size: number; anchorTx: string | null }
}): Promise<void> {
  const { roundRowId, size, anchorTx } = input
  await ctx.tx.head.updateMany({ where: { roundRowId, size }, data: { anchorTx } })
}
