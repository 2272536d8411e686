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

/** Between looks while there has been work lately, and when there has been none for long. */
const IDLE_MS = 250
const QUIET_IDLE_MS = 1_000
const QUIET_AFTER_MS = 10_000
/** Between tries while the database does not answer. */
const SILENCE_MS = 1_000
const HEARTBEAT_SECONDS = 10

/** A job as fetched: the attempt fences it, so that a worker that lost its claim settles nothing. */
type Claim = { id: string; retryCount: number; data: Bell }

type Lane<Name extends string> = {
  boss: PgBoss
  name: Name
  handle: (rowId: string) => Promise<void>
  logger: Logger
  /** Wakes the lane of a name at once: rung when this process enqueues. */
  bells: Map<string, () => void>
}

/** Settles finished jobs together: while one statement is under way the next batch gathers. */
function completer<Name extends string>({ boss, name, logger }: Lane<Name>) {
  let waiting: Claim[] = []
  let flushing: Promise<void> | undefined
  const flush = async () => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      // What cannot be settled comes again when its heartbeat is missed.
      await boss
        .complete(name, batch)
        .catch((error: unknown) => logger.error({ err: error, job: name }, 'jobs could not be settled'))
    }
    flushing = undefined
  }
  return {
    complete(claim: Claim) {
      waiting.push(claim)
      flushing ??= flush()
    },
    settled: () => flushing ?? Promise.resolve(),
  }
}

async function runOne<Name extends string>(
  { boss, name, handle, logger }: Lane<Name>,
  claim: Claim,
  complete: (claim: Claim) => void,
): Promise<void> {
  try {
    await handle(claim.data.rowId)
    complete(claim)
  } catch (error) {
    logger.warn({ err: error, job: name, rowId: claim.data.rowId }, 'job failed')
    await boss
      .fail(name, claim, { message: error instanceof Error ? error.message : String(error) })
      .catch((cause: unknown) => logger.error({ err: cause, job: name }, 'a failure could not be noted'))
  }
}

/** Settles after a time, or when the lane is rung for. */
function nap({ bells, name }: Lane<string>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    bells.set(name, () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** One loop a queue: keeps `concurrency` jobs in hand and fetches more when half of them are done. */
async function runLane<Name extends string>(
  lane: Lane<Name>,
  concurrency: number,
  signal: AbortSignal,
): Promise<void> {
  const running = new Map<Claim, Promise<void>>()
  const { complete, settled } = completer(lane)
  const beat = setInterval(
    () => {
      if (running.size > 0) lane.boss.touch(lane.name, [...running.keys()]).catch(() => {})
    },
    (HEARTBEAT_SECONDS * 1000) / 2,
  )
  let isSilent = false
  const fetch = async (batchSize: number) => {
    try {
      const claims = await lane.boss.fetch<Bell>(lane.name, { batchSize })
      isSilent = false
      return claims
    } catch (error) {
      // Said once an outage, not with every try.
      if (!isSilent) lane.logger.error({ err: error, job: lane.name }, 'jobs could not be fetched')
      isSilent = true
      return []
    }
  }
  let lastWork = performance.now()
  const idleMs = () => {
    if (isSilent) return SILENCE_MS
    return performance.now() - lastWork > QUIET_AFTER_MS ? QUIET_IDLE_MS : IDLE_MS
  }
  while (!signal.aborted) {
    const room = concurrency - running.size
    const claims = room >= Math.ceil(concurrency / 2) ? await fetch(room) : []
    for (const claim of claims)
      running.set(
        claim,
        runOne(lane, claim, complete).finally(() => running.delete(claim)),
      )
    if (claims.length > 0 || running.size > 0) lastWork = performance.now()
    if (claims.length > 0) continue
    await Promise.race([nap(lane, idleMs()), ...running.values()])
  }
  await Promise.all(running.values())
  await settled()
  clearInterval(beat)
}

const QUEUE = {
  policy: 'short',
  retryLimit: 5,
  retryDelay: 1,
  retryBackoff: true,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  expireInSeconds: 900,
  deleteAfterSeconds: 3600,
} as const

/**
 * Opens the queue's tables in schema `queue` of the same database.
 * @param works whether jobs are worked on here: then lost ones are looked for, which costs the database all the time
 */
export async function openQueue<Name extends string>(
  url: string,
  names: readonly Name[],
  logger: Logger,
  { works = true } = {},
): Promise<Queue<Name>> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'queue',
    max: 4,
    schedule: false,
    supervise: works,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
  })
  const bells: Lane<Name>['bells'] = new Map()
  boss.on('error', (error) => logger.error({ err: error }, 'queue'))
  try {
    await boss.start()
    for (const name of names) await boss.createQueue(name, QUEUE)
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {})
    throw error
  }
  return {
    async enqueue(name, rowId, { afterSeconds = 0 } = {}) {
      await boss.send(name, { rowId } satisfies Bell, { singletonKey: rowId, startAfter: afterSeconds })
      bells.get(name)?.()
    },
    async work(handlers, { concurrency, signal, logger: log }) {
      const ringAll = () => {
        for (const ring of bells.values()) ring()
      }
      signal.addEventListener('abort', ringAll, { once: true })
      await Promise.all(
        names.map((name) =>
          runLane({ boss, name, handle: handlers[name], logger: log, bells }, concurrency, signal),
        ),
      )
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
