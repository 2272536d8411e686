import type { Provider } from '#lib/generation/port.ts'
import { hordeProvider } from '#lib/generation/providers/aihorde.ts'
import { HORDE_MODELS, type HordeModelId } from '#lib/generation/providers/aihorde-models.ts'
import { replicateProvider } from '#lib/generation/providers/replicate.ts'
import { UsageError } from '#scripts/verso/usage.ts'

export type KindName = 'comfyui' | 'cog' | 'openai-images' | 'aihorde' | 'replicate' | 'fal'

/** Where a provider was found, and with what it is asked. */
export type Place = { baseUrl: string; key: string | null; model: string | null }

/** An answer to a question that was asked without a key; `body` is undefined where it was no JSON. */
export type Answer = { status: number; body: unknown }

export type Kind = {
  name: KindName
  /** Whose it is, in words. */
  label: string
  /** What may follow the address that was given: what stands before every path. */
  roots: readonly string[]
  /** Asked without a key, it tells this kind from the others. */
  path: string
  isIt(answer: Answer): boolean
  /** Nothing can be asked of it without one. */
  needsKey: boolean
  /** Variables of an instance that name its address and its key. */
  variables: { address: string; key: string }
  /** Null where this version has no adapter for it. */
  open: ((place: Place) => Provider) | null
}

const fieldOf = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined

const COG_STATES = new Set(['STARTING', 'READY', 'BUSY', 'SETUP_FAILED', 'DEFUNCT', 'UNHEALTHY'])

/** Stands for everybody without an account. */
const ANONYMOUS = '0000000000'

const isHordeModel = (model: string): model is HordeModelId => Object.hasOwn(HORDE_MODELS, model)

function openHorde({ baseUrl, key, model }: Place): Provider {
  const name = model ?? 'stable_diffusion'
  if (!isHordeModel(name)) throw new UsageError(`--model is one of ${Object.keys(HORDE_MODELS).join(', ')}`)
  return hordeProvider({ baseUrl, apiKey: key ?? ANONYMOUS, model: name, clientAgent: 'verso:0.1.0:check' })
}

function openReplicate({ baseUrl, key, model }: Place): Provider {
  return replicateProvider({ baseUrl, token: key ?? '', model: model ?? 'black-forest-labs/flux-schnell' })
}

/** What may answer at an address: told apart by one question each, without a key. */
export const KINDS: readonly Kind[] = [
  {
    name: 'comfyui',
    label: 'ComfyUI',
    roots: [''],
    path: '/system_stats',
    isIt: ({ status, body }) => status === 200 && typeof fieldOf(body, 'system') === 'object',
    needsKey: false,
    variables: { address: 'COMFYUI_URLS', key: 'COMFYUI_TOKEN' },
    open: null,
  },
  {
    name: 'cog',
    label: 'Cog',
    roots: [''],
    path: '/health-check',
    isIt: ({ status, body }) => status === 200 && COG_STATES.has(String(fieldOf(body, 'status'))),
    needsKey: false,
    variables: { address: 'COG_URLS', key: 'COG_TOKEN' },
    open: null,
  },
  {
    name: 'aihorde',
    label: 'AI Horde',
    roots: ['', '/api/v2'],
    path: '/find_user',
    isIt: ({ status, body }) => status === 401 && fieldOf(body, 'rc') === 'InvalidAPIKey',
    needsKey: false,
    variables: { address: 'AIHORDE_BASE_URL', key: 'AIHORDE_API_KEY' },
    open: openHorde,
  },
  {
    name: 'replicate',
    label: 'Replicate',
    roots: ['', '/v1'],
    path: '/account',
    isIt: ({ status, body }) => status === 401 && fieldOf(body, 'title') === 'Unauthenticated',
    needsKey: true,
    variables: { address: 'REPLICATE_BASE_URL', key: 'REPLICATE_API_TOKEN' },
    open: openReplicate,
  },
  {
    name: 'openai-images',
    label: 'OpenAI Images',
    roots: ['', '/v1'],
    path: '/models',
    isIt: ({ status, body }) =>
      (status === 200 && Array.isArray(fieldOf(body, 'data'))) ||
      (status === 401 && typeof fieldOf(fieldOf(body, 'error'), 'message') === 'string'),
    needsKey: true,
    variables: { address: 'OPENAI_IMAGES_BASE_URL', key: 'OPENAI_IMAGES_API_KEY' },
    open: null,
  },
  {
    name: 'fal',
    label: 'fal',
    roots: [''],
    path: '/fal-ai/flux/schnell/requests/none/status',
    isIt: ({ status, body }) => status === 401 && typeof fieldOf(body, 'detail') === 'string',
    needsKey: true,
    variables: { address: 'FAL_QUEUE_URL', key: 'FAL_KEY' },
    open: null,
  },
]

/** @throws UsageError */
export function kindNamed(name: string): Kind {
  const kind = KINDS.find((one) => one.name === name)
  if (!kind) throw new UsageError(`--kind is one of ${KINDS.map((one) => one.name).join(', ')}`)
  return kind
}
