import { readLogTail } from '#lib/ballots/data.ts'
import { appendLeaves, lockLog, type NewLeaf } from '#lib/ballots/mutations.ts'
import type { Services } from '#lib/flows/services.ts'
import { clockAt } from '#lib/platform/clock.ts'
import { inTransaction } from '#lib/platform/db.ts'
import { AppError } from '#lib/platform/errors.ts'
import { type BallotContext, checkTurn, type VerifiedPost } from '#lib/protocol/ballot.ts'
import { bytesToHex } from '#lib/protocol/bytes.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { headDigest } from '#lib/protocol/head.ts'
import { type Leaf, writeLeaf } from '#lib/protocol/leaf.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import { WALLET_SECONDS } from '#lib/protocol/wallet-signature.ts'
import type { VotingRound } from './voting-round.ts'

/** Leaves of each round's log that this process has seen, so that a batch reads only what others added. */
export type Trees = Map<string, LogTree>

export type Appended =
  | { kind: 'receipt'; digest: Bytes32; receipt: Receipt }
  | { kind: 'refused'; error: ProtocolError }
  | { kind: 'failed'; error: AppError }

/** Bytes of a leaf's random part. */
const RANDOM = 16

type Place = { index: number; acceptedAt: number; lastSequence: bigint; random16: `0x${string}` }

function leafOf({ post, check }: VerifiedPost, place: Place): Leaf {
  const { signingChain, ballot, signature, text } = post
  const { acceptedAt, random16 } = place
  return {
    acceptedAt,
    ballot,
    check,
    kind: 'ballot',
    random16,
    signature,
    signingChain,
    ...(text !== undefined && { text }),
  }
}

type Placed = { leaf: Leaf; row: NewLeaf }
type Failed = ProtocolError | AppError
const hasFailed = (result: Placed | Failed): result is Failed => result instanceof Error

/** A ballot to append; of a contract wallet, with the time of the block after which it was asked. */
export type ToAppend = { verified: VerifiedPost; walletTime?: number | undefined }

/** The leaf says that the contract was asked just before the ballot was taken. */
function assertAsked(walletTime: number | undefined, acceptedAt: number): void {
  if (walletTime === undefined) return
  if (walletTime > acceptedAt || walletTime < acceptedAt - WALLET_SECONDS)
    throw new AppError('wallet-check-unavailable')
}

function place(round: VotingRound, { verified, walletTime }: ToAppend, at: Place): Placed | Failed {
  const { digest, ballot } = verified
  const { acceptedAt, lastSequence } = at
  const context: BallotContext = { ...round, acceptedAt, lastSequence }
  try {
    checkTurn(context, verified)
    assertAsked(walletTime, acceptedAt)
    const leaf = leafOf(verified, at)
    const { text, bytes } = writeLeaf(leaf)
    const row = {
      index: at.index,
      text,
      leafHash: leafHashOf(bytes),
      digest,
      voter: ballot.voter,
      sequence: ballot.sequence,
      acceptedAt,
    }
    return { leaf, row }
  } catch (error) {
    if (error instanceof ProtocolError || error instanceof AppError) return error
    throw error
  }
}

/**
 * Appends verified ballots in their order under the round's lock, with one signed head; the sequence and
 * the window are judged again there. What is returned is committed.
 */
export async function appendBatch(
  services: Services,
  trees: Trees,
  round: VotingRound,
  posts: readonly ToAppend[],
): Promise<Appended[]> {
  const { rowId } = round
  const operator = services.operator()
  try {
    const { results, head, signature } = await inTransaction(services.pool, async (ask) => {
      await lockLog({ ctx: { ask }, input: { roundRowId: rowId } })
      const tree = trees.get(rowId) ?? new LogTree()
      const voters = [...new Set(posts.map(({ verified }) => verified.ballot.voter))]
      const tail = await readLogTail(ask, rowId, { from: tree.size, voters })
      for (const hash of tail.hashes) tree.append(hash)
      trees.set(rowId, tree)
      const last = tail.sequences
      const acceptedAt = Math.max(clockAt(tail.offsetSeconds).now(), tail.acceptedAt)
      // For all at once: each request for randomness costs as much as writing a leaf.
      const random = crypto.getRandomValues(new Uint8Array(RANDOM * posts.length))
      const results = posts.map((one, n) => {
        const { voter, sequence } = one.verified.ballot
        const lastSequence = last.get(voter) ?? 0n
        const random16 = bytesToHex(random.subarray(n * RANDOM, (n + 1) * RANDOM))
        const placed = place(round, one, { index: tree.size, acceptedAt, lastSequence, random16 })
        if (hasFailed(placed)) return placed
        tree.append(placed.row.leafHash)
        last.set(voter, sequence)
        return placed
      })
      const leaves = results.flatMap((result) => (hasFailed(result) ? [] : [result.row]))
      const head = {
        round: round.roundId,
        size: String(tree.size),
        root: tree.root(),
        signedAt: String(acceptedAt),
      }
      const signature = await operator.sign({ hash: headDigest(round.rules, head) })
      if (leaves.length > 0)
        await appendLeaves({ ctx: { ask }, input: { roundRowId: rowId, leaves, head, signature } })
      return { results, head, signature }
    })
    const tree = trees.get(rowId)
    const size = Number(head.size)
    return results.map((result): Appended => {
      if (result instanceof ProtocolError) return { kind: 'refused', error: result }
      if (result instanceof AppError) return { kind: 'failed', error: result }
      const leafIndex = result.row.index
      const path = tree?.inclusionPath(leafIndex, size) ?? []
      return {
        kind: 'receipt',
        digest: result.row.digest,
        receipt: { leaf: result.leaf, leafIndex, path, head, headSignature: signature },
      }
    })
  } catch (error) {
    // The tree may hold leaves that were not committed.
    trees.delete(rowId)
    throw error
  }
}
