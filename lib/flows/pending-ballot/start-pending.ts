import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { insertPending } from '#lib/ballots/pending/mutations.ts'
import { votingRound } from '#lib/flows/accept-ballot/voting-round.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { readClock } from '#lib/platform/clock.ts'
import { takeFrom } from '#lib/platform/rate-limit.ts'
import { inspectBallot } from '#lib/protocol/ballot.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { pendingView, requireSafe } from './pending-view.ts'
import type { PendingView, startPendingSchema } from './schema.ts'

/** Bytes of the key, which base64url writes as 32 characters. */
const KEY_BYTES = 24

/**
 * Keeps a ballot until the owners of its Safe have signed it. Whether its sequence is free is not said here: only
 * who signs may learn that.
 * @throws AppError round-unknown, safe-unknown, too-many-requests, wallet-check-unavailable; ProtocolError for what
 * no signature could save
 */
export async function startPending(
  services: Services,
  roundId: string,
  { body, client }: { body: z.infer<typeof startPendingSchema>; client: string },
): Promise<PendingView> {
  const round = await votingRound(services, roundId)
  const clock = await readClock(services.db)
  if (!round.takesBallots) throw new ProtocolError('ballot-window', 'the round is not open for votes')
  const { signingChain, ballot, text } = body
  const post = { signingChain, ballot, signature: '0x' as const, ...(text !== undefined && { text }) }
  const { digest } = await inspectBallot({ ...round, post, acceptedAt: clock.now() })
  await takeFrom('wallet', client)
  await requireSafe(services, round, ballot.voter)
  const key = randomBytes(KEY_BYTES).toString('base64url')
  const input = { key, roundRowId: round.rowId, signingChain, ballot, text, digest }
  await write(services, ballot.voter, (ctx) => insertPending({ ctx, input }))
  return pendingView(services, round, key)
}
