import type { Eligibility } from '#lib/ballots/schema.ts'
import type { Choices } from '#lib/protocol/choices.ts'
import { creditsOf } from '#lib/protocol/methods/quadratic.ts'
import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import type { Ground } from './ground.ts'
import { choicesBy } from './tastes.ts'
import type { Visitor } from './visitor.ts'
import { castBallot, postBallot } from './voter.ts'

export type CastVotes = {
  /** In the log, replaced ones included. */
  ballots: number
  replaced: number
  posted: number
  receipts: Receipt[]
}

/** Voters at once: what a browser of many people would do to the site. */
const AT_ONCE = 6
/** Every fifth voter thinks again; the last one posts on chain. */
const THINKS_AGAIN = 5

export type Manner = {
  /** Everybody signs one ballot and hands it to the operator. */
  once?: boolean
  /** Who has a ballot in the log already, and signs no other. */
  voted?: ReadonlySet<Visitor>
}

/** Every seventh voter spends what the rules allow at most, whatever their power gives. */
const OVERSPENDS = 7

/** Credits that a voter has in mind. */
async function creditsFor(voter: Visitor, n: number, { rules, roundId }: RoundView): Promise<number> {
  if (rules.method !== 'quadratic') return 0
  if (n % OVERSPENDS === OVERSPENDS - 1) return rules.limits.credits ?? 0
  const path = `/api/v1/rounds/${roundId}/eligibility?address=${voter.address}`
  return Number(creditsOf(rules, BigInt((await voter.ask<Eligibility>('GET', path)).power)))
}

/** What the n-th voter thinks of this round. */
async function thoughts(voter: Visitor, n: number, round: RoundView): Promise<Choices> {
  const { rules, roundId, candidateCount, chain } = round
  const context = {
    limits: rules.limits,
    candidateCount,
    roundId: roundId ?? ZERO_BYTES32,
    voter: voter.address,
    openingBlock: chain.opened?.blockHash ?? null,
  }
  return choicesBy(rules.method, n, context, await creditsFor(voter, n, round))
}

/** Everybody votes; unless once, some do it twice and the last one past the operator. */
export async function castVotes(
  { clock }: Ground,
  voters: readonly Visitor[],
  round: RoundView,
  { once = false, voted = new Set() }: Manner = {},
): Promise<CastVotes> {
  const cast: CastVotes = { ballots: 0, replaced: 0, posted: 0, receipts: [] }
  const voteOnce = async (voter: Visitor, n: number) => {
    const wish = { ...(await thoughts(voter, n, round)), now: await clock.now() }
    if (!once && n > 0 && n === voters.length - 1) {
      if (round.chain.postedCount > 0) return
      await postBallot(voter, round, wish)
      cast.posted += 1
      return
    }
    const first = await castBallot(voter, round, wish)
    cast.receipts.push(first.receipt)
    cast.ballots += 1
    if (once || n % THINKS_AGAIN !== THINKS_AGAIN - 1) return
    const second = await thoughts(voter, n + voters.length, round)
    const again = { ...second, sequence: 2, note: 'On second thoughts.', now: await clock.now() }
    cast.receipts.push((await castBallot(voter, round, again)).receipt)
    cast.ballots += 1
    cast.replaced += 1
  }
  const queue = voters.map((voter, n) => ({ voter, n })).filter(({ voter }) => !voted.has(voter))
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await voteOnce(next.voter, next.n)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return cast
}
