import { findLeaf } from '#lib/ballots/data.ts'
import { receiptOfLeaf } from '#lib/ballots/log-trees.ts'
import { findPending, type PendingBallot } from '#lib/ballots/pending/data.ts'
import { refusalCopy } from '#lib/ballots/refusal-copy.ts'
import { readSafe, type Safe } from '#lib/ballots/safes/data.ts'
import type { VotingRound } from '#lib/flows/accept-ballot/voting-round.ts'
import type { Services } from '#lib/flows/services.ts'
import { readClock } from '#lib/platform/clock.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { ProtocolCode } from '#lib/protocol/errors.ts'
import { weighingChains } from '#lib/protocol/power.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { PendingView } from './schema.ts'

/**
 * The Safe at an address, on the first chain that gives weight and has one there.
 * @throws AppError safe-unknown, wallet-check-unavailable
 */
export async function requireSafe(
  services: Services,
  { rules }: VotingRound,
  address: Address,
): Promise<Safe> {
  for (const chainId of weighingChains(rules)) {
    const client = services.clientFor(chainId)
    if (!client)
      throw new AppError('wallet-check-unavailable', { detail: `chain ${chainId} is not read here` })
    const safe = await readSafe({ chainId, client }, address)
    if (safe) return safe
  }
  throw new AppError('safe-unknown')
}

/** @throws AppError pending-unknown */
export async function requirePending(
  { db }: Pick<Services, 'db'>,
  { rowId }: VotingRound,
  key: string,
): Promise<PendingBallot> {
  const pending = await findPending(db, rowId, key)
  if (!pending) throw new AppError('pending-unknown')
  return pending
}

function stateOf(
  pending: PendingBallot,
  { rules, takesBallots }: VotingRound,
  now: number,
): PendingView['state'] {
  if (pending.taken) return 'taken'
  if (pending.refusedCode !== null) return 'refused'
  return takesBallots && now < rules.closesAt && now <= Number(pending.ballot.validUntil)
    ? 'collecting'
    : 'closed'
}

/** A pending ballot with who signs for its Safe now. @throws AppError as `requirePending` and `requireSafe` */
export async function pendingView(services: Services, round: VotingRound, key: string): Promise<PendingView> {
  const pending = await requirePending(services, round, key)
  const { digest, signingChain, ballot, text, signatures, refusedCode } = pending
  const safe = await requireSafe(services, round, ballot.voter)
  const state = stateOf(pending, round, (await readClock(services.db)).now())
  const leaf = state === 'taken' ? await findLeaf(services.db, round.rowId, digest) : null
  const isOwner = ({ owner }: { owner: Address }) => safe.owners.includes(owner)
  return {
    key,
    digest,
    signingChain,
    ballot,
    ...(text !== undefined && { text }),
    safe,
    signed: signatures.filter(isOwner).map(({ owner, at }) => ({ owner, at })),
    gone: signatures.filter((one) => !isOwner(one)).map(({ owner }) => owner),
    state,
    refused: refusedCode === null ? null : { code: refusedCode, ...refusalCopy(refusedCode as ProtocolCode) },
    receipt: leaf && (await receiptOfLeaf(services.db, round, leaf)),
  }
}
