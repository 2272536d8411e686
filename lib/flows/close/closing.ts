import { collectionCall } from '#lib/flows/collection-call.ts'
import { roundOnChain } from '#lib/flows/round-on-chain.ts'
import type { Services } from '#lib/flows/services.ts'
import { readRoles } from '#lib/platform/roles.ts'
import { latestClosing } from '#lib/rounds/results/data.ts'
import type { ClosingView } from '#lib/rounds/schema.ts'
import { sealedAt } from './is-sealed.ts'

const MAX_CLOSES = 3

/** Whether the director can close the round now, what is missing, and the exact call. @throws AppError round-unknown */
export async function closingFor(services: Services, id: string): Promise<ClosingView> {
  const seen = await roundOnChain(services, id)
  const { round, facts, state, now } = seen
  const closing = await latestClosing(services.db, round.rowId)
  const anchored = facts.closes.at(-1)
  const isAnchored =
    anchored !== undefined &&
    anchored.bundleDigest === closing?.bundleDigest &&
    anchored.resultHash === closing.resultHash
  const isOver = facts.finalAt !== null && now >= facts.finalAt
  const missing: ClosingView['missing'] = []
  if (state === 'cancelled') missing.push('cancelled')
  else if (!facts.opened) missing.push('not-opened')
  else if (now < round.rules.closesAt) missing.push('voting-running')
  else if (now < sealedAt(seen)) missing.push('not-sealed')
  else if (facts.frozen) missing.push('frozen')
  else if (isAnchored || facts.closes.length >= MAX_CLOSES || isOver) missing.push('closed')
  else if (!closing) missing.push('not-counted')
  const director =
    facts.opened?.director ?? (await readRoles(services.chain, round.community.collection)).director
  const ready = missing.length === 0 && closing !== null
  return {
    ready,
    missing,
    sealedAt: sealedAt(seen),
    closes: facts.closes.length,
    closing: closing && {
      resultHash: closing.resultHash,
      winnersRoot: closing.winnersRoot,
      sharesRoot: closing.sharesRoot,
      sharesTotal: closing.sharesTotal,
      bundleDigest: closing.bundleDigest,
    },
    anchored: isAnchored,
    signer: { role: 'director', address: director },
    call: ready
      ? collectionCall(round.community.collection, 'closeRound', [
          round.roundId,
          closing.resultHash,
          closing.winnersRoot,
          closing.sharesRoot,
          BigInt(closing.sharesTotal),
          closing.bundleDigest,
        ])
      : null,
  }
}
