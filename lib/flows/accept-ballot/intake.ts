import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AskedWallet } from '#lib/ballots/wallets/data.ts'
import type { Services } from '#lib/flows/services.ts'
import { clockAt, readClock } from '#lib/platform/clock.ts'
import { takeFrom } from '#lib/platform/rate-limit.ts'
import { type BallotPost, judgeBallot, type VerifiedPost } from '#lib/protocol/ballot.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { type Appended, appendBatch, type Trees } from './append-batch.ts'
import type { VotingRound } from './voting-round.ts'

/** Ballots of one commit. */
const BATCH = 256
/** Signatures checked before others get a turn: about five milliseconds. */
const SLICE = 64

type Waiting = {
  round: VotingRound
  post: BallotPost
  wallet?: AskedWallet | undefined
  done: (outcome: Appended) => void
  failed: (error: unknown) => void
}
type Verified = { waiting: Waiting; verified: VerifiedPost }

/** The ballots of one round in this process, on their way to its log. */
type Lane = { waiting: Waiting[]; judged: Verified[]; judging: boolean; writing: boolean }

/** Judges ballots and puts them into the log; what it answers is committed. */
export type Intake = {
  /** @param wallet what the contract of the voter answered, when it is not their key that signed */
  take(round: VotingRound, post: BallotPost, wallet?: AskedWallet): Promise<Appended>
}

/** Refusals that another time of day could change. */
const BY_THE_CLOCK = new Set(['ballot-window', 'ballot-expired', 'ballot-issued-in-future'])

/** At the time that the round was read; where that refuses it, at the time that it is now. */
async function judgeInTime({ db }: Services, { round, post, wallet }: Waiting): Promise<VerifiedPost> {
  if (!round.takesBallots) throw new ProtocolError('ballot-window', 'the round is not open for votes')
  const askWallet = wallet && (async () => wallet.check)
  const judgeAt = (acceptedAt: number) => judgeBallot({ ...round, post, acceptedAt, askWallet })
  try {
    return await judgeAt(clockAt(round.offsetSeconds).now())
  } catch (error) {
    if (!(error instanceof ProtocolError) || !BY_THE_CLOCK.has(error.code)) throw error
    return judgeAt((await readClock(db)).now())
  }
}

async function judge(services: Services, one: Waiting): Promise<Verified | null> {
  try {
    const verified = await judgeInTime(services, one)
    await takeFrom('ballots', `voter ${one.post.ballot.voter}`)
    return { waiting: one, verified }
  } catch (error) {
    if (error instanceof ProtocolError) one.done({ kind: 'refused', error })
    else one.failed(error)
    return null
  }
}

/**
 * Judges what arrives while a batch is written; all that is judged by then is the next batch: one commit for all.
 */
export function intakeFor(services: Services): Intake {
  const lanes = new Map<string, Lane>()
  const trees: Trees = new Map()

  async function append(batch: readonly Verified[]): Promise<void> {
    const [first] = batch
    if (!first) return
    const posts = batch.map(({ verified, waiting }) => ({ verified, walletTime: waiting.wallet?.blockTime }))
    const outcomes = await appendBatch(services, trees, first.waiting.round, posts)
    for (const [place, { waiting }] of batch.entries()) {
      const outcome = outcomes[place]
      if (outcome) waiting.done(outcome)
      else waiting.failed(new Error('a ballot of the batch has no outcome'))
    }
  }

  async function write(lane: Lane): Promise<void> {
    lane.writing = true
    for (let batch = lane.judged.splice(0, BATCH); batch.length > 0; batch = lane.judged.splice(0, BATCH)) {
      try {
        await append(batch)
      } catch (error) {
        // Those that have their answer already are not told a second one.
        for (const { waiting } of batch) waiting.failed(error)
      }
    }
    lane.writing = false
  }

  async function judgeAll(lane: Lane): Promise<void> {
    lane.judging = true
    // What arrives in the same turn of the event loop belongs together, and others get a turn between slices.
    for (await nextTurn(); lane.waiting.length > 0; await nextTurn()) {
      for (const one of lane.waiting.splice(0, SLICE)) {
        const judged = await judge(services, one)
        if (judged) lane.judged.push(judged)
      }
      if (!lane.writing) void write(lane)
    }
    lane.judging = false
  }

  return {
    take(round, post, wallet) {
      const lane = lanes.get(round.rowId) ?? { waiting: [], judged: [], judging: false, writing: false }
      lanes.set(round.rowId, lane)
      return new Promise((done, failed) => {
        lane.waiting.push({ round, post, wallet, done, failed })
        if (!lane.judging) void judgeAll(lane)
      })
    },
  }
}

/**
 * By this copy of the code: a process can hold two, the hook before Next and what Next bundled, and each tells errors
 * apart by its own classes. They append to one log as two processes do.
 */
const intakes = new WeakMap<object, Intake>()

/** The one intake of this code for a database. */
export function sharedIntake(services: Services): Intake {
  const known = intakes.get(services.db) ?? intakeFor(services)
  intakes.set(services.db, known)
  return known
}
