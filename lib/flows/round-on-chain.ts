import { readClock } from '#lib/platform/clock.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type ChainFacts, emptyFacts } from '#lib/rounds/chain/chain-facts.ts'
import { findRound, type Round, readAnchoredWinnerCounts, readChainFacts } from '#lib/rounds/data.ts'
import { stateOf } from '#lib/rounds/round-view.ts'
import type { RoundState } from '#lib/rounds/schema.ts'
import type { Services } from './services.ts'

/** A frozen round with everything its state follows from. */
export type RoundOnChain = {
  round: Round & { roundId: Bytes32; rulesText: string }
  facts: ChainFacts
  state: RoundState
  /** Unix seconds of the instance's clock. */
  now: number
}

/** By roundId or by the key of its row. @throws AppError round-unknown for a draft too */
export async function roundOnChain(services: Pick<Services, 'db'>, id: string): Promise<RoundOnChain> {
  const { db } = services
  const round = await findRound(db, id)
  if (!round?.roundId || round.rulesText === null) throw new AppError('round-unknown')
  const { roundId, rulesText } = round
  const byRound = await readChainFacts(db, [round])
  const facts = byRound.get(roundId) ?? emptyFacts()
  const winnerCount = (await readAnchoredWinnerCounts(db, [round], byRound)).get(round.rowId) ?? 0
  const now = (await readClock(db)).now()
  const { state } = stateOf({ round, facts, winnerCount, now })
  return { round: { ...round, roundId, rulesText }, facts, state, now }
}
