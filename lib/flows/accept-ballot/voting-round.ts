import type { Services } from '#lib/flows/services.ts'
import { readClock } from '#lib/platform/clock.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { chainFacts, operatorOf } from '#lib/rounds/chain/chain-facts.ts'
import { readRoundEvents } from '#lib/rounds/chain/data.ts'
import { findRound } from '#lib/rounds/data.ts'

/** What intake has to know of a round. */
export type VotingRound = {
  rowId: string
  roundId: Bytes32
  rules: Rules
  candidateRoot: Bytes32
  candidateCount: number
  /** Hash of the block that holds the opening; null before it. */
  openingBlock: Bytes32 | null
  /** Opened on chain and not cancelled; the window itself is in the rules. */
  takesBallots: boolean
  operator: Address
  /** The instance's clock against wall time, a second old at most; the log judges the moment again by its own. */
  offsetSeconds: number
}

const FRESH_MS = 1_000

const held = globalThis as {
  versoVotingRounds?: WeakMap<object, Map<string, { round: Promise<VotingRound>; until: number }>>
}

async function read({ db }: Pick<Services, 'db'>, roundId: string): Promise<VotingRound> {
  const round = await findRound(db, roundId)
  if (!round?.roundId) throw new AppError('round-unknown')
  const { chainId, collection } = round.community
  const facts = chainFacts(await readRoundEvents(db, { roundId: round.roundId, chainId, collection }))
  const opening = facts.opened?.opening
  return {
    rowId: round.rowId,
    roundId: round.roundId,
    rules: round.rules,
    candidateRoot: opening?.candidateRoot ?? ZERO_BYTES32,
    candidateCount: opening?.candidateCount ?? 0,
    openingBlock: facts.opened?.place.blockHash ?? null,
    takesBallots: facts.opened !== null && facts.cancelled === null,
    operator: (operatorOf(facts) ?? round.rules.operator) as Address,
    offsetSeconds: (await readClock(db)).offsetSeconds,
  }
}

/** A round as intake sees it, remembered for a second. @throws AppError round-unknown */
export function votingRound(services: Pick<Services, 'db'>, roundId: string): Promise<VotingRound> {
  held.versoVotingRounds ??= new WeakMap()
  const rounds = held.versoVotingRounds.get(services.db) ?? new Map()
  held.versoVotingRounds.set(services.db, rounds)
  const known = rounds.get(roundId)
  if (known && known.until > performance.now()) return known.round
  const round = read(services, roundId)
  rounds.set(roundId, { round, until: performance.now() + FRESH_MS })
  round.catch(() => rounds.delete(roundId))
  return round
}
