import { collectionCall } from '#lib/flows/collection-call.ts'
import { roundOnChain } from '#lib/flows/round-on-chain.ts'
import type { Services } from '#lib/flows/services.ts'
import { readRoles } from '#lib/platform/roles.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import type { OpeningView } from '#lib/rounds/schema.ts'

/** What openRound freezes, from the rules and the candidates. */
export function openingOf(rules: Rules, roundId: Bytes32, candidateRoot: Bytes32, candidateCount: number) {
  return {
    roundId,
    candidateRoot,
    candidateCount,
    opensAt: rules.opensAt,
    closesAt: rules.closesAt,
    sealGrace: rules.sealGrace,
    challengeSeconds: rules.challengeSeconds,
    licenceHash: `0x${rules.licence.textHash.slice('sha256:'.length)}` as Bytes32,
    c2paRoot: rules.c2paRoot,
    royaltyReceiver: rules.royalty.receiver,
    royaltyBps: rules.royalty.bps,
  }
}

/** Whether the director can open the round now, what is missing, and the exact call. @throws AppError round-unknown */
export async function openingFor(services: Services, id: string): Promise<OpeningView> {
  const { round, facts, state, now } = await roundOnChain(services, id)
  const { rules, roundId, candidateRoot, candidateCount } = round
  const roles = await readRoles(services.chain, round.community.collection)
  const missing: OpeningView['missing'] = []
  if (facts.opened) missing.push('opened')
  else if (state === 'cancelled') missing.push('cancelled')
  else if (now < rules.submissionsCloseAt) missing.push('submissions-running')
  else if (candidateRoot === null) missing.push('not-numbered')
  else if (candidateCount === 0) missing.push('no-candidates')
  const ready = missing.length === 0 && candidateRoot !== null && candidateCount !== null
  return {
    ready,
    missing,
    opensAt: rules.opensAt,
    candidateCount: candidateCount ?? 0,
    candidateRoot,
    signer: { role: 'director', address: roles.director },
    call: ready
      ? collectionCall(round.community.collection, 'openRound', [
          openingOf(rules, roundId, candidateRoot, candidateCount),
        ])
      : null,
  }
}
