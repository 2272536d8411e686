import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'

/** A job is a bell: it carries the id of a row, and truth is in the row. Any job may come twice or never. */
type Bell = { rowId: string }

export type Handlers<Name extends string> = Record<Name, (rowId: string) => Promise<void>>

export type Queue<Name extends string> = {
  /** Rings for a row; a bell already waiting for it is enough. */
  enqueue(name: Name, rowId: string, options?: { afterSeconds?: number }): Promise<void>
  /** Works until the signal; running jobs are finished first. */
  work(
    handlers: Handlers<Name>,
    options: { concurrency: number; signal: AbortSignal; logger: Logger },
  ): Promise<void>
  stop(): Promise<void>
}

const IDLE_MS = 250
const HEARTBEAT_SECONDS = 10

type Lane<Name extends string> = {
  boss: PgBoss
  name: Name
  handle: (rowId: string) => Promise<void>
  logger: Logger
}

async function runOne<Name extends string>(lane: Lane<Name>, job: { id: string; data: Bell }): Promise<void> {
  const beat = setInterval(
    () => lane.boss.touch(lane.name, job.id).catch(() => {}),
    (HEARTBEAT_SECONDS * 1000) / 2,
  )
  try {
    await lane.handle(job.data.rowId)
    await lane.boss.complete(lane.name, job.id)
  } catch (error) {
    lane.logger.warn({ err: error, job: lane.name, rowId: job.data.rowId }, 'job failed')
    await lane.boss.fail(lane.name, job.id, {
      message: error instanceof Error ? error.message : String(error),
    })
  } finally {
    clearInterval(beat)
  }
}

/** One loop a queue: keeps `concurrency` jobs in hand and fetches more when half of them are done. */
async function runLane<Name extends string>(
  lane: Lane<Name>,
  concurrency: number,
  signal: AbortSignal,
): Promise<void> {
  const running = new Set<Promise<void>>()
  while (!signal.aborted) {
    const room = concurrency - running.size
    const jobs =
      room >= Math.ceil(concurrency / 2) ? await lane.boss.fetch<Bell>(lane.name, { batchSize: room }) : []
    for (const job of jobs) {
      const run: Promise<void> = runOne(lane, job)
        .catch((error: unknown) =>
          lane.logger.error({ err: error, job: lane.name }, 'job could not be settled'),
        )
        .finally(() => running.delete(run))
      running.add(run)
    }
    if (jobs.length > 0) continue
    const nap = new Promise((resolve) => setTimeout(resolve, IDLE_MS))
    await (running.size > 0 ? Promise.race([nap, ...running]) : nap)
  }
  await Promise.all(running)
}

/** Opens the queue's tables in schema `queue` of the same database. */
export async function openQueue<Name extends string>(
  url: string,
  names: readonly Name[],
  logger: Logger,
): Promise<Queue<Name>> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'queue',
    max: 4,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
  })
  boss.on('error', (error) => logger.error({ err: error }, 'queue'))
  await boss.start()
  for (const name of names)
    await boss.createQueue(name, {
      policy: 'short',
      retryLimit: 5,
      retryDelay: 1,
      retryBackoff: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: 900,
      deleteAfterSeconds: 3600,
    })
  return {
    async enqueue(name, rowId, { afterSeconds = 0 } = {}) {
      await boss.send(name, { rowId } satisfies Bell, { singletonKey: rowId, startAfter: afterSeconds })
    },
    async work(handlers, { concurrency, signal, logger: log }) {
      await Promise.all(
        names.map((name) =>
          runLane({ boss, name, handle: handlers[name], logger: log }, concurrency, signal),
        ),
      )
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
