import { type Services, services } from '#lib/flows/services.ts'
import { isLoopbackHost } from '#lib/generation/adapters/public-address.ts'
import type { Provider } from '#lib/generation/port.ts'
import { type Providers, providers } from '#lib/generation/registry.ts'
import { type Env, env } from '#lib/platform/env.ts'
import { type WallClock, wallClock } from '#lib/platform/wall-clock.ts'
import type { SignPicture } from '#lib/provenance/port.ts'
import { openRoutingFeed, type RoutingFeed } from './routing-feed.ts'

const ADJUST_MS = 60_000

/** Rings for a task: a bell may be lost, so what it rings for is always in the table too. */
export type Ring = (job: 'render' | 'admit', taskId: string, afterSeconds?: number) => Promise<void>

/** What making pictures needs; tests hand in their own. */
export type GenerationServices = Pick<Services, 'db' | 'storage'> & {
  providers: Providers
  routing: RoutingFeed
  /** What each provider may cost in a calendar month, millionths of a US dollar; no entry, no bound. */
  monthlyBudgets: ReadonlyMap<string, number>
  ring: Ring
  /** Wall time, the same for all processes: leases, pauses and providers do not follow the instance's clock. */
  wall(): Date
  /** Where a provider may report to; null when it cannot reach this server. */
  webhookUrlFor(provider: Pick<Provider, 'id' | 'endpoint'>, idempotencyKey: string): string | null
  /** Gives pictures their credentials; null where none are given. */
  sign: SignPicture | null
}

/** A provider reaches https addresses; one on this machine reaches this machine. */
export function webhookAddress({ PUBLIC_URL }: Pick<Env, 'PUBLIC_URL'>) {
  const site = new URL(PUBLIC_URL)
  return (provider: Pick<Provider, 'id' | 'endpoint'>, idempotencyKey: string): string | null => {
    const reachable =
      site.protocol === 'https:' || (provider.endpoint && isLoopbackHost(provider.endpoint.hostname))
    if (!reachable) return null
    const url = new URL(`/api/v1/webhooks/${provider.id}`, site)
    url.searchParams.set('task', idempotencyKey)
    return url.href
  }
}

const held = globalThis as { versoWall?: WallClock }

/** The process's wall clock, adjusted to the database's as long as the process asks for it. */
export function sharedWall(): WallClock {
  if (!held.versoWall) {
    const clock = wallClock(services().db)
    held.versoWall = clock
    // Until the first answer, and while none comes, its own clock has to do.
    clock.adjust().catch(() => {})
    setInterval(() => clock.adjust().catch(() => {}), ADJUST_MS).unref()
  }
  return held.versoWall
}

const feeds = new WeakMap<Providers, RoutingFeed>()

/** One router for the providers of a process. */
function routingOf(own: Providers): RoutingFeed {
  const feed = feeds.get(own) ?? openRoutingFeed({ db: services().db, providers: own })
  feeds.set(own, feed)
  return feed
}

/** The process's own services for making pictures. */
export function generationServices(
  ring: Ring,
  own: Providers = providers(),
  sign: SignPicture | null = null,
): GenerationServices {
  const { db, storage } = services()
  return {
    db,
    storage,
    providers: own,
    routing: routingOf(own),
    monthlyBudgets: env().PROVIDER_BUDGETS ?? new Map(),
    ring,
    wall: () => sharedWall().now(),
    webhookUrlFor: webhookAddress(env()),
    sign,
  }
}
