import { type ExecutionRow, executionsSince } from '#lib/generation/executions/data.ts'
import { FAILURE_CODE, type FailureKind } from '#lib/generation/provider-error.ts'
import type { Providers } from '#lib/generation/registry.ts'
import { Router } from '#lib/generation/routing/router.ts'
import type { RouteEvent } from '#lib/generation/routing/track-record.ts'
import type { Db } from '#lib/platform/db.ts'

/** What the router learns of the past when a process begins. */
const MEMORY_MS = 24 * 3_600_000
/** How old another worker's news may be. */
const REFRESH_MS = 500
/** Writers' clocks differ, and a transaction shows later than its rows are dated. */
const OVERLAP_MS = 5_000
const MOST_REMEMBERED = 20_000

type Stage = 'started' | 'ended' | 'judged' | 'voted'
type Dated = { atMs: number; event: RouteEvent }

const isFailure = (outcome: string): outcome is FailureKind => Object.hasOwn(FAILURE_CODE, outcome)

function endOf(row: ExecutionRow): RouteEvent {
  const { provider, idempotencyKey: run, startedAt, endedAt, outcome, retryAt } = row
  const atMs = (endedAt ?? startedAt).getTime()
  if (outcome === 'succeeded')
    return { kind: 'succeeded', provider, run, atMs, latencyMs: atMs - startedAt.getTime() }
  if (outcome === null || !isFailure(outcome)) return { kind: 'dropped', provider, run }
  const failed = { kind: 'failed', provider, run, atMs, failure: outcome } as const
  return retryAt ? { ...failed, retryAtMs: retryAt.getTime() } : failed
}

const STAGES: readonly Stage[] = ['started', 'ended', 'judged', 'voted']

/** What a row says at each stage; null where it has not come so far. */
function toldBy(row: ExecutionRow, stage: Stage): Dated | null {
  const { provider, idempotencyKey: run, startedAt, endedAt, accepted, liked, updatedAt } = row
  const atMs = startedAt.getTime()
  switch (stage) {
    case 'started':
      return { atMs, event: { kind: 'started', provider, run, atMs } }
    case 'ended':
      return endedAt && { atMs: endedAt.getTime(), event: endOf(row) }
    case 'judged':
      return accepted === null
        ? null
        : { atMs: updatedAt.getTime(), event: { kind: 'judged', provider, accepted } }
    case 'voted':
      return liked === null ? null : { atMs: updatedAt.getTime(), event: { kind: 'voted', provider, liked } }
  }
}

/** What is new in a row to somebody who knows it up to a stage. */
function newsOf(row: ExecutionRow, known: Stage | undefined): { news: Dated[]; stage: Stage } {
  const from = known === undefined ? 0 : STAGES.indexOf(known) + 1
  const told = STAGES.slice(from).map((stage) => ({ stage, news: toldBy(row, stage) }))
  const news = told.flatMap((one) => one.news ?? [])
  const last = told.findLast((one) => one.news !== null)
  return { news, stage: last?.stage ?? known ?? 'started' }
}

/** A router that knows what all workers have on record. */
export type RoutingFeed = {
  /** Reads what is new: at most twice a second, unless this process has ended something. */
  refresh(): Promise<void>
  /** An attempt has ended here; there may be room again. */
  ended(): void
  router: Router
  /** An attempt of this process: counted at once, before it is on record. */
  starts(provider: string, idempotencyKey: string, atMs: number): void
  /** A picture waits for room at a provider. */
  holds(provider: string, atMs: number): void
  /** Asks providers that are left alone whether they answer, without asking for a picture. */
  lookAt(providers: readonly string[], atMs: number): void
  /** It did not come to that. */
  drops(provider: string, idempotencyKey: string): void
}

/** How often one provider is looked at. */
const LOOK_MS = 5_000

/**
 * Looks at providers that failed. Only one that was seen not to answer is tried earlier when it answers: of one that
 * answers and fails, an answer says nothing.
 */
function lookout(providers: Providers, router: Router) {
  const looked = new Map<string, { atMs: number; wasDown: boolean }>()
  return async (id: string, atMs: number): Promise<void> => {
    const before = looked.get(id)
    if (before && atMs - before.atMs < LOOK_MS) return
    const wasDown = before?.wasDown ?? false
    looked.set(id, { atMs, wasDown })
    try {
      await providers.find(id)?.probe()
      looked.set(id, { atMs, wasDown: false })
      if (wasDown) router.learn({ kind: 'answers', provider: id, atMs })
    } catch {
      looked.set(id, { atMs, wasDown: true })
    }
  }
}

export function openRoutingFeed({ db, providers }: { db: Db; providers: Providers }): RoutingFeed {
  const router = new Router(
    providers.list().map((provider) => ({
      id: provider.id,
      capabilities: provider.capabilities(),
      quote: provider.quote(),
      terms: provider.terms,
    })),
  )
  const look = lookout(providers, router)
  const known = new Map<string, Stage>()
  let since = new Date(Date.now() - MEMORY_MS)
  let readAtMs = 0
  let reading: Promise<void> | null = null

  function take(rows: readonly ExecutionRow[]): void {
    const all: Dated[] = []
    for (const row of rows) {
      const { news, stage } = newsOf(row, known.get(row.idempotencyKey))
      known.set(row.idempotencyKey, stage)
      all.push(...news)
    }
    for (const { event } of all.toSorted((a, b) => a.atMs - b.atMs)) router.learn(event)
    const newest = rows.at(-1)?.updatedAt.getTime()
    if (newest !== undefined) since = new Date(newest - OVERLAP_MS)
    for (const key of known.keys()) {
      if (known.size <= MOST_REMEMBERED) break
      known.delete(key)
    }
  }

  async function read(): Promise<void> {
    take(await executionsSince(db, since))
    readAtMs = Date.now()
  }

  return {
    router,
    async refresh() {
      if (Date.now() - readAtMs < REFRESH_MS) return
      reading ??= read().finally(() => {
        reading = null
      })
      await reading
    },
    ended() {
      readAtMs = 0
    },
    lookAt(ids, atMs) {
      for (const id of ids) void look(id, atMs)
    },
    holds: (provider, atMs) => router.learn({ kind: 'held', provider, atMs }),
    starts(provider, idempotencyKey, atMs) {
      known.set(idempotencyKey, 'started')
      router.learn({ kind: 'started', provider, run: idempotencyKey, atMs })
    },
    drops(provider, idempotencyKey) {
      known.delete(idempotencyKey)
      router.learn({ kind: 'dropped', provider, run: idempotencyKey })
    },
  }
}
