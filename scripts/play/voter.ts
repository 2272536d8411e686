import { encodeFunctionData, type Hex, toHex } from 'viem'
import { collectionAbi } from '#contracts-abi/collection.ts'
import type { Accepted } from '#lib/ballots/schema.ts'
import type { BallotPost } from '#lib/protocol/ballot.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { formatApproval } from '#lib/protocol/choices.ts'
import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { verifyReceipt } from '#lib/protocol/receipt.ts'
import { type Ballot, TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import type { Visitor } from './visitor.ts'

export type Wish = { numbers: readonly number[]; sequence?: number; note?: string; now: number }

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
    choices: formatApproval(wish.numbers),
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

/** Small repeatable dice, so that the same people vote alike in every run. */
export function dice(seed: number): (sides: number) => number {
  let state = (seed * 2_654_435_761) >>> 0
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) % sides
  }
}

/** Of so many works that caught the eye, the one with the most charm is picked: a tenth of the wall. */
const glances = (candidates: number) => Math.max(2, Math.round(candidates / 10))

/** What the n-th voter likes: of a few works that caught the eye, the one that most people would prefer. */
export function tasteOf(n: number, candidates: number, most: number): number[] {
  const roll = dice(n + 1)
  const charm = (number: number) => dice(number + 1_000)(1_000)
  const picks = new Set<number>()
  const wanted = 1 + roll(Math.min(most, candidates))
  for (let looks = 0; picks.size < wanted && looks < 200; looks += 1) {
    const seen = Array.from({ length: glances(candidates) }, () => 1 + roll(candidates))
    picks.add(seen.reduce((best, number) => (charm(number) > charm(best) ? number : best)))
  }
  return [...picks].sort((a, b) => a - b)
}
