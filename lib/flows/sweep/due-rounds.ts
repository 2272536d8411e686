import { latestHead } from '#lib/ballots/data.ts'
import { anchorIsDue } from '#lib/flows/anchor/anchor-head.ts'
import { isSealed } from '#lib/flows/close/is-sealed.ts'
import type { JobName } from '#lib/flows/jobs.ts'
import { type RoundOnChain, roundOnChain } from '#lib/flows/round-on-chain.ts'
import type { Services } from '#lib/flows/services.ts'
import { readClock } from '#lib/platform/clock.ts'
import { unfinishedRounds } from '#lib/rounds/data.ts'
import { latestClosing } from '#lib/rounds/results/data.ts'

/** A round that nobody opened is ended by the sweep itself: there is nothing to wait for. */
export type Due = { job: JobName | 'end-missed'; rowId: string }

async function dueOnChain(services: Services, seen: RoundOnChain): Promise<Due[]> {
  const { round, facts, now } = seen
  const { rowId } = round
  const due: Due[] = []
  const head = await latestHead(services.db, round)
  if (head && now < round.rules.closesAt + round.rules.sealGrace && anchorIsDue(seen, head.size))
    due.push({ job: 'anchor-head', rowId })
  if (facts.closes.length > 0 || (await latestClosing(services.db, rowId))) return due
  if (await isSealed(services, seen)) due.push({ job: 'close-round', rowId })
  return due
}

/**
 * What the tables and the chain say is to be done about rounds. The chain has to be followed first: a round is
 * missed only when the chain itself has passed opensAt without opening it.
 * @param chainTime Unix seconds of the newest block that was read
 */
export async function dueRounds(services: Services, chainTime: number): Promise<Due[]> {
  const now = (await readClock(services.db)).now()
  const due: Due[] = []
  for (const { rowId, rules, candidateRoot, status } of await unfinishedRounds(services.db)) {
    const seen = await roundOnChain(services, rowId)
    if (seen.facts.opened) {
      due.push(...(await dueOnChain(services, seen)))
      continue
    }
    if (status !== 'submissions') continue
    if (candidateRoot === null && now >= rules.submissionsCloseAt)
      due.push({ job: 'number-candidates', rowId })
    if (now >= rules.opensAt && chainTime >= rules.opensAt) due.push({ job: 'end-missed', rowId })
  }
  return due
}
