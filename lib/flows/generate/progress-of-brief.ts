import { renderedPictures } from '#lib/candidates/data.ts'
import { verdictsOf } from '#lib/critique/data.ts'
import { eventsAfter, findBriefOf, lastEventsOf, type Task, tasksOfBrief } from '#lib/generation/data.ts'
import type { BriefProgress, PictureProgress } from '#lib/generation/schema.ts'
import type { Db, Tx } from '#lib/platform/db.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { findRound } from '#lib/rounds/data.ts'
import { type Known, pictureProgress } from './picture-progress.ts'

/** One change of one picture; the sequence counts from 1 within the brief. */
export type ProgressEvent = { sequence: number; picture: PictureProgress }

export type BriefPlace = { id: string; lastEvent: number }

/** A brief of a round; null when there is none. */
export async function findBriefPlace(db: Db, roundId: string, digest: Bytes32): Promise<BriefPlace | null> {
  const round = await findRound(db, roundId)
  return round && findBriefOf(db, round.rowId, digest)
}

async function knownOf(db: Tx, tasks: Task[]): Promise<(task: Task) => Known> {
  const ids = tasks.map(({ id }) => id)
  const hashes = tasks.flatMap(({ contentHash }) => contentHash ?? [])
  const [verdicts, rendered] = [await verdictsOf(db, ids), await renderedPictures(db, hashes)]
  return (task) => ({
    verdicts: verdicts.get(task.id) ?? [],
    rendered: rendered.get(task.contentHash ?? '') ?? null,
  })
}

/** Several reads that see the same moment. */
const atOnce = <T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> =>
  db.$transaction(read, { isolationLevel: 'RepeatableRead', maxWait: 10_000 })

const isOpen = ({ status }: Task) => status === 'queued' || status === 'rendering'

/** The last try at each picture, by index. */
const lastTries = (tasks: Task[]): Task[] => [...new Map(tasks.map((task) => [task.index, task])).values()]

/**
 * Where the pictures of one brief stand.
 * @param digest EIP-712 digest of the brief
 * @returns null when the round has no such brief
 */
export async function progressOfBrief(
  db: Db,
  roundId: string,
  digest: Bytes32,
): Promise<BriefProgress | null> {
  const place = await findBriefPlace(db, roundId, digest)
  if (!place) return null
  return atOnce(db, async (tx) => {
    const lastEvent = (await lastEventsOf(tx, [place.id])).get(place.id) ?? 0
    const tasks = lastTries(await tasksOfBrief(tx, place.id))
    const known = await knownOf(tx, tasks)
    return {
      items: tasks.map((task) => pictureProgress(task, task, known(task))),
      nextCursor: null,
      settled: !tasks.some(isOpen),
      lastEvent,
    }
  })
}

/** What happened to the pictures of a brief after an event, and whether that was the end. */
export async function progressAfter(
  db: Db,
  briefId: string,
  sequence: number,
): Promise<{ events: ProgressEvent[]; settled: boolean }> {
  return atOnce(db, async (tx) => {
    const tasks = await tasksOfBrief(tx, briefId)
    const changes = await eventsAfter(tx, briefId, sequence)
    const known = await knownOf(tx, tasks)
    const byId = new Map(tasks.map((task) => [task.id, task]))
    const events = changes.flatMap(({ sequence: at, taskId, standing }) => {
      const task = byId.get(taskId)
      return task ? [{ sequence: at, picture: pictureProgress(task, standing, known(task)) }] : []
    })
    return { events, settled: !lastTries(tasks).some(isOpen) }
  })
}
