import { type Services, services } from '#lib/flows/services.ts'
import { isLoopbackHost } from '#lib/generation/adapters/public-address.ts'
import type { Provider } from '#lib/generation/port.ts'
import { type Providers, providers } from '#lib/generation/registry.ts'
import { type Env, env } from '#lib/platform/env.ts'
import { openRoutingFeed, type RoutingFeed } from './routing-feed.ts'

/** Rings for a task: a bell may be lost, so what it rings for is always in the table too. */
export type Ring = (job: 'render' | 'admit', taskId: string, afterSeconds?: number) => Promise<void>

/** What making pictures needs; tests hand in their own. */
export type GenerationServices = Pick<Services, 'db' | 'storage'> & {
  providers: Providers
  routing: RoutingFeed
  /** What each provider may cost in a calendar month, millionths of a US dollar; no entry, no bound. */
  monthlyBudgets: ReadonlyMap<string, number>
  ring: Ring
  /** Wall time: leases, pauses and providers do not follow the instance's clock. */
  wall(): Date
  /** Where a provider may report to; null when it cannot reach this server. */
  webhookUrlFor(provider: Pick<Provider, 'id' | 'endpoint'>, idempotencyKey: string): string | null
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

const feeds = new WeakMap<Providers, RoutingFeed>()

/** One router for the providers of a process. */
function routingOf(own: Providers): RoutingFeed {
  const feed = feeds.get(own) ?? openRoutingFeed({ db: services().db, providers: own })
  feeds.set(own, feed)
  return feed
}

/** The process's own services for making pictures. */
export function generationServices(ring: Ring, own: Providers = providers()): GenerationServices {
  const { db, storage } = services()
  return {
    db,
    storage,
    providers: own,
    routing: routingOf(own),
    monthlyBudgets: env().PROVIDER_BUDGETS ?? new Map(),
    ring,
    wall: () => new Date(),
    webhookUrlFor: webhookAddress(env()),
  }
}
