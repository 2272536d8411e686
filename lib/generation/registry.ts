import { type Env, env } from '#lib/platform/env.ts'
import type { Provider } from './port.ts'
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
  'REPLICATE_API_TOKEN' | 'REPLICATE_BASE_URL' | 'REPLICATE_MODEL' | 'REPLICATE_WEBHOOK_SECRET'
>

/** `procedural` always; `replicate` when its token is set. */
export function openProviders(settings: Settings, draw?: Draw): Providers {
  const token = settings.REPLICATE_API_TOKEN
  const procedural = proceduralProvider(draw)
  if (!token) return providersFrom([procedural])
  const replicate = replicateProvider({
    token,
    baseUrl: settings.REPLICATE_BASE_URL,
    model: settings.REPLICATE_MODEL,
    ...(settings.REPLICATE_WEBHOOK_SECRET && { webhookSecret: settings.REPLICATE_WEBHOOK_SECRET }),
  })
  return providersFrom([procedural, replicate])
}

const held = globalThis as { versoProviders?: Providers }

/** The process's own providers. */
export function providers(): Providers {
  held.versoProviders ??= openProviders(env())
  return held.versoProviders
}
