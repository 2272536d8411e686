import { encodeFunctionData, type Hex, toHex } from 'viem'
import { collectionAbi } from '#contracts-abi/collection.ts'
import type { Accepted } from '#lib/ballots/schema.ts'
import type { BallotPost } from '#lib/protocol/ballot.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import type { Choices } from '#lib/protocol/choices.ts'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { verifyReceipt } from '#lib/protocol/receipt.ts'
import { type Ballot, TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import type { Visitor } from './visitor.ts'

export type Wish = Partial<Choices> & { sequence?: number; note?: string; now: number }

/** A ballot as the voter's wallet signs it; what is given overrides what a sound one says. */
export async function signBallot(
  voter: Visitor,
  round: RoundView,
  wish: Wish,
  overrides: Partial<Ballot> = {},
): Promise<BallotPost> {
  const { rules, roundId, candidateRoot } = round
  const ballot: Ballot = {
    round: roundId ?? ZERO_BYTES32,
    candidateRoot: candidateRoot ?? ZERO_BYTES32,
    voter: voter.address,
    method: rules.method,
    choices: METHODS[rules.method].format({ numbers: [], values: [], ...wish }),
    note: wish.note ?? '',
    sequence: String(wish.sequence ?? 1),
    issuedAt: String(wish.now),
    validUntil: String(rules.closesAt),
    agent: '',
    ...overrides,
  }
  const signature = await voter.account.signTypedData({
    domain: versoDomain(rules.chainId, rules.collection),
    types: { Ballot: TYPES.Ballot },
    primaryType: 'Ballot',
    message: {
      ...ballot,
      sequence: BigInt(ballot.sequence),
      issuedAt: BigInt(ballot.issuedAt),
      validUntil: BigInt(ballot.validUntil),
    },
  })
  return { signingChain: rules.chainId, ballot, signature }
}

/** Signs, posts, and checks the receipt as a careful voter does. @throws Turned */
export async function castBallot(voter: Visitor, round: RoundView, wish: Wish): Promise<Accepted> {
  const post = await signBallot(voter, round, wish)
  const accepted = await voter.ask<Accepted>('POST', `/api/v1/rounds/${round.roundId}/ballots`, post)
  await verifyReceipt(accepted.receipt, {
    rules: round.rules,
    operator: round.chain.opened?.operator ?? round.rules.operator,
  })
  return accepted
}

/** Posts a ballot on chain, past the operator. */
export async function postBallot(voter: Visitor, round: RoundView, wish: Wish): Promise<Hex> {
  const bytes = toHex(canonicalBytes(await signBallot(voter, round, wish)))
  const args = [round.roundId ?? ZERO_BYTES32, bytes] as const
  return voter.send(
    round.rules.collection,
    encodeFunctionData({ abi: collectionAbi, functionName: 'postBallot', args }),
  )
}
