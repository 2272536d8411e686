import { bytesToHex } from 'viem'
import type { AcceptedBrief, BriefProgress, SignedBriefInput } from '#lib/generation/schema.ts'
import { promptHashOf } from '#lib/protocol/brief.ts'
import { type Brief, TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { until } from './ground.ts'
import type { Visitor } from './visitor.ts'

export type BriefWords = { prompt: string; style?: string; traits?: string; count?: number; name: string }

/** A brief as the creator's wallet signs it; what is given overrides what a sound one says. */
export async function signBrief(
  creator: Visitor,
  round: RoundView,
  words: BriefWords,
  overrides: Partial<Brief> = {},
): Promise<SignedBriefInput> {
  const { rules, roundId } = round
  if (!roundId) throw new Error('the round is not frozen')
  const brief: Brief = {
    round: roundId,
    creator: creator.address,
    prompt: words.prompt,
    promptHash: promptHashOf(words.prompt),
    style: words.style ?? '',
    traits: words.traits ?? '',
    licence: rules.licence.id,
    royaltyReceiver: creator.address,
    count: words.count ?? 1,
    nonce: bytesToHex(crypto.getRandomValues(new Uint8Array(32))),
    deadline: String(rules.submissionsCloseAt),
    ...overrides,
  }
  const signature = await creator.account.signTypedData({
    domain: versoDomain(rules.chainId, rules.collection),
    types: { Brief: TYPES.Brief },
    primaryType: 'Brief',
    message: { ...brief, deadline: BigInt(brief.deadline) },
  })
  return { brief, signature, creatorName: words.name }
}

/** Signs a brief and hands it in. @throws Turned */
export async function submitBrief(
  creator: Visitor,
  round: RoundView,
  words: BriefWords,
): Promise<AcceptedBrief> {
  return creator.ask('POST', `/api/v1/rounds/${round.roundId}/briefs`, await signBrief(creator, round, words))
}

/** Waits until nothing of the brief can change any more. */
export async function awaitPictures(
  creator: Visitor,
  round: RoundView,
  brief: AcceptedBrief,
  seconds: number,
): Promise<BriefProgress> {
  return until(
    `pictures of brief ${brief.digest}`,
    async () => {
      const path = `/api/v1/rounds/${round.roundId}/progress?brief=${brief.digest}`
      const progress = await creator.ask<BriefProgress>('GET', path)
      return progress.settled ? progress : null
    },
    { seconds, everyMs: 500 },
  )
}
