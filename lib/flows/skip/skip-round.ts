import { latestHead } from '#lib/ballots/data.ts'
import { anchorHead } from '#lib/flows/anchor/anchor-head.ts'
import { followChain } from '#lib/flows/follow-chain/follow-chain.ts'
import { type RoundOnChain, roundOnChain } from '#lib/flows/round-on-chain.ts'
import type { Services } from '#lib/flows/services.ts'
import { LOCAL_CHAIN_ID } from '#lib/platform/env.ts'
import { AppError } from '#lib/platform/errors.ts'
import { type ChainTime, moveClock } from '#lib/platform/move-clock.ts'
import { unfinishedRounds } from '#lib/rounds/data.ts'
import * as words from '#messages/flows/skip/skip-round.ts'
import { nextSkip, type Skip } from './next-skip.ts'
import type { SkipOffer, SkipStage } from './schema.ts'

const LOOKS = 20
const PAUSE_MS = 300

const landing = ({ round }: RoundOnChain, { to, at }: Skip) =>
  to === 'close' ? at + round.rules.sealGrace : at

/** The move that a round's page may offer, and which other rounds it would end. Null off a local chain. */
export async function skipOffer(
  services: Pick<Services, 'db' | 'chainId'>,
  id: string,
): Promise<SkipOffer | null> {
  if (services.chainId !== LOCAL_CHAIN_ID) return null
  const seen = await roundOnChain(services, id)
  const skip = nextSkip(seen)
  if (!skip) return null
  const until = landing(seen, skip)
  const others = (await unfinishedRounds(services.db)).filter(
    ({ roundId, status, rules }) =>
      roundId !== seen.round.roundId && status === 'submissions' && rules.opensAt <= until,
  )
  const standing = await Promise.all(others.map(({ rowId }) => roundOnChain(services, rowId)))
  const missed = standing.filter(({ state, facts }) => state === 'submissions' && !facts.opened)
  return { round: seen.round.roundId, to: skip.to, missed: missed.map(({ round }) => round.title) }
}

/** Puts the last head on chain. A ballot that was on its way when the clock moved may bring one more. */
async function settleLog(services: Services, rowId: string): Promise<boolean> {
  let settled = 0
  for (let look = 0; look < LOOKS && settled < 2; look += 1) {
    await new Promise((wait) => setTimeout(wait, PAUSE_MS))
    await anchorHead(services, rowId)
    const { round, facts } = await roundOnChain(services, rowId)
    const head = await latestHead(services.db, round)
    settled = (head?.size ?? 0) <= (facts.anchors.at(-1)?.size ?? 0) ? settled + 1 : 0
  }
  return settled >= 2
}

/**
 * Moves the clock of the whole instance to where this round goes on. At the close it stops first, so that the last
 * ballots are on chain before the log is sealed.
 * @throws AppError clock-fixed, round-unknown, round-state, chain-unavailable, unavailable
 */
export async function skipRound(
  services: Services,
  time: ChainTime,
  { round: id, to, actor }: { round: string; to: SkipStage; actor: string },
): Promise<{ now: number }> {
  if (services.chainId !== LOCAL_CHAIN_ID) throw new AppError('clock-fixed')
  await followChain(services)
  const seen = await roundOnChain(services, id)
  const skip = nextSkip(seen)
  if (skip?.to !== to) throw new AppError('round-state')
  let clock = await moveClock(services.db, time, skip.at, actor)
  if (to === 'close') {
    if (!(await settleLog(services, seen.round.rowId)))
      throw new AppError('unavailable', { detail: words.lastNotOnChain })
    clock = await moveClock(services.db, time, landing(seen, skip), actor)
  }
  await followChain(services)
  return { now: clock.now() }
}
