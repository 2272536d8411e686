import { concatHex, type Hex, hashTypedData } from 'viem'
import { findLeaf, lastSequences } from '#lib/ballots/data.ts'
import type { OwnerSignature, PendingBallot } from '#lib/ballots/pending/data.ts'
import { addOwnerSignature, settlePending } from '#lib/ballots/pending/mutations.ts'
import type { Safe } from '#lib/ballots/safes/data.ts'
import { acceptBallot } from '#lib/flows/accept-ballot/accept-ballot.ts'
import { type VotingRound, votingRound } from '#lib/flows/accept-ballot/voting-round.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { readClock } from '#lib/platform/clock.ts'
import { AppError } from '#lib/platform/errors.ts'
import { recoverSigner } from '#lib/protocol/signature.ts'
import { pendingView, requirePending, requireSafe } from './pending-view.ts'
import { type PendingView, type SignPending, safeMessage } from './schema.ts'

type Case = { services: Services; round: VotingRound; pending: PendingBallot; safe: Safe; client: string }

/** What the Safe signed on chain needs no signature beside it. */
const ON_CHAIN: Hex = '0x'

/** As a Safe reads them: of as many owners as it asks for, by ascending address; null while there are too few. */
function joined({ owners, threshold }: Safe, signatures: readonly OwnerSignature[]): Hex | null {
  const counted = signatures
    .filter(({ owner }) => owners.includes(owner))
    .toSorted((a, b) => (a.owner < b.owner ? -1 : 1))
    .slice(0, threshold)
  return counted.length < threshold ? null : concatHex(counted.map(({ signature }) => signature))
}

/** @throws AppError not-an-owner; ProtocolError `signature-*` for what no key signed */
async function keepSignature({ services, round, pending, safe }: Case, signature: Hex): Promise<void> {
  const owner = await recoverSigner(hashTypedData(safeMessage(safe, pending.digest)), signature)
  if (!safe.owners.includes(owner)) throw new AppError('not-an-owner', { detail: owner })
  const signed = { owner, signature, at: (await readClock(services.db)).now() }
  const input = { roundRowId: round.rowId, key: pending.key, signed, owners: safe.owners }
  await write(services, owner, (ctx) => addOwnerSignature({ ctx, input }))
}

/** An owner may learn at once what the log would say at last: that a newer ballot of the Safe is in it. */
async function refuseUsed({ services, round, pending }: Case): Promise<boolean> {
  const { ballot, key, digest } = pending
  const last = (await lastSequences(services.db, round.rowId, [ballot.voter])).get(ballot.voter) ?? 0n
  if (BigInt(ballot.sequence) > last) return false
  const logged = await findLeaf(services.db, round.rowId, digest)
  const input = { key, digest, refusedCode: logged ? null : 'sequence-used' }
  await write(services, ballot.voter, (ctx) => settlePending({ ctx, input }))
  return true
}

/** Sends the ballot like every other; what the log says of it for good is kept. */
async function send({ services, round, pending, client }: Case, signature: Hex): Promise<void> {
  const { signingChain, ballot, text, key, digest } = pending
  const post = { signingChain, ballot, signature, ...(text !== undefined && { text }) }
  const answer = await acceptBallot(services, round.roundId, post, client)
  const refusedCode = answer.kind === 'refused' ? answer.error.code : null
  // The Safe, not the ballot: its owners may have changed meanwhile, or it has not signed on chain yet.
  if (refusedCode === 'signature-mismatch' || refusedCode === 'signature-malformed')
    throw new AppError(signature === ON_CHAIN ? 'safe-not-signed' : 'safe-changed')
  await write(services, ballot.voter, (ctx) => settlePending({ ctx, input: { key, digest, refusedCode } }))
}

/**
 * Takes an owner's signature, and sends the ballot once there are as many as the Safe asks for. Owners and threshold
 * are read anew each time.
 * @throws AppError round-unknown, pending-unknown, pending-over, not-an-owner, safe-not-signed, safe-changed,
 * safe-unknown, wallet-check-unavailable; ProtocolError `signature-*`
 */
export async function signPending(
  services: Services,
  at: { roundId: string; key: string },
  { body, client }: { body: SignPending; client: string },
): Promise<PendingView> {
  const round = await votingRound(services, at.roundId)
  const before = await pendingView(services, round, at.key)
  if (before.state === 'taken') return before
  if (before.state !== 'collecting') throw new AppError('pending-over')
  const pending = await requirePending(services, round, at.key)
  const safe = await requireSafe(services, round, pending.ballot.voter)
  const given: Case = { services, round, pending, safe, client }
  if ('signature' in body) await keepSignature(given, body.signature)
  if ('signature' in body && (await refuseUsed(given))) return pendingView(services, round, at.key)
  const { signatures } = await requirePending(services, round, at.key)
  const signature = 'onChain' in body ? ON_CHAIN : joined(safe, signatures)
  if (signature !== null) await send(given, signature)
  return pendingView(services, round, at.key)
}
