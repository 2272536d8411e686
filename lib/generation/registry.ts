import { type Env, env } from '#lib/platform/env.ts'
import type { Provider } from './port.ts'
import { hordeProvider } from './providers/aihorde.ts'
import { type Draw, proceduralProvider } from './providers/procedural.ts'
import { replicateProvider } from './providers/replicate.ts'

/** The providers of an instance, the default first. */
export type Providers = {
  list(): readonly Provider[]
  /** Null when this instance has no such provider. */
  find(id: string): Provider | null
}

export function providersFrom(list: readonly Provider[]): Providers {
  return { list: () => list, find: (id) => list.find((provider) => provider.id === id) ?? null }
}

type Settings = Pick<
  Env,
  | 'PUBLIC_URL'
  | 'AIHORDE_API_KEY'
  | 'AIHORDE_BASE_URL'
  | 'AIHORDE_MODEL'
  | 'REPLICATE_API_TOKEN'
  | 'REPLICATE_BASE_URL'
  | 'REPLICATE_MODEL'
  | 'REPLICATE_PRICE_MICRO_USD'
  | 'REPLICATE_WEBHOOK_SECRET'
>

/** `procedural` always; `aihorde` always, for rounds whose director lets strangers in; `replicate` with its token. */
export function openProviders(settings: Settings, draw?: Draw): Providers {
  const token = settings.REPLICATE_API_TOKEN
  const procedural = proceduralProvider(draw)
  const horde = hordeProvider({
    apiKey: settings.AIHORDE_API_KEY,
    baseUrl: settings.AIHORDE_BASE_URL,
    model: settings.AIHORDE_MODEL,
    clientAgent: `verso:0.1.0:${new URL(settings.PUBLIC_URL).host}`,
  })
  if (!token) return providersFrom([procedural, horde])
  const replicate = replicateProvider({
    token,
    baseUrl: settings.REPLICATE_BASE_URL,
    model: settings.REPLICATE_MODEL,
    ...(settings.REPLICATE_PRICE_MICRO_USD !== undefined && {
      priceMicroUsd: settings.REPLICATE_PRICE_MICRO_USD,
    }),
    ...(settings.REPLICATE_WEBHOOK_SECRET && { webhookSecret: settings.REPLICATE_WEBHOOK_SECRET }),
  })
  return providersFrom([procedural, replicate, horde])
}

const held = globalThis as { versoProviders?: Providers }

/** The process's own providers. */
export function providers(): Providers {
  held.versoProviders ??= openProviders(env())
  return held.versoProviders
}
