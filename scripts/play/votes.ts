import type { Receipt } from '#lib/protocol/receipt.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import type { Ground } from './ground.ts'
import type { Visitor } from './visitor.ts'
import { castBallot, postBallot, tasteOf } from './voter.ts'

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

/** Everybody votes, some twice, the last one past the operator. */
export async function castVotes(
  { clock }: Ground,
  voters: readonly Visitor[],
  round: RoundView,
): Promise<CastVotes> {
  const cast: CastVotes = { ballots: 0, replaced: 0, posted: 0, receipts: [] }
  const most = Math.min(round.rules.limits.maxChoices, round.candidateCount)
  const voteOnce = async (voter: Visitor, n: number) => {
    const wish = { numbers: tasteOf(n, round.candidateCount, most), now: await clock.now() }
    if (n > 0 && n === voters.length - 1) {
      await postBallot(voter, round, wish)
      cast.posted += 1
      return
    }
    const first = await castBallot(voter, round, wish)
    cast.receipts.push(first.receipt)
    cast.ballots += 1
    if (n % THINKS_AGAIN !== THINKS_AGAIN - 1) return
    const numbers = tasteOf(n + voters.length, round.candidateCount, most)
    const again = { numbers, sequence: 2, note: 'On second thoughts.', now: await clock.now() }
    cast.receipts.push((await castBallot(voter, round, again)).receipt)
    cast.ballots += 1
    cast.replaced += 1
  }
  const queue = voters.map((voter, n) => ({ voter, n }))
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await voteOnce(next.voter, next.n)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return cast
}
