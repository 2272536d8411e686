import { type Env, env, LOCAL_CHAIN_ID } from '#lib/platform/env.ts'
import { storage } from '#lib/platform/storage.ts'
import type { Provider } from './port.ts'
import { hordeProvider } from './providers/aihorde.ts'
import { cogProvider } from './providers/cog.ts'
import { comfyuiProvider } from './providers/comfyui.ts'
import { falProvider } from './providers/fal.ts'
import { importProvider } from './providers/import.ts'
import { openAiImagesProvider } from './providers/openai-images.ts'
import { type Draw, proceduralProvider } from './providers/procedural.ts'
import { replicateProvider } from './providers/replicate.ts'
import { presetSim } from './providers/sim.ts'

/** The providers of an instance, the default first. */
export type Providers = {
  list(): readonly Provider[]
  /** Null when this instance has no such provider. */
  find(id: string): Provider | null
}

export function providersFrom(list: readonly Provider[]): Providers {
  return { list: () => list, find: (id) => list.find((provider) => provider.id === id) ?? null }
}

const horde = (settings: Env): Provider =>
  hordeProvider({
    apiKey: settings.AIHORDE_API_KEY,
    baseUrl: settings.AIHORDE_BASE_URL,
    model: settings.AIHORDE_MODEL,
    clientAgent: `verso:0.1.0:${new URL(settings.PUBLIC_URL).host}`,
  })

function replicate(settings: Env): Provider[] {
  const { REPLICATE_API_TOKEN: token, REPLICATE_BASE_URL: baseUrl, REPLICATE_MODEL: model } = settings
  const { REPLICATE_PRICE_MICRO_USD: priceMicroUsd, REPLICATE_WEBHOOK_SECRET: webhookSecret } = settings
  if (!token) return []
  const options = { token, baseUrl, model }
  return [
    replicateProvider({
      ...options,
      ...(priceMicroUsd !== undefined && { priceMicroUsd }),
      ...(webhookSecret && { webhookSecret }),
    }),
  ]
}

function fal(settings: Env): Provider[] {
  const { FAL_KEY: key, FAL_QUEUE_URL: queueUrl, FAL_REST_URL: restUrl, FAL_API_URL: apiUrl } = settings
  const { FAL_MODEL: model, FAL_PRICE_MICRO_USD: priceMicroUsd, FAL_CONCURRENCY: concurrency } = settings
  if (!key) return []
  const options = { key, queueUrl, restUrl, apiUrl, model }
  return [
    falProvider({
      ...options,
      ...(priceMicroUsd !== undefined && { priceMicroUsd }),
      ...(concurrency !== undefined && { concurrency }),
    }),
  ]
}

function openAiImages(settings: Env): Provider[] {
  const { OPENAI_IMAGES_API_KEY: apiKey, OPENAI_IMAGES_BASE_URL: baseUrl } = settings
  const { OPENAI_IMAGES_MODEL: model, OPENAI_IMAGES_PRICE_MICRO_USD: priceMicroUsd } = settings
  if (!apiKey) return []
  return [
    openAiImagesProvider({ apiKey, baseUrl, model, ...(priceMicroUsd !== undefined && { priceMicroUsd }) }),
  ]
}

/** Servers of one's own, at home or rented: each a provider by its name. */
function containers(settings: Env): Provider[] {
  const { COMFYUI_URLS, COMFYUI_MODEL, COMFYUI_TOKEN, COG_URLS, COG_MODEL, COG_TOKEN } = settings
  const comfyui = [...(COMFYUI_URLS ?? [])].map(([name, baseUrl]) =>
    comfyuiProvider({
      id: `comfyui-${name}`,
      baseUrl,
      model: COMFYUI_MODEL,
      ...(COMFYUI_TOKEN && { token: COMFYUI_TOKEN }),
    }),
  )
  const cog = [...(COG_URLS ?? [])].map(([name, baseUrl]) =>
    cogProvider({ id: `cog-${name}`, baseUrl, model: COG_MODEL, ...(COG_TOKEN && { token: COG_TOKEN }) }),
  )
  return [...comfyui, ...cog]
}

/** Faults are ordered where nobody pays for them. */
const sims = ({ CHAIN_ID, SIM_PROVIDERS = [] }: Env): Provider[] =>
  CHAIN_ID === LOCAL_CHAIN_ID ? SIM_PROVIDERS.map(presetSim) : []

/** `procedural` always; `aihorde` always, for rounds whose director lets strangers in; each other with its key or address. */
export function openProviders(settings: Env, draw?: Draw): Providers {
  return providersFrom([
    proceduralProvider(draw),
    ...replicate(settings),
    ...fal(settings),
    ...openAiImages(settings),
    ...containers(settings),
    ...sims(settings),
    horde(settings),
    // Nobody is asked by it, so that it must not come first.
    importProvider({ storage: storage() }),
  ])
}

const held = globalThis as { versoProviders?: Providers }

/** The process's own providers. */
export function providers(): Providers {
  held.versoProviders ??= openProviders(env())
  return held.versoProviders
}
