import type { Services } from '#lib/flows/services.ts'
import type { VerifiedPost } from '#lib/protocol/ballot.ts'
import { type Appended, appendBatch, type Trees } from './append-batch.ts'
import type { VotingRound } from './voting-round.ts'

const BATCH = 256

type Waiting = {
  round: VotingRound
  post: VerifiedPost
  done: (outcome: Appended) => void
  failed: (error: unknown) => void
}

/** The ballots of one round that wait in this process, and whether a batch of them is under way. */
type Lane = { waiting: Waiting[]; running: boolean }

export type Appender = { append(round: VotingRound, post: VerifiedPost): Promise<Appended> }

/** Collects what arrives while a batch is written into the next batch: one signature and one commit for all. */
export function appenderFor(services: Services): Appender {
  const lanes = new Map<string, Lane>()
  const trees: Trees = new Map()

  async function run(lane: Lane): Promise<void> {
    lane.running = true
    for (let batch = lane.waiting.splice(0, BATCH); batch.length > 0; batch = lane.waiting.splice(0, BATCH)) {
      const [first] = batch
      if (!first) break
      try {
        const posts = batch.map(({ post }) => post)
        const outcomes = await appendBatch(services, trees, first.round, posts)
        for (const [place, { done, failed }] of batch.entries()) {
          const outcome = outcomes[place]
          if (outcome) done(outcome)
          else failed(new Error('a ballot of the batch has no outcome'))
        }
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    lane.running = false
  }

  return {
    append(round, post) {
      const lane = lanes.get(round.rowId) ?? { waiting: [], running: false }
      lanes.set(round.rowId, lane)
      return new Promise((done, failed) => {
        lane.waiting.push({ round, post, done, failed })
        if (!lane.running) void run(lane)
      })
    },
  }
}

const held = globalThis as { versoAppenders?: WeakMap<object, Appender> }

/** The one appender of this process for a database. */
export function sharedAppender(services: Services): Appender {
  held.versoAppenders ??= new WeakMap()
  const known = held.versoAppenders.get(services.db) ?? appenderFor(services)
  held.versoAppenders.set(services.db, known)
  return known
}
